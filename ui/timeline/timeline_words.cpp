// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_words.h"

#include "ui/common/words.h"

#include <QCoreApplication>

namespace ui::timeline {
namespace {

using model::session::Contradiction;
using model::session::TimelineBar;
using model::session::TimelineGap;
using model::session::TimelineMark;
using model::session::TimelineRow;

constexpr qsizetype quoteLength = 120;

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("Timeline", text, comment);
}

const TimelineMark &markAt(const TimelineRow &row, int index)
{
    return row.marks[index];
}

QString timeOf(const TimelineMark &mark)
{
    return mark.period.isEmpty() ? tr("without a date") : periodText(mark.period);
}

} // namespace

QString periodText(const model::Period &period)
{
    if (period.from && period.to)
        return *period.from == *period.to ? period.from->toString()
                                          : tr("%1–%2", "from, to").arg(toText(period.from), toText(period.to));
    if (period.from)
        return tr("from %1").arg(toText(period.from));
    return period.to ? tr("until %1").arg(toText(period.to)) : QString();
}

QString sentenceOf(const TimelineBar &bar)
{
    if (bar.isSuggested)
        return tr("Only suggested, and nobody has decided it: %1.").arg(periodText(bar.period));
    const QString sentence =
        (bar.isConcluded ? tr("You concluded: %1.") : tr("By the evidence, with no period concluded: %1."))
            .arg(periodText(bar.period));
    if (bar.period.from && bar.period.to && bar.isOpenLast)
        return tr("%1 Nothing says that it ended then.").arg(sentence);
    return sentence;
}

QString sentenceOf(const TimelineMark &mark)
{
    const QString sentence =
        tr("%1, %2: “%3” (%4, p. %5)", "stance, time, words, file, page")
            .arg(wordFor(mark.stance), timeOf(mark), shortened(mark.passage.quote, quoteLength), mark.file,
                 mark.pageLabel.isEmpty() ? QString::number(mark.passage.firstPage + 1) : mark.pageLabel);
    return mark.isSuggested() ? tr("Suggested: %1").arg(sentence) : sentence;
}

QString sentenceOf(const TimelineGap &gap)
{
    return tr("Gap: the evidence says that it ended in %1 and began again in %2.")
        .arg(gap.ended.toString(), gap.beganAgain.toString());
}

QString sentenceOf(const Contradiction &contradiction, const TimelineRow &row)
{
    const QString time = timeOf(markAt(row, contradiction.mark));
    const QString concluded = periodText(row.conclusion.period);
    const QString against = contradiction.against < 0 ? concluded : timeOf(markAt(row, contradiction.against));
    switch (contradiction.kind) {
    case Contradiction::Kind::DeniedYetSupported:
        return tr("Contradiction: one passage denies it (%1), another supports it (%2).").arg(time, against);
    case Contradiction::Kind::DeniedYetConcluded:
        return tr("Contradiction: a passage denies it (%1); you concluded %2.").arg(time, concluded);
    case Contradiction::Kind::EndedYetSupported:
        return tr("Contradiction: one passage says that it ended (%1), another that it held later (%2).")
            .arg(time, against);
    case Contradiction::Kind::EndedYetConcluded:
        return tr("Contradiction: a passage says that it ended (%1); you concluded %2.").arg(time, concluded);
    case Contradiction::Kind::OutsideConclusion:
        break;
    }
    return tr("Contradiction: a passage names %1; you concluded %2.").arg(time, concluded);
}

QString findingName(const model::Matrix &matrix, size_t cell)
{
    return tr("%1 × %2", "partner, permission")
        .arg(matrix.partners[static_cast<size_t>(matrix.cells[cell].partner)].name,
             matrix.permissions[static_cast<size_t>(matrix.cells[cell].permission)].name);
}

QString sentenceOf(const TimelineStop &stop, const model::session::Timeline &timeline, size_t row)
{
    const TimelineRow &shown = timeline.rows[row];
    QStringList parts{findingName(timeline.matrix, row)};
    if (stop.kind == TimelineStop::Kind::Bar)
        parts += sentenceOf(shown.bars[static_cast<size_t>(stop.index)]);
    else if (stop.kind == TimelineStop::Kind::Mark)
        parts += sentenceOf(markAt(shown, stop.index));
    else
        parts += tr("No date is known.");
    for (const Contradiction &contradiction : shown.contradictions) {
        if (stop.kind == TimelineStop::Kind::Bar || contradiction.mark == stop.index ||
            contradiction.against == stop.index)
            parts += sentenceOf(contradiction, shown);
    }
    if (stop.kind == TimelineStop::Kind::Bar) {
        for (const TimelineGap &gap : shown.gaps)
            parts += sentenceOf(gap);
    }
    return parts.join(u'\n');
}

const TimelineMark *markBehind(const TimelineStop &stop, const TimelineRow &row)
{
    if (stop.kind == TimelineStop::Kind::Mark)
        return &markAt(row, stop.index);
    const bool isSuggested =
        stop.kind == TimelineStop::Kind::Bar && row.bars[static_cast<size_t>(stop.index)].isSuggested;
    for (const TimelineMark &mark : row.marks) {
        if (mark.stance == model::Stance::Supports && mark.isSuggested() == isSuggested)
            return &mark;
    }
    return row.marks.empty() ? nullptr : &row.marks.front();
}

} // namespace ui::timeline
