// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/learned_box.h"

#include "model/session/gestures.h"
#include "tests/ui/opened_case.h"
#include "tests/ui/scripted_prompts.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>

using namespace model::session;

namespace {

/// A case in which a page was read and a partner tagged on it, before the box that says what that taught.
class OpenBox {
public:
    explicit OpenBox(bool taught = true)
    {
        const model::Sha256 memo = opened.temporary.addDocument(
            QStringLiteral("memo.pdf"), {QStringLiteral("Fernbank gave Larkspur access to private messages.")});
        CaseFile &file = opened.temporary.file();
        if (taught) {
            must(file.decide(must(tagPassage(
                file, {opened.temporary.passage(memo, 0, QStringLiteral("Larkspur")), model::TagKind::Partner, {}}))));
            must(file.decide({{model::journal::MarkPage{memo, 0, model::journal::ReadMark::Read}}}));
        }
        box = std::make_unique<ui::settings::LearnedBox>(opened.open(), prompts);
        QObject::connect(box.get(), &ui::settings::LearnedBox::news, box.get(),
                         [this](const QString &sentence) { news = sentence; });
        QObject::connect(box.get(), &ui::settings::LearnedBox::problem, box.get(),
                         [this](const model::Error &error) { problem = error.sentence; });
        prompts.learnedFile = opened.temporary.folder() + QStringLiteral("/doors.learned");
        box->show();
        REQUIRE(eventually([&] { return state().contains(QStringLiteral("Version")); }));
    }
    QString state() const { return box->findChild<QLabel *>(QStringLiteral("learnedState"))->text(); }
    void press(const char *button) const
    {
        auto *found = box->findChild<QPushButton *>(QString::fromLatin1(button));
        REQUIRE(found);
        REQUIRE(found->isVisible());
        REQUIRE(found->isEnabled());
        found->setFocus();
        QTest::keyClick(found, Qt::Key_Space);
    }

    OpenedCase opened;
    ScriptedPrompts prompts;
    std::unique_ptr<ui::settings::LearnedBox> box;
    QString news;
    QString problem;
};

} // namespace

TEST_CASE("the box says how much the model has learned in the case, and when more was decided")
{
    OpenBox open;
    CHECK(open.state().startsWith(QStringLiteral("It learned from 1 passage in 1 document of this case.")));
    open.opened.session().undo();
    REQUIRE(eventually([&] { return open.state().startsWith(QStringLiteral("Nothing was learned")); }));
    OpenBox empty(false);
    CHECK(empty.state().startsWith(QStringLiteral("Nothing was learned in this case yet.")));
}

TEST_CASE("what was learned goes to a file, and another case goes on from it")
{
    OpenBox open;
    open.press("learnedTakeOut");
    REQUIRE(eventually([&] { return open.news.contains(QStringLiteral("was written to")); }));
    REQUIRE(QFile::exists(open.prompts.learnedFile));

    OpenBox other(false);
    other.prompts.learnedFile = open.prompts.learnedFile;
    other.press("learnedTakeOver");
    REQUIRE(eventually([&] { return other.state().contains(QStringLiteral("what another case had learned")); }));
    CHECK(other.news.contains(QStringLiteral("goes on from")));
}

TEST_CASE("a file that holds nothing learned is refused with a sentence, and the box is as before")
{
    OpenBox open(false);
    QFile file(open.prompts.learnedFile);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("no weights");
    file.close();
    open.press("learnedTakeOver");
    REQUIRE(eventually([&] { return !open.problem.isEmpty(); }));
    CHECK(open.news.isEmpty());
    CHECK(open.box->findChild<QPushButton *>(QStringLiteral("learnedTakeOver"))->isEnabled());
    CHECK(open.state().startsWith(QStringLiteral("Nothing was learned")));
}

TEST_CASE("what cannot be written says so")
{
    OpenBox open;
    open.prompts.learnedFile = open.opened.temporary.folder() + QStringLiteral("/nowhere/doors.learned");
    open.press("learnedTakeOut");
    REQUIRE(eventually([&] { return open.problem.contains(QStringLiteral("could not be written")); }));
}

TEST_CASE("all is forgotten only after the reporter said to know that it cannot be brought back")
{
    OpenBox open;
    open.press("learnedReset");
    auto *sure = open.box->findChild<QCheckBox *>(QStringLiteral("learnedSure"));
    auto *forget = open.box->findChild<QPushButton *>(QStringLiteral("learnedForget"));
    CHECK_FALSE(forget->isEnabled());
    SECTION("and then it is")
    {
        QTest::keyClick(sure, Qt::Key_Space);
        open.press("learnedForget");
        REQUIRE(eventually([&] { return open.state().startsWith(QStringLiteral("Nothing was learned")); }));
        CHECK(open.news.contains(QStringLiteral("forgotten")));
        CHECK_FALSE(forget->isVisible());
        // The decisions stay.
        CHECK_FALSE(open.opened.session().undoName().isEmpty());
    }
    SECTION("or kept")
    {
        open.press("learnedKeep");
        CHECK_FALSE(forget->isVisible());
        CHECK(open.state().startsWith(QStringLiteral("It learned from 1 passage")));
        open.press("learnedReset");
        CHECK_FALSE(sure->isChecked());
    }
}
