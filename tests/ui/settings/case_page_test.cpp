// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/case_page.h"

#include "tests/ui/opened_case.h"
#include "tests/ui/scripted_prompts.h"

#include <QPlainTextEdit>
#include <QPushButton>

using namespace model::session;

namespace {

class OpenPage {
public:
    OpenPage()
    {
        page = std::make_unique<ui::settings::CasePage>(opened.open(), preferences, prompts);
        page->show();
        text = page->findChild<QPlainTextEdit *>(QStringLiteral("holders"));
        REQUIRE(eventually([&] { return text->toPlainText() == QStringLiteral("Fernbank"); }));
    }
    void type(const QString &words) const
    {
        text->moveCursor(QTextCursor::End);
        QTest::keyClicks(text, words);
    }

    OpenedCase opened;
    QTemporaryDir folder;
    ui::Preferences preferences{folder.filePath(QStringLiteral("carveout.ini"))};
    ScriptedPrompts prompts;
    std::unique_ptr<ui::settings::CasePage> page;
    QPlainTextEdit *text = nullptr;
};

} // namespace

TEST_CASE("the holders that were typed hold however the page is left, and are decided once")
{
    OpenPage open;
    QSignalSpy decided(&open.opened.session(), &CaseSession::undoNamesChanged);
    open.type(QStringLiteral(" Ltd"));
    const bool byButton = GENERATE(false, true);
    if (byButton)
        QTest::mouseClick(open.page->findChild<QPushButton *>(QStringLiteral("casePageDone")), Qt::LeftButton);
    open.page->hide();
    open.page->show();
    open.page->hide();
    REQUIRE(eventually([&] { return open.opened.session().undoName().contains(QStringLiteral("holder")); }));
    open.opened.session().undo();
    REQUIRE(eventually([&] { return decided.size() == 2; }));
    CHECK(eventually([&] { return open.text->toPlainText() == QStringLiteral("Fernbank"); }));
}

TEST_CASE("a change of the holders elsewhere does not take away what is being typed")
{
    OpenPage open;
    open.type(QStringLiteral(" Ltd"));
    QSignalSpy changed(&open.opened.session(), &CaseSession::changed);
    open.opened.session().decide({{model::journal::SetHolders{{QStringLiteral("Elsewhere")}}}});
    REQUIRE(eventually([&] { return changed.size() == 1; }));
    Inquiry after;
    bool answered = false;
    after.ask<QStringList>(
        open.opened.session(), [](const CaseFile &file) { return file.holders(); },
        [&](const model::Result<QStringList> &) { answered = true; });
    REQUIRE(eventually([&] { return answered; }));
    CHECK(open.text->toPlainText() == QStringLiteral("Fernbank Ltd"));
}
