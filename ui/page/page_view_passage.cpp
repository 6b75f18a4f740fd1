// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_words.h"
#include "ui/page/page_view.h"
#include "ui/page/text_areas.h"

#include <QApplication>
#include <QClipboard>

#include <algorithm>

namespace ui::page {

using model::PageLayout;

namespace {

qsizetype letterCount(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

model::Result<model::Passage> PageView::selectedPassage() const
{
    if (!hasSelection())
        return model::Error{
            model::ErrorKind::Invalid,
            withKeys(*this, tr("Select some words on the page first, with the mouse or with {caret} and "
                               "Shift+arrows."))};
    return passageOf(*m_scene.selection);
}

model::Result<model::Passage> PageView::passageOf(const TextSelection &selection) const
{
    TextPosition first = selection.first();
    TextPosition last = selection.last();
    const PageLayout *from = layout(first.pageIndex);
    const PageLayout *to = layout(last.pageIndex);
    if (!from || !to)
        return model::Error{model::ErrorKind::Busy, tr("The page is still being read. Try again in a moment.")};
    if (first.offset < 0 || first.offset > from->text.text.size() || last.offset > to->text.text.size())
        return model::Error{model::ErrorKind::Invalid, tr("There are no such words on this page.")};
    // White space at the ends belongs to no passage; and what only touches a page is not on it.
    while (first < last) {
        if (first.offset >= from->text.text.size() && first.pageIndex < last.pageIndex) {
            first = {first.pageIndex + 1, 0};
            from = layout(first.pageIndex);
            if (!from)
                return model::Error{model::ErrorKind::Busy, tr("The page is still being read. Try again in a moment.")};
        } else if (first.offset < from->text.text.size() && from->text.text.at(first.offset).isSpace()) {
            ++first.offset;
        } else {
            break;
        }
    }
    while (first < last) {
        if (last.offset == 0 && last.pageIndex > first.pageIndex) {
            to = layout(last.pageIndex - 1);
            if (!to)
                return model::Error{model::ErrorKind::Busy, tr("The page is still being read. Try again in a moment.")};
            last = {last.pageIndex - 1, to->text.text.size()};
        } else if (last.offset > 0 && to->text.text.at(last.offset - 1).isSpace()) {
            --last.offset;
        } else {
            break;
        }
    }
    if (last.pageIndex > first.pageIndex + 1)
        return model::Error{model::ErrorKind::Invalid,
                            tr("A passage may run over one page break, not more. Select a shorter one.")};
    model::PageTexts near; // as far as they are here: the model makes the quote anew with all of them
    for (int page = first.pageIndex - model::pagesNear; page <= last.pageIndex + model::pagesNear; ++page) {
        if (const PageLayout *there = layout(page))
            near[page] = there->text.text;
    }
    auto passage = model::makePassage(m_document, first.pageIndex, from->text.text, first.offset, last.pageIndex,
                                      to->text.text, last.offset, near);
    if (!passage)
        return model::Error{model::ErrorKind::Invalid, tr("There are no words in what is selected.")};
    return *std::move(passage);
}

/// Without the commas and stops that a word is followed by: a step by words is not about them.
TextPosition PageView::beforeMarks(const TextPosition &from, TextPosition end) const
{
    const PageLayout *there = layout(end.pageIndex);
    while (there && end.offset > 0 && end.offset <= there->text.text.size() && end > from) {
        const QChar last = there->text.text.at(end.offset - 1);
        if (last.isLetterOrNumber() || last.isHighSurrogate() || last.isLowSurrogate())
            break;
        --end.offset;
    }
    return end;
}

std::optional<model::Passage> PageView::withBoundaryMoved(const model::Passage &passage, Boundary boundary,
                                                          int direction) const
{
    if (passage.document != m_document)
        return std::nullopt;
    const CaretMove move = direction > 0 ? CaretMove::NextWord : CaretMove::PreviousWord;
    const auto layouts = [this](int pageIndex) { return layout(pageIndex); };
    const TextPosition start{passage.firstPage, passage.start};
    const TextPosition end{passage.lastPage, passage.end};
    // The next word begins behind blanks and stops, which are no words: one step may change nothing.
    TextPosition at = boundary == Boundary::Start ? start : end;
    for (int step = 0; step < 3; ++step) {
        at = moved(at, move, layouts);
        const TextPosition from = boundary == Boundary::Start ? at : start;
        const TextPosition to = boundary == Boundary::Start ? end : at;
        if (from >= to)
            return std::nullopt;
        const auto found = passageOf({from, boundary == Boundary::End ? beforeMarks(from, to) : to});
        if (found && letterCount(found->quote) != letterCount(passage.quote))
            return *found;
    }
    return std::nullopt;
}

QString PageView::selectedText() const
{
    if (!hasSelection())
        return {};
    const TextPosition first = m_scene.selection->first();
    const TextPosition last = m_scene.selection->last();
    QStringList parts;
    for (int pageIndex = first.pageIndex; pageIndex <= last.pageIndex; ++pageIndex) {
        const PageLayout *here = layout(pageIndex);
        if (!here)
            continue;
        const qsizetype from = pageIndex == first.pageIndex ? first.offset : 0;
        const qsizetype to = pageIndex == last.pageIndex ? last.offset : here->text.text.size();
        parts += here->text.text.mid(from, to - from);
    }
    return parts.join(QLatin1Char('\n'));
}

void PageView::copySelection()
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void PageView::clearSelection()
{
    if (!m_scene.selection)
        return;
    m_scene.selection->anchor = m_scene.selection->caret;
    if (!m_caretMode)
        m_scene.selection.reset();
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::selectRange(const model::PageRange &range)
{
    select({{range.pageIndex, range.range.start}, {range.pageIndex, range.range.end}});
}

QRectF PageView::areaOf(const model::Passage &passage) const
{
    const PageLayout *there = layout(passage.lastPage);
    if (!there)
        return {};
    const auto range = passage.rangeOnPage(passage.lastPage, there->text.text.size());
    const auto areas = areasOnPage(m_scene.geometry, *there, passage.lastPage, range);
    return areas.empty() ? QRectF() : areas.back();
}

QPoint PageView::placeBelow(const model::Passage &passage) const
{
    const QRectF area = areaOf(passage).translated(-scrollOffset());
    if (area.isNull())
        return QPoint(viewport()->width() / 3, viewport()->height() / 3);
    return QPointF(area.left(), area.bottom() + 8).toPoint();
}

QPoint PageView::placeOfMenu() const
{
    if (const auto passage = selectedPassage())
        return placeBelow(*passage);
    for (const model::Tag &tag : m_scene.tags) {
        if (tag.id == m_scene.selectedTag)
            return placeBelow(tag.passage);
    }
    for (const model::TagSuggestion &suggestion : m_scene.suggestions) {
        if (m_scene.strongSuggestions.contains(suggestion.id))
            return placeBelow(suggestion.passage);
    }
    return viewport()->rect().center();
}

} // namespace ui::page
