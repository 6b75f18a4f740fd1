// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/timeline.h"
#include "ui/timeline/timeline_lines.h"

/// What the timeline shows, told in words.
namespace ui::timeline {

QString periodText(const model::Period &period); ///< "2013–2015", "from 2013", "until 2015"
QString sentenceOf(const model::session::TimelineBar &bar);
/// "supports, 2013: “could read ...” (memo.pdf, p. 4)"; the words cut short.
QString sentenceOf(const model::session::TimelineMark &mark);
QString sentenceOf(const model::session::TimelineGap &gap);
QString sentenceOf(const model::session::Contradiction &contradiction, const model::session::TimelineRow &row);

QString findingName(const model::Matrix &matrix, size_t cell); ///< "Larkspur × read · mail"
/// All about one stop, for the tool tip and for who hears the window.
QString sentenceOf(const TimelineStop &stop, const model::session::Timeline &timeline, size_t row);
/// The passage that a stop opens: a mark's own; of a bar, the first dated one that supports it, else the first.
const model::session::TimelineMark *markBehind(const TimelineStop &stop, const model::session::TimelineRow &row);

} // namespace ui::timeline
