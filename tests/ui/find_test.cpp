// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pdf_builder.h"
#include "tests/ui/driven_window.h"
#include "ui/case_frame.h"
#include "ui/common/status_line.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>
#include <QTreeWidget>

namespace {

/// A window with a case of two documents, in which one partner, one permission and evidence for them are tagged.
class FindingWindow : public DrivenWindow {
public:
    FindingWindow()
    {
        window.createCase(path("Doors.carveout"), {QStringLiteral("Fernbank")});
        REQUIRE(eventually([&] { return window.frame() != nullptr; }));
        prompts.files = {put("memo.pdf", pdfOfLines({"Larkspur could read messages", "until 2015"})),
                         put("other.pdf", pdfOfLines({"Cedar read no messages"}))};
        act("importFiles");
        REQUIRE(eventually([&] { return rowsFor("messages").filter(QStringLiteral("All 2 pages")).size() == 1; }));
        find<QLineEdit>("searchBox")->clear();
    }
    /// Types into the box and gives what drops down; names of groups are there too.
    QStringList rowsFor(const char *typed)
    {
        act("search");
        auto *box = find<QLineEdit>("searchBox");
        box->clear();
        QTest::keyClicks(box, QString::fromUtf8(typed));
        static_cast<void>(QTest::qWaitFor(
            [&] { return rows().join(u' ').contains(QString::fromUtf8(typed), Qt::CaseInsensitive); }, 1000));
        return rows();
    }
    QStringList rows() const
    {
        QStringList texts;
        const QAbstractItemModel &model = *list("findList").model();
        for (int row = 0; row < model.rowCount(); ++row)
            texts += model.index(row, 0).data().toString();
        return texts;
    }
    /// Down until the line with this text is chosen.
    void chooseRow(const QString &text)
    {
        INFO(text.toStdString());
        REQUIRE(eventually([&] { return rows().contains(text); }));
        for (int pressed = 0; pressed < 40; ++pressed) {
            press(Qt::Key_Down);
            if (list("findList").currentIndex().data().toString() == text)
                return;
        }
        FAIL("there is no way down to it");
    }
    bool pageHasKeyboard() const { return window.focusWidget() == &pages(); }
};

} // namespace

TEST_CASE("one box finds pages, documents and commands, and goes there by keyboard")
{
    FindingWindow driven;
    SECTION("a page, with the words framed")
    {
        // As fast as the keys go: they wait for the answer.
        driven.act("search");
        QTest::keyClicks(driven.find<QLineEdit>("searchBox"), QStringLiteral("cedar"));
        driven.press(Qt::Key_Down);
        driven.press(Qt::Key_Down);
        driven.press(Qt::Key_Return);
        CHECK(eventually([&] {
            return driven.find<QLineEdit>("documentTitle")->text() == QStringLiteral("other.pdf") &&
                   driven.pageHasKeyboard();
        }));
        CHECK_FALSE(driven.find<QWidget>("findDrop")->isVisible());
    }
    SECTION("all pages")
    {
        driven.rowsFor("messag");
        driven.chooseRow(QStringLiteral("All 2 pages with “messag”"));
        driven.press(Qt::Key_Return);
        CHECK(driven.find<QLineEdit>("searchBox")->text() == QStringLiteral("messag*"));
        CHECK(eventually([&] { return driven.list("hitList").model()->rowCount() == 2; }));
        CHECK(eventually([&] { return driven.list("hitList").hasFocus(); }));
    }
    SECTION("a document")
    {
        driven.rowsFor("memo");
        driven.chooseRow(QStringLiteral("memo.pdf"));
        driven.press(Qt::Key_Return);
        CHECK(
            eventually([&] { return driven.find<QLineEdit>("documentTitle")->text() == QStringLiteral("memo.pdf"); }));
    }
    SECTION("a command of another place")
    {
        driven.rowsFor("filter matr");
        driven.chooseRow(QStringLiteral("Filter the matrix"));
        driven.press(Qt::Key_Return);
        CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Matrix);
    }
    SECTION("a command of the timeline")
    {
        driven.rowsFor("filter the ti");
        driven.chooseRow(QStringLiteral("Filter the timeline"));
        driven.press(Qt::Key_Return);
        CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Timeline);
    }
    SECTION("Enter without a choice searches all pages")
    {
        driven.rowsFor("cedar");
        driven.press(Qt::Key_Return);
        CHECK_FALSE(driven.find<QWidget>("findDrop")->isVisible());
        CHECK(eventually([&] { return driven.list("hitList").model()->rowCount() == 1; }));
    }
    SECTION("Enter without a choice takes the last word for a beginning, as the list does")
    {
        driven.rowsFor("cedar mess");
        driven.press(Qt::Key_Return);
        CHECK(driven.find<QLineEdit>("searchBox")->text() == QStringLiteral("cedar mess*"));
        CHECK(eventually([&] { return driven.list("hitList").model()->rowCount() == 1; }));
        driven.rowsFor("\"cedar\" mess");
        driven.press(Qt::Key_Return);
        CHECK(eventually([&] {
            return driven.find<QLabel>("hitCount")
                ->text()
                .startsWith(QStringLiteral("Nothing was found for “\"cedar\" mess”."));
        }));
    }
    SECTION("Escape leaves")
    {
        driven.rowsFor("memo");
        driven.press(Qt::Key_Escape);
        CHECK_FALSE(driven.find<QWidget>("findDrop")->isVisible());
        CHECK_FALSE(driven.find<QLineEdit>("searchBox")->hasFocus());
    }
}

TEST_CASE("the box finds partners, cells and tags, and completes fields with their values")
{
    FindingWindow driven;
    driven.rowsFor("memo");
    driven.chooseRow(QStringLiteral("memo.pdf"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.pages().source() && driven.pages().source()->layout(0); }));
    driven.pages().setFocus();
    driven.press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
    driven.press(Qt::Key_1);
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.find<QAction>("undo")->text().contains(QStringLiteral("tag")); }));

    driven.rowsFor("partner:lar");
    driven.chooseRow(QStringLiteral("Larkspur"));
    driven.press(Qt::Key_Return);
    CHECK(driven.find<QLineEdit>("searchBox")->text() == QStringLiteral("partner:Larkspur "));
    REQUIRE(eventually([&] { return driven.rows().contains(QStringLiteral("The page with “partner:Larkspur”")); }));

    driven.rowsFor("larksp");
    REQUIRE(eventually([&] { return driven.rows().contains(QStringLiteral("Tags")); }));
    driven.chooseRow(QStringLiteral("Larkspur"));
    driven.press(Qt::Key_Return);
    CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Register);
    const auto *names = driven.find<QTreeWidget>("registerList");
    CHECK(names->hasFocus());
    REQUIRE(names->currentItem());
    CHECK(names->currentItem()->text(0) == QStringLiteral("Larkspur"));
}

TEST_CASE("F3 goes from word to word over pages and documents, and every page in view has its words marked")
{
    FindingWindow driven;
    driven.rowsFor("read");
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.list("hitList").model()->rowCount() == 2; }));
    const auto title = [&] { return driven.find<QLineEdit>("documentTitle")->text(); };
    const auto said = [&] { return driven.window.frame()->statusLine().sentence(); };
    const auto isMarked = [&] {
        const QImage picture = driven.pages().viewport()->grab().toImage();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixelColor(x, y) == QColor(0xf8, 0xf1, 0xa0))
                    return true;
            }
        }
        return false;
    };
    driven.press(Qt::Key_F3);
    CHECK(said() == QStringLiteral("Hit page 1 of 2."));
    REQUIRE(eventually([&] { return !title().isEmpty(); }));
    const QString first = title();
    CHECK(eventually(isMarked));
    driven.press(Qt::Key_F3);
    CHECK(said() == QStringLiteral("Hit page 2 of 2."));
    REQUIRE(eventually([&] { return title() != first; }));
    CHECK(eventually(isMarked));
    driven.press(Qt::Key_F3);
    CHECK(said() == QStringLiteral("This was the last hit."));
    driven.press(Qt::Key_F3, Qt::ShiftModifier);
    CHECK(eventually([&] { return title() == first; }));
    // Opened from the list of documents, a page shows them all the same.
    driven.rowsFor("messages");
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.list("hitList").hasFocus(); }));
    driven.rowsFor("other.p");
    driven.chooseRow(QStringLiteral("other.pdf"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return title() == QStringLiteral("other.pdf"); }));
    CHECK(eventually(isMarked));
}

TEST_CASE("a search is saved under a name, counts what is new since it was opened, and is renamed and removed")
{
    FindingWindow driven;
    driven.act("saveSearch");
    CHECK(driven.window.frame()->statusLine().sentence().startsWith(QStringLiteral("Search for something first")));
    driven.rowsFor("messages");
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.list("hitList").model()->rowCount() == 2; }));
    driven.act("saveSearch");
    auto *name = driven.find<QLineEdit>("savedSearchName");
    CHECK(name->hasFocus());
    CHECK(name->text() == QStringLiteral("messages*"));
    QTest::keyClicks(name, QStringLiteral("Inbox"));
    driven.press(Qt::Key_Return);
    const QAbstractItemModel &saved = *driven.list("savedSearches").model();
    const auto first = [&] { return saved.index(0, 0).data().toString(); };
    CHECK(eventually([&] { return first() == QStringLiteral("Inbox (2 pages)"); }));

    driven.prompts.files = {driven.put("third.pdf", pdfOfLines({"more messages"}))};
    driven.act("importFiles");
    CHECK(eventually([&] { return first() == QStringLiteral("Inbox (3 pages, 1 new)"); }));
    // Open another case and this one again: it was kept.
    const QString folder = driven.window.frame()->session().path();
    driven.act("closeCase");
    driven.window.openCase(folder);
    REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
    driven.act("search");
    driven.chooseRow(QStringLiteral("Inbox"));
    CHECK(eventually([&] {
        return driven.list("findList").currentIndex().data(Qt::AccessibleTextRole).toString() ==
               QStringLiteral("Saved searches: Inbox, 3 pages, 1 new");
    }));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.list("hitList").model()->rowCount() == 3; }));
    auto &list = driven.list("savedSearches");
    const auto shown = [&] { return list.model()->index(0, 0).data().toString(); };
    CHECK(eventually([&] { return shown() == QStringLiteral("Inbox (3 pages)"); }));

    list.setFocus();
    list.setCurrentIndex(list.model()->index(0, 0));
    driven.press(Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(driven.window.focusWidget());
    REQUIRE(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Letters"));
    QTest::keyClick(editor, Qt::Key_Return);
    CHECK(eventually([&] { return shown() == QStringLiteral("Letters (3 pages)"); }));
    list.setFocus();
    driven.press(Qt::Key_Delete);
    CHECK(list.model()->rowCount() == 0);
    driven.find<QAbstractButton>("statusAction")->click();
    CHECK(eventually([&] { return shown() == QStringLiteral("Letters (3 pages)"); }));
}

TEST_CASE("only what was typed last is answered, and what was chosen before is no choice any more")
{
    FindingWindow driven;
    auto *box = driven.find<QLineEdit>("searchBox");
    driven.rowsFor("cedar");
    REQUIRE(eventually([&] { return driven.rows().contains(QStringLiteral("The page with “cedar”")); }));
    driven.press(Qt::Key_Down);
    REQUIRE(driven.list("findList").currentIndex().isValid());
    QTest::keyClicks(box, QStringLiteral("xyz"));
    CHECK_FALSE(driven.list("findList").currentIndex().isValid());
    box->clear();
    QTest::keyClicks(box, QStringLiteral("larkspur"));
    CHECK(eventually([&] { return driven.rows().contains(QStringLiteral("The page with “larkspur”")); }));
    CHECK(driven.rows().filter(QStringLiteral("cedar")).isEmpty());
}

TEST_CASE("every field is offered by its first letters, and its values behind the colon")
{
    FindingWindow driven;
    driven.rowsFor("memo");
    driven.chooseRow(QStringLiteral("memo.pdf"));
    driven.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return driven.pages().source() && driven.pages().source()->layout(0); }));
    for (const Qt::Key kind : {Qt::Key_1, Qt::Key_2}) {
        driven.pages().setFocus();
        driven.press(Qt::Key_Right, Qt::ShiftModifier | Qt::ControlModifier);
        driven.press(kind);
        driven.press(Qt::Key_Return);
        REQUIRE(eventually([&] { return !driven.pages().hasSelection(); }));
    }
    struct Field {
        const char *begun;
        const char *name;
        const char *value;
    };
    for (const Field &field :
         {Field{"part", "partner:", "Larkspur"}, Field{"perm", "permission:", "could"},
          Field{"docu", "document:", "memo.pdf"}, Field{"kin", "kind:", "evidence"}, Field{"stan", "stance:", "denies"},
          Field{"verd", "verdict:", "alleged"}, Field{"rea", "read:", "no"}}) {
        INFO(field.name);
        driven.rowsFor(field.begun);
        driven.chooseRow(QString::fromLatin1(field.name));
        driven.press(Qt::Key_Return);
        CHECK(driven.find<QLineEdit>("searchBox")->text() == QString::fromLatin1(field.name));
        driven.chooseRow(QString::fromLatin1(field.value));
        driven.press(Qt::Key_Return);
        CHECK(driven.find<QLineEdit>("searchBox")->text().simplified() ==
              QString::fromLatin1(field.name) + QString::fromLatin1(field.value));
    }
}
