// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_session.h"
#include "model/session/gestures.h"
#include "tests/ui/reading_window.h"
#include "ui/review/batch_panel.h"
#include "ui/review/read_place.h"
#include "ui/review/suggestion_panel.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>

#include <tuple>

using ui::review::BatchPanel;

namespace {

QByteArray sampleDocument()
{
    QFile file(QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/sample/bundle/04-capability-list-memo.pdf"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A window on a document in which more is suggested than a batch holds, with a batch open.
class BatchWindow : public ReadingWindow {
public:
    explicit BatchWindow(QSize size)
        : ReadingWindow(sampleDocument())
    {
        window.resize(size);
        auto *panel = find<ui::review::SuggestionPanel>("suggestions");
        find<QComboBox>("queueScore")->setCurrentIndex(0);
        REQUIRE(eventually([&] { return panel->count() >= BatchPanel::most; }));
        press(Qt::Key_S);
        press(Qt::Key_A);
        REQUIRE(eventually([&] { return batch.isOpen() && list->hasFocus(); }));
        REQUIRE(list->count() == BatchPanel::most);
        // As findings of long names are: two lines each.
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setText(
                QStringLiteral("%1  Larkspur Media Limited × read · private messages, supports").arg(row));
        QCoreApplication::processEvents();
    }
    bool isInView(int row) const { return list->viewport()->rect().contains(list->visualItemRect(list->item(row))); }
    QRect placeOf(const QWidget *widget) const { return {widget->mapTo(&window, QPoint()), widget->size()}; }

    BatchPanel &batch = find<ui::review::SuggestionPanel>("suggestions")->batch();
    QListWidget *list = batch.list();
};

} // namespace

TEST_CASE("all ten of a batch are in view on a small screen, and what they took the room of comes back")
{
    BatchWindow driven({1280, 800});
    CHECK(driven.list->visualItemRect(driven.list->item(0)).height() >= driven.list->fontMetrics().lineSpacing() * 2);
    for (int row = 0; row < BatchPanel::most; ++row) {
        INFO(row);
        CHECK(driven.isInView(row));
    }
    const QWidget *hint = driven.find<QLabel>("batchHint");
    CHECK(driven.placeOf(driven.find<QWidget>("tagScroll")).contains(driven.placeOf(hint)));
    CHECK_FALSE(driven.find<QWidget>("pageTags")->isVisible());
    CHECK_FALSE(driven.find<QWidget>("pageNote")->isVisible());
    SECTION("once it is left")
    {
        QTest::keyClick(driven.list, Qt::Key_Escape);
        CHECK(driven.find<QWidget>("pageTags")->isVisible());
        CHECK(driven.find<QWidget>("pageNote")->isVisible());
        CHECK(driven.find<QWidget>("queueBar")->isVisible());
    }
    SECTION("and a note can be written meanwhile")
    {
        driven.act("writeNote");
        CHECK(driven.find<QWidget>("pageNoteText")->isVisible());
        CHECK(driven.find<QWidget>("pageNoteText")->hasFocus());
    }
    SECTION("and another order, which ends it, can be chosen")
    {
        driven.act("orderSuggestions");
        CHECK_FALSE(driven.batch.isOpen());
        CHECK(driven.find<QComboBox>("queueOrder")->hasFocus());
    }
}

TEST_CASE("in the smallest window the rows of a batch follow the chosen one")
{
    const BatchWindow driven({900, 600});
    CHECK(driven.isInView(0));
    CHECK(driven.isInView(4));
    QTest::keyClick(driven.list, Qt::Key_0);
    CHECK(driven.list->currentRow() == BatchPanel::most - 1);
    CHECK(driven.isInView(BatchPanel::most - 1));
}

TEST_CASE("nothing beside the page is cut off while a passage of a batch is linked")
{
    for (const QSize size : {QSize(1280, 800), QSize(900, 600)}) {
        const BatchWindow driven(size);
        QTest::keyClick(driven.list, Qt::Key_L);
        REQUIRE(eventually([&] { return driven.find<QWidget>("linkPanel")->isVisible(); }));
        const auto *scroll = driven.find<QScrollArea>("tagScroll");
        CHECK(eventually([&] { return scroll->widget()->width() <= scroll->viewport()->width(); }));
        // Nothing is ticked any more: the button says so at length.
        for (const char *name : {"linkPartners", "linkPermissions"}) {
            auto *names = driven.find<QListWidget>(name);
            for (int row = 0; row < names->count(); ++row)
                names->item(row)->setCheckState(Qt::Unchecked);
        }
        CHECK(eventually([&] { return scroll->widget()->width() <= scroll->viewport()->width(); }));
        INFO(driven.placeOf(scroll).right() << " of " << driven.window.width());
        CHECK(eventually([&] { return driven.window.rect().contains(driven.placeOf(scroll)); }));
    }
}

TEST_CASE("in the matrix and the timeline a message covers no legend")
{
    ReadingWindow driven;
    auto &session = driven.window.frame()->session();
    const model::Sha256 document = *driven.window.frame()->readPlace().documentInView();
    const QString text = QStringLiteral("Larkspur could read messages");
    const model::Passage passage = *model::makePassage(document, 0, text, 0, 0, text, text.size());
    session.decide(
        [passage](const model::session::CaseFile &file) {
            return model::session::tagPassage(file, {passage, model::TagKind::Evidence, {}});
        },
        &driven.window,
        [&](const model::journal::Decision &decision) {
            const model::TagId tag = std::get<model::journal::AddTag>(decision.changes.back()).tag.id;
            session.decide([tag](const model::session::CaseFile &file) {
                return model::session::linkEvidence(
                    file,
                    {tag, {QStringLiteral("Larkspur")}, {QStringLiteral("read · messages")}, model::Stance::Supports});
            });
        });
    for (const auto &[action, shown, legend] : {std::tuple{"viewMatrix", "matrixTable", "matrixLegend"},
                                                std::tuple{"viewTimeline", "timelineView", "timelineLegend"}}) {
        INFO(action);
        driven.act(action);
        const auto *view = driven.find<QWidget>(shown);
        REQUIRE(eventually([&] { return view->isVisible() && view->height() > 100; }));
        driven.window.frame()->problemBar().showNews(QStringLiteral("The matrix was written."));
        const QWidget *bar = &driven.window.frame()->problemBar();
        const auto placeOf = [&](const QWidget *widget) {
            return QRect(widget->mapTo(&driven.window, QPoint()), widget->size());
        };
        CHECK(eventually([&] { return placeOf(view).contains(placeOf(bar)); }));
        CHECK_FALSE(placeOf(driven.find<QWidget>(legend)).intersects(placeOf(bar)));
    }
}

TEST_CASE("a message lies over the page, and covers nothing of the lists beside it")
{
    for (const QSize size : {QSize(1280, 800), QSize(900, 600)}) {
        const BatchWindow driven(size);
        driven.window.frame()->problemBar().showNews(QStringLiteral("17 documents were read."));
        const QWidget &bar = driven.window.frame()->problemBar();
        REQUIRE(bar.isVisible());
        const QRect message = driven.placeOf(&bar);
        CHECK_FALSE(message.intersects(driven.placeOf(driven.find<QWidget>("tagScroll"))));
        const auto *left = driven.find<QWidget>("leftTabs");
        CHECK((!left->isVisible() || !message.intersects(driven.placeOf(left))));
        CHECK(driven.window.rect().contains(message));
    }
}
