// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/column_layout.h"

#include <QChar>

#include <algorithm>
#include <memory>

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

namespace model::reader {
namespace {

constexpr int tabColumns = 8;
constexpr qsizetype longestLine = 4096;       // UTF-16 units; only marks without end get there
constexpr qsizetype longestSearchBack = 4096; // UTF-16 units, for the start of a paragraph

struct Character {
    char32_t code = 0;
    qsizetype units = 1;
};

Character characterAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(unit, text[at + 1]), 2};
    return {unit.unicode(), 1};
}

bool isBlank(char32_t character)
{
    return character == U' ' || character == U'\t' || character == U'\u3000' || character == U'\u00a0';
}

bool mayBreakAfter(char32_t character, int columns)
{
    return columns == 2 || (isBlank(character) && character != U'\u00a0');
}

int columnsOfBlank(char32_t character, int column)
{
    if (character == U'\t')
        return tabColumns - column % tabColumns;
    return character == U'\u3000' ? 2 : 1;
}

bool isBreak(char32_t character)
{
    return character == U'\n' || character == U'\f';
}

bool isRightToLeft(char32_t character)
{
    if (character < 0x590)
        return false;
    const QChar::Direction direction = QChar::direction(character);
    return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirRLE ||
           direction == QChar::DirRLO || direction == QChar::DirRLI;
}

bool hasRightToLeft(QStringView text)
{
    for (qsizetype at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (isRightToLeft(character.code))
            return true;
        at += character.units;
    }
    return false;
}

struct BidiEnd {
    void operator()(UBiDi *bidi) const { ubidi_close(bidi); }
};

/// The level of the paragraph that the line belongs to.
UBiDiLevel paragraphLevel(QStringView text, qsizetype lineStart)
{
    const qsizetype earliest = std::max<qsizetype>(lineStart - longestSearchBack, 0);
    const qsizetype before = text.sliced(earliest, lineStart - earliest).lastIndexOf(u'\n');
    const QStringView paragraph = text.sliced(before < 0 ? earliest : earliest + before + 1).left(2 * longestLine);
    const qsizetype end = paragraph.indexOf(u'\n');
    const auto length = static_cast<int32_t>(end < 0 ? paragraph.size() : end);
    const UBiDiDirection direction = ubidi_getBaseDirection(paragraph.utf16(), length);
    return direction == UBIDI_RTL ? 1 : 0;
}

/// Cells of a line, blanks too, by where they stand in the text.
std::vector<TextCell> logicalCells(QStringView text, const TextRange &line)
{
    std::vector<TextCell> cells;
    int column = 0;
    for (qsizetype at = line.start; at < line.end;) {
        const Character character = characterAt(text, at);
        if (isBreak(character.code))
            break;
        const int columns =
            isBlank(character.code) ? columnsOfBlank(character.code, column) : columnsOf(character.code);
        if (columns == 0 && !cells.empty() && !isBlank(characterAt(text, cells.back().range.start).code))
            cells.back().range.end = at + character.units;
        else
            cells.push_back({{at, at + character.units}, column, columns, false});
        column += columns;
        at += character.units;
    }
    return cells;
}

/// Puts the cells where they are seen.
void arrange(std::vector<TextCell> &cells, QStringView text, const TextRange &line)
{
    if (cells.empty())
        return;
    const std::unique_ptr<UBiDi, BidiEnd> bidi(ubidi_open());
    UErrorCode fault = U_ZERO_ERROR;
    const UBiDiLevel level = paragraphLevel(text, line.start);
    const qsizetype end = cells.back().range.end;
    ubidi_setPara(bidi.get(), text.utf16() + line.start, static_cast<int32_t>(end - line.start), level, nullptr,
                  &fault);
    const int32_t runs = ubidi_countRuns(bidi.get(), &fault);
    if (U_FAILURE(fault))
        return;
    const int width = cells.back().column + cells.back().columns;
    int column = level == 1 ? std::max(columnsOfLine - width, 0) : 0;
    const auto place = [&column](TextCell &cell, bool rightToLeft) {
        cell.column = column;
        cell.rightToLeft = rightToLeft;
        column += cell.columns;
    };
    for (int32_t i = 0; i < runs; ++i) {
        int32_t start = 0;
        int32_t length = 0;
        const bool rightToLeft = ubidi_getVisualRun(bidi.get(), i, &start, &length) == UBIDI_RTL;
        const auto startsBefore = [](const TextCell &cell, qsizetype at) { return cell.range.start < at; };
        const qsizetype from = line.start + start;
        const auto first = std::lower_bound(cells.begin(), cells.end(), from, startsBefore);
        const auto last = std::lower_bound(first, cells.end(), from + length, startsBefore);
        if (rightToLeft)
            std::for_each(std::make_reverse_iterator(last), std::make_reverse_iterator(first),
                          [&place](TextCell &cell) { place(cell, true); });
        else
            std::for_each(first, last, [&place](TextCell &cell) { place(cell, false); });
    }
}

} // namespace

int columnsOf(char32_t character)
{
    if (character < 0x300)
        return character == 0xad ? 0 : 1;
    const auto code = static_cast<UChar32>(character);
    const int category = u_charType(code);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR)
        return 0;
    const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    if (width == U_EA_WIDE || width == U_EA_FULLWIDTH)
        return 2;
    // The vowels and finals of a Korean syllable spelled out stand with its first sound, which is wide.
    const int syllable = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
    return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO ? 0 : 1;
}

qsizetype endOfLine(QStringView text, qsizetype start)
{
    int column = 0;
    qsizetype lastBreak = start;
    for (qsizetype at = start; at < text.size();) {
        const Character character = characterAt(text, at);
        const qsizetype next = at + character.units;
        if (isBreak(character.code))
            return next;
        if (isBlank(character.code)) {
            column += columnsOfBlank(character.code, column);
            if (mayBreakAfter(character.code, 1))
                lastBreak = next;
        } else {
            const int columns = columnsOf(character.code);
            if (columns > 0 && column + columns > columnsOfLine)
                return lastBreak > start ? lastBreak : at;
            column += columns;
            if (mayBreakAfter(character.code, columns))
                lastBreak = next;
        }
        if (next - start >= longestLine)
            return next;
        at = next;
    }
    return text.size();
}

std::vector<TextCell> cellsOfLine(QStringView text, const TextRange &line)
{
    std::vector<TextCell> cells = logicalCells(text, line);
    if (hasRightToLeft(text.sliced(line.start, line.length())))
        arrange(cells, text, line);
    std::erase_if(cells, [&text](const TextCell &cell) {
        return cell.columns <= 0 || isBlank(characterAt(text, cell.range.start).code);
    });
    return cells;
}

} // namespace model::reader
