// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/cell_painter.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/matrix/heat.h"

#include <QCoreApplication>
#include <QPainter>

namespace ui::matrix {
namespace {

using model::ArrangedCell;
using model::Stance;

constexpr int cornerSide = 9;
constexpr int sideMargin = 8;
constexpr int endMargin = 4;

bool has(const ArrangedCell &cell, Stance stance)
{
    return cell.sum.passages[static_cast<size_t>(stance)] > 0;
}

/// A line of text whose top left corner is there: half the time of laying it out in a rectangle, and there are
/// thousands of them on a large screen.
void paintLine(QPainter &painter, int left, int top, const QString &text)
{
    painter.drawText(QPoint(left, top + painter.fontMetrics().ascent()), text);
}

/// How many independent documents speak of the finding: a sheet of paper and the number, at the right of the upper
/// line. Returns the width that it took.
int paintDocuments(QPainter &painter, const QRect &inner, int documents, const QPalette &palette)
{
    if (documents == 0)
        return 0;
    const QFontMetrics metrics = painter.fontMetrics();
    const QString count = QString::number(documents);
    const int line = metrics.height();
    const int numberWidth = metrics.horizontalAdvance(count);
    paintLine(painter, inner.right() - numberWidth + 1, inner.top(), count);
    const int sheet = line * 3 / 5;
    paintDocumentSheet(
        painter, QRectF(inner.right() - numberWidth - 3 - sheet, inner.top() + (line - sheet) / 2.0, sheet, sheet),
        palette);
    return numberWidth + sheet + 8;
}

/// How many passages are suggested: a ring and the number in a dashed frame, at the right of the lower line.
void paintSuggested(QPainter &painter, const QRect &inner, int passages, const QPalette &palette)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    const QString count = QString::number(passages);
    const int width = line + metrics.horizontalAdvance(count) + 8;
    const QRectF frame(inner.right() - width + 0.5, inner.bottom() - line + 0.5, width, line);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(suggestedPen(palette.color(QPalette::Text), 1));
    painter.drawRoundedRect(frame, 3, 3);
    const double ring = line * 0.5;
    painter.setPen(QPen(palette.color(QPalette::Text), 1.2));
    painter.drawEllipse(QRectF(frame.left() + 4, frame.center().y() - ring / 2, ring, ring));
    paintLine(painter, inner.right() - 3 - metrics.horizontalAdvance(count), inner.bottom() - line + 1, count);
    painter.restore();
}

/// The verdict, or how many findings a folded cell has; on the upper line.
void paintVerdict(QPainter &painter, const QRect &inner, const ArrangedCell &cell, int right, const QPalette &palette)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    int left = inner.left();
    if (cell.agrees) {
        paintVerdictMark(painter, cell.sum.conclusion.verdict, QRectF(left, inner.top(), line, line), palette);
        left += line + 4;
    }
    const QString words = cell.total.findings > 1
                              ? QCoreApplication::translate("MatrixCell", "%n findings", nullptr, cell.total.findings)
                              : wordFor(cell.sum.conclusion.verdict);
    const int width = right - left;
    painter.setPen(palette.color(QPalette::Text));
    paintLine(painter, left, inner.top(), metrics.elidedText(words, Qt::ElideRight, width));
}

void paintPassages(QPainter &painter, const QRect &inner, const ArrangedCell &cell, const QPalette &palette)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int line = metrics.height();
    int x = inner.left();
    const int y = inner.bottom() - line + 1;
    for (size_t i = 0; i < model::allStances.size(); ++i) {
        if (cell.sum.passages[i] == 0)
            continue;
        const QString count = QString::number(cell.sum.passages[i]);
        const int width = line + 1 + metrics.horizontalAdvance(count) + 6;
        if (x + width > inner.right() + sideMargin + 4)
            break;
        paintStanceMark(painter, model::allStances[i], QRectF(x, y + 1, line - 2, line - 2), palette);
        painter.setPen(palette.color(QPalette::Text));
        paintLine(painter, x + line + 1, y, count);
        x += width;
    }
}

} // namespace

QSize cellSize(const QFont &font)
{
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(QStringLiteral("0")) * 14 + 2 * sideMargin;
    return QSize(std::max(width, 150), 2 * metrics.height() + 12);
}

void paintHeat(QPainter &painter, const QRect &rect, const ArrangedCell &cell, const QPalette &palette)
{
    const int level = heatLevel(cell.total.passages);
    if (level == 0)
        return;
    const bool dark = isDark(palette);
    painter.fillRect(rect, heatGround(level, dark));
    const int height = (rect.height() - cornerSide) * level / heatLevels;
    painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - height, 4, height), heatBar(dark));
}

void paintCell(QPainter &painter, const QRect &rect, const ArrangedCell &cell, const CellLook &look)
{
    const QRect inner = rect.adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(look.font);
    painter.setPen(look.palette.color(QPalette::Text));
    if (cell.total.suggested > 0)
        paintSuggested(painter, inner, cell.total.suggested, look.palette);
    if (cell.isOnlySuggested()) {
        painter.restore();
        return;
    }
    const int documents = paintDocuments(painter, inner, cell.sum.documents, look.palette);
    paintVerdict(painter, inner, cell, inner.right() + 1 - documents, look.palette);
    paintPassages(painter, inner, cell, look.palette);
    if (has(cell, Stance::Denies))
        paintDeniedCorner(painter, QRectF(rect.right() + 1 - cornerSide, rect.top(), cornerSide, cornerSide),
                          look.palette);
    if (has(cell, Stance::Ended))
        paintEndedCorner(painter, QRectF(rect.left(), rect.top(), cornerSide, cornerSide), look.palette);
    painter.restore();
}

void paintDeniedCorner(QPainter &painter, const QRectF &square, const QPalette &palette)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(stanceColour(Stance::Denies, isDark(palette)));
    painter.drawPolygon(QPolygonF({square.topLeft(), square.topRight(), square.bottomRight()}));
}

void paintEndedCorner(QPainter &painter, const QRectF &square, const QPalette &palette)
{
    const double side = square.width() * 0.75;
    painter.fillRect(QRectF(square.left(), square.top(), side, side), stanceColour(Stance::Ended, isDark(palette)));
}

void paintDocumentSheet(QPainter &painter, const QRectF &square, const QPalette &palette)
{
    QRectF sheet(0, 0, square.height() * 0.75, square.height());
    sheet.moveCenter(square.center());
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette.color(QPalette::Text), 1));
    painter.drawRect(sheet);
    painter.drawLine(QPointF(sheet.left() + 2, sheet.center().y()), QPointF(sheet.right() - 2, sheet.center().y()));
    painter.restore();
}

void paintSuggestedRing(QPainter &painter, const QRectF &square, const QPalette &palette)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(suggestedPen(palette.color(QPalette::Text), 1));
    painter.drawRoundedRect(square, 3, 3);
    const double inset = square.width() * 0.25;
    painter.setPen(QPen(palette.color(QPalette::Text), 1.2));
    painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset));
    painter.restore();
}

} // namespace ui::matrix
