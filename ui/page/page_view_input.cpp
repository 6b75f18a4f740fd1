// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_view.h"
#include "ui/page/text_areas.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui::page {
namespace {

using model::PageLayout;

std::optional<CaretMove> caretMoveOf(const QKeyEvent &event)
{
    const bool control = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Right:
        return control ? CaretMove::NextWord : CaretMove::NextCharacter;
    case Qt::Key_Left:
        return control ? CaretMove::PreviousWord : CaretMove::PreviousCharacter;
    case Qt::Key_Down:
        return CaretMove::NextLine;
    case Qt::Key_Up:
        return CaretMove::PreviousLine;
    case Qt::Key_Home:
        return control ? CaretMove::PageStart : CaretMove::LineStart;
    case Qt::Key_End:
        return control ? CaretMove::PageEnd : CaretMove::LineEnd;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<TextPosition> PageView::positionAt(const QPointF &viewport) const
{
    if (!m_source || pageCount() == 0)
        return std::nullopt;
    const QPointF content = viewport + scrollOffset();
    const int pageIndex = m_scene.geometry.pageAt(content);
    const PageLayout *there = layout(pageIndex);
    if (!there)
        return std::nullopt;
    const auto offset = offsetNear(*there, m_scene.geometry.toPage(pageIndex, content));
    return offset ? std::optional(TextPosition{pageIndex, *offset}) : std::nullopt;
}

namespace {

/// The smallest one under the mouse: a name inside an evidence passage can be reached.
template <class Marked>
const Marked *smallestAt(const std::vector<Marked> &all, const std::vector<QRectF> &bars, const PageGeometry &geometry,
                         const PageLayout &layout, int pageIndex, const QPointF &content)
{
    const QPointF onSheet = geometry.fromSheet(pageIndex).inverted().map(content);
    const Marked *found = nullptr;
    qsizetype least = 0;
    for (size_t i = 0; i < all.size(); ++i) {
        const Marked &one = all[i];
        const model::TextRange range = one.passage.rangeOnPage(pageIndex, layout.text.text.size());
        if (range.isEmpty())
            continue;
        if (!bars[i].isEmpty() && bars[i].adjusted(-1, -2, 1, 4).contains(onSheet))
            return &one; // no words lie under it, only other bars beside it
        if (found && range.length() >= least)
            continue;
        const std::vector<QRectF> places = areasOnSheet(geometry, layout, pageIndex, range);
        if (std::any_of(places.begin(), places.end(),
                        [&](const QRectF &place) { return place.adjusted(-2, -2, 2, 4).contains(onSheet); })) {
            found = &one;
            least = range.length();
        }
    }
    return found;
}

} // namespace

std::optional<model::TagId> PageView::tagAt(const QPointF &viewport) const
{
    const QPointF content = viewport + scrollOffset();
    const int pageIndex = m_scene.geometry.pageAt(content);
    const PageLayout *there = layout(pageIndex);
    if (!there)
        return std::nullopt;
    const model::Tag *tag = smallestAt(m_scene.tags, evidenceBars(m_scene, *there, pageIndex).tags, m_scene.geometry,
                                       *there, pageIndex, content);
    return tag ? std::optional(tag->id) : std::nullopt;
}

const model::TagSuggestion *PageView::suggestionAt(const QPointF &viewport) const
{
    const QPointF content = viewport + scrollOffset();
    const int pageIndex = m_scene.geometry.pageAt(content);
    const PageLayout *there = layout(pageIndex);
    return there ? smallestAt(m_scene.suggestions, evidenceBars(m_scene, *there, pageIndex).suggestions,
                              m_scene.geometry, *there, pageIndex, content)
                 : nullptr;
}

void PageView::select(const TextSelection &selection)
{
    m_scene.framed.reset();
    if (m_scene.selection == selection)
        return;
    m_scene.selection = selection;
    m_scene.showsCaret = m_caretMode;
    viewport()->update();
    Q_EMIT selectionChanged();
}

bool PageView::isSelectedAt(const QPointF &viewport) const
{
    const auto position = hasSelection() ? positionAt(viewport) : std::nullopt;
    if (!position)
        return false;
    const PageLayout &there = *layout(position->pageIndex);
    const std::vector<QRectF> areas =
        areasOnPage(m_scene.geometry, there, position->pageIndex,
                    m_scene.selection->rangeOnPage(position->pageIndex, there.text.text.size()));
    return std::any_of(areas.begin(), areas.end(), [&](const QRectF &area) {
        return area.adjusted(-2, -2, 2, 4).contains(viewport + scrollOffset());
    });
}

void PageView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const MenuOn on = hasSelection()                         ? MenuOn::Words
                          : m_scene.selectedTag                  ? MenuOn::Tag
                          : !m_scene.strongSuggestions.isEmpty() ? MenuOn::Suggestion
                                                                 : MenuOn::Nothing;
        Q_EMIT menuRequested(on, viewport()->mapToGlobal(placeOfMenu()));
        return;
    }
    const QPointF at = event->pos();
    MenuOn on = hasSelection() ? MenuOn::Words : MenuOn::Nothing;
    if (!isSelectedAt(at)) {
        // What is chosen by a right click is what the keys work on afterwards.
        if (const auto tag = tagAt(at)) {
            on = MenuOn::Tag;
            clearSelection();
            Q_EMIT tagClicked(*tag);
        } else if (const model::TagSuggestion *suggestion = suggestionAt(at)) {
            const model::SuggestionId id = suggestion->id;
            clearSelection();
            Q_EMIT suggestionClicked(id);
            on = m_scene.strongSuggestions.contains(id) ? MenuOn::Suggestion : MenuOn::Nothing;
        }
    }
    Q_EMIT menuRequested(on, event->globalPos());
}

void PageView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_autoScroll.timerId()) {
        autoScroll();
    } else if (event->timerId() == m_reading.timerId()) {
        m_reading.stop();
        // What is too small to be read was not.
        constexpr double legibleZoom = 0.6;
        if (!m_source || !isVisible() || zoom() < legibleZoom)
            return;
        const double bottom = scrollOffset().y() + viewport()->height();
        const auto pages = m_scene.geometry.pagesBetween(scrollOffset().y(), bottom);
        for (int pageIndex = pages ? pages->first : 0; pages && pageIndex <= pages->second; ++pageIndex) {
            // First its beginning in view, then its end, and its text there: it was scrolled through, not past, and no
            // page whose last lines stand above the one that was gone to.
            const QRectF &box = m_scene.geometry.page(pageIndex);
            if (box.top() >= scrollOffset().y() - 1)
                m_begun.insert(pageIndex);
            if (m_begun.contains(pageIndex) && box.bottom() <= bottom &&
                box.bottom() >= scrollOffset().y() + viewport()->height() / 4.0 && m_source->layout(pageIndex) &&
                !m_seen.contains(pageIndex)) {
                m_seen.insert(pageIndex);
                Q_EMIT pageSeen(pageIndex);
            }
        }
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

std::optional<TextPosition> PageView::caretStart() const
{
    const PageLayout *there = m_ledTo ? layout(m_ledTo->pageIndex) : nullptr;
    if (const auto caret = there ? caretArea(*there, m_ledTo->offset) : std::nullopt) {
        const QRectF place = m_scene.geometry.toContent(m_ledTo->pageIndex, *caret);
        if (QRectF(viewport()->rect()).contains(place.center() - scrollOffset()))
            return m_ledTo;
    }
    return positionAt(QPointF(0, 24));
}

void PageView::beginCaret()
{
    if (m_scene.selection)
        return;
    const auto position = caretStart();
    if (!position)
        return;
    select({*position, *position});
}

void PageView::toggleCaret()
{
    m_caretMode = !m_caretMode;
    if (m_caretMode)
        beginCaret();
    m_scene.showsCaret = m_caretMode;
    if (!m_caretMode)
        clearSelection();
    viewport()->update();
}

bool PageView::moveCaret(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    const auto move = caretMoveOf(*event);
    if (!move || (!extend && !m_caretMode))
        return false;
    m_caretMode = true;
    m_scene.showsCaret = true;
    beginCaret();
    if (!m_scene.selection)
        return true;
    const TextPosition to = moved(m_scene.selection->caret, *move, [this](int pageIndex) { return layout(pageIndex); });
    select({extend ? m_scene.selection->anchor : to, to});
    if (const PageLayout *there = layout(to.pageIndex)) {
        if (const auto caret = caretArea(*there, to.offset))
            ensureVisible(m_scene.geometry.toContent(to.pageIndex, *caret));
    }
    if (hasMagnifier())
        lensToCaret();
    viewport()->update();
    return true;
}

void PageView::scrollByKey(int key)
{
    QScrollBar *down = verticalScrollBar();
    switch (key) {
    case Qt::Key_Down:
        down->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    case Qt::Key_Up:
        down->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case Qt::Key_Left:
        horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case Qt::Key_Right:
        horizontalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    case Qt::Key_Home:
        goToPage(0);
        break;
    case Qt::Key_End:
        down->setValue(down->maximum());
        break;
    default:
        break;
    }
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        if (const PageLayout *here = layout(m_currentPage))
            select({{m_currentPage, 0}, {m_currentPage, here->text.text.size()}});
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        if (hasMagnifier())
            toggleMagnifier();
        else if (hasSelection())
            clearSelection();
        else if (m_caretMode)
            toggleCaret();
        else if (const auto framed = std::exchange(m_scene.framed, std::nullopt); !framed || m_scene.selectedTag)
            Q_EMIT cancelled(); // a tag that was gone to is left together with its frame
        viewport()->update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entered();
        return;
    case Qt::Key_PageDown:
        if (event->modifiers() & Qt::ControlModifier)
            goToPage(m_currentPage + 1);
        else
            verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
        if (event->modifiers() & Qt::ControlModifier)
            goToPage(m_currentPage - 1);
        else
            verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!moveCaret(event))
            scrollByKey(event->key());
        return;
    default:
        event->ignore();
    }
}

void PageView::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void PageView::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

bool PageView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const model::TagSuggestion *suggestion = tagAt(help->pos()) ? nullptr : suggestionAt(help->pos());
    QToolTip::showText(help->globalPos(), suggestion ? m_suggestionTips.value(suggestion->id) : QString(), viewport());
    return true;
}

bool PageView::event(QEvent *event)
{
    // A screen with other pixels: the pictures must be drawn anew.
    if (event->type() == QEvent::ScreenChangeInternal && m_source)
        arrange();
    return QAbstractScrollArea::event(event);
}

} // namespace ui::page
