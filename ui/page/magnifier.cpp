// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/magnifier.h"

#include <QPainter>
#include <QPainterPath>

namespace ui::page {

Magnifier::Magnifier(QWidget *parent, Paint paint)
    : QWidget(parent)
    , m_paint(std::move(paint))
{
    setObjectName(QStringLiteral("magnifier"));
    setAccessibleName(tr("Magnifier"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void Magnifier::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath glass;
    glass.addRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10);
    painter.save();
    painter.setClipPath(glass);
    m_paint(painter);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Base), 3));
    painter.drawPath(glass);
    painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
    painter.drawPath(glass);
}

} // namespace ui::page
