// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/sample/generator/pagination.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFormat>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>

namespace {

constexpr int lineAcross = QTextFormat::BlockTrailingHorizontalRulerWidth;

QTextTable *tableAround(const QTextBlock &block)
{
    return qobject_cast<QTextTable *>(QTextCursor(block).currentFrame());
}

} // namespace

std::vector<Unit> unitsOf(const QTextDocument &document)
{
    std::vector<Unit> units;
    const QTextTable *lastTable = nullptr;
    int lastRow = -1;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QRectF place = document.documentLayout()->blockBoundingRect(block);
        QTextTable *table = tableAround(block);
        if (table != nullptr) {
            const QTextTableCell cell = table->cellAt(block.position());
            const int row = cell.row();
            const double cellRoom = (cell.format().toTableCellFormat().bottomPadding() + 1.5) * dotsPerInch / 96.0;
            if (table != lastTable || row != lastRow) {
                units.push_back({place.top() - cellRoom, place.bottom() + cellRoom, true, false, row == 0, 0, 0});
            }
            units.back().top = std::min(units.back().top, place.top() - cellRoom);
            units.back().bottom = std::max(units.back().bottom, place.bottom() + cellRoom);
            lastRow = row;
        } else {
            const int count = block.layout()->lineCount();
            const bool breaks = block.blockFormat().pageBreakPolicy().testFlag(QTextFormat::PageBreak_AlwaysBefore);
            const bool heading = block.blockFormat().headingLevel() > 0;
            for (int line = 0; line < count; ++line) {
                const QTextLine found = block.layout()->lineAt(line);
                const double top = place.top() + found.y();
                const QString words = block.text().mid(found.textStart(), found.textLength()).trimmed();
                if (!words.isEmpty() || breaks || block.blockFormat().hasProperty(lineAcross)) {
                    units.push_back(
                        {top, top + found.height(), false, breaks && line == 0, heading, line, count - 1 - line});
                }
            }
        }
        lastTable = table;
    }
    // The room around a row must not reach into a line of text beside it: that line would be drawn twice.
    for (std::size_t index = 1; index < units.size(); ++index) {
        Unit &above = units[index - 1];
        Unit &below = units[index];
        if (above.tableRow && !below.tableRow) {
            above.bottom = std::min(above.bottom, below.top);
        } else if (below.tableRow && !above.tableRow) {
            below.top = std::max(below.top, above.bottom);
        }
    }
    return units;
}

std::vector<Part> partsOf(const std::vector<Unit> &units, std::size_t first, double height, double top)
{
    std::vector<Part> parts;
    while (first < units.size()) {
        std::size_t end = first + 1;
        while (end < units.size() && !units[end].breakBefore && units[end].bottom - top <= height) {
            ++end;
        }
        if (end < units.size() && !units[end].breakBefore) {
            std::size_t cut = end;
            while (cut > first + 1 && (units[cut - 1].keepWithNext || units[cut].linesBefore == 1 ||
                                       (units[cut].linesBefore > 0 && units[cut].linesAfter == 0))) {
                --cut;
            }
            end = cut > first + 1 ? cut : end;
        }
        // QTextLayout draws one line more than the clip asks for at its top: the clip begins below the first line.
        const double wordsTop = units[first].linesBefore > 0 ? units[first].bottom + 1.0 : top;
        parts.push_back({top, wordsTop, units[end - 1].bottom, end});
        first = end;
        top = first < units.size() ? units[first].top : top;
    }
    return parts;
}

std::vector<Part> balanced(const std::vector<Unit> &units, std::vector<Part> parts, int columns, double height)
{
    const std::size_t wanted = static_cast<std::size_t>(columns);
    const std::size_t whole = parts.size() <= wanted ? 0 : (parts.size() - 1) / wanted * wanted;
    const std::size_t first = whole == 0 ? 0 : parts[whole - 1].end;
    const double top = whole == 0 ? 0.0 : units[first].top;
    for (double shorter = height / columns / 4.0; shorter < height; shorter += height / 100.0) {
        const std::vector<Part> rest = partsOf(units, first, shorter, top);
        if (rest.size() <= wanted) {
            parts.resize(whole);
            parts.insert(parts.end(), rest.begin(), rest.end());
            return parts;
        }
    }
    return parts;
}
