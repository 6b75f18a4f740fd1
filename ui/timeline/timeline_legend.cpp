// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_legend.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/timeline/timeline_shapes.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPixmap>

namespace ui::timeline {
namespace {

constexpr QSize iconSize(24, 16);

template <class Paint> QIcon painted(Paint paint)
{
    const double scale = qGuiApp->devicePixelRatio();
    QPixmap pixmap(iconSize * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(painter, QGuiApplication::palette());
    return QIcon(pixmap);
}

} // namespace

QIcon barIcon(bool isConcluded)
{
    return painted([isConcluded](QPainter &painter, const QPalette &palette) {
        paintBar(painter, QRectF(1, 3, 22, 10), {}, isConcluded, palette);
    });
}

QIcon suggestedBarIcon()
{
    return painted([](QPainter &painter, const QPalette &palette) {
        paintSuggestedBar(painter, QRectF(1, 3, 22, 10), {}, palette);
    });
}

QIcon suggestedMarkIcon(model::Stance stance)
{
    return painted([stance](QPainter &painter, const QPalette &palette) {
        paintSuggestedMark(painter, QRectF(4, 0, 16, 16), stance, palette);
    });
}

QIcon openEndIcon()
{
    return painted([](QPainter &painter, const QPalette &palette) {
        painter.scale(0.5, 1);
        paintBar(painter, QRectF(0, 3, 6, 10), {false, true}, true, palette);
    });
}

QIcon gapIcon()
{
    return painted([](QPainter &painter, const QPalette &palette) {
        paintBar(painter, QRectF(0, 4, 24, 8), {}, true, palette);
        paintGap(painter, QRectF(6, 4, 12, 8), palette);
    });
}

QIcon contradictionIcon()
{
    return painted(
        [](QPainter &painter, const QPalette &palette) { paintContradiction(painter, QRectF(6, 1, 12, 14), palette); });
}

TimelineLegend::TimelineLegend(QWidget *parent)
    : FoldingRow(parent)
{
    setObjectName(QStringLiteral("timelineLegend"));
    row()->setContentsMargins(8, 4, 8, 4);
    row()->setSpacing(4);
    add([] { return barIcon(true); }, tr("concluded"));
    add([] { return barIcon(false); }, tr("by the evidence"));
    add(&suggestedBarIcon, tr("suggested"));
    add(&openEndIcon, tr("end not said"));
    add(&gapIcon, tr("gap"));
    add(&contradictionIcon, tr("contradiction"));
    for (const model::Stance stance : model::allStances)
        add([stance] { return iconFor(stance); }, wordFor(stance));
    row()->addStretch(1);
    paintMarks();
}

void TimelineLegend::add(std::function<QIcon()> icon, const QString &meaning)
{
    auto *pair = new QWidget(this);
    auto *column = new QHBoxLayout(pair);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(4);
    auto *mark = new QLabel(pair);
    column->addWidget(mark);
    column->addWidget(new QLabel(meaning, pair));
    m_marks.emplace_back(mark, std::move(icon));
    FoldingRow::add(pair, static_cast<int>(m_marks.size()));
}

void TimelineLegend::paintMarks()
{
    for (const auto &[label, icon] : m_marks)
        label->setPixmap(icon().pixmap(iconSize));
}

void TimelineLegend::changeEvent(QEvent *event)
{
    FoldingRow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_marks.empty())
        paintMarks();
}

} // namespace ui::timeline
