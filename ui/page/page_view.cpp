// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_view.h"

#include "ui/common/key_words.h"
#include "ui/page/text_areas.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui::page {
namespace {

using model::PageLayout;
using model::session::PageSource;
using model::session::PageTile;
using model::session::Wanted;
using model::session::WantedLayout;

const model::Sha256 &noDocument()
{
    static const model::Sha256 none = model::Sha256::of({});
    return none;
}

/// How far a scroll bar goes; at a great zoom a document can be higher than it can count.
int scrollRange(double content, int viewport)
{
    return static_cast<int>(std::clamp(content - viewport, 0.0, double(std::numeric_limits<int>::max() / 2)));
}

constexpr int readingPaceMs = 4000; ///< how long a page's end must stay in view to count as seen

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_document(noDocument())
{
    setObjectName(QStringLiteral("pageView"));
    setAccessibleName(tr("Pages of the document"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    horizontalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setSingleStep(40);
    new KeyedText(this, [this](const KeyWords &keys) {
        m_scene.retryAdvice = keys.in(tr("Press {retryPages} to try this page again."));
        viewport()->update();
    });
}

PageView::~PageView() = default;

void PageView::showDocument(const model::Sha256 &document, std::vector<model::PageFrame> frames,
                            std::unique_ptr<PageSource> source)
{
    m_source = std::move(source);
    m_document = document;
    m_pending.reset();
    m_restored.reset();
    m_ledTo.reset();
    m_arrangement.turns = 0;
    m_currentPage = 0;
    m_begun.clear();
    m_seen.clear();
    m_dragging = false;
    m_autoScroll.stop();
    PageScene scene;
    scene.zoom = m_scene.zoom;
    scene.colours = m_scene.colours;
    scene.retryAdvice = m_scene.retryAdvice;
    m_scene = std::move(scene);
    m_scene.frames = std::move(frames);
    if (m_source) {
        connect(m_source.get(), &PageSource::opened, this, &PageView::updateWanted);
        connect(m_source.get(), &PageSource::pictureArrived, viewport(), qOverload<>(&QWidget::update));
        connect(m_source.get(), &PageSource::pageFailed, viewport(), qOverload<>(&QWidget::update));
        connect(m_source.get(), &PageSource::layoutArrived, this, [this] {
            viewport()->update();
            goToPending();
        });
    }
    verticalScrollBar()->setValue(0);
    if (m_fit != Fit::Free)
        setFit(m_fit);
    else
        arrange();
    verticalScrollBar()->setValue(0);
    m_currentPage = 0;
    Q_EMIT currentPageChanged(0);
    Q_EMIT arrangementChanged();
    Q_EMIT selectionChanged();
}

void PageView::setTags(std::vector<model::Tag> tags)
{
    m_scene.tags = std::move(tags);
    viewport()->update();
    Q_EMIT tagsChanged();
}

void PageView::setSelectedTag(const std::optional<model::TagId> &tag)
{
    m_scene.selectedTag = tag;
    viewport()->update();
}

void PageView::setSuggestions(std::vector<model::TagSuggestion> suggestions)
{
    m_scene.suggestions = std::move(suggestions);
    viewport()->update();
    Q_EMIT suggestionsChanged();
}

void PageView::setSuggestionTips(QHash<model::SuggestionId, QString> tips)
{
    m_suggestionTips = std::move(tips);
}

void PageView::setStrongSuggestions(QSet<model::SuggestionId> suggestions)
{
    m_scene.strongSuggestions = std::move(suggestions);
    viewport()->update();
}

void PageView::setHits(QHash<int, std::vector<model::TextRange>> hits)
{
    m_scene.hits = std::move(hits);
    viewport()->update();
}

void PageView::setFound(QHash<int, std::vector<model::TextRange>> found)
{
    m_scene.found = std::move(found);
    viewport()->update();
}

void PageView::setFoundNow(const std::optional<model::PageRange> &place)
{
    m_scene.foundNow = place;
    viewport()->update();
}

void PageView::readTextAgain(int pageIndex)
{
    if (!m_source)
        return;
    // Places in the old text mean nothing in the new one.
    if (m_scene.selection && m_scene.selection->first().pageIndex <= pageIndex &&
        m_scene.selection->last().pageIndex >= pageIndex)
        clearSelection();
    m_source->forgetLayout(pageIndex);
    updateWanted();
    viewport()->update();
}

const PageLayout *PageView::layout(int pageIndex) const
{
    return m_source && pageIndex >= 0 && pageIndex < pageCount() ? m_source->layout(pageIndex) : nullptr;
}

QPointF PageView::scrollOffset() const
{
    return QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
}

void PageView::arrange()
{
    m_scene.devicePixelRatio = devicePixelRatioF();
    m_scene.geometry = PageGeometry(m_scene.frames, m_scene.zoom, viewport()->width(), m_arrangement);
    const QSizeF content = m_scene.geometry.contentSize();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, scrollRange(content.width(), viewport()->width()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, scrollRange(content.height(), viewport()->height()));
    viewport()->update();
    updateWanted();
}

void PageView::goToPassage(const model::Passage &passage)
{
    m_scene.framed = passage;
    // The end of the text is not known before the page is; rangeOnPage cuts it.
    goToRange(passage.firstPage,
              {passage.start, passage.firstPage == passage.lastPage ? passage.end : passage.start + 1});
}

void PageView::takeFrameAway()
{
    m_scene.framed.reset();
    viewport()->update();
}

void PageView::goToRange(int pageIndex, const model::TextRange &range)
{
    // Going from one passage of the page to another moves nothing that is in view already.
    if (pageIndex != m_currentPage || !layout(pageIndex))
        goToPage(pageIndex);
    m_ledTo = TextPosition{pageIndex, range.start};
    // A caret that selects nothing comes along.
    if (m_scene.selection && m_scene.selection->isEmpty())
        m_scene.selection = m_caretMode ? std::optional(TextSelection{*m_ledTo, *m_ledTo}) : std::nullopt;
    m_pending = {pageIndex, range};
    goToPending();
}

void PageView::goToPending()
{
    if (!m_pending)
        return;
    const PageLayout *there = layout(m_pending->pageIndex);
    if (!there)
        return;
    const std::vector<QRectF> areas = areasOnPage(m_scene.geometry, *there, m_pending->pageIndex, m_pending->range);
    m_pending.reset();
    if (!areas.empty())
        ensureVisible(areas.front());
    viewport()->update();
}

void PageView::ensureVisible(const QRectF &content)
{
    const QPointF offset = scrollOffset();
    const double margin = std::min(80.0, viewport()->height() / 4.0);
    if (content.top() < offset.y() + margin || content.bottom() > offset.y() + viewport()->height() - margin)
        verticalScrollBar()->setValue(static_cast<int>(content.center().y() - viewport()->height() / 3.0));
    if (content.left() < offset.x() || content.right() > offset.x() + viewport()->width())
        horizontalScrollBar()->setValue(static_cast<int>(content.center().x() - viewport()->width() / 2.0));
}

void PageView::updateWanted()
{
    if (!m_source)
        return;
    const double top = scrollOffset().y();
    const auto visible = m_scene.geometry.pagesBetween(top, top + viewport()->height());
    if (!visible)
        return;
    const QRectF window(scrollOffset(), QSizeF(viewport()->size()));
    std::vector<Wanted> wanted;
    const auto wantPartAt = [&](double zoom, int pageIndex, const QRectF &content) {
        const auto &frame = m_scene.frames[static_cast<size_t>(pageIndex)];
        const QRectF part = m_scene.geometry.toPage(pageIndex, content);
        for (const PageTile &tile : tilesOf(frame, pageIndex, zoom, m_scene.devicePixelRatio, part, m_scene.colours)) {
            if (std::find(wanted.begin(), wanted.end(), Wanted(tile)) == wanted.end())
                wanted.emplace_back(tile);
        }
    };
    const auto wantPart = [&](int pageIndex, const QRectF &content) { wantPartAt(m_scene.zoom, pageIndex, content); };
    const auto [first, last] = *visible;
    if (hasMagnifier()) {
        for (int pageIndex = first; pageIndex <= last; ++pageIndex)
            wantPartAt(lensZoom(), pageIndex, underLens());
    }
    for (int pageIndex = first; pageIndex <= last; ++pageIndex) {
        wantPart(pageIndex, window);
        wanted.emplace_back(WantedLayout{pageIndex});
    }
    // Ahead of the reporter: what scrolling shows next. At a great zoom only the text, for a page has many pictures
    // then.
    if (last + 1 < pageCount())
        wanted.emplace_back(WantedLayout{last + 1});
    if (first > 0)
        wanted.emplace_back(WantedLayout{first - 1});
    if (m_scene.zoom * m_scene.devicePixelRatio <= 3) {
        const QRectF nearby = window.adjusted(-window.width(), -window.height(), window.width(), window.height());
        for (int pageIndex = std::max(0, first - 1); pageIndex <= std::min(last + 1, pageCount() - 1); ++pageIndex)
            wantPart(pageIndex, nearby);
        // The beginnings of the pages before and after: turning the page leads there.
        for (const int pageIndex : {last + 1, first - 1}) {
            if (pageIndex >= 0 && pageIndex < pageCount())
                wantPart(pageIndex, QRectF(window.left(), m_scene.geometry.page(pageIndex).top(), window.width(),
                                           2 * window.height()));
        }
    }
    m_source->want(std::move(wanted));
}

void PageView::retryPages()
{
    const double top = scrollOffset().y();
    const auto visible = m_scene.geometry.pagesBetween(top, top + viewport()->height());
    if (!m_source || !visible)
        return;
    for (int pageIndex = visible->first; pageIndex <= visible->second; ++pageIndex)
        m_source->retry(pageIndex);
    viewport()->update();
    updateWanted();
}

void PageView::updateCurrentPage()
{
    const auto [first, last] = m_scene.geometry.rowAt(scrollOffset().y() + viewport()->height() / 3.0);
    m_reading.start(readingPaceMs, this);
    if (m_currentPage < first || m_currentPage > last)
        makeCurrent(first);
}

QColor PageView::deskColour() const
{
    return palette().color(QPalette::Mid).lighter(palette().color(QPalette::Base).lightness() < 128 ? 60 : 115);
}

void PageView::setHiddenShown(bool shown)
{
    m_scene.showsHidden = shown;
    viewport()->update();
}

void PageView::setColours(model::session::PaperColours colours)
{
    if (colours == m_scene.colours)
        return;
    m_scene.colours = colours;
    viewport()->update();
    updateWanted();
    Q_EMIT coloursChanged();
}

void PageView::paintEvent(QPaintEvent *event)
{
    m_restored.reset();
    QPainter painter(viewport());
    painter.fillRect(event->rect(), deskColour());
    if (!m_source)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipRect(event->rect());
    const QPointF offset = scrollOffset();
    painter.translate(-offset);
    const QRectF band = QRectF(event->rect()).translated(offset);
    if (const auto pages = m_scene.geometry.pagesBetween(band.top(), band.bottom())) {
        for (int pageIndex = pages->first; pageIndex <= pages->second; ++pageIndex)
            paintPage(painter, m_scene, *m_source, pageIndex, palette());
    }
    if (hasFocus()) {
        painter.setClipping(false);
        painter.resetTransform();
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void PageView::resizeEvent(QResizeEvent *)
{
    if (m_restored)
        goToPlace(PagePlace(*m_restored));
    else if (m_fit != Fit::Free)
        setFit(m_fit);
    else
        arrange();
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT placeChanged();
    updateWanted();
    updateCurrentPage();
}

} // namespace ui::page
