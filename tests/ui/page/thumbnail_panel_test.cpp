// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/thumbnail_panel.h"

#include "tests/support/catch.h"
#include "tests/support/scripted_page_reader.h"
#include "tests/support/strings.h"
#include "tests/support/waiting.h"
#include "ui/page/document_pane.h"
#include "ui/page/thumbnail_model.h"

#include <QListView>
#include <QScrollBar>
#include <QSet>

using namespace ui::page;
using model::session::PageSource;

namespace {

const model::Sha256 sha = model::Sha256::of("a document");
const QString words = QStringLiteral("Larkspur could read messages");

/// A document of many pages beside its thumbnails.
class SmallPages {
public:
    explicit SmallPages(int count)
    {
        script->pages = QStringList(count, words);
        model::session::DocumentOnView shown{model::Document{sha}, {}, {}, {}, {}};
        shown.document.state = model::DocumentState::Read;
        shown.frames.assign(static_cast<size_t>(count), {scriptedWidth, scriptedHeight, {}, false});
        shown.frames[1].label = QStringLiteral("ii");
        shown.pagesRead.assign(static_cast<size_t>(count), false);
        shown.pagesRead[1] = true;
        auto source = std::make_unique<PageSource>(scriptedReader(script));
        QObject::connect(source.get(), &PageSource::pictureArrived, &pane,
                         [this](int pageIndex) { drawn.insert(pageIndex); });
        pane.resize(600, 700);
        panel.resize(290, 700);
        pane.show();
        panel.show();
        pane.showDocument(shown, std::move(source));
    }
    QListView &list() const { return *panel.findChild<QListView *>(QStringLiteral("thumbnails")); }

    std::shared_ptr<ReaderScript> script = std::make_shared<ReaderScript>();
    DocumentPane pane;
    ThumbnailPanel panel{pane};
    QSet<int> drawn;
};

} // namespace

TEST_CASE("only the thumbnails in sight are drawn, and those scrolled past are not")
{
    SmallPages pages(400);
    REQUIRE(eventually([&] { return pages.drawn.contains(5); }));
    pages.list().verticalScrollBar()->setValue(pages.list().verticalScrollBar()->maximum());
    REQUIRE(eventually([&] { return pages.drawn.contains(399); }));
    CHECK_FALSE(pages.drawn.contains(60));
    CHECK_FALSE(pages.drawn.contains(300));
    CHECK(pages.drawn.size() < 40);
    // Hidden, it asks for nothing.
    pages.panel.hide();
    pages.list().verticalScrollBar()->setValue(pages.list().verticalScrollBar()->maximum() / 2);
    pages.pane.view().goToPage(100);
    REQUIRE(eventually([&] { return pages.drawn.contains(100); }));
    CHECK_FALSE(pages.drawn.contains(200));
}

TEST_CASE("a thumbnail says what its page is called, whether it is read and what it carries")
{
    SmallPages pages(3);
    const QAbstractItemModel &model = *pages.list().model();
    CHECK(model.index(1, 0).data().toString() == QStringLiteral("ii (2)"));
    const auto said = [&model](int row) { return model.index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    CHECK(said(0) == QStringLiteral("Page 1, not seen yet"));
    const model::Passage over = *model::makePassage(sha, 1, words, 20, 2, words, 8);
    pages.pane.view().setTags({{model::TagId::create(), model::TagKind::Evidence, over, {}}});
    pages.pane.view().setSuggestions({{model::SuggestionId::ofTag(over, model::TagKind::Partner, {}),
                                       model::TagKind::Partner,
                                       *model::makePassage(sha, 2, words, 0, 2, words, 8),
                                       {},
                                       0.8}});
    CHECK(said(0) == QStringLiteral("Page 1, not seen yet"));
    CHECK(said(1).startsWith(QStringLiteral("Page ii (2), seen, 1 tag")));
    CHECK(said(2).contains(QStringLiteral("1 suggestion")));
    pages.pane.setPagesRead({true, false, false});
    CHECK(said(0) == QStringLiteral("Page 1, seen"));
    pages.panel.grab(); // paints all of it
}

TEST_CASE("the arrows go from thumbnail to thumbnail and turn the pages, and scrolling the pages takes them along")
{
    SmallPages pages(40);
    pages.list().setFocus();
    QTest::keyClick(&pages.list(), Qt::Key_Down);
    CHECK(pages.pane.view().currentPage() == 2);
    QTest::keyClick(&pages.list(), Qt::Key_Right);
    CHECK(pages.pane.view().currentPage() == 3);
    pages.pane.view().goToPage(17);
    CHECK(pages.list().currentIndex().row() == 17);
}

TEST_CASE("a page that is no wider than a line is drawn small as well")
{
    SmallPages pages(2);
    model::session::DocumentOnView thin = *pages.pane.document();
    thin.frames.assign(2, {1, model::maximumPageSide, {}, false});
    auto source = std::make_unique<PageSource>(scriptedReader(pages.script));
    PageSource *opening = source.get();
    pages.pane.showDocument(thin, std::move(source));
    pages.drawn.clear();
    QObject::connect(opening, &PageSource::pictureArrived, &pages.pane,
                     [&pages](int pageIndex) { pages.drawn.insert(pageIndex); });
    CHECK(eventually([&] { return pages.drawn.contains(1); }));
    CHECK(opening->error(0) == nullptr);
    pages.panel.grab();
}
