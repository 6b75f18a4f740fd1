// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/page_composer.h"

#include "model/domain/page_frame.h"
#include "model/reader/wire.h"

#include <algorithm>
#include <cmath>

namespace model::reader {
namespace {

struct Glyph {
    char32_t character = 0;
    QRectF area;
    int word = -1; ///< -1 for a blank between words
};

using Line = std::vector<Glyph>;

bool isRightToLeft(char32_t character)
{
    const QChar::Direction direction = QChar::direction(character);
    return direction == QChar::DirR || direction == QChar::DirAL;
}

bool isLeftToRight(char32_t character)
{
    return QChar::direction(character) == QChar::DirL;
}

bool isNumber(char32_t character)
{
    const QChar::Direction direction = QChar::direction(character);
    return direction == QChar::DirEN || direction == QChar::DirAN || direction == QChar::DirES ||
           direction == QChar::DirET || direction == QChar::DirCS;
}

char32_t plain(char32_t character)
{
    return character == U'\n' || character == U'\t' ? U' ' : character;
}

std::vector<QRectF> characterAreas(const PageWord &word, std::size_t count)
{
    if (word.characters.size() == count)
        return word.characters;
    std::vector<QRectF> areas;
    const double step = word.area.width() / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i)
        areas.emplace_back(word.area.left() + step * static_cast<double>(i), word.area.top(), step, word.area.height());
    return areas;
}

void appendWord(Line &line, const PageWord &word, int number)
{
    const auto characters = cleaned(word.text).toUcs4();
    const std::vector<QRectF> areas = characterAreas(word, static_cast<std::size_t>(characters.size()));
    for (qsizetype i = 0; i < characters.size(); ++i)
        line.push_back({plain(characters[i]), areas[static_cast<std::size_t>(i)], number});
    if (word.spaceAfter && !word.endsLine)
        line.push_back({U' ', {}, -1});
}

std::vector<Line> linesOf(const std::vector<PageWord> &words)
{
    std::vector<Line> lines;
    Line line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        appendWord(line, words[i], static_cast<int>(i));
        if (words[i].endsLine && !line.empty())
            lines.push_back(std::exchange(line, {}));
    }
    if (!line.empty())
        lines.push_back(std::move(line));
    return lines;
}

/// Whether most letters of the page are written from left to right.
bool isMostlyLeftToRight(const std::vector<Line> &lines)
{
    qsizetype balance = 0;
    for (const Line &line : lines) {
        for (const Glyph &glyph : line)
            balance += isLeftToRight(glyph.character) ? 1 : isRightToLeft(glyph.character) ? -1 : 0;
    }
    return balance >= 0;
}

/// Turns each run round that starts with a `turned` character and goes on until a `kept` one. Blanks and marks at its
/// end stay where they are.
template <class Turned, class Kept> void turnRuns(Line &line, Turned turned, Kept kept)
{
    for (auto at = std::find_if(line.begin(), line.end(), turned); at != line.end();
         at = std::find_if(at, line.end(), turned)) {
        auto end = std::find_if(at, line.end(), kept);
        while (!turned(*(end - 1)))
            --end;
        std::reverse(at, end);
        at = end;
    }
}

/// From the order seen, left to right, to the order read, by the rule of the library's own text.
void putInReadingOrder(Line &line, bool mostlyLeftToRight)
{
    const auto right = [](const Glyph &glyph) { return isRightToLeft(glyph.character); };
    const auto leftOrNumber = [](const Glyph &glyph) {
        return isLeftToRight(glyph.character) || isNumber(glyph.character);
    };
    if (mostlyLeftToRight) {
        turnRuns(line, right, leftOrNumber);
    } else {
        std::reverse(line.begin(), line.end());
        turnRuns(line, leftOrNumber, right);
    }
}

/// What parts `next` from `line`: as in a table, it may go on at the right on the same height.
char16_t separatorBetween(const Line &line, const Line &next)
{
    const QRectF &end = line.back().area;
    const QRectF &start = next.front().area;
    const bool upright = std::abs(line.front().area.top() - end.top()) < end.height() / 2 &&
                         std::abs(next.back().area.top() - start.top()) < start.height() / 2;
    const double overlap = std::min(end.bottom(), start.bottom()) - std::max(end.top(), start.top());
    const double gap = start.left() - end.right();
    if (!upright || overlap <= std::min(end.height(), start.height()) / 2 || gap < 0)
        return u'\n';
    return gap > end.height() / 2 ? u'\t' : u' ';
}

class Composer final {
public:
    explicit Composer(const QSizeF &size)
        : m_width(sound(size.width()))
        , m_height(sound(size.height()))
    {
        m_page.text.width = std::min(m_width, maximumPageSide);
        m_page.text.height = std::min(m_height, maximumPageSide);
    }

    void add(const Line &line)
    {
        for (std::size_t start = 0; start < line.size();) {
            const std::size_t end = endOfRun(line, start);
            if (line[start].word < 0)
                addSeparator(u' ');
            else
                addBox(line, start, end);
            start = end;
        }
    }

    void addSeparator(char16_t separator) { m_page.text.text += QChar(separator); }

    PageLayout page() && { return std::move(m_page); }

private:
    static double sound(double length) { return std::isfinite(length) && length > 0 ? length : 0; }
    static double unit(double position, double length)
    {
        return std::isfinite(position) && length > 0 ? std::clamp(position / length, 0.0, 1.0) : 0;
    }

    /// Characters of a word that stand side by side from left to right share a box: an edge each tells where they are.
    /// Turned or right-to-left writing gets a box a character.
    static std::size_t endOfRun(const Line &line, std::size_t start)
    {
        std::size_t end = start + 1;
        while (end < line.size() && line[end].word == line[start].word && line[start].word >= 0 &&
               qFuzzyCompare(1 + line[end].area.top(), 1 + line[start].area.top()) &&
               qFuzzyCompare(1 + line[end].area.bottom(), 1 + line[start].area.bottom()) &&
               line[end].area.right() >= line[end - 1].area.right())
            ++end;
        return end;
    }

    void addBox(const Line &line, std::size_t start, std::size_t end)
    {
        TextBox box;
        box.range.start = m_page.text.text.size();
        QRectF area = line[start].area;
        for (std::size_t i = start; i < end; ++i) {
            area = area.united(line[i].area);
            const auto edge = static_cast<float>(unit(line[i].area.right(), m_width));
            const auto units = QChar::fromUcs4(line[i].character);
            m_page.text.text += units;
            box.edges.insert(box.edges.end(), static_cast<std::size_t>(QStringView(units).size()), edge);
        }
        box.range.end = m_page.text.text.size();
        box.area = {unit(area.left(), m_width), unit(area.top(), m_height), unit(area.right(), m_width),
                    unit(area.bottom(), m_height)};
        m_page.boxes.push_back(std::move(box));
    }

    double m_width;
    double m_height;
    PageLayout m_page;
};

} // namespace

PageLayout composePage(const std::vector<PageWord> &words, const QSizeF &size)
{
    std::vector<Line> lines = linesOf(words);
    const bool mostlyLeftToRight = isMostlyLeftToRight(lines);
    Composer composer(size);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0)
            composer.addSeparator(mostlyLeftToRight ? separatorBetween(lines[i - 1], lines[i]) : u'\n');
        // The line before was judged as it is seen; it is put into reading order only now.
        if (i > 0)
            lines[i - 1].clear();
        Line ordered = lines[i];
        putInReadingOrder(ordered, mostlyLeftToRight);
        composer.add(ordered);
    }
    return std::move(composer).page();
}

} // namespace model::reader
