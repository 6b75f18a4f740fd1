// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/register_page.h"

#include "model/session/gestures.h"
#include "tests/ui/opened_case.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

using namespace model;
using namespace model::session;

namespace {

/// The page on a case with a partner that a passage names, and one that nothing names any more.
class OpenRegister {
public:
    OpenRegister()
    {
        const Sha256 memo =
            opened.temporary.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Larkspur reads mail.")});
        CaseFile &file = opened.temporary.file();
        must(file.decide(must(
            tagPassage(file, {opened.temporary.passage(memo, 0, QStringLiteral("Larkspur")), TagKind::Partner, {}}))));
        named = must(file.findSubject(SubjectKind::Partner, QStringLiteral("Larkspur"))).id;
        must(file.decide({{journal::AddSubject{left, SubjectKind::Partner, QStringLiteral("Left Over")}}}));
        book = std::make_unique<ui::SubjectBook>(opened.open());
        page = std::make_unique<ui::settings::RegisterPage>(opened.session(), *book);
        page->show();
        REQUIRE(eventually([&] { return find<QTreeWidget>("registerList")->topLevelItemCount() == 2; }));
    }
    template <class T> T *find(const char *name) const { return page->findChild<T *>(QString::fromLatin1(name)); }

    OpenedCase opened;
    SubjectId named = SubjectId::create();
    SubjectId left = SubjectId::create();
    std::unique_ptr<ui::SubjectBook> book;
    std::unique_ptr<ui::settings::RegisterPage> page;
};

} // namespace

TEST_CASE("a name that nothing rests on can be removed, another says why it cannot")
{
    OpenRegister open;
    auto *remove = open.find<QPushButton>("removeSubject");
    open.page->choose(open.named);
    REQUIRE(eventually([&] { return !open.find<QLabel>("whyNotRemoved")->text().isEmpty(); }));
    CHECK_FALSE(remove->isEnabled());
    CHECK(open.find<QLabel>("whyNotRemoved")->text().contains(QStringLiteral("tagged")));

    open.page->choose(open.left);
    REQUIRE(eventually([&] { return remove->isEnabled(); }));
    QTest::mouseClick(remove, Qt::LeftButton);
    REQUIRE(eventually([&] { return open.find<QTreeWidget>("registerList")->topLevelItemCount() == 1; }));
    CHECK(open.opened.session().undoName() == QStringLiteral("remove the partner “Left Over”"));
}

TEST_CASE("a name is changed and given another by typing")
{
    OpenRegister open;
    open.page->choose(open.named);
    auto *name = open.find<QLineEdit>("subjectName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Larkspur Ltd"));
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("rename")); }));
    auto *alias = open.find<QLineEdit>("newAlias");
    QTest::keyClicks(alias, QStringLiteral("Larkspur"));
    QTest::keyClick(alias, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.find<QListWidget>("aliases")->count() == 1; }));
}

TEST_CASE("two names that mean the same are merged, and a passage is opened from its name")
{
    OpenRegister open;
    open.page->choose(open.left);
    auto *into = open.find<QLineEdit>("mergeIntoLine");
    QTest::keyClicks(into, QStringLiteral("Larkspur"));
    QTest::keyClick(into, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("merge")); }));
    open.page->choose(open.named);
    auto *tags = open.find<QListWidget>("subjectTags");
    REQUIRE(eventually([&] { return tags->count() == 1; }));
    QSignalSpy chosen(open.page.get(), &ui::settings::RegisterPage::passageChosen);
    tags->setCurrentRow(0);
    QTest::keyClick(tags, Qt::Key_Return);
    CHECK(chosen.size() == 1);
}
