// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/batch_panel.h"

#include "tests/ui/review/open_review.h"
#include "tests/ui/stopped_writing.h"
#include "ui/findings/link_panel.h"
#include "ui/review/page_tags_panel.h"
#include "ui/review/tagging.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSemaphore>

#include <algorithm>

using namespace model;
using namespace model::session;
using ui::review::BatchPanel;

namespace {

/// The batch of the findings of a review, opened at the first of them.
BatchPanel &openFindings(OpenReview &open)
{
    open.panel->findChild<QComboBox *>(QStringLiteral("queueKind"))->setCurrentIndex(1);
    open.settle();
    open.goToList();
    open.press(Qt::Key_A);
    BatchPanel &batch = open.panel->batch();
    REQUIRE(batch.list()->hasFocus());
    return batch;
}

void tickAll(const BatchPanel &batch)
{
    for (int row = 0; row < batch.list()->count(); ++row)
        QTest::keyClick(batch.list(), static_cast<Qt::Key>(Qt::Key_0 + (row + 1) % 10));
}

QString textOf(const BatchPanel &batch, int row)
{
    return batch.list()->item(row)->text();
}

void giveName(const OpenReview &open, const BatchPanel &batch, const QString &name)
{
    QTest::keyClick(batch.list(), Qt::Key_F2);
    auto *line = open.view->findChild<QLineEdit *>(QStringLiteral("suggestionNameFieldLine"));
    REQUIRE(line);
    REQUIRE(line->isVisible());
    line->setText(name);
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(batch.list()->hasFocus());
}

} // namespace

TEST_CASE("the next ten are decided at once: what is ticked is accepted as corrected, the others are rejected")
{
    OpenReview open({}, alderLetter);
    open.panel->findChild<QComboBox *>(QStringLiteral("queueKind"))->setCurrentIndex(1);
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 4; }));
    open.goToList();
    const int before = open.panel->count();
    open.press(Qt::Key_A);
    ui::review::BatchPanel &batch = open.panel->batch();
    REQUIRE(batch.list()->hasFocus());
    REQUIRE(batch.list()->count() == std::min(before, ui::review::BatchPanel::most));
    // The scripted ones are unlikely: none is ticked.
    CHECK(batch.batch().accepted.empty());
    QTest::keyClick(batch.list(), Qt::Key_1);
    QTest::keyClick(batch.list(), Qt::Key_2);
    QTest::keyClick(batch.list(), Qt::Key_P);
    CHECK(open.panel->findChild<QPushButton *>(QStringLiteral("batchDecide"))
              ->text()
              .startsWith(QStringLiteral("Accept 2, reject")));
    CHECK(batch.list()->item(1)->text().contains(QStringLiteral("planned")));
    SECTION("decided")
    {
        QTest::keyClick(batch.list(), Qt::Key_Return);
        REQUIRE(eventually([&] { return open.isSettled(); }));
        const auto lines = open.evidence();
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].link.stance == Stance::Supports);
        CHECK(lines[1].link.stance == Stance::Planned);
        // Nothing is left, and what is listed from now on is nothing that the reporter waits for.
        CHECK(open.view->hasFocus());
        open.opened.session().undo();
        REQUIRE(
            eventually([&] { return open.evidence().empty() && open.isSettled() && open.panel->count() == before; }));
        CHECK_FALSE(batch.isOpen());
        CHECK(open.view->hasFocus());
    }
    SECTION("left")
    {
        QTest::keyClick(batch.list(), Qt::Key_Escape);
        CHECK_FALSE(batch.isVisible());
        CHECK(open.panel->list()->hasFocus());
        CHECK(open.panel->count() == before);
    }
}

TEST_CASE("at the end of the list the ten before it are decided at once, the chosen one among them")
{
    OpenReview open({}, alderLetter);
    open.goToList();
    const int last = open.panel->count() - 1;
    REQUIRE(last > BatchPanel::most);
    open.panel->choose(last);
    const auto chosen = open.panel->chosen();
    open.press(Qt::Key_A);
    const BatchPanel &batch = open.panel->batch();
    REQUIRE(batch.suggestions().size() == BatchPanel::most);
    CHECK(batch.list()->currentRow() == BatchPanel::most - 1);
    REQUIRE(batch.chosen());
    CHECK(idOf(*batch.chosen()) == chosen);
}

TEST_CASE("what is decided at once stays so while it is suggested, listed or not")
{
    OpenReview open({}, alderLetter);
    open.panel->findChild<QComboBox *>(QStringLiteral("queueKind"))->setCurrentIndex(1);
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 4; }));
    open.goToList();
    open.press(Qt::Key_A);
    BatchPanel &batch = open.panel->batch();
    const auto ofBatch = [&](size_t row) { return idOf(batch.suggestions().at(row)); };
    QTest::keyClick(batch.list(), Qt::Key_1);
    // The scripted ones are too unlikely for this.
    open.panel->findChild<QComboBox *>(QStringLiteral("queueScore"))->setCurrentIndex(2);
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 0; }));
    CHECK(batch.batch().accepted.size() == 1);
    CHECK(batch.batch().rejected.size() == 3);
    open.opened.session().decide(
        [id = ofBatch(1)](const CaseFile &file) { return model::session::rejectSuggestions(file, {id}); });
    REQUIRE(eventually([&] { return open.isSettled() && batch.batch().rejected.size() == 2; }));
    CHECK(batch.batch().accepted.size() == 1);
    open.opened.session().decide([rest = std::vector{ofBatch(0), ofBatch(2), ofBatch(3)}](const CaseFile &file) {
        return model::session::rejectSuggestions(file, rest);
    });
    REQUIRE(eventually([&] { return open.isSettled() && batch.batch() == Batch(); }));
    // There is nothing to decide any more, and nothing is left.
    QTest::keyClick(batch.list(), Qt::Key_Return);
    CHECK_FALSE(batch.isOpen());
    CHECK(open.view->hasFocus());
}

TEST_CASE("a batch that is decided keeps the keyboard until the next is there, which Z leaves for the one before")
{
    LongReview open;
    BatchPanel &batch = openFindings(open);
    const SuggestionId first = idOf(open.panel->queue().item(0));
    const SuggestionId eleventh = idOf(open.panel->queue().item(BatchPanel::most));
    tickAll(batch);
    QTest::keyClick(batch.list(), Qt::Key_Return);
    CHECK(batch.isWaiting());
    // What is typed ahead is meant for the next, which nobody has seen yet.
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_1, Qt::Key_Backspace})
        QTest::keyClick(QApplication::focusWidget(), key);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    REQUIRE(batch.isOpen());
    CHECK_FALSE(batch.isWaiting());
    CHECK(batch.list()->hasFocus());
    CHECK(idOf(batch.suggestions().front()) == eleventh);
    CHECK(batch.batch().accepted.empty());
    CHECK(open.evidence().size() == BatchPanel::most);
    QTest::keyClick(batch.list(), Qt::Key_Z);
    CHECK_FALSE(batch.isOpen());
    REQUIRE(eventually([&] { return open.panel->chosen() == first; }));
    CHECK(open.evidence().empty());
}

TEST_CASE("the next batch does not call back who has gone elsewhere")
{
    LongReview open;
    BatchPanel &batch = openFindings(open);
    QTest::keyClick(batch.list(), Qt::Key_Return);
    open.view->setFocus();
    REQUIRE(eventually([&] { return open.isSettled(); }));
    CHECK_FALSE(batch.isOpen());
    CHECK(open.panel->list()->isVisible());
    CHECK(open.view->hasFocus());
}

TEST_CASE("another order or filter ends the waiting for the next batch, which was one of the order before")
{
    LongReview open;
    BatchPanel &batch = openFindings(open);
    QTest::keyClick(batch.list(), Qt::Key_Return);
    open.panel->findChild<QComboBox *>(QStringLiteral("queueKind"))->setCurrentIndex(2);
    CHECK_FALSE(batch.isOpen());
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() > 0; }));
    open.settle();
    CHECK_FALSE(batch.isOpen());
    CHECK(open.panel->list()->isVisible());
}

TEST_CASE("behind the last batch nothing is waited for: what comes later opens none")
{
    OpenReview open;
    BatchPanel &batch = openFindings(open);
    REQUIRE(batch.list()->count() == 2);
    QTest::keyClick(batch.list(), Qt::Key_Return);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    CHECK(open.panel->count() == 0);
    CHECK_FALSE(batch.isOpen());
    CHECK_FALSE(open.panel->list()->isVisible());
    CHECK(open.view->hasFocus());
    open.opened.session().undo();
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 2; }));
    CHECK_FALSE(batch.isOpen());
    CHECK(open.view->hasFocus());
}

TEST_CASE("what is still suggested of a batch is decided as said, and what is not any more is left out and told")
{
    OpenReview open({}, alderLetter);
    CaseSession &session = open.opened.session();
    BatchPanel &batch = openFindings(open);
    REQUIRE(batch.list()->count() == 4);
    QSemaphore mayGoOn;
    session.decide([&mayGoOn, id = idOf(batch.suggestions().front())](const CaseFile &file) {
        mayGoOn.acquire();
        return rejectSuggestions(file, {id});
    });
    QTest::keyClick(batch.list(), Qt::Key_1);
    QTest::keyClick(batch.list(), Qt::Key_2);
    QTest::keyClick(batch.list(), Qt::Key_P);
    QSignalSpy failed(&session, &CaseSession::failed);
    QTest::keyClick(batch.list(), Qt::Key_Return);
    mayGoOn.release();
    REQUIRE(eventually([&] { return !open.advice.isEmpty() && open.isSettled(); }));
    CHECK(open.advice.startsWith(QStringLiteral("1 of 4 had changed meanwhile")));
    CHECK(failed.isEmpty());
    const auto lines = open.evidence();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].link.stance == Stance::Planned);
    CHECK(open.panel->count() == 0);
    CHECK_FALSE(batch.isOpen());
    // One step: the others are suggested again, as they were.
    session.undo();
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 3; }));
    CHECK(open.evidence().empty());
}

TEST_CASE("a batch that cannot be written stays as it was said")
{
    OpenReview open({}, alderLetter);
    CaseSession &session = open.opened.session();
    BatchPanel &batch = openFindings(open);
    QTest::keyClick(batch.list(), Qt::Key_1);
    QTest::keyClick(batch.list(), Qt::Key_2);
    QTest::keyClick(batch.list(), Qt::Key_P);
    const Batch said = batch.batch();
    stopWriting(session);
    QSignalSpy failed(&session, &CaseSession::failed);
    QTest::keyClick(batch.list(), Qt::Key_Return);
    REQUIRE(eventually([&] { return failed.size() == 1 && open.isSettled(); }));
    REQUIRE(batch.isOpen());
    CHECK_FALSE(batch.isWaiting());
    CHECK(batch.list()->hasFocus());
    CHECK(batch.list()->currentRow() == 1);
    CHECK(open.chosenText() == birch);
    CHECK(batch.batch() == said);
    CHECK(open.advice.isEmpty());
    CHECK(open.evidence().empty());
}

TEST_CASE("another name for a partner that nobody knows is seen wherever a batch suggests that partner")
{
    OpenReview open({}, alderLetter);
    BatchPanel &batch = openFindings(open);
    const QString given = QStringLiteral("Royal Alder Bank ×");
    giveName(open, batch, QStringLiteral("Royal Alder Bank"));
    for (const int row : {0, 2, 3})
        CHECK(textOf(batch, row).contains(given));
    CHECK(textOf(batch, 1).contains(QStringLiteral("Birch Media ×")));
    CHECK(batch.batch().accepted.size() == 1);
    SECTION("and is taken")
    {
        QTest::keyClick(batch.list(), Qt::Key_3);
        QTest::keyClick(batch.list(), Qt::Key_Return);
        REQUIRE(eventually([&] { return open.isSettled(); }));
        CHECK(open.evidence().size() == 2);
        const Matrix matrix = open.matrix();
        REQUIRE(matrix.partners.size() == 1);
        CHECK(matrix.partners[0].name == QStringLiteral("Royal Alder Bank"));
    }
    SECTION("but where one was named for itself")
    {
        batch.list()->setCurrentRow(2);
        giveName(open, batch, QStringLiteral("Alder Brokers"));
        CHECK(textOf(batch, 0).contains(given));
        CHECK(textOf(batch, 2).contains(QStringLiteral("Alder Brokers ×")));
    }
}

TEST_CASE("another name in the place of one that a partner of the case has is that of one suggestion only")
{
    OpenReview open({QStringLiteral("Alder Bank")}, alderLetter);
    REQUIRE(eventually([&] { return open.book->subjects(SubjectKind::Partner).size() == 1; }));
    BatchPanel &batch = openFindings(open);
    giveName(open, batch, QStringLiteral("Royal Alder Bank"));
    CHECK(textOf(batch, 0).contains(QStringLiteral("Royal Alder Bank ×")));
    CHECK_FALSE(textOf(batch, 2).contains(QStringLiteral("Royal")));
}

TEST_CASE("the passage of the chosen one of a batch is linked, and the batch has the keyboard again")
{
    OpenReview open;
    ui::review::PageTagsPanel tags(&open.window);
    ui::findings::LinkPanel links(&open.window);
    ui::review::Tagging tagging(open.opened.session(), *open.book, {open.view, &tags, &links, &open.window});
    QObject::connect(open.review.get(), &ui::review::SuggestionReview::linkWanted, &tagging,
                     &ui::review::Tagging::linkPassage);
    QObject::connect(&links, &ui::findings::LinkPanel::closed, open.review.get(),
                     &ui::review::SuggestionReview::linkLeft);
    tagging.setDocument(open.memo);
    open.settle();
    BatchPanel &batch = openFindings(open);
    const Passage words = passageOf(*batch.chosen());
    QTest::keyClick(batch.list(), Qt::Key_L);
    REQUIRE(eventually([&] { return links.isVisible(); }));
    CHECK(links.request().partners == QStringList(QStringLiteral("Alder Bank")));
    REQUIRE(eventually([&] {
        const auto &now = tagging.tags().tags;
        return std::any_of(now.begin(), now.end(), [&](const Tag &tag) { return tag.passage.isSamePlace(words); });
    }));
    links.close();
    CHECK(batch.isOpen());
    CHECK(batch.list()->hasFocus());
}

TEST_CASE("where more of the queue follows on what is listed, no batch holds what was left behind")
{
    LongReview open;
    open.goToList();
    const int first = open.panel->count() - 3;
    open.panel->choose(first);
    REQUIRE_FALSE(open.panel->queue().isComplete());
    open.press(Qt::Key_A);
    REQUIRE(open.panel->batch().isOpen());
    for (const QueuedSuggestion &one : open.panel->batch().suggestions())
        CHECK(open.panel->queue().rowOf(idOf(one)) >= first);
}
