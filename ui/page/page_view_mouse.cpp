// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_view.h"
#include "ui/page/text_areas.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

/// What the mouse selects and clicks on.
namespace ui::page {

using model::PageLayout;

namespace {

constexpr int autoScrollMs = 30;

} // namespace

TextSelection PageView::grown(const TextPosition &at, Grain grain) const
{
    const PageLayout *there = layout(at.pageIndex);
    if (!there || grain == Grain::Letter)
        return {at, at};
    const model::TextRange range =
        grain == Grain::Word ? wordAt(there->text.text, at.offset) : sentenceAt(*there, at.offset);
    return {{at.pageIndex, range.start}, {at.pageIndex, range.end}};
}

void PageView::beginDrag(const QPointF &viewport, const TextSelection &from, Grain grain)
{
    m_dragging = true;
    m_hasLeft = false;
    m_pressed = viewport;
    m_dragBegan = from;
    m_grain = grain;
    const auto [first, last] = m_scene.geometry.rowAt(m_scene.geometry.page(m_currentPage).top());
    if (first <= from.caret.pageIndex && from.caret.pageIndex <= last)
        makeCurrent(from.caret.pageIndex); // of two facing pages, the one that is worked on
    select(from);
}

/// Whole words, for that is what is tagged; exactly the letters with Ctrl or Alt held. Many desktops take Alt with the
/// mouse for themselves.
void PageView::dragTo(const TextPosition &at, Qt::KeyboardModifiers modifiers)
{
    if (m_grain != Grain::Letter) {
        select(joined(m_dragBegan, grown(at, m_grain)));
        return;
    }
    const TextSelection exactly{m_dragBegan.anchor, at};
    const bool isExact = modifiers & (Qt::ControlModifier | Qt::AltModifier);
    select(isExact ? exactly : overWholeWords(exactly, [this](int pageIndex) { return layout(pageIndex); }));
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    // By when the clicks came, not by when a busy window hears of them.
    const auto doubleClicked = std::exchange(m_doubleClickedMs, std::nullopt);
    const bool isThird =
        doubleClicked &&
        event->timestamp() - *doubleClicked < static_cast<quint64>(QApplication::doubleClickInterval()) &&
        (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    m_pressed = event->position();
    const auto position = positionAt(event->position());
    if (!position)
        return;
    if (isThird) {
        beginDrag(event->position(), grown(*position, Grain::Sentence), Grain::Sentence);
        return;
    }
    const bool extend = (event->modifiers() & Qt::ShiftModifier) && m_scene.selection;
    const TextPosition anchor = extend ? m_scene.selection->anchor : *position;
    beginDrag(event->position(), {anchor, anchor}, Grain::Letter);
    if (extend)
        dragTo(*position, event->modifiers());
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (hasMagnifier())
        moveLens(event->position());
    if (m_dragging && m_scene.selection) {
        m_hasLeft = m_hasLeft || (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
        const auto position = m_hasLeft ? positionAt(event->position()) : std::nullopt;
        if (position)
            dragTo(*position, event->modifiers());
        const bool outside = event->position().y() < 0 || event->position().y() > viewport()->height();
        if (outside && !m_autoScroll.isActive())
            m_autoScroll.start(autoScrollMs, this);
        else if (!outside)
            m_autoScroll.stop();
        return;
    }
    const auto tag = tagAt(event->position());
    if (tag != m_scene.hoveredTag) {
        m_scene.hoveredTag = tag;
        viewport()->update();
    }
    viewport()->setCursor(tag || suggestionAt(event->position()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = false;
    m_autoScroll.stop();
    const bool isClick = (event->position() - m_pressed).manhattanLength() < QApplication::startDragDistance();
    if (!isClick || hasSelection())
        return;
    if (const auto tag = tagAt(event->position()))
        Q_EMIT tagClicked(*tag);
    else if (const model::TagSuggestion *suggestion = suggestionAt(event->position()))
        Q_EMIT suggestionClicked(model::SuggestionId(suggestion->id));
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto position = positionAt(event->position());
    if (!position || event->button() != Qt::LeftButton)
        return;
    beginDrag(event->position(), grown(*position, Grain::Word), Grain::Word);
    m_doubleClickedMs = event->timestamp();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageView::autoScroll()
{
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    const int beyond = mouse.y() < 0 ? mouse.y() : std::max(0, mouse.y() - viewport()->height());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond / 2);
    const QPointF edge(mouse.x(), std::clamp(mouse.y(), 0, viewport()->height() - 1));
    const auto position = positionAt(edge);
    if (position && m_scene.selection)
        dragTo(*position, QApplication::keyboardModifiers());
}

} // namespace ui::page
