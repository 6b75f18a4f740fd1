// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/text_cursor.h"

#include "ui/page/text_areas.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace ui::page {
namespace {

using model::PageLayout;

TextPosition onNextPage(const TextPosition &from, const Layouts &layouts)
{
    return layouts(from.pageIndex + 1) ? TextPosition{from.pageIndex + 1, 0} : from;
}

TextPosition onPreviousPage(const TextPosition &from, const Layouts &layouts)
{
    const PageLayout *before = from.pageIndex > 0 ? layouts(from.pageIndex - 1) : nullptr;
    return before ? TextPosition{from.pageIndex - 1, before->text.text.size()} : from;
}

qsizetype nextWordStart(const QString &text, qsizetype offset)
{
    qsizetype at = std::max(wordAt(text, offset).end, offset);
    if (at == offset && at < text.size())
        ++at;
    while (at < text.size() && text.at(at).isSpace())
        ++at;
    return at;
}

qsizetype previousWordStart(const QString &text, qsizetype offset)
{
    qsizetype at = offset;
    while (at > 0 && text.at(at - 1).isSpace())
        --at;
    const qsizetype start = wordAt(text, at).start;
    return start < at ? start : std::max<qsizetype>(0, at - 1);
}

qsizetype characterAway(const QString &text, qsizetype offset, bool forward)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(offset);
    const qsizetype found = forward ? finder.toNextBoundary() : finder.toPreviousBoundary();
    return found < 0 ? offset : found;
}

/// The place on the line beside (before or after) that of `from` under the same x; `from` when there is no such line.
TextPosition onLineBeside(const TextPosition &from, const PageLayout &layout, bool below, const Layouts &layouts)
{
    const auto caret = caretArea(layout, from.offset);
    const double x = caret ? caret->left : 0;
    TextPosition there = from;
    const PageLayout *target = &layout;
    const model::TextRange line = lineAt(layout.text.text, from.offset);
    if (below && line.end < layout.text.text.size()) {
        there.offset = line.end + 1;
    } else if (!below && line.start > 0) {
        there.offset = line.start - 1;
    } else {
        there = below ? onNextPage(from, layouts) : onPreviousPage(from, layouts);
        if (there == from)
            return from;
        target = layouts(there.pageIndex);
    }
    const model::TextRange to = lineAt(target->text.text, there.offset);
    qsizetype best = to.start;
    double least = 2;
    for (qsizetype offset = to.start; offset <= to.end; ++offset) {
        const auto area = caretArea(*target, offset);
        if (area && std::abs(area->left - x) < least) {
            least = std::abs(area->left - x);
            best = offset;
        }
    }
    there.offset = best;
    return there;
}

} // namespace

model::TextRange TextSelection::rangeOnPage(int pageIndex, qsizetype length) const
{
    const TextPosition from = first();
    const TextPosition to = last();
    if (pageIndex < from.pageIndex || pageIndex > to.pageIndex)
        return {};
    return {from.pageIndex == pageIndex ? from.offset : 0, to.pageIndex == pageIndex ? to.offset : length};
}

TextPosition moved(const TextPosition &from, CaretMove move, const Layouts &layouts)
{
    const PageLayout *layout = layouts(from.pageIndex);
    if (!layout)
        return from;
    const QString &text = layout->text.text;
    const auto at = [&from](qsizetype offset) { return TextPosition{from.pageIndex, offset}; };
    switch (move) {
    case CaretMove::NextCharacter:
        return from.offset >= text.size() ? onNextPage(from, layouts) : at(characterAway(text, from.offset, true));
    case CaretMove::PreviousCharacter:
        return from.offset <= 0 ? onPreviousPage(from, layouts) : at(characterAway(text, from.offset, false));
    case CaretMove::NextWord:
        return from.offset >= text.size() ? onNextPage(from, layouts) : at(nextWordStart(text, from.offset));
    case CaretMove::PreviousWord:
        return from.offset <= 0 ? onPreviousPage(from, layouts) : at(previousWordStart(text, from.offset));
    case CaretMove::NextLine:
        return onLineBeside(from, *layout, true, layouts);
    case CaretMove::PreviousLine:
        return onLineBeside(from, *layout, false, layouts);
    case CaretMove::LineStart:
        return at(lineAt(text, from.offset).start);
    case CaretMove::LineEnd:
        return at(lineAt(text, from.offset).end);
    case CaretMove::PageStart:
        return at(0);
    case CaretMove::PageEnd:
        return at(text.size());
    }
    return from;
}

TextSelection overWholeWords(const TextSelection &selection, const Layouts &layouts)
{
    if (selection.isEmpty())
        return selection;
    TextPosition first = selection.first();
    TextPosition last = selection.last();
    if (const PageLayout *there = layouts(first.pageIndex)) {
        const model::TextRange word = wordAt(there->text.text, first.offset);
        if (first.offset < word.end)
            first.offset = word.start;
    }
    if (const PageLayout *there = layouts(last.pageIndex)) {
        const model::TextRange word = wordAt(there->text.text, last.offset);
        if (word.start < last.offset)
            last.offset = word.end;
    }
    return selection.anchor <= selection.caret ? TextSelection{first, last} : TextSelection{last, first};
}

TextSelection joined(const TextSelection &first, const TextSelection &second)
{
    const TextPosition from = std::min(first.first(), second.first());
    const TextPosition to = std::max(first.last(), second.last());
    return second.first() < first.first() ? TextSelection{to, from} : TextSelection{from, to};
}

} // namespace ui::page
