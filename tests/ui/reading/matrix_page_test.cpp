// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_session.h"
#include "model/session/gestures.h"
#include "tests/ui/reading_window.h"
#include "ui/review/read_place.h"

#include <QLabel>
#include <QTableView>

namespace {

const QString secondPage = QStringLiteral("Larkspur could read messages");

} // namespace

TEST_CASE("the page beside the matrix shows the words that the chosen cell rests on")
{
    ReadingWindow driven(pdfOfLines({"Cover", secondPage.toLatin1()}));
    auto &session = driven.window.frame()->session();
    const model::Sha256 document = *driven.window.frame()->readPlace().documentInView();
    const model::Passage passage = *model::makePassage(document, 1, secondPage, 0, 1, secondPage, secondPage.size());
    bool linked = false;
    session.decide(
        [passage](const model::session::CaseFile &file) {
            return model::session::tagPassage(file, {passage, model::TagKind::Evidence, {}});
        },
        &driven.window,
        [&](const model::journal::Decision &decision) {
            const model::TagId tag = std::get<model::journal::AddTag>(decision.changes.back()).tag.id;
            session.decide(
                [tag](const model::session::CaseFile &file) {
                    return model::session::linkEvidence(file, {tag,
                                                               {QStringLiteral("Larkspur")},
                                                               {QStringLiteral("read · messages")},
                                                               model::Stance::Supports});
                },
                &driven.window, [&](const model::journal::Decision &) { linked = true; });
        });
    REQUIRE(eventually([&] { return linked; }));
    driven.act("viewMatrix");
    auto *table = driven.find<QTableView>("matrixTable");
    REQUIRE(eventually([&] { return table->isVisible() && table->model()->rowCount() == 1; }));
    driven.press(Qt::Key_F11);
    auto *view = driven.find<ui::page::PageView>("matrixPageView");
    CHECK(eventually([&] {
        return view->isVisible() && view->currentPage() == 1 && view->source() && view->source()->layout(1) &&
               view->tags().size() == 1;
    }));
    CHECK(driven.find<QLabel>("matrixPageTitle")->text().contains(QStringLiteral("p. 2")));
    // Enter on the page goes on to where it is worked on, Escape back to the matrix.
    view->setFocus();
    driven.press(Qt::Key_Escape); // the frame
    driven.press(Qt::Key_Escape);
    CHECK_FALSE(view->isVisible());
    CHECK(driven.window.focusWidget() == table);
    driven.press(Qt::Key_F11);
    REQUIRE(eventually([&] { return view->isVisible() && view->source(); }));
    view->setFocus();
    driven.press(Qt::Key_Return);
    CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Read);
    CHECK(eventually([&] { return driven.pages().currentPage() == 1; }));
}
