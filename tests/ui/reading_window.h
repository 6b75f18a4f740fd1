// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pdf_builder.h"
#include "tests/ui/driven_window.h"
#include "ui/case_frame.h"
#include "ui/common/problem_bar.h"
#include "ui/common/status_line.h"

/// A window with a case of two documents, the first of them in view.
class ReadingWindow : public DrivenWindow {
public:
    explicit ReadingWindow(const QByteArray &memo = pdfOfLines({"Larkspur could read messages", "until 2015"}))
    {
        window.createCase(path("Doors.carveout"), {QStringLiteral("Fernbank")});
        REQUIRE(eventually([&] { return window.frame() != nullptr; }));
        prompts.files = {put("memo.pdf", memo), put("other.pdf", pdfOfLines({"Cedar could not"}))};
        act("importFiles");
        const QAbstractItemModel &tree = *list("documentTree").model();
        REQUIRE(eventually([&] { return tree.rowCount(tree.index(0, 0)) == 2; }));
        open(0);
    }
    void open(int row) const
    {
        const QAbstractItemModel &tree = *list("documentTree").model();
        const QModelIndex document = tree.index(row, 0, tree.index(0, 0));
        list("documentTree").setCurrentIndex(document);
        list("documentTree").setFocus();
        press(Qt::Key_Return);
        REQUIRE(eventually([&] {
            return find<QLineEdit>("documentTitle")->text() == document.data().toString() && pages().source() &&
                   pages().source()->layout(pages().currentPage());
        }));
        pages().setFocus();
    }
    void tagFirstWord() const
    {
        pages().setFocus();
        press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        press(Qt::Key_1);
        press(Qt::Key_Return);
        REQUIRE(eventually([&] { return find<QAction>("undo")->text().contains(QStringLiteral("tag")); }));
    }
    QString status() const { return window.frame()->statusLine().sentence(); }
    QString said() const { return window.frame()->problemBar().sentence(); }
};
