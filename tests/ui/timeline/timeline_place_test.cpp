// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_place.h"

#include "model/session/gestures.h"
#include "model/session/suggestions.h"
#include "tests/support/scripted_proposer.h"
#include "tests/ui/opened_case.h"
#include "tests/ui/scripted_prompts.h"
#include "ui/timeline/timeline_view.h"
#include "ui/timeline/timeline_words.h"

#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QToolTip>
#include <QWheelEvent>

using namespace model;
using namespace model::session;
using namespace ui::timeline;

namespace {

/// A memo with a finding that has a gap, one with a contradiction, and one without any date.
class OpenTimeline {
public:
    explicit OpenTimeline(bool isEmpty = false)
    {
        if (!isEmpty)
            fill();
        place = std::make_unique<TimelinePlace>(opened.open(), prompts);
        place->resize(1000, 700);
        place->show();
        place->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(place.get()));
        place->takeFocus();
        QObject::connect(place.get(), &TimelinePlace::passageChosen, place.get(),
                         [this](const Passage &passage) { opens.push_back(passage.quote); });
        if (!isEmpty)
            REQUIRE(eventually([&] { return view().isVisible() && view().hasFocus(); }));
    }
    void fill()
    {
        memo = opened.temporary.addDocument(
            QStringLiteral("memo.pdf"),
            {QStringLiteral("Cedar deleted posts. Larkspur read mail from 2010 to 2012. Larkspur read mail again "
                            "from 2014 to 2015. Rowan saw names in 2016. Rowan lost names in 2013.")});
        link(QStringLiteral("Cedar deleted posts."), QStringLiteral("Cedar"), QStringLiteral("delete · posts"),
             Stance::Supports);
        link(QStringLiteral("Larkspur read mail from 2010 to 2012."), QStringLiteral("Larkspur"),
             QStringLiteral("read · mail"), Stance::Supports);
        link(QStringLiteral("Larkspur read mail again from 2014 to 2015."), QStringLiteral("Larkspur"),
             QStringLiteral("read · mail"), Stance::Supports);
        link(QStringLiteral("Rowan saw names in 2016."), QStringLiteral("Rowan"), QStringLiteral("read · names"),
             Stance::Supports);
        link(QStringLiteral("Rowan lost names in 2013."), QStringLiteral("Rowan"), QStringLiteral("read · names"),
             Stance::Ended);
    }
    void link(const QString &words, const QString &partner, const QString &permission, Stance stance)
    {
        CaseFile &file = opened.temporary.file();
        const auto decision = must(tagPassage(file, {opened.temporary.passage(memo, 0, words), TagKind::Evidence, {}}));
        must(file.decide(decision));
        const Tag tag = std::get<journal::AddTag>(decision.changes.back()).tag;
        must(file.decide(must(linkEvidence(file, {tag.id, {partner}, {permission}, stance}))));
    }
    template <class T> T &find(const char *name) const
    {
        T *found = place->findChild<T *>(QString::fromLatin1(name));
        REQUIRE(found);
        return *found;
    }
    TimelineView &view() const { return find<TimelineView>("timelineView"); }
    QString chosen() const { return find<QLabel>("timelineFinding").text(); }
    QListWidget &words() const { return find<QListWidget>("timelineWords"); }
    QString told() const
    {
        QStringList lines;
        for (int i = 0; i < words().count(); ++i)
            lines += words().item(i)->text();
        return lines.join(u'\n');
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(&view(), static_cast<Qt::Key>(key), modifiers);
    }

    OpenedCase opened;
    ScriptedPrompts prompts;
    Sha256 memo = Sha256::of("");
    std::unique_ptr<TimelinePlace> place;
    QStringList opens;
};

} // namespace

TEST_CASE("the arrow keys go from finding to finding and through what dates it, and Enter opens the very words")
{
    OpenTimeline open;
    CHECK(open.chosen() == QStringLiteral("Larkspur × read · mail"));
    CHECK(open.view().currentStop().kind == TimelineStop::Kind::Bar);
    open.press(Qt::Key_Right);
    CHECK(open.view().currentStop().kind == TimelineStop::Kind::Mark);
    open.press(Qt::Key_Return);
    CHECK(open.opens == QStringList{QStringLiteral("Larkspur read mail from 2010 to 2012.")});
    for (int i = 0; i < 5; ++i)
        open.press(Qt::Key_Right);
    open.press(Qt::Key_Return);
    CHECK(open.opens.back() == QStringLiteral("Larkspur read mail again from 2014 to 2015."));

    open.press(Qt::Key_Down);
    CHECK(open.chosen() == QStringLiteral("Rowan × read · names"));
    open.press(Qt::Key_Down);
    CHECK(open.chosen() == QStringLiteral("Cedar × delete · posts"));
    open.press(Qt::Key_Return);
    CHECK(open.opens.back() == QStringLiteral("Cedar deleted posts."));
    open.press(Qt::Key_Home);
    CHECK(open.chosen() == QStringLiteral("Larkspur × read · mail"));
    open.press(Qt::Key_End);
    CHECK(open.chosen() == QStringLiteral("Cedar × delete · posts"));
    CHECK(open.view().accessibleDescription().contains(QStringLiteral("No date is known")));
}

TEST_CASE("gaps and contradictions are told in words, and Enter on one opens the passage that speaks against")
{
    OpenTimeline open;
    CHECK(open.told().contains(QStringLiteral("it ended in 2012 and began again in 2014")));
    CHECK_FALSE(open.told().contains(QStringLiteral("Contradiction")));
    open.press(Qt::Key_Down);
    CHECK(open.told().contains(QStringLiteral("one passage says that it ended (2013), another that it held later "
                                              "(2016)")));
    CHECK(open.view().accessibleDescription().contains(QStringLiteral("Contradiction")));
    QListWidget &words = open.words();
    const auto found = words.findItems(QStringLiteral("Contradiction"), Qt::MatchStartsWith);
    REQUIRE(found.size() == 1);
    words.setCurrentItem(found.front());
    QTest::keyClick(&words, Qt::Key_Return);
    CHECK(open.opens == QStringList{QStringLiteral("Rowan lost names in 2013.")});
}

TEST_CASE("findings without any date stand apart under their number, and at no day")
{
    OpenTimeline open;
    auto &undated = open.find<QPushButton>("timelineUndated");
    CHECK(undated.text() == QStringLiteral("1 finding without a date"));
    const TimelineLines &lines = open.view().lines();
    REQUIRE(lines.count() == 6);
    CHECK(lines[4].kind == TimelineLines::Line::Kind::UndatedHead);
    CHECK(lines[5].kind == TimelineLines::Line::Kind::Undated);
    undated.click();
    CHECK(open.chosen() == QStringLiteral("Cedar × delete · posts"));
    CHECK(open.view().currentStop().kind == TimelineStop::Kind::Finding);
    CHECK(open.view().hasFocus());
}

TEST_CASE("the keys and the wheel zoom, and the day under the pointer stays where it is")
{
    OpenTimeline open;
    TimelineView &view = open.view();
    const double fitted = view.scale().pixelsPerDay();
    open.press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(view.scale().pixelsPerDay() > fitted);
    open.press(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(view.scale().isFitted());
    const QPointF pointer(700, 100);
    const auto place = [&] { return view.placeOf(1, stopsOf(view.timeline().rows[1]).back()); };
    const QPoint onMark = place();
    for (int i = 0; i < 4; ++i) {
        QWheelEvent wheel(QPointF(onMark), view.viewport()->mapToGlobal(QPointF(onMark)), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &wheel);
    }
    CHECK(view.scale().pixelsPerDay() > 4 * fitted);
    CHECK(std::abs(place().x() - onMark.x()) <= 3);
    open.press(Qt::Key_0, Qt::ControlModifier);
    CHECK(view.scale().isFitted());
    CHECK(view.horizontalScrollBar()->maximum() <= 1);
}

TEST_CASE("the mouse chooses what it points at, a double click opens it, and the tool tip tells of it")
{
    OpenTimeline open;
    TimelineView &view = open.view();
    const size_t rowan = 2;
    const auto stops = stopsOf(view.timeline().rows[rowan]);
    const auto mark = std::find_if(stops.begin(), stops.end(),
                                   [](const auto &stop) { return stop.kind == TimelineStop::Kind::Mark; });
    REQUIRE(mark != stops.end());
    const QPoint point = view.placeOf(rowan, *mark);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point);
    CHECK(view.currentStop() == *mark);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, point);
    CHECK(open.opens == QStringList{QStringLiteral("Rowan lost names in 2013.")});
    QHelpEvent help(QEvent::ToolTip, point, view.viewport()->mapToGlobal(point));
    QApplication::sendEvent(view.viewport(), &help);
    CHECK(QToolTip::text().contains(QStringLiteral("ended, 2013")));
    QToolTip::hideText();
}

TEST_CASE("the timeline shows what the filter lets pass, and keeps what was chosen")
{
    OpenTimeline open;
    open.press(Qt::Key_Down);
    auto &filter = open.find<QLineEdit>("timelineFilterText");
    open.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(filter.hasFocus());
    QTest::keyClicks(&filter, QStringLiteral("names"));
    CHECK(open.view().timeline().rows.size() == 1);
    CHECK(open.chosen() == QStringLiteral("Rowan × read · names"));
    CHECK_FALSE(open.find<QPushButton>("timelineUndated").isEnabled());
    filter.setText(QStringLiteral("nobody"));
    CHECK(open.find<QLabel>("timelineHint").text() ==
          QStringLiteral("No finding passes the filter: clear it, or change it with Ctrl+F."));
    filter.clear();
    CHECK(open.view().timeline().rows.size() == 3);
    CHECK(open.chosen() == QStringLiteral("Rowan × read · names"));
}

TEST_CASE("a period concluded elsewhere comes into the timeline")
{
    OpenTimeline open;
    const Matrix &matrix = open.view().timeline().matrix;
    const FindingKey finding{matrix.partners[0].id,
                             matrix.permissions[static_cast<size_t>(matrix.cells[0].permission)].id};
    open.opened.session().decide({{journal::SetPeriod{finding, {PartialDate{2011, 0, 0}, std::nullopt}}}});
    CHECK(eventually([&] { return open.view().timeline().undatedCount() == 0; }));
}

TEST_CASE("a picture holds every finding that passes the filter, in SVG with its names")
{
    OpenTimeline open;
    open.place->resize(500, 300); // some of them are out of sight
    open.prompts.pictureFile = open.opened.temporary.folder() + QStringLiteral("/out.svg");
    QSignalSpy news(open.place.get(), &TimelinePlace::news);
    open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(eventually([&] { return news.size() == 2; }));
    CHECK(news[1][0].toString().contains(QStringLiteral("out.svg")));
    CHECK(open.prompts.lastSuggestion.endsWith(QStringLiteral("-timeline.png")));
    QFile file(open.prompts.pictureFile);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray svg = file.readAll();
    for (const char *name : {"Larkspur", "Rowan", "Cedar"})
        CHECK(svg.contains(name));
}

TEST_CASE("a picture of the timeline is not saved under a name that says it is something else")
{
    OpenTimeline open;
    open.prompts.pictureFile = open.opened.temporary.folder() + QStringLiteral("/out.pdf");
    QSignalSpy problems(open.place.get(), &TimelinePlace::problem);
    open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(eventually([&] { return problems.size() == 1; }));
    CHECK(problems[0][0].toString().contains(QStringLiteral("end it in .png or .svg")));
    CHECK_FALSE(QFile::exists(open.prompts.pictureFile));
}

TEST_CASE("an empty timeline says what to do next")
{
    OpenTimeline open(true);
    CHECK(eventually([&] {
        return open.find<QLabel>("timelineHint").text().startsWith(QStringLiteral("The timeline fills as you work"));
    }));
    CHECK_FALSE(open.view().isVisible());
}

TEST_CASE("of ten thousand findings only those in view are painted")
{
    Timeline timeline;
    for (int partner = 0; partner < 200; ++partner)
        timeline.matrix.partners.push_back(
            {SubjectId::create(), SubjectKind::Partner, QStringLiteral("Partner %1").arg(partner), {}, std::nullopt});
    for (int permission = 0; permission < 50; ++permission)
        timeline.matrix.permissions.push_back({SubjectId::create(),
                                               SubjectKind::Permission,
                                               QStringLiteral("read · data %1").arg(permission),
                                               {},
                                               std::nullopt});
    for (int partner = 0; partner < 200; ++partner) {
        for (int permission = 0; permission < 50; ++permission) {
            MatrixCell cell;
            cell.partner = partner;
            cell.permission = permission;
            timeline.matrix.cells.push_back(cell);
            const PartialDate from{2000 + permission % 20, 0, 0};
            timeline.rows.push_back(timelineRow({Verdict::Open, {from, std::nullopt}}, {}));
        }
    }
    TimelineView view;
    view.resize(1000, 600);
    view.show();
    view.setTimeline(std::move(timeline));
    // Work for what is in view, of whatever is there: a page of 10,000 findings takes no longer than one of 10.
    const auto painted = [&view](int top) {
        view.verticalScrollBar()->setValue(top);
        return view.grab().toImage();
    };
    CHECK(view.verticalScrollBar()->maximum() > 100000);
    CHECK_FALSE(painted(0) == painted(view.verticalScrollBar()->maximum()));
    QTest::keyClick(&view, Qt::Key_PageDown);
    view.chooseFirst();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_PageDown);
    REQUIRE(view.currentRow());
    CHECK(*view.currentRow() > 20);
    CHECK(*view.currentRow() < 200);
}

TEST_CASE("what is suggested is on the timeline when it is asked for, and Enter opens its words")
{
    OpenedCase opened;
    opened.temporary.addDocument(QStringLiteral("memo.pdf"),
                                 {QStringLiteral("Alder Bank could read messages in 2013. Birch Media slept.")});
    CaseFile &file = opened.temporary.file();
    must(suggestEverywhere(file, must(suggestingFor(file, scriptedProposer()))));
    opened.options.proposer = [] { return scriptedProposer(); };
    ScriptedPrompts prompts;
    TimelinePlace place(opened.open(), prompts);
    place.resize(1000, 700);
    place.show();
    auto *view = place.findChild<TimelineView *>(QStringLiteral("timelineView"));
    const auto *hint = place.findChild<QLabel *>(QStringLiteral("timelineHint"));
    REQUIRE(eventually([&] { return hint->text().startsWith(QStringLiteral("The timeline fills")); }));
    CHECK_FALSE(place.wantsSuggested());
    QStringList opens;
    QObject::connect(&place, &TimelinePlace::passageChosen, &place,
                     [&](const Passage &passage) { opens.push_back(passage.quote); });
    // Also while the suggestions of an import come without a pause.
    QTimer import;
    QObject::connect(&import, &QTimer::timeout, &place, [&opened] {
        ChangeSet changes;
        changes.suggestions.insert(Sha256::of("a document"));
        Q_EMIT opened.session().changed(changes);
    });
    import.start(0);
    place.setWantsSuggested(true);
    place.takeFocus();
    REQUIRE(eventually([&] { return view->isVisible() && view->timeline().rows.size() == 1; }));
    import.stop();
    REQUIRE(view->choose({view->timeline().matrix.partners[0].id, view->timeline().matrix.permissions[0].id}));
    const auto *words = place.findChild<QListWidget *>(QStringLiteral("timelineWords"));
    CHECK(words->item(0)->text() == QStringLiteral("Only suggested, and nobody has decided it: from 2013."));
    CHECK(words->item(1)->text().startsWith(QStringLiteral("Suggested: ")));
    QTest::keyClick(view, Qt::Key_Return);
    REQUIRE(opens.size() == 1);
    CHECK(opens[0].startsWith(QStringLiteral("Alder Bank could read messages in 2013")));
    place.setWantsSuggested(false);
    REQUIRE(eventually([&] { return view->isHidden() || view->timeline().rows.empty(); }));
}
