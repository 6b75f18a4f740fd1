// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/legend.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/matrix/cell_painter.h"
#include "ui/matrix/heat.h"

#include <QPainter>

namespace ui::matrix {
namespace {

constexpr int margin = 8;
constexpr int between = 12;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height() + 4;
}

int widthOf(const LegendItem &item, const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(item.text) + (item.mark ? metrics.height() + 4 : 0);
}

} // namespace

std::vector<LegendItem> legendItems(bool heat, bool suggested)
{
    std::vector<LegendItem> items;
    for (const model::Stance stance : model::allStances)
        items.push_back({[stance](QPainter &painter, const QRectF &square, const QPalette &palette) {
                             paintStanceMark(painter, stance, square, palette);
                         },
                         wordFor(stance)});
    for (const model::Verdict verdict : model::allVerdicts)
        items.push_back({[verdict](QPainter &painter, const QRectF &square, const QPalette &palette) {
                             paintVerdictMark(painter, verdict, square, palette);
                         },
                         wordFor(verdict)});
    items.push_back({paintDocumentSheet, Legend::tr("documents")});
    items.push_back({paintDeniedCorner, Legend::tr("corner: some of it is denied")});
    items.push_back({paintEndedCorner, Legend::tr("corner: ended")});
    if (suggested)
        items.push_back({paintSuggestedRing, Legend::tr("hollow: suggested, decided by nobody")});
    for (int level = 1; heat && level <= heatLevels; ++level)
        items.push_back({[level](QPainter &painter, const QRectF &square, const QPalette &palette) {
                             painter.fillRect(square, heatGround(level, isDark(palette)));
                             const double height = square.height() * level / heatLevels;
                             painter.fillRect(QRectF(square.left(), square.bottom() - height, 4, height),
                                              heatBar(isDark(palette)));
                         },
                         heatText(level)});
    items.push_back({{}, Legend::tr("In a cell: passages. Beside a name: findings · passages.")});
    return items;
}

std::vector<QRect> legendPlaces(const std::vector<LegendItem> &items, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const int line = lineHeight(font);
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    for (const LegendItem &item : items) {
        int itemWidth = widthOf(item, metrics);
        if (x > 0 && x + itemWidth > width) {
            x = 0;
            y += line;
        }
        int height = line;
        if (itemWidth > width) { // a sentence that is wider than all there is
            itemWidth = width;
            height = metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, item.text).height() + 4;
        }
        places.emplace_back(x, y, itemWidth, height);
        x += itemWidth + between;
        y += height - line;
    }
    return places;
}

int legendHeight(const std::vector<LegendItem> &items, const QFont &font, int width)
{
    return items.empty() ? 0 : legendPlaces(items, font, width).back().bottom() + 1;
}

void paintLegend(QPainter &painter, const std::vector<LegendItem> &items, const QPoint &at, int width,
                 const QPalette &palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<QRect> places = legendPlaces(items, painter.font(), width);
    const int mark = painter.fontMetrics().height() - 2;
    for (size_t i = 0; i < items.size(); ++i) {
        QRect place = places[i].translated(at);
        if (items[i].mark) {
            const QRectF square(place.left(), place.top() + (place.height() - mark) / 2.0, mark, mark);
            painter.save();
            items[i].mark(painter, square, palette);
            painter.restore();
            place.setLeft(place.left() + mark + 6);
        }
        painter.setPen(palette.color(QPalette::WindowText));
        painter.drawText(place.adjusted(0, 0, 4, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                         items[i].text);
    }
    painter.restore();
}

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("matrixLegend"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("What the marks mean"));
}

void Legend::setItems(std::vector<LegendItem> items)
{
    m_items = std::move(items);
    QStringList texts;
    for (const LegendItem &item : m_items)
        texts += item.text;
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int Legend::heightForWidth(int width) const
{
    return legendHeight(m_items, font(), width - 2 * margin) + margin;
}

QSize Legend::sizeHint() const
{
    return {400, heightForWidth(400)};
}

QSize Legend::minimumSizeHint() const
{
    return {120, lineHeight(font()) + margin};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintLegend(painter, m_items, QPoint(margin, margin / 2), width() - 2 * margin, palette());
}

} // namespace ui::matrix
