// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_review.h"

#include "model/session/gestures.h"
#include "model/session/inquiry.h"
#include "model/session/suggestions.h"
#include "tests/support/scripted_proposer.h"
#include "tests/ui/review/open_review.h"
#include "ui/review/queue_bar.h"
#include "ui/review/queue_model.h"
#include "ui/review/suggestion_panel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace model;
using namespace model::session;
using ui::review::SuggestionPanel;
using ui::review::SuggestionReview;

TEST_CASE("findings stand first in the list, single passages after them, and the count is told")
{
    OpenReview open;
    CHECK(open.rowText(0) == alder);
    CHECK(open.rowText(1) == birch);
    CHECK(open.isListed(QStringLiteral("Alder Bank — 50\u00a0%")));
    REQUIRE(eventually([&] { return !open.review->countSentence().isEmpty(); }));
    CHECK(open.review->countSentence() == QStringLiteral("8 suggestions left in this document, 8 in the case"));
}

TEST_CASE("Enter accepts the chosen finding and Backspace rejects it, and each time the next one is chosen")
{
    OpenReview open;
    open.goToList();
    CHECK(open.chosenText() == alder);
    open.press(Qt::Key_Return);
    // Before the case has answered.
    CHECK_FALSE(open.isListed(alder));
    CHECK(open.chosenText() == birch);
    REQUIRE(eventually([&] { return open.panel->count() == 4; }));
    CHECK(open.chosenText() == birch);
    const Matrix accepted = open.matrix();
    REQUIRE(accepted.cells.size() == 1);
    CHECK(accepted.partners.front().name == QStringLiteral("Alder Bank"));
    CHECK(accepted.cells.front().passages[static_cast<size_t>(Stance::Supports)] == 1);

    open.press(Qt::Key_Backspace);
    REQUIRE(eventually([&] { return open.review->countSentence().startsWith(QStringLiteral("3 ")); }));
    CHECK_FALSE(open.isListed(birch));
    CHECK(open.chosenText().endsWith(QStringLiteral("%")));
    CHECK(open.matrix().cells.size() == 1);
    open.opened.session().undo();
    REQUIRE(eventually([&] { return open.isListed(birch); }));
}

TEST_CASE("decided one after the other, without waiting, all leave the list, which then says that it is empty")
{
    OpenReview open;
    open.goToList();
    for (int i = 0; i < 8 && open.panel->count() > 0; ++i)
        open.press(Qt::Key_Backspace);
    CHECK(open.panel->count() == 0);
    CHECK(open.panel->findChild<QLabel *>(QStringLiteral("suggestionHint"))->isVisible());
    CHECK(open.view->hasFocus());
    REQUIRE(eventually([&] { return open.review->countSentence().isEmpty(); }));
    CHECK(open.panel->count() == 0);
    CHECK(open.matrix().cells.empty());
    open.goToList();
    CHECK_FALSE(open.problem.isEmpty());
}

TEST_CASE("under the list stands why the chosen one is suggested, and the arrows go to the next")
{
    OpenReview open;
    open.goToList();
    const auto *reason = open.panel->findChild<QLabel *>(QStringLiteral("suggestionReason"));
    REQUIRE(eventually([&] { return reason->text().contains(QStringLiteral("it reads “read messages”")); }));
    CHECK(reason->isVisible());
    CHECK(open.panel->queue().index(0).data(Qt::ToolTipRole).toString() == reason->text());
    open.press(Qt::Key_Down);
    CHECK(open.chosenText() == birch);
    REQUIRE(eventually([&] { return reason->text().contains(QStringLiteral("it reads “write posts”")); }));
    open.press(Qt::Key_Escape);
    CHECK(open.view->hasFocus());
}

TEST_CASE("a focus that comes to the list by itself moves no page, going to the list does")
{
    OpenReview open;
    auto *before = new QLineEdit(&open.window);
    before->show();
    QWidget::setTabOrder(before, open.panel->list());
    before->setFocus();
    QSignalSpy chosen(open.panel, &SuggestionPanel::suggestionChosen);
    before->hide();
    REQUIRE(open.panel->list()->hasFocus());
    CHECK(chosen.isEmpty());
    CHECK(open.chosenText() == alder);
    open.goToList();
    CHECK(chosen.size() == 1);
    open.press(Qt::Key_Down);
    CHECK(chosen.size() == 2);
}

TEST_CASE("what could not be decided is in the list again")
{
    // Which of the two is meant, only the reporter knows.
    OpenReview open({QStringLiteral("Alder Bank Ltd"), QStringLiteral("Alder Bank Inc.")});
    QSignalSpy failed(&open.opened.session(), &CaseSession::failed);
    open.goToList();
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.isListed(alder));
    REQUIRE(eventually([&] { return failed.size() == 1; }));
    REQUIRE(eventually([&] { return open.isListed(alder); }));
    CHECK(open.panel->count() == 8);
    CHECK(open.chosenText() == alder);
}

TEST_CASE("moved boundaries are those of one suggestion, and one that was chosen quietly is shown before it is decided")
{
    OpenReview open;
    open.goToList();
    REQUIRE(open.chosenText() == alder);
    open.press(Qt::Key_Left, Qt::ShiftModifier);
    const auto *reason = open.panel->findChild<QLabel *>(QStringLiteral("suggestionReason"));
    REQUIRE(reason->text().contains(QStringLiteral("“Alder Bank could read”")));
    open.press(Qt::Key_F);
    open.panel->findChild<QLineEdit *>(QStringLiteral("queuePartner"))->setText(QStringLiteral("birch"));
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 2; }));
    QSignalSpy chosen(open.panel, &SuggestionPanel::suggestionChosen);
    open.panel->list()->setFocus(Qt::TabFocusReason);
    REQUIRE(open.chosenText() == birch);
    REQUIRE(chosen.isEmpty());

    open.press(Qt::Key_Return);
    CHECK(open.isListed(birch));
    CHECK(open.isSettled());
    CHECK(reason->text().contains(QStringLiteral("25\u00a0%")));
    open.press(Qt::Key_Return);
    CHECK_FALSE(open.isListed(birch));
    REQUIRE(eventually([&] { return open.isSettled(); }));
    const Matrix matrix = open.matrix();
    REQUIRE(matrix.partners.size() == 1);
    CHECK(matrix.partners.front().name == QStringLiteral("Birch Media"));
}
