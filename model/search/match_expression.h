// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/query.h"
#include "model/search/text_match.h"

#include <QByteArray>

namespace model::search {

/// What the index of page texts holds for every page, also for an empty one, so that "NOT bank" has something to take
/// from.
inline constexpr char everyPage[] = "\x01";

/// In the index of page joints a word starts with one of these: it stands before the page break, behind it, or is
/// hyphenated over it. The last word and the first one are there as a pair, too ("&gave_access"): pairs are rare, so
/// that a phrase of common words is found over a break without going through all pages that have them.
inline constexpr char beforeBreak = '<';
inline constexpr char behindBreak = '>';
inline constexpr char acrossBreak = '=';
inline constexpr char pairAtBreak = '&';
inline constexpr char pairMiddle = '_';

/// The one place where words enter an FTS5 expression: a string that FTS5 takes for these words and nothing else.
QByteArray quoted(const QByteArray &words);

/// The FTS5 expression for a query, or a part of one, without fields. `matches` by leaf number.
QByteArray matchExpression(const Node &node, const std::vector<TextMatch> &matches);
QByteArray matchExpression(const TextMatch &match);

/// The FTS5 expression that finds, in the index of page joints, where this runs on over a page break; empty when it
/// cannot.
QByteArray jointExpression(const TextMatch &match);

/// A NEAR of words with many spellings multiplies out. True: too far, and the expressions leave some out.
bool exceedsNearLimit(const TextMatch &match);

/// False when there is a field in it.
bool isTextOnly(const Node &node);

} // namespace model::search
