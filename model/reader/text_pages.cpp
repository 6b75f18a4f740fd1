// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_pages.h"

#include "model/reader/wire.h"

#include <algorithm>
#include <utility>

namespace model::reader {
namespace {

/// Cleaned, with '\n' at the end of each line and '\f' left where a page ends.
QString plain(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    text.replace(QChar(0x85), QChar(u'\n'));
    text.replace(QChar(0x2028), QChar(u'\n'));
    text.replace(QChar(0x2029), QChar(u'\n'));
    text.replace(u'\v', u'\n');
    QStringList pages = text.split(u'\f');
    for (QString &page : pages)
        page = cleaned(std::move(page));
    return pages.join(u'\f');
}

double unit(double position, double length)
{
    return std::clamp(position / length, 0.0, 1.0);
}

bool continues(const TextCell &cell, const TextCell &before)
{
    return !cell.rightToLeft && !before.rightToLeft && cell.range.start == before.range.end &&
           cell.column == before.column + before.columns;
}

/// Cells that stand side by side from left to right share a box.
void addBoxes(PageLayout &page, const std::vector<TextCell> &cells, qsizetype pageStart, int line)
{
    const double top = textTop + line * lineHeight;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const TextCell &cell = cells[i];
        if (i == 0 || !continues(cell, cells[i - 1])) {
            TextBox box;
            box.range.start = cell.range.start - pageStart;
            box.area = {unit(textLeft + cell.column * columnWidth, textPageWidth), unit(top + 0.6, textPageHeight), 0,
                        unit(top + lineHeight - 0.4, textPageHeight)};
            page.boxes.push_back(std::move(box));
        }
        TextBox &box = page.boxes.back();
        box.range.end = cell.range.end - pageStart;
        box.area.right = unit(textLeft + (cell.column + cell.columns) * columnWidth, textPageWidth);
        box.edges.resize(static_cast<std::size_t>(box.range.length()), static_cast<float>(box.area.right));
    }
}

} // namespace

TextPages::TextPages(QString text)
    : m_text(plain(std::move(text)))
{
    int lines = 0;
    m_starts.push_back(0);
    for (qsizetype at = 0; at < m_text.size();) {
        if (lines == linesOfPage || (lines > 0 && m_text[at - 1] == u'\f')) {
            m_starts.push_back(at);
            lines = 0;
        }
        at = endOfLine(m_text, at);
        ++lines;
    }
}

TextRange TextPages::rangeOf(int pageIndex) const
{
    const auto index = static_cast<std::size_t>(pageIndex);
    const qsizetype start = m_starts[index];
    const qsizetype end = index + 1 < m_starts.size() ? m_starts[index + 1] : m_text.size();
    return {start, end > start && m_text[end - 1] == u'\f' ? end - 1 : end};
}

std::vector<TextRange> TextPages::linesOf(int pageIndex) const
{
    const TextRange range = rangeOf(pageIndex);
    std::vector<TextRange> lines;
    for (qsizetype at = range.start; at < range.end;) {
        const qsizetype end = std::min(endOfLine(m_text, at), range.end);
        lines.push_back({at, end});
        at = end;
    }
    return lines;
}

PageText TextPages::pageText(int pageIndex) const
{
    const TextRange range = rangeOf(pageIndex);
    PageText page;
    page.text = m_text.mid(range.start, range.length());
    page.width = textPageWidth;
    page.height = textPageHeight;
    return page;
}

PageLayout TextPages::layout(int pageIndex) const
{
    const TextRange range = rangeOf(pageIndex);
    PageLayout page{pageText(pageIndex), {}, {}};
    int number = 0;
    for (const TextRange &line : linesOf(pageIndex))
        addBoxes(page, cellsOfLine(m_text, line), range.start, number++);
    return page;
}

} // namespace model::reader
