// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/open_review.h"
#include "ui/review/pace.h"
#include "ui/review/queue_bar.h"
#include "ui/review/same_panel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSemaphore>
#include <QToolButton>

#include <algorithm>
#include <atomic>

using namespace model;
using namespace model::session;

namespace {

QListWidget &sameList(const OpenReview &open)
{
    return *open.panel->findChild<QListWidget *>(QStringLiteral("sameList"));
}

} // namespace

TEST_CASE("the queue goes on to the next document, which is asked for, and the keyboard stays with the list")
{
    OpenReview open({}, alderLetter);
    open.goToList();
    CHECK_FALSE(open.wanted);
    for (int i = 0; i < 40 && !open.wanted; ++i) {
        open.press(Qt::Key_Backspace);
        REQUIRE(eventually([&] { return open.isSettled(); }));
    }
    REQUIRE(open.wanted);
    CHECK(open.wanted->document != open.memo);
    CHECK(open.panel->list()->hasFocus());
    CHECK(open.panel->list()->currentIndex().data(ui::review::QueueModel::PlaceRole).toString() ==
          QStringLiteral("letter.pdf, p. 1"));
}

TEST_CASE("a number accepts a finding with another stance, or a passage as another kind")
{
    OpenReview open;
    open.goToList();
    open.press(Qt::Key_4);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    const auto lines = open.evidence();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].link.stance == Stance::Planned);
    CHECK(open.chosenText() == birch);
}

TEST_CASE("arrows with Shift and Ctrl move the boundaries by a word, and Enter accepts the words as they are then")
{
    OpenReview open;
    open.goToList();
    const auto *reason = open.panel->findChild<QLabel *>(QStringLiteral("suggestionReason"));
    open.press(Qt::Key_Left, Qt::ShiftModifier);
    CHECK(reason->text().contains(QStringLiteral("“Alder Bank could read”")));
    open.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(reason->text().contains(QStringLiteral("“Bank could read”")));
    open.press(Qt::Key_Right, Qt::ShiftModifier);
    CHECK(reason->text().contains(QStringLiteral("“Bank could read messages”")));
    open.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    const auto lines = open.evidence();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].tag.passage.quote == QStringLiteral("Bank could read messages"));
    // What is chosen then has its own words.
    CHECK_FALSE(reason->text().contains(QStringLiteral("Bank could")));
}

TEST_CASE("boundaries are not moved over the words of another document than the suggestion's")
{
    OpenReview open({}, alderLetter);
    open.goToList();
    for (int i = 0; i < 40 && !open.wanted; ++i)
        open.press(Qt::Key_Down);
    REQUIRE(open.wanted);
    const Passage suggested = *open.wanted;
    REQUIRE(suggested.document != open.memo);
    const auto *reason = open.panel->findChild<QLabel *>(QStringLiteral("suggestionReason"));
    open.press(Qt::Key_Left, Qt::ShiftModifier);
    CHECK_FALSE(reason->text().contains(QStringLiteral("“")));
    CHECK(open.problem.contains(QStringLiteral("not in view yet")));
    open.press(Qt::Key_Return);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    const auto lines = open.evidence();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].tag.passage == suggested);
}

TEST_CASE("a passage that the page in view cannot hold has no boundaries to move")
{
    OpenReview open;
    Passage passage = passageOf(open.panel->queue().item(0));
    using Boundary = ui::page::PageView::Boundary;
    CHECK(open.view->withBoundaryMoved(passage, Boundary::End, -1));
    passage.end = 100'000;
    CHECK_FALSE(open.view->withBoundaryMoved(passage, Boundary::Start, 1));
    passage.end = passage.start + 5;
    passage.document = Sha256::of("another");
    CHECK_FALSE(open.view->withBoundaryMoved(passage, Boundary::End, 1));
}

TEST_CASE("Z takes the last decision back and chooses it again")
{
    OpenReview open;
    open.goToList();
    open.press(Qt::Key_Backspace);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    CHECK_FALSE(open.isListed(alder));
    open.press(Qt::Key_Z);
    REQUIRE(eventually([&] { return open.chosenText() == alder; }));
    CHECK(open.panel->list()->hasFocus());
}

TEST_CASE("an undo of something else chooses no suggestion, and one that is taken back leaves the keyboard where it is")
{
    OpenReview open;
    open.goToList();
    open.press(Qt::Key_Backspace);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    const Passage words = passageOf(open.panel->queue().item(0));
    CaseSession &session = open.opened.session();
    session.decide([words](const CaseFile &file) {
        return tagPassage(file, {words, TagKind::Partner, QStringLiteral("Oak Trust")});
    });
    open.press(Qt::Key_Escape);
    REQUIRE(open.view->hasFocus());
    QSignalSpy undone(&session, &CaseSession::undone);
    QSignalSpy chosen(open.panel, &ui::review::SuggestionPanel::suggestionChosen);
    const auto undo = [&] {
        const auto before = undone.size();
        session.undo();
        REQUIRE(eventually([&] { return undone.size() > before; }));
        open.settle();
    };
    undo();
    CHECK(chosen.isEmpty());
    CHECK_FALSE(open.isListed(alder));
    undo();
    REQUIRE(eventually([&] { return open.chosenText() == alder; }));
    CHECK(open.view->hasFocus());
    // It is forgotten then: nothing waits for the next undo.
    open.panel->choose(1);
    session.decide([words](const CaseFile &file) {
        return tagPassage(file, {words, TagKind::Partner, QStringLiteral("Oak Trust")});
    });
    undo();
    CHECK_FALSE(open.chosenText() == alder);
}

TEST_CASE("all that say the same are listed, and decided in one step but for those left out")
{
    OpenReview open({}, alderLetter);
    open.goToList();
    REQUIRE(open.chosenText() == alder);
    open.press(Qt::Key_Return, Qt::ShiftModifier);
    QListWidget &list = sameList(open);
    REQUIRE(eventually([&] { return list.hasFocus(); }));
    CHECK(list.count() == 2);
    CHECK(open.panel->findChild<QLabel *>(QStringLiteral("sameTitle"))
              ->text()
              .startsWith(QStringLiteral("Alder Bank × read · messages")));
    const auto *button = open.panel->findChild<QPushButton *>(QStringLiteral("sameDecide"));
    CHECK(button->text() == QStringLiteral("Accept 2 suggestions"));
    SECTION("all")
    {
        QTest::keyClick(&list, Qt::Key_Return);
        REQUIRE(eventually([&] { return open.isSettled(); }));
        CHECK(open.evidence().size() == 2);
        CHECK(open.panel->list()->hasFocus());
        open.press(Qt::Key_Z);
        REQUIRE(eventually([&] { return open.chosenText() == alder; }));
        CHECK(open.evidence().empty());
    }
    SECTION("one left out")
    {
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Space);
        CHECK(button->text() == QStringLiteral("Accept 1 suggestion"));
        QTest::keyClick(&list, Qt::Key_Return);
        REQUIRE(eventually([&] { return open.isSettled(); }));
        CHECK(open.evidence().size() == 1);
    }
    SECTION("none")
    {
        QTest::keyClick(&list, Qt::Key_Escape);
        CHECK_FALSE(list.isVisible());
        CHECK(open.panel->list()->hasFocus());
        CHECK(open.chosenText() == alder);
        CHECK(open.evidence().empty());
    }
}

TEST_CASE("where nothing else says the same, it is decided without a list")
{
    OpenReview open;
    open.goToList();
    open.press(Qt::Key_Backspace, Qt::ShiftModifier);
    REQUIRE(eventually([&] { return open.chosenText() == birch; }));
    CHECK_FALSE(sameList(open).isVisible());
}

TEST_CASE("a finding is accepted under another name of its partner, which the next one goes by")
{
    OpenReview open({}, alderLetter);
    open.goToList();
    open.press(Qt::Key_F2);
    auto *line = open.view->findChild<QLineEdit *>(QStringLiteral("suggestionNameFieldLine"));
    REQUIRE(line);
    CHECK(line->isVisible());
    line->setText(QStringLiteral("Royal Alder Bank"));
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    const Matrix matrix = open.matrix();
    REQUIRE(matrix.partners.size() == 1);
    CHECK(matrix.partners[0].name == QStringLiteral("Royal Alder Bank"));
    CHECK(matrix.partners[0].aliases == QStringList(QStringLiteral("Alder Bank")));
    CHECK(open.panel->list()->hasFocus());
}

TEST_CASE("order and filter narrow and turn the list, and are as they were left when the case is opened again")
{
    OpenReview open({}, alderLetter);
    auto *kind = open.panel->findChild<QComboBox *>(QStringLiteral("queueKind"));
    auto *order = open.panel->findChild<QComboBox *>(QStringLiteral("queueOrder"));
    kind->setCurrentIndex(1);
    order->setCurrentIndex(4);
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 4; }));
    CHECK(open.rowText(0) == alder);
    CHECK(open.rowText(1) == alder);
    auto *partner = open.panel->findChild<QLineEdit *>(QStringLiteral("queuePartner"));
    partner->setText(QStringLiteral("birch"));
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 1; }));
    partner->setText(QStringLiteral("nobody"));
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 0; }));
    const auto *hint = open.panel->findChild<QLabel *>(QStringLiteral("suggestionHint"));
    REQUIRE(eventually([&] {
        return hint->text() == QStringLiteral("The filter hides all 16 suggestions that are left. Change it with F.");
    }));
    partner->clear();
    auto *scope = open.panel->findChild<QComboBox *>(QStringLiteral("queueScope"));
    scope->setCurrentIndex(1);
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 2; }));

    ui::review::SuggestionPanel again;
    ui::review::SuggestionReview other(open.opened.session(), *open.book, *open.view, again);
    REQUIRE(eventually([&] { return other.isSettled() && again.count() == 4; }));
}

TEST_CASE("a failure of something else does not bring back what is still being decided")
{
    OpenReview open;
    CaseSession &session = open.opened.session();
    QSignalSpy failed(&session, &CaseSession::failed);
    QSemaphore mayGoOn;
    session.decide([](const CaseFile &) -> Result<journal::Decision> {
        return Error{ErrorKind::Invalid, QStringLiteral("No.")};
    });
    session.decide([&mayGoOn](const CaseFile &) -> Result<journal::Decision> {
        mayGoOn.acquire();
        return journal::Decision();
    });
    open.goToList();
    open.press(Qt::Key_Backspace);
    REQUIRE(eventually([&] { return failed.size() == 1; }));
    static_cast<void>(open.matrix());
    CHECK_FALSE(open.isSettled());
    CHECK_FALSE(open.isListed(alder));
    mayGoOn.release();
    REQUIRE(eventually([&] { return open.isSettled(); }));
    CHECK_FALSE(open.isListed(alder));
    CHECK(failed.size() == 1);
}

TEST_CASE("a part of the list that could not be had is asked for again")
{
    ui::review::QueueModel queue;
    QSignalSpy wanted(&queue, &ui::review::QueueModel::moreWanted);
    queue.setItems({}, false);
    queue.fetchMore({});
    queue.fetchMore({});
    CHECK(wanted.size() == 1);
    queue.fetchFailed();
    REQUIRE(queue.canFetchMore({}));
    queue.fetchMore({});
    CHECK(wanted.size() == 2);
}

TEST_CASE("unlikely findings are hidden until they are asked for, which is remembered, and passages never are")
{
    OpenReview open;
    auto *score = open.panel->findChild<QComboBox *>(QStringLiteral("queueScore"));
    auto *showAll = open.panel->findChild<QToolButton *>(QStringLiteral("queueShowAll"));
    CHECK_FALSE(showAll->isVisible());
    score->setCurrentIndex(score->count() - 1);
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 6; }));
    CHECK_FALSE(open.isListed(alder));
    CHECK(showAll->isVisible());
    CHECK(showAll->text().contains(QStringLiteral("40")));
    QTest::keyClick(showAll, Qt::Key_Space);
    REQUIRE(eventually([&] { return open.isSettled() && open.panel->count() == 8; }));
    CHECK(open.isListed(alder));
    CHECK_FALSE(showAll->isVisible());

    // What is remembered is written behind the window; this comes after it.
    std::atomic<bool> isWritten = false;
    open.opened.session().rememberBy([&isWritten](model::session::CaseFile &) {
        isWritten = true;
        return model::Result<void>();
    });
    REQUIRE(eventually([&] { return isWritten.load(); }));
    ui::review::SuggestionPanel again;
    CHECK(again.bar().request({}).filter.leastFindingScore > 0.39);
    ui::review::SuggestionReview other(open.opened.session(), *open.book, *open.view, again);
    REQUIRE(eventually([&] { return other.isSettled() && again.count() == 8; }));
}

TEST_CASE("the pace of the last half hour says how long the rest takes, once enough was decided to say so")
{
    ui::review::Pace pace;
    constexpr qint64 minute = 60'000;
    CHECK_FALSE(pace.msFor(10, 0));
    for (int i = 0; i < 9; ++i)
        pace.decided(i * minute / 2, 1);
    CHECK_FALSE(pace.msFor(16, 5 * minute));
    pace.decided(5 * minute, 4);
    // Twelve in the five minutes since the first.
    CHECK(pace.msFor(24, 5 * minute) == 10 * minute);
    // A pause slows it down, until all of it is longer ago than half an hour.
    CHECK(pace.msFor(24, 10 * minute) == 20 * minute);
    CHECK_FALSE(pace.msFor(24, 50 * minute));
}

TEST_CASE("a quick beginning, or many decided at one stroke, says nothing of the pace")
{
    ui::review::Pace pace;
    constexpr qint64 second = 1000;
    for (int i = 0; i < 20; ++i)
        pace.decided(i * 5 * second, 1);
    CHECK_FALSE(pace.msFor(100, 119 * second));
    REQUIRE(pace.msFor(100, 121 * second));
    const qint64 before = *pace.msFor(100, 121 * second);
    pace.decided(121 * second, 500);
    CHECK(*pace.msFor(100, 121 * second) > before / 2);
}

TEST_CASE("a decision far down in the queue reads and lists no more rows than one at its beginning")
{
    LongReview open;
    open.goToList();
    open.goToEnd();
    const int listed = open.panel->count();
    REQUIRE(open.panel->list()->currentIndex().row() == listed - 1);
    for (int i = 0; i < 3; ++i)
        open.press(Qt::Key_Up);
    const auto chosen = open.panel->chosen();
    const auto next = idOf(open.panel->queue().item(open.panel->list()->currentIndex().row() + 1));
    const int y = open.panel->list()->visualRect(open.panel->list()->currentIndex()).top();
    open.press(Qt::Key_Backspace);
    CHECK(open.panel->chosen() == next);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    CHECK(open.panel->chosen() == next);
    CHECK_FALSE(open.panel->queue().rowOf(*chosen));
    CHECK(open.panel->count() < listed);
    CHECK(open.panel->count() <= 400);
    // It stays where it was in the view, and what was left behind comes again as one goes there.
    CHECK(std::abs(open.panel->list()->visualRect(open.panel->list()->currentIndex()).top() - y) < 100);
    const auto first = [&open] { return passageOf(open.panel->queue().item(0)).document; };
    for (int i = 0; i < 60 && first() != open.memo; ++i) {
        open.press(Qt::Key_Home);
        REQUIRE(eventually([&] { return open.isSettled(); }));
    }
    CHECK(first() == open.memo);
}

TEST_CASE("the list begins at the document in view at once, without another's being shown before")
{
    LongReview open;
    ui::review::SuggestionPanel panel(&open.window);
    panel.show();
    ui::review::SuggestionReview review(open.opened.session(), *open.book, *open.view, panel);
    REQUIRE(eventually([&] { return panel.count() > 0 && review.isSettled(); }));
    // It is opened after the list was read, which begins with the first of the case.
    review.setDocument(open.letterDocument);
    std::vector<Sha256> shown;
    QObject::connect(&panel, &ui::review::SuggestionPanel::suggestionChosen, &panel, [&](const SuggestionId &id) {
        shown.push_back(passageOf(panel.queue().item(*panel.queue().rowOf(id))).document);
    });
    OpenReview::goToList(review);
    REQUIRE(eventually([&] { return panel.list()->hasFocus() && review.isSettled(); }));
    REQUIRE_FALSE(shown.empty());
    for (const Sha256 &document : shown)
        CHECK(document == open.letterDocument);
    CHECK(panel.list()->currentIndex().row() == 0);
}

TEST_CASE("a list that was read before a document was opened is read again in its own order")
{
    LongReview open;
    ui::review::SuggestionPanel panel(&open.window);
    panel.show();
    ui::review::SuggestionReview review(open.opened.session(), *open.book, *open.view, panel);
    REQUIRE(eventually([&] { return panel.count() > 0 && review.isSettled(); }));
    const auto first = [&panel] { return passageOf(panel.queue().item(0)).document; };
    REQUIRE(first() == open.memo);
    review.setDocument(open.letterDocument);
    ChangeSet changes;
    changes.suggestions.insert(open.memo);
    open.opened.session().announce(changes);
    open.settle();
    REQUIRE(eventually([&] { return review.isSettled(); }));
    CHECK(first() == open.memo);
}

TEST_CASE("one that is taken back far from what is listed is found, also when something changes while it is looked for")
{
    LongReview open;
    open.goToList();
    const auto decided = open.panel->chosen();
    open.press(Qt::Key_Backspace);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    open.goToEnd();
    REQUIRE(open.panel->queue().partOf(0)->before);
    // Whatever is asked after it is known to be open waits.
    CaseSession &session = open.opened.session();
    Inquiry delay;
    QSemaphore mayGoOn;
    std::atomic<bool> isDelayed = false;
    QObject::connect(&session, &CaseSession::undone, &open.window, [&] {
        delay.ask<bool>(
            session,
            [&](const CaseFile &) -> Result<bool> {
                isDelayed = true;
                mayGoOn.acquire();
                return true;
            },
            [](const Result<bool> &) {});
    });
    session.undo();
    REQUIRE(eventually([&] { return isDelayed.load(); }));
    QCoreApplication::processEvents();
    ChangeSet changes;
    changes.suggestions.insert(open.memo);
    session.announce(changes);
    QCoreApplication::processEvents();
    mayGoOn.release();
    CHECK(eventually([&] { return open.panel->chosen() == decided; }));
}

TEST_CASE("what takes room from the list does not hide the chosen one")
{
    LongReview open;
    open.goToList();
    const QListView &list = *open.panel->list();
    const auto isInView = [&list] { return list.viewport()->rect().contains(list.visualRect(list.currentIndex())); };
    open.panel->choose(list.indexAt(list.viewport()->rect().bottomLeft() + QPoint(4, -4)).row());
    REQUIRE(eventually([&] { return isInView(); }));
    const int height = list.height();
    open.panel->resize(open.panel->width(), open.panel->height() - 100);
    REQUIRE(eventually([&] { return list.height() < height; }));
    CHECK(eventually([&] { return isInView(); }));
}

TEST_CASE("a letter that is no command does nothing in the list")
{
    OpenReview open;
    open.goToList();
    REQUIRE(open.chosenText() == alder);
    open.press(Qt::Key_B);
    CHECK(open.chosenText() == alder);
    QTest::keyClick(open.panel->list(), 'b', Qt::ShiftModifier);
    CHECK(open.chosenText() == alder);
}

TEST_CASE("an empty case says that there are no documents, not that a filter hides them")
{
    OpenedCase opened;
    opened.open();
    QWidget window;
    ui::page::PageView view(&window);
    ui::review::SuggestionPanel panel(&window);
    ui::SubjectBook book(opened.session());
    ui::review::SuggestionReview review(opened.session(), book, view, panel);
    const auto *hint = panel.findChild<QLabel *>(QStringLiteral("suggestionHint"));
    REQUIRE(eventually([&] { return hint->text().startsWith(QStringLiteral("There are no documents yet")); }));
    CHECK_FALSE(hint->isHidden());
}

TEST_CASE("a passage that is another kind than suggested is asked for its name, and is called what it is called")
{
    OpenReview open;
    const int row = [&] {
        for (int i = 0; i < open.panel->count(); ++i) {
            const auto *tag = std::get_if<TagSuggestion>(&open.panel->queue().item(i));
            if (tag && tag->passage.quote == u"write posts")
                return i;
        }
        return -1;
    }();
    REQUIRE(row >= 0);
    open.goToList();
    open.panel->choose(row);
    open.press(Qt::Key_1);
    auto *line = open.view->findChild<QLineEdit *>(QStringLiteral("suggestionNameFieldLine"));
    REQUIRE(line);
    REQUIRE(line->isVisible());
    CHECK(line->text() == QStringLiteral("write posts"));
    line->setText(QStringLiteral("Postwriter"));
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(eventually([&] { return open.isSettled(); }));
    const Matrix matrix = open.matrix();
    REQUIRE(matrix.partners.size() == 1);
    CHECK(matrix.partners[0].name == QStringLiteral("Postwriter"));
}

TEST_CASE("the passage of a suggestion can be linked to a further finding")
{
    OpenReview open;
    QStringList partners;
    QString words;
    QObject::connect(open.review.get(), &ui::review::SuggestionReview::linkWanted, open.view,
                     [&](const Passage &passage, const QStringList &named) {
                         words = passage.quote;
                         partners = named;
                     });
    open.goToList();
    open.press(Qt::Key_L);
    CHECK(words == QStringLiteral("Alder Bank could read messages."));
    CHECK(partners == QStringList(QStringLiteral("Alder Bank")));
    open.view->setFocus();
    open.review->linkLeft();
    CHECK(open.panel->list()->hasFocus());
}
