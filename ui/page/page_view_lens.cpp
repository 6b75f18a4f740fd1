// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/magnifier.h"
#include "ui/page/page_view.h"
#include "ui/page/text_areas.h"

#include <QPainter>

#include <algorithm>

/// The magnifier: a part of the page drawn anew, larger, over the page itself.
namespace ui::page {
namespace {

constexpr double magnification = 3;
constexpr double mostPixelsPerPoint = 32; // that a reader draws
constexpr QSize lensSize(460, 260);

} // namespace

double PageView::lensZoom() const
{
    return std::min(m_scene.zoom * magnification,
                    mostPixelsPerPoint / (PageGeometry::pixelsPerPoint * m_scene.devicePixelRatio));
}

void PageView::toggleMagnifier()
{
    if (hasMagnifier()) {
        m_lens->hide();
    } else {
        if (!m_lens)
            m_lens = new Magnifier(viewport(), [this](QPainter &painter) { paintLens(painter); });
        const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
        moveLens(viewport()->underMouse() ? QPointF(mouse) : QRectF(viewport()->rect()).center());
        lensToCaret();
        m_lens->show();
        m_lens->raise();
    }
    updateWanted();
    Q_EMIT magnifierToggled(hasMagnifier());
}

bool PageView::hasMagnifier() const
{
    return m_lens && !m_lens->isHidden();
}

void PageView::moveLens(const QPointF &viewportPoint)
{
    m_lensAt = viewportPoint;
    QRect place(QPoint(0, 0), lensSize.boundedTo(viewport()->size()));
    place.moveCenter(viewportPoint.toPoint());
    m_lens->setGeometry(place);
    m_lens->update();
    updateWanted();
}

void PageView::lensToCaret()
{
    const model::PageLayout *there =
        m_caretMode && m_scene.selection ? layout(m_scene.selection->caret.pageIndex) : nullptr;
    const auto caret = there ? caretArea(*there, m_scene.selection->caret.offset) : std::nullopt;
    if (m_lens && caret)
        moveLens(m_scene.geometry.toContent(m_scene.selection->caret.pageIndex, *caret).center() - scrollOffset());
}

QRectF PageView::underLens() const
{
    const QSizeF size = QSizeF(m_lens->size()) * (m_scene.zoom / lensZoom());
    QRectF content(QPointF(0, 0), size);
    content.moveCenter(m_lensAt + scrollOffset());
    return content;
}

void PageView::paintLens(QPainter &painter)
{
    const double scale = lensZoom() / m_scene.zoom;
    const QRectF content = underLens();
    painter.fillRect(m_lens->rect(), deskColour());
    painter.scale(scale, scale);
    painter.translate(-content.topLeft());
    const auto pages = m_scene.geometry.pagesBetween(content.top(), content.bottom());
    if (!m_source || !pages)
        return;
    for (int pageIndex = pages->first; pageIndex <= pages->second; ++pageIndex) {
        if (m_scene.geometry.page(pageIndex).intersects(content))
            paintPage(painter, m_scene, *m_source, pageIndex, palette(), lensZoom());
    }
}

} // namespace ui::page
