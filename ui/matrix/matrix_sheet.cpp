// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_sheet.h"

#include "ui/common/appearance.h"
#include "ui/matrix/cell_painter.h"
#include "ui/matrix/header_painter.h"
#include "ui/matrix/matrix_table_model.h"

#include <QApplication>
#include <QFontInfo>
#include <QPainter>

#include <algorithm>

namespace ui::matrix {
namespace {

constexpr int margin = 16;
constexpr int mostNameWidth = 260;
constexpr int leastWidth = 420; ///< so that title and legend have room above a narrow matrix

int wrappedHeight(const QFont &font, int width, const QString &text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

QString actionOf(const model::ArrangedColumn &column)
{
    return column.isFolded()
               ? MatrixTableModel::tr("%n permissions", nullptr, static_cast<int>(column.permissions.size()))
               : column.action;
}

} // namespace

MatrixSheet::MatrixSheet(model::ArrangedMatrix matrix, Texts texts, bool heat, bool suggested)
    : m_matrix(std::move(matrix))
    , m_texts(std::move(texts))
    , m_heat(heat)
    , m_font(QApplication::font())
    , m_palette(paletteFor(false))
    , m_legend(legendItems(heat, suggested))
{
    // The same size on every device.
    m_font.setPixelSize(QFontInfo(m_font).pixelSize());
    m_cell = cellSize(m_font);
    int names = 0;
    for (size_t row = 0; row < m_matrix.rows.size(); ++row)
        names = std::max(names, partnerHeaderSize(rowName(m_matrix.rows[row]), totalText(m_matrix.rowTotals[row]),
                                                  Fold::None, m_font)
                                    .width());
    m_corner = QSize(std::clamp(names, 120, mostNameWidth), permissionHeaderHeight(m_font));
}

MatrixSheet::Part MatrixSheet::whole() const
{
    return {0, static_cast<int>(m_matrix.rows.size()), 0, static_cast<int>(m_matrix.columns.size())};
}

int MatrixSheet::widthOf(const Part &part) const
{
    return std::max(leastWidth, m_corner.width() + (part.endColumn - part.firstColumn) * m_cell.width());
}

int MatrixSheet::headHeight(int width) const
{
    return wrappedHeight(bold(m_font), width, m_texts.title) + wrappedHeight(m_font, width, m_texts.subtitle) + 12;
}

int MatrixSheet::legendHeight(int width) const
{
    return matrix::legendHeight(m_legend, m_font, width) + 8;
}

QSize MatrixSheet::sizeOf(const Part &part) const
{
    const int width = widthOf(part);
    const int rows = (part.endRow - part.firstRow) * m_cell.height();
    const int footer = QFontMetrics(m_font).height() + 4;
    return {width + 2 * margin,
            headHeight(width) + m_corner.height() + rows + legendHeight(width) + footer + 2 * margin};
}

std::vector<MatrixSheet::Part> MatrixSheet::partsFor(const QSize &page) const
{
    const Part all = whole();
    const int columns = std::max(1, (page.width() - 2 * margin - m_corner.width()) / m_cell.width());
    // Title and legend take the most room where the page is narrowest.
    const Part bare{0, 0, 0, std::min(columns, all.endColumn)};
    const int rows = std::max(1, (page.height() - sizeOf(bare).height()) / m_cell.height());
    std::vector<Part> parts;
    for (int row = 0; row < all.endRow; row += rows) {
        for (int column = 0; column < all.endColumn; column += columns)
            parts.push_back({row, std::min(row + rows, all.endRow), column, std::min(column + columns, all.endColumn)});
    }
    return parts;
}

void MatrixSheet::paint(QPainter &painter, const Part &part, const QString &footer, const std::stop_token &stop) const
{
    const QSize size = sizeOf(part);
    const int width = widthOf(part);
    painter.save();
    painter.fillRect(QRect(QPoint(0, 0), size), Qt::white);
    painter.translate(margin, margin);
    painter.setPen(m_palette.color(QPalette::Text));
    const int titleHeight = wrappedHeight(bold(m_font), width, m_texts.title);
    painter.setFont(bold(m_font));
    painter.drawText(QRect(0, 0, width, titleHeight), Qt::TextWordWrap, m_texts.title);
    painter.setFont(m_font);
    painter.drawText(QRect(0, titleHeight + 2, width, headHeight(width)), Qt::TextWordWrap, m_texts.subtitle);
    painter.translate(0, headHeight(width));
    paintHeads(painter, part, stop);
    paintCells(painter, part, stop);
    const int below = m_corner.height() + (part.endRow - part.firstRow) * m_cell.height() + 8;
    painter.setFont(m_font);
    paintLegend(painter, m_legend, QPoint(0, below), width, m_palette);
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(QRect(0, below + legendHeight(width) - 8, width, painter.fontMetrics().height() + 4),
                     Qt::AlignLeft | Qt::AlignBottom, footer);
    painter.restore();
}

QRect MatrixSheet::cellRect(const Part &part, int row, int column) const
{
    return {m_corner.width() + (column - part.firstColumn) * m_cell.width(),
            m_corner.height() + (row - part.firstRow) * m_cell.height(), m_cell.width(), m_cell.height()};
}

void MatrixSheet::paintHeads(QPainter &painter, const Part &part, const std::stop_token &stop) const
{
    const HeaderLook look{m_font, m_palette.color(QPalette::Text)};
    const int upper = kindHeight(m_font);
    painter.setPen(look.text);
    painter.setFont(m_font);
    painter.drawText(QRect(0, 0, m_corner.width() - 6, m_corner.height() - 3), Qt::AlignRight | Qt::AlignBottom,
                     MatrixTableModel::tr("All: %1").arg(totalText(m_matrix.total)));
    for (int column = part.firstColumn; column < part.endColumn;) {
        const int last = std::min(m_matrix.groupOf(column).second, part.endColumn - 1);
        QRect over = cellRect(part, part.firstRow, column).united(cellRect(part, part.firstRow, last));
        over.setTop(0);
        over.setHeight(upper);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_palette.color(QPalette::PlaceholderText));
        painter.drawRect(over);
        paintKind(painter, over, over, m_matrix.columns[static_cast<size_t>(column)].data, Fold::None, look);
        for (; column <= last; ++column) {
            const auto at = static_cast<size_t>(column);
            QRect below = cellRect(part, part.firstRow, column);
            below.setTop(upper);
            below.setBottom(m_corner.height() - 1);
            painter.setPen(m_palette.color(QPalette::PlaceholderText));
            painter.drawRect(below);
            paintAction(painter, below, actionOf(m_matrix.columns[at]), totalText(m_matrix.columnTotals[at]), look);
        }
    }
    for (int row = part.firstRow; row < part.endRow && !stop.stop_requested(); ++row) {
        const auto at = static_cast<size_t>(row);
        QRect beside = cellRect(part, row, part.firstColumn);
        beside.setLeft(0);
        beside.setRight(m_corner.width() - 1);
        painter.setPen(m_palette.color(QPalette::PlaceholderText));
        const model::ArrangedRow &named = m_matrix.rows[at];
        if (named.kind == model::ArrangedRow::Kind::OpenGroup)
            painter.fillRect(beside.united(cellRect(part, row, part.endColumn - 1)), headingGround(m_palette));
        painter.drawRect(beside);
        paintPartnerHeader(painter, beside, rowName(named), totalText(m_matrix.rowTotals[at]), Fold::None,
                           {m_font, look.text, named.isGroup()});
    }
}

void MatrixSheet::paintCells(QPainter &painter, const Part &part, const std::stop_token &stop) const
{
    const CellLook look{m_font, m_palette};
    for (int row = part.firstRow; row < part.endRow && !stop.stop_requested(); ++row) {
        for (int column = part.firstColumn; column < part.endColumn; ++column) {
            const QRect rect = cellRect(part, row, column);
            const model::ArrangedCell *cell = m_matrix.cellAt(row, column);
            if (cell && m_heat)
                paintHeat(painter, rect, *cell, m_palette);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(m_palette.color(QPalette::PlaceholderText));
            painter.drawRect(rect);
            if (cell)
                paintCell(painter, rect, *cell, look);
        }
    }
}

} // namespace ui::matrix
