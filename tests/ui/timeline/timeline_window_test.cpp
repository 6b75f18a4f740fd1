// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/gestures.h"
#include "tests/support/pdf_builder.h"
#include "tests/ui/driven_window.h"
#include "ui/case_frame.h"
#include "ui/timeline/timeline_view.h"

#include <QTreeWidget>

using namespace model;
using namespace model::session;

namespace {

/// A window on a case with one finding, whose evidence names its time.
class DatedWindow : public DrivenWindow {
public:
    DatedWindow()
    {
        const QString folderOfCase = path("Doors.carveout");
        window.createCase(folderOfCase, {QStringLiteral("Fernbank")});
        REQUIRE(eventually([&] { return window.frame() != nullptr; }));
        prompts.files = {put("memo.pdf", pdfOfLines({"Larkspur read mail from 2013 to 2015"}))};
        act("importFiles");
        const QAbstractItemModel &tree = *list("documentTree").model();
        REQUIRE(eventually([&] { return tree.rowCount(tree.index(0, 0)) == 1; }));
        window.closeCase();
        link(folderOfCase);
        window.openCase(folderOfCase);
        REQUIRE(eventually([&] { return window.frame() != nullptr; }));
    }
    static void link(const QString &folderOfCase)
    {
        const auto file = must(CaseFile::open(folderOfCase, Access::ReadWrite, {QStringLiteral("Ada")}));
        const Sha256 memo = must(file->documents()).front().sha256;
        const QString text = must(file->pageText(memo, 0)).text;
        const auto passage = makePassage(memo, 0, text, 0, 0, text, text.trimmed().size());
        REQUIRE(passage);
        const auto decision = must(tagPassage(*file, {*passage, TagKind::Evidence, {}}));
        must(file->decide(decision));
        const Tag tag = std::get<journal::AddTag>(decision.changes.back()).tag;
        must(file->decide(must(linkEvidence(
            *file, {tag.id, {QStringLiteral("Larkspur")}, {QStringLiteral("read · mail")}, Stance::Supports}))));
    }
    ui::timeline::TimelineView &timeline() const { return *find<ui::timeline::TimelineView>("timelineView"); }
};

} // namespace

TEST_CASE("Ctrl+3 shows the timeline, Enter the page with the words framed, Escape leads back, M to the matrix")
{
    DatedWindow driven;
    driven.press(Qt::Key_3, Qt::ControlModifier);
    CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Timeline);
    REQUIRE(eventually([&] { return driven.timeline().isVisible() && driven.timeline().hasFocus(); }));
    driven.press(Qt::Key_Return);
    CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Read);
    auto &tags = *driven.find<QTreeWidget>("pageTagsList");
    REQUIRE(eventually([&] {
        return tags.currentItem() && tags.currentItem()->text(0).contains(QStringLiteral("from 2013 to 2015"));
    }));
    driven.press(Qt::Key_Escape);
    driven.press(Qt::Key_Escape);
    REQUIRE(driven.window.frame()->place() == ui::CaseFrame::Place::Timeline);
    CHECK(driven.timeline().hasFocus());
    driven.press(Qt::Key_M);
    CHECK(driven.window.frame()->place() == ui::CaseFrame::Place::Matrix);
    CHECK(eventually([&] { return driven.list("evidenceList").model()->rowCount() == 1; }));
}

TEST_CASE("what is typed into the filter of the timeline filters the matrix, and the other way round")
{
    DatedWindow driven;
    driven.act("viewTimeline");
    REQUIRE(eventually([&] { return driven.timeline().isVisible(); }));
    driven.type("timelineFilterText", QStringLiteral("nobody"));
    driven.act("viewMatrix");
    CHECK(driven.find<QLineEdit>("matrixFilterText")->text() == QStringLiteral("nobody"));
    driven.find<QLineEdit>("matrixFilterText")->clear();
    driven.type("matrixFilterText", QStringLiteral("lark"));
    driven.act("viewTimeline");
    CHECK(driven.find<QLineEdit>("timelineFilterText")->text() == QStringLiteral("lark"));
    CHECK(eventually([&] { return driven.timeline().timeline().rows.size() == 1; }));
}
