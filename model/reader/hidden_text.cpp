// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/hidden_text.h"

#include "model/reader/redaction_label.h"
#include "model/reader/text_places.h"
#include "model/reader/wire.h"

#include <algorithm>
#include <cmath>

namespace model::reader {
namespace {

/// A page may be a cut of a large sheet: what lies beyond this is not of the page.
constexpr qsizetype mostOutside = 20'000;

/// Words outside of the page, in the order they are drawn.
class Outside final {
public:
    Outside(PageLayout &layout, const QSizeF &size)
        : m_layout(layout)
        , m_size(size)
    {
    }

    void add(const DrawnGlyph &glyph)
    {
        PageText &page = m_layout.text;
        if (m_written > mostOutside)
            return;
        if (!m_before || !isSameLine(*m_before, glyph))
            startLine();
        else if (gapBetween(*m_before, glyph) > 0.2)
            page.text += u' ';
        TextBox box;
        box.range.start = page.text.size();
        for (const QChar unit : cleaned(glyph.text))
            page.text += unit.isSpace() || unit == u'\n' ? QChar(u' ') : unit;
        box.range.end = page.text.size();
        const QRectF area = glyph.area();
        box.area = {unit(area.left(), m_size.width()), unit(area.top(), m_size.height()),
                    unit(area.right(), m_size.width()), unit(area.bottom(), m_size.height())};
        box.edges.assign(static_cast<std::size_t>(box.range.length()), static_cast<float>(box.area.right));
        m_written += box.range.length();
        HiddenPassage &passage = page.hidden.back();
        passage.range.end = box.range.end;
        passage.area = m_isFirst ? box.area : united(passage.area, box.area);
        m_isFirst = false;
        m_layout.boxes.push_back(std::move(box));
        m_before = &glyph;
    }

private:
    static double unit(double position, double length)
    {
        return length > 0 ? std::clamp(position / length, 0.0, 1.0) : 0;
    }

    /// In font sizes, along the line.
    static double gapBetween(const DrawnGlyph &before, const DrawnGlyph &next)
    {
        const QPointF end = before.origin + before.along;
        return QLineF(end, next.origin).length() / std::max(before.size(), 0.1);
    }

    static bool isSameLine(const DrawnGlyph &before, const DrawnGlyph &next) { return gapBetween(before, next) < 2; }

    void startLine()
    {
        PageText &page = m_layout.text;
        if (!page.text.isEmpty())
            page.text += u'\n';
        page.hidden.push_back({{page.text.size(), page.text.size()}, {}, HiddenReason::OutsidePage});
        m_isFirst = true;
    }

    PageLayout &m_layout;
    const QSizeF m_size;
    const DrawnGlyph *m_before = nullptr;
    bool m_isFirst = true;
    qsizetype m_written = 0;
};

bool hasLetter(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar unit) { return unit.isLetterOrNumber() || unit.isSurrogate(); });
}

/// What is hidden at each place of the page's text.
class Runs final {
public:
    Runs(PageLayout &layout, const DrawnPage &drawn, const ProofOf &proof)
        : m_layout(layout)
        , m_drawn(drawn)
        , m_proof(proof)
        , m_hidden(static_cast<std::size_t>(layout.text.text.size()), nullptr)
    {
    }

    void add(const HiddenGlyph &glyph, const std::vector<TextPlace> &places)
    {
        for (const TextPlace &place : places)
            m_hidden[static_cast<std::size_t>(place.position)] = &glyph;
    }

    void note(const TextPlaces &places)
    {
        const std::size_t size = m_hidden.size();
        for (std::size_t start = 0; start < size;) {
            if (!m_hidden[start]) {
                ++start;
                continue;
            }
            std::size_t end = start + 1; // behind the last hidden character
            for (std::size_t at = end; at < size && goesOn(start, at); ++at) {
                if (m_hidden[at])
                    end = at + 1;
            }
            noteRun(start, end, places);
            start = end;
        }
    }

private:
    bool goesOn(std::size_t start, std::size_t at) const
    {
        const HiddenGlyph *first = m_hidden[start];
        const HiddenGlyph *glyph = m_hidden[at];
        if (glyph)
            return glyph->reason == first->reason && glyph->proof == first->proof;
        return m_layout.text.text[static_cast<qsizetype>(at)] == u' ';
    }

    /// A single letter of a word, that the edge of a box covers.
    bool isTouched(std::size_t start, std::size_t end, int glyphs) const
    {
        const QString &text = m_layout.text.text;
        const auto isLetter = [&text](std::size_t at) {
            return at < static_cast<std::size_t>(text.size()) && text[static_cast<qsizetype>(at)].isLetterOrNumber();
        };
        return glyphs == 1 && ((start > 0 && isLetter(start - 1)) || isLetter(end));
    }

    void noteRun(std::size_t start, std::size_t end, const TextPlaces &places)
    {
        const TextRange range{static_cast<qsizetype>(start), static_cast<qsizetype>(end)};
        if (!hasLetter(QStringView(m_layout.text.text).mid(range.start, range.length())))
            return;
        int glyphs = 0;
        int again = 0;
        int proven = 0;
        const HiddenGlyph *before = nullptr;
        for (std::size_t at = start; at < end; ++at) {
            const HiddenGlyph *glyph = m_hidden[at];
            if (!glyph || glyph == before)
                continue;
            before = glyph;
            ++glyphs;
            again += glyph->isShownAgain ? 1 : 0;
            proven += glyph->proof == Proof::None || m_proof(m_drawn.glyphs[glyph->glyph], glyph->proof) ? 1 : 0;
        }
        if (isTouched(start, end, glyphs) ||
            isRedactionLabel(QStringView(m_layout.text.text).mid(range.start, range.length())))
            return;
        // A glyph may look the same by chance, or be touched by one beside it: it is the most of them that counts.
        if (again * 10 >= glyphs * 9 || proven * 5 < glyphs * 4)
            return;
        m_layout.text.hidden.push_back({range, places.areaOf(range), m_hidden[start]->reason});
    }

    PageLayout &m_layout;
    const DrawnPage &m_drawn;
    const ProofOf &m_proof;
    std::vector<const HiddenGlyph *> m_hidden;
};

} // namespace

void noteHiddenText(PageLayout &layout, const DrawnPage &drawn, const ProofOf &proof)
{
    const std::vector<HiddenGlyph> hidden = hiddenGlyphs(drawn);
    if (hidden.empty())
        return;
    TextPlaces places(layout, drawn.size);
    Runs runs(layout, drawn, proof);
    for (const HiddenGlyph &glyph : hidden) {
        if (!glyph.isOutside)
            runs.add(glyph, places.take(drawn.glyphs[glyph.glyph]));
    }
    runs.note(places);
    Outside outside(layout, drawn.size);
    for (const HiddenGlyph &glyph : hidden) {
        if (glyph.isOutside)
            outside.add(drawn.glyphs[glyph.glyph]);
    }
    std::vector<HiddenPassage> &passages = layout.text.hidden;
    std::erase_if(passages, [&layout](const HiddenPassage &passage) {
        return !hasLetter(QStringView(layout.text.text).mid(passage.range.start, passage.range.length()));
    });
}

} // namespace model::reader
