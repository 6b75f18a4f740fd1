// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestion_queue.h"
#include "model/session/suggestions.h"

/// What is suggested, as the interface says it.
namespace ui::review {

/// "Larkspur × read · messages — supports — 80 %".
QString suggestionText(const model::LinkSuggestion &link);
/// "Larkspur — 80 %"; with the words of the page where the name is another.
QString suggestionText(const model::TagSuggestion &tag);
/// "Larkspur × read · messages", without how and how sure.
QString subjectText(const model::LinkSuggestion &link);
/// "Larkspur"; of evidence its words.
QString subjectText(const model::TagSuggestion &tag);
/// "probably right (80 %)".
QString scoreText(double score);
/// The score in words, and a sentence for each passage that the suggestion rests on.
QString reasonText(double score, const std::vector<model::session::PassageReasons> &reasons);
/// "12 suggestions left in this document, 412 in the case; at your pace about 25 minutes". Empty where there are none
/// in the case. `ms`: how long those of the case would take.
QString suggestionCountText(qint64 inDocument, qint64 inCase, const std::optional<qint64> &ms);
/// Why nothing is listed, and what to do next. `documentOnly`: the filter wants the document in view only. Names
/// commands, for withKeys().
QString nothingListedText(const model::session::QueueCounts &counts, bool documentOnly);

/// That `gone` of `all` had changed before they could be decided.
QString goneText(int gone, int all);

} // namespace ui::review
