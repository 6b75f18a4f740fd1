// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/gestures.h"
#include "tests/support/pdf_builder.h"
#include "tests/ui/driven_window.h"
#include "ui/case_frame.h"
#include "ui/common/problem_bar.h"
#include "ui/common/status_line.h"

#include <QComboBox>
#include <QPushButton>

using namespace model;
using namespace model::session;

namespace {

/// A window on a case of two documents; Larkspur, a partner, is named on 1/1 and 2/2.
class CoveredWindow : public DrivenWindow {
public:
    CoveredWindow()
    {
        window.createCase(folderOfCase(), {QStringLiteral("Fernbank")});
        REQUIRE(eventually([&] { return window.frame() != nullptr; }));
        prompts.files = {put("a.pdf", pdfOfLines({"Larkspur it is"})),
                         put("b.pdf", pdfOfLines({"nothing at all", "said of Larkspur here"}))};
        act("importFiles");
        const QAbstractItemModel &tree = *list("documentTree").model();
        REQUIRE(eventually([&] { return tree.rowCount(tree.index(0, 0)) == 2; }));
        window.closeCase();
        tagByOther();
    }
    QString folderOfCase() const { return path("Doors.carveout"); }
    void tagByOther() const
    {
        const auto file = must(CaseFile::open(folderOfCase(), Access::ReadWrite, {QStringLiteral("Ben")}));
        const Sha256 first = must(file->documents()).front().sha256;
        const QString text = must(file->pageText(first, 0)).text;
        const auto passage = makePassage(first, 0, text, 0, 0, text, 8);
        REQUIRE(passage);
        must(file->decide(must(tagPassage(*file, {*passage, TagKind::Partner, QStringLiteral("Larkspur")}))));
    }
    void reopen()
    {
        window.openCase(folderOfCase());
        REQUIRE(eventually([&] { return window.frame() != nullptr; }));
        REQUIRE(eventually([&] { return list("documentTree").model()->rowCount() == 1; }));
    }
    QString said() const { return window.frame()->problemBar().sentence(); }
    QString status() const { return window.frame()->statusLine().sentence(); }
};

} // namespace

TEST_CASE("one key goes on to the next unread page that names a partner, across documents")
{
    CoveredWindow driven;
    driven.reopen();
    const auto isOn = [&](const QString &title, int pageIndex) {
        return eventually([&] {
            return driven.find<QLineEdit>("documentTitle")->text().startsWith(title) && driven.pages().source() &&
                   driven.pages().source()->layout(pageIndex) && driven.pages().currentPage() == pageIndex;
        });
    };
    driven.act("nextUnread");
    REQUIRE(isOn(QStringLiteral("a"), 0));
    driven.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(isOn(QStringLiteral("b"), 1));
    CHECK(driven.status().contains(QStringLiteral("names a partner")));
}

TEST_CASE("where no other page names a partner, the key says so")
{
    DrivenWindow driven;
    driven.window.createCase(driven.path("Doors.carveout"), {QStringLiteral("Fernbank")});
    REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
    driven.act("nextUnread");
    CHECK(eventually([&] {
        return driven.window.frame()->statusLine().sentence() ==
               QStringLiteral("No other page that you have not seen names a partner.");
    }));
}

TEST_CASE("opening a case says what others did since it was closed, and shows the documents")
{
    CoveredWindow driven;
    driven.reopen();
    REQUIRE(eventually([&] { return driven.said().contains(QStringLiteral("Ben made 1 decision.")); }));
    driven.window.frame()->problemBar().findChild<QPushButton *>(QStringLiteral("problemAction"))->click();
    const QAbstractItemModel &tree = *driven.list("documentTree").model();
    REQUIRE(tree.rowCount(tree.index(0, 0)) == 1);
    CHECK(tree.index(0, 0, tree.index(0, 0)).data().toString().startsWith(u'a'));
    CHECK(driven.find<QComboBox>("documentState")->currentText() == QStringLiteral("New since your last visit"));

    // Once it was seen, it is no news.
    driven.window.closeCase();
    driven.reopen();
    CHECK_FALSE(driven.said().contains(QStringLiteral("Ben")));
}
