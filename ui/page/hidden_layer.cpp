// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/hidden_layer.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ui::page {
namespace {

// Pixels of the sheet.
constexpr double leastHeight = 14;
constexpr double leastWidth = 24;

QColor warning(const PageScene &scene)
{
    return scene.colours == model::session::PaperColours::Night ? QColor(0xff, 0x8c, 0x4d) : QColor(0xd5, 0x5e, 0x00);
}

void paintWords(QPainter &painter, const PageScene &scene, const QRectF &area, const QString &words)
{
    painter.fillRect(area, paperOf(scene.colours));
    QFont font = painter.font();
    font.setPixelSize(std::max(6, static_cast<int>(area.height() * 0.75)));
    const double width = QFontMetricsF(font).horizontalAdvance(words);
    // The font of the page is another one, so that the words may not fit as they stand.
    if (width > area.width())
        font.setPixelSize(std::max(6, static_cast<int>(font.pixelSize() * area.width() / width)));
    painter.setFont(font);
    painter.setPen(warning(scene));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(words, Qt::ElideRight, area.width()));
}

} // namespace

QRectF hiddenArea(const PageGeometry &geometry, const model::HiddenPassage &passage, int pageIndex)
{
    QRectF area = geometry.onSheet(pageIndex, passage.area);
    const QSizeF sheet = geometry.sheet(pageIndex);
    area.setWidth(std::max(area.width(), leastWidth));
    area.setHeight(std::max(area.height(), leastHeight));
    area.moveLeft(std::clamp(area.left(), 0.0, std::max(0.0, sheet.width() - area.width())));
    area.moveTop(std::clamp(area.top(), 0.0, std::max(0.0, sheet.height() - area.height())));
    return area;
}

void paintHiddenLayer(QPainter &painter, const PageScene &scene, const model::PageLayout &layout, int pageIndex)
{
    painter.save();
    for (const model::HiddenPassage &passage : layout.text.hidden) {
        const QRectF area = hiddenArea(scene.geometry, passage, pageIndex);
        if (scene.showsHidden)
            paintWords(painter, scene, area,
                       layout.text.text.mid(passage.range.start, passage.range.length()).simplified());
        else
            painter.fillRect(area, QBrush(warning(scene), Qt::BDiagPattern));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(warning(scene), 1.4, Qt::DashDotLine));
        painter.drawRect(area.adjusted(-1, -1, 1, 1));
    }
    painter.restore();
}

} // namespace ui::page
