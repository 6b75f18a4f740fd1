// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <QPointF>

#include <optional>
#include <vector>

/// Between characters of a page's text and places on the page (0..1 of its width and height).
namespace ui::page {

/// Where the characters of `range` stand: one rectangle a line, running over the blanks between words.
std::vector<model::UnitRectangle> areasOf(const model::PageLayout &layout, const model::TextRange &range);

/// The thin upright line in front of character `offset` (behind the last one for the end of the text); nothing on a
/// page without text.
std::optional<model::UnitRectangle> caretArea(const model::PageLayout &layout, qsizetype offset);

/// The boundary between characters that is nearest to a point; nothing on a page without text.
std::optional<qsizetype> offsetNear(const model::PageLayout &layout, const QPointF &point);

/// Where the word around `offset` begins and ends; empty between two blanks.
model::TextRange wordAt(const QString &text, qsizetype offset);
/// The sentence around `offset`, over line breaks, without white space at its ends. It ends where a line begins far
/// below the one before, for a heading has no stop.
model::TextRange sentenceAt(const model::PageLayout &layout, qsizetype offset);
/// The line around `offset`, without its line break.
model::TextRange lineAt(const QString &text, qsizetype offset);

} // namespace ui::page
