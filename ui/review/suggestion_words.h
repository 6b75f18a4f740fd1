// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestions.h"

/// What is suggested, as the interface says it.
namespace ui::review {

/// "Larkspur × read · messages — supports — 80 %".
QString suggestionText(const model::LinkSuggestion &link);
/// "Larkspur — 80 %"; with the words of the page where the name is another.
QString suggestionText(const model::TagSuggestion &tag);
/// "probably right (80 %)".
QString scoreText(double score);
/// The score in words, and a sentence for each passage that the suggestion rests on.
QString reasonText(double score, const std::vector<model::session::PassageReasons> &reasons);
/// "3 suggestions on this page, 412 left in the case"; empty where there are none in the case.
QString suggestionCountText(int onPage, qint64 inCase);

} // namespace ui::review
