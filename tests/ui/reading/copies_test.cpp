// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"

#include "ui/page/page_beside.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>

namespace {

QByteArray memo(const char *amount)
{
    return pdfOfLines({"The reading room was shut for a week in spring because water had come",
                       "through the roof, and the shelves under it were moved to the cellar",
                       QByteArray("where they stood until the roofers were paid ") + amount + " crowns for it"});
}

/// A memo, something else, and the memo with another sum.
class CopiesWindow : public ReadingWindow {
public:
    CopiesWindow()
        : ReadingWindow(memo("90"))
    {
        prompts.files = {put("later.pdf", memo("120"))};
        act("importFiles");
        REQUIRE(
            eventually([&] { return stateOf(QStringLiteral("later.pdf")).contains(QStringLiteral("copy of memo")); }));
    }
    /// What the list says of a document below its title.
    QString stateOf(const QString &title) const
    {
        const QAbstractItemModel &tree = *list("documentTree").model();
        for (int bundle = 0; bundle < tree.rowCount(); ++bundle) {
            const QModelIndex parent = tree.index(bundle, 0);
            for (int row = 0; row < tree.rowCount(parent); ++row) {
                if (tree.index(row, 0, parent).data().toString() == title)
                    return tree.index(row, 0, parent).data(Qt::UserRole).toString();
            }
        }
        return {};
    }
    void showOrigin() const
    {
        press(Qt::Key_Return, Qt::AltModifier);
        REQUIRE(eventually([&] { return find<QListWidget>("copyList")->count() == 1; }));
    }
};

} // namespace

TEST_CASE("a copy is shown beside, and the words that differ are told")
{
    CopiesWindow driven;
    driven.showOrigin();
    CHECK(driven.find<QListWidget>("copyList")->item(0)->text().startsWith(QStringLiteral("later.pdf")));
    driven.find<QPushButton>("copyCompare")->click();
    CHECK(
        eventually([&] { return driven.find<QLabel>("besideTitle")->text().startsWith(QStringLiteral("later.pdf")); }));
    auto *comparison = driven.window.findChild<ui::page::PageView *>(QStringLiteral("besideView"));
    CHECK(eventually([&] { return driven.pages().hits().size() == 1 && comparison->hits().size() == 1; }));
    CHECK(driven.find<QAction>("keepBeside")->isChecked());
    driven.press(Qt::Key_F11);
    CHECK(driven.pages().hits().isEmpty());
}

TEST_CASE("a document is split off its copies, and joined again to the one that stands beside")
{
    CopiesWindow driven;
    driven.showOrigin();
    auto *split = driven.find<QPushButton>("copySplit");
    split->click();
    CHECK(eventually([&] { return driven.stateOf(QStringLiteral("later.pdf")).indexOf(QStringLiteral("copy")) < 0; }));
    CHECK(eventually([&] { return !split->isVisible(); }));
    auto *join = driven.find<QPushButton>("copyJoin");
    CHECK_FALSE(join->isVisible());
    driven.pages().setFocus();
    driven.press(Qt::Key_F11);
    driven.open(1);
    CHECK(eventually([&] { return join->isVisible(); }));
    join->click();
    CHECK(eventually(
        [&] { return driven.stateOf(QStringLiteral("other.pdf")).contains(QStringLiteral("copy of memo")); }));
    driven.act("undo");
    CHECK(eventually([&] { return !driven.stateOf(QStringLiteral("other.pdf")).contains(QStringLiteral("copy")); }));
}
