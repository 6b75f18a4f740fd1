// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/register_page.h"

#include "model/session/gestures.h"
#include "tests/ui/opened_case.h"
#include "tests/ui/stopped_writing.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTreeWidget>

using namespace model;
using namespace model::session;

namespace {

const QString larkspur = QStringLiteral("Larkspur");

/// The page on a case with a partner that a passage names, and one that nothing names any more.
class OpenRegister {
public:
    OpenRegister()
    {
        memo = opened.temporary.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Larkspur reads mail.")});
        CaseFile &file = opened.temporary.file();
        must(file.decide(must(
            tagPassage(file, {opened.temporary.passage(memo, 0, QStringLiteral("Larkspur")), TagKind::Partner, {}}))));
        must(file.decide({{journal::AddSubject{left, SubjectKind::Partner, QStringLiteral("Left Over")}}}));
        book = std::make_unique<ui::SubjectBook>(opened.open());
        page = std::make_unique<ui::settings::RegisterPage>(opened.session(), *book);
        page->show();
        REQUIRE(eventually([&] { return find<QTreeWidget>("registerList")->topLevelItemCount() == 2; }));
    }
    void choose(const QString &name) const
    {
        auto *list = find<QTreeWidget>("registerList");
        const auto items = list->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
        REQUIRE(items.size() == 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(items.front()).center());
        REQUIRE(list->currentItem() == items.front());
    }
    template <class T> T *find(const char *name) const { return page->findChild<T *>(QString::fromLatin1(name)); }

    OpenedCase opened;
    Sha256 memo = Sha256::of({});
    SubjectId left = SubjectId::create();
    std::unique_ptr<ui::SubjectBook> book;
    std::unique_ptr<ui::settings::RegisterPage> page;
};

} // namespace

TEST_CASE("a name that nothing rests on can be removed, another says why it cannot")
{
    OpenRegister open;
    auto *remove = open.find<QPushButton>("removeSubject");
    open.choose(larkspur);
    REQUIRE(eventually([&] { return !open.find<QLabel>("whyNotRemoved")->text().isEmpty(); }));
    CHECK_FALSE(remove->isEnabled());
    CHECK(open.find<QLabel>("whyNotRemoved")->text().contains(QStringLiteral("tagged")));

    open.choose(QStringLiteral("Left Over"));
    REQUIRE(eventually([&] { return remove->isEnabled(); }));
    QTest::mouseClick(remove, Qt::LeftButton);
    REQUIRE(eventually([&] { return open.find<QTreeWidget>("registerList")->topLevelItemCount() == 1; }));
    CHECK(open.opened.session().undoName() == QStringLiteral("remove the partner “Left Over”"));
}

TEST_CASE("a name is changed and given another by typing")
{
    OpenRegister open;
    open.choose(larkspur);
    auto *name = open.find<QLineEdit>("subjectName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Larkspur Ltd"));
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("rename")); }));
    auto *alias = open.find<QLineEdit>("newAlias");
    QTest::keyClicks(alias, QStringLiteral("Larkspur"));
    if (GENERATE(false, true))
        QTest::mouseClick(open.find<QPushButton>("addAlias"), Qt::LeftButton);
    else
        QTest::keyClick(alias, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.find<QListWidget>("aliases")->count() == 1; }));
}

TEST_CASE("two names that mean the same are merged, and a passage is opened from its name")
{
    OpenRegister open;
    open.choose(QStringLiteral("Left Over"));
    auto *into = open.find<QLineEdit>("mergeIntoLine");
    QTest::keyClicks(into, QStringLiteral("Larkspur"));
    if (GENERATE(false, true))
        QTest::mouseClick(open.find<QPushButton>("mergeSubject"), Qt::LeftButton);
    else
        QTest::keyClick(into, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("merge")); }));
    open.choose(larkspur);
    auto *tags = open.find<QListWidget>("subjectTags");
    REQUIRE(eventually([&] { return tags->count() == 1; }));
    CHECK(tags->item(0)->text().contains(QStringLiteral("memo")));
    QSignalSpy chosen(open.page.get(), &ui::settings::RegisterPage::passageChosen);
    tags->setCurrentRow(0);
    QTest::keyClick(tags, Qt::Key_Return);
    CHECK(chosen.size() == 1);
}

TEST_CASE("the ticks stay when the case changes behind them")
{
    OpenRegister open;
    open.choose(larkspur);
    auto *tags = open.find<QListWidget>("subjectTags");
    REQUIRE(eventually([&] { return tags->count() == 1; }));
    tags->setCurrentRow(0);
    QTest::keyClick(tags, Qt::Key_Space);
    REQUIRE(tags->item(0)->checkState() == Qt::Checked);
    ChangeSet read; // as an import tells of a document it has read
    read.documents = {open.memo};
    QSignalSpy listed(tags->model(), &QAbstractItemModel::rowsInserted);
    open.opened.session().announce(read);
    REQUIRE(eventually([&] { return listed.size() == 1; }));
    CHECK(eventually([&] { return tags->item(0)->checkState() == Qt::Checked; }));
}

TEST_CASE("a name that could not be written is not shown as if it were")
{
    OpenRegister open;
    open.choose(larkspur);
    stopWriting(open.opened.session());
    auto *name = open.find<QLineEdit>("subjectName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Larkspur Ltd"));
    QTest::keyClick(name, Qt::Key_Return);
    CHECK(eventually([&] { return name->text() == larkspur; }));
}

TEST_CASE("names that likely mean the same are listed, and merged when the reporter has seen what comes of it")
{
    OpenRegister open;
    open.opened.session().decide(
        {{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Larkspur Ltd")}}});
    auto *pairs = open.find<QListWidget>("sameNamesList");
    REQUIRE(eventually([&] { return pairs->count() == 1; }));
    CHECK(pairs->item(0)->text().startsWith(QStringLiteral("Larkspur → Larkspur Ltd")));
    pairs->setFocus();
    QTest::keyClick(pairs, Qt::Key_Return);
    auto *preview = open.find<QLabel>("mergePreview");
    REQUIRE(eventually([&] { return preview->isVisibleTo(open.page.get()); }));
    CHECK(preview->text().startsWith(QStringLiteral("Together they have")));
    CHECK_FALSE(open.opened.session().undoName().contains(QStringLiteral("merge")));
    QTest::keyClick(open.find<QPushButton>("mergeSubject"), Qt::Key_Space);
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("merge")); }));
    CHECK(eventually([&] { return pairs->count() == 0; }));
}

TEST_CASE("names said not to be the same are not proposed again, also not when the case is opened anew")
{
    OpenRegister open;
    open.opened.session().decide(
        {{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Larkspur Ltd")}}});
    auto *pairs = open.find<QListWidget>("sameNamesList");
    REQUIRE(eventually([&] { return pairs->count() == 1; }));
    pairs->setFocus();
    QTest::keyClick(pairs, Qt::Key_Delete);
    CHECK(pairs->count() == 0);
    ui::settings::RegisterPage again(open.opened.session(), *open.book);
    again.show();
    open.opened.session().decide(
        {{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Alder")}}});
    auto *list = again.findChild<QTreeWidget *>(QStringLiteral("registerList"));
    REQUIRE(eventually([&] { return list->topLevelItemCount() == 4; }));
    auto *pairsAgain = again.findChild<QListWidget *>(QStringLiteral("sameNamesList"));
    Inquiry after; // answered behind the page's own
    bool answered = false;
    after.ask<QStringList>(
        open.opened.session(), [](const CaseFile &file) { return file.holders(); },
        [&](const Result<QStringList> &) { answered = true; });
    REQUIRE(eventually([&] { return answered; }));
    CHECK(pairsAgain->count() == 0);

    // It can be taken back.
    auto *shows = again.findChild<QCheckBox *>(QStringLiteral("showApart"));
    REQUIRE(eventually([&] { return shows->isVisible(); }));
    QTest::keyClick(shows, Qt::Key_Space);
    REQUIRE(pairsAgain->count() == 1);
    again.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&again));
    pairsAgain->setFocus();
    QTest::keyClick(pairsAgain, Qt::Key_Delete);
    CHECK(pairsAgain->count() == 1);
    CHECK_FALSE(shows->isVisible());
}

TEST_CASE("what rests on a name is listed with it: its findings, which open in the matrix, and a note")
{
    OpenRegister open;
    const TagId evidence = TagId::create();
    CaseSession &session = open.opened.session();
    const QString text = QStringLiteral("Larkspur reads mail.");
    const auto passage = makePassage(open.memo, 0, text, 0, 0, text, text.size());
    REQUIRE(passage);
    session.decide([=](const CaseFile &file) { return tagPassage(file, {*passage, TagKind::Evidence, {}}, evidence); });
    session.decide([=](const CaseFile &file) {
        return linkEvidence(file, {evidence, {larkspur}, {QStringLiteral("read · mail")}, Stance::Supports});
    });
    open.choose(larkspur);
    auto *findings = open.find<QListWidget>("subjectFindings");
    REQUIRE(eventually([&] { return findings->count() == 1; }));
    CHECK(findings->item(0)->text().startsWith(QStringLiteral("read · mail")));
    QSignalSpy chosen(open.page.get(), &ui::settings::RegisterPage::findingChosen);
    findings->setCurrentRow(0);
    QTest::keyClick(findings, Qt::Key_Return);
    CHECK(chosen.size() == 1);
    auto *note = open.find<QPlainTextEdit>("subjectNoteText");
    QTest::keyClicks(note, QStringLiteral("Ask them"));
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    CHECK(eventually([&] { return session.undoName().contains(QStringLiteral("note")); }));
}

TEST_CASE("several chosen partners are put into a group in one step, and taken out of it again")
{
    OpenRegister open;
    open.choose(larkspur);
    auto *list = open.find<QTreeWidget>("registerList");
    QTest::keyClick(list, Qt::Key_A, Qt::ControlModifier);
    CHECK(open.find<QLabel>("groupLabel")->text().contains(QStringLiteral("2")));
    auto *group = open.find<QLineEdit>("partnerGroupLine");
    const auto groupOf = [list](const QString &name) {
        return list->findItems(name, Qt::MatchExactly).front()->text(1);
    };
    QTest::keyClicks(group, QStringLiteral("Banks"));
    QTest::keyClick(group, Qt::Key_Return);
    REQUIRE(eventually([&] { return groupOf(larkspur) == QStringLiteral("Banks"); }));
    CHECK(groupOf(QStringLiteral("Left Over")) == QStringLiteral("Banks"));
    CHECK(open.opened.session().undoName().endsWith(QStringLiteral("into the group “Banks” and 1 more")));
    CHECK(list->selectedItems().size() == 2);

    // The group of one of them is completed for the next.
    open.choose(larkspur);
    CHECK(group->text() == QStringLiteral("Banks"));
    QTest::mouseClick(open.find<QPushButton>("takeOutOfGroup"), Qt::LeftButton);
    REQUIRE(eventually([&] { return groupOf(larkspur).isEmpty(); }));
    CHECK(group->text().isEmpty());
    QTest::keyClicks(group, QStringLiteral("ba"));
    QTest::keyClick(group, Qt::Key_Down);
    QTest::mouseClick(open.find<QPushButton>("putInGroup"), Qt::LeftButton);
    REQUIRE(eventually([&] { return groupOf(larkspur) == QStringLiteral("Banks"); }));
    // Permissions have none.
    open.find<QTabBar>("registerKind")->setCurrentIndex(1);
    CHECK(open.find<QWidget>("groupBox")->isHidden());
}
