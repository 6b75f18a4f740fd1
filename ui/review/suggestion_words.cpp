// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_words.h"

#include "ui/common/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace ui::review {
namespace {

QString tr(const char *text, const char *about = nullptr, qint64 n = -1)
{
    return QCoreApplication::translate("Suggestions", text, about, static_cast<int>(n));
}

QString percent(double score)
{
    // The sign stays on its number's line.
    return tr("%1%2%", "number, blank").arg(std::lround(score * 100)).arg(QChar(QChar::Nbsp));
}

} // namespace

QString suggestionText(const model::LinkSuggestion &link)
{
    return tr("%1 × %2 — %3 — %4", "partner, permission, stance, score")
        .arg(link.partner, link.permission, wordFor(link.stance), percent(link.score));
}

QString suggestionText(const model::TagSuggestion &tag)
{
    const QString quote = shortened(tag.passage.quote, 140);
    const QString what = tag.name.isEmpty()                                  ? tr("“%1”").arg(quote)
                         : model::nameKey(tag.name) == model::nameKey(quote) ? tag.name
                                                                             : tr("%1: “%2”").arg(tag.name, quote);
    return tr("%1 — %2", "passage, score").arg(what, percent(tag.score));
}

QString subjectText(const model::LinkSuggestion &link)
{
    return tr("%1 × %2", "partner, permission").arg(link.partner, link.permission);
}

QString subjectText(const model::TagSuggestion &tag)
{
    return tag.name.isEmpty() ? tr("“%1”").arg(shortened(tag.passage.quote, 80)) : tag.name;
}

QString scoreText(double score)
{
    const QString words = score >= 0.9   ? tr("almost certainly right (%1)")
                          : score >= 0.7 ? tr("probably right (%1)")
                          : score >= 0.4 ? tr("perhaps right (%1)")
                                         : tr("doubtful (%1)");
    return words.arg(percent(score));
}

QString reasonText(double score, const std::vector<model::session::PassageReasons> &reasons)
{
    QString words = scoreText(score);
    words[0] = words[0].toUpper();
    QStringList sentences = {tr("%1.").arg(words)};
    for (const model::session::PassageReasons &passage : reasons) {
        if (passage.reasons.isEmpty())
            continue;
        sentences +=
            tr("As %1, “%2”: %3.", "kind, quote, reasons")
                .arg(wordFor(passage.kind), shortened(passage.quote, 40), passage.reasons.join(QStringLiteral("; ")));
    }
    return sentences.join(u'\n');
}

namespace {

/// In steps that grow, so that it does not waver with each decision.
QString durationText(qint64 ms)
{
    const auto inSteps = [](qint64 of, qint64 step) { return (of + step - 1) / step * step; };
    const qint64 minutes = inSteps(ms, 60'000) / 60'000;
    if (minutes <= 1)
        return tr("a minute");
    if (minutes < 90)
        return tr("%n minutes", nullptr, minutes <= 10 ? minutes : inSteps(minutes, 5));
    const qint64 hours = (minutes + 30) / 60;
    return hours == 1 ? tr("an hour") : tr("%n hours", nullptr, hours);
}

} // namespace

QString suggestionCountText(qint64 inDocument, qint64 inCase, const std::optional<qint64> &ms)
{
    if (inCase == 0)
        return {};
    const QLocale locale;
    const QString left = inDocument == 1
                             ? tr("1 suggestion left in this document, %1 in the case").arg(locale.toString(inCase))
                             : tr("%Ln suggestions left in this document, %1 in the case", nullptr, inDocument)
                                   .arg(locale.toString(inCase));
    return ms ? tr("%1; at your pace about %2", "how many, how long").arg(left, durationText(*ms)) : left;
}

QString nothingListedText(const model::session::QueueCounts &counts, bool documentOnly)
{
    const QLocale locale;
    if (!counts.hasDocuments)
        return tr(
            "There are no documents yet. Import some with {importFiles}: what the model suggests in them comes here.");
    // Those that were counted a moment ago are being decided.
    if ((documentOnly ? counts.inDocument : counts.inCase) > 0)
        return tr("No suggestions are left in the list.");
    if (counts.open == 0)
        return tr("No suggestions are left: you have decided all of them, or the model found nothing yet. What it "
                  "missed, you can tag on the page yourself.");
    if (documentOnly && counts.inCase > 0)
        return counts.inCase == 1
                   ? tr("No suggestions are left in this document, but 1 is in the case: choose the whole case in the "
                        "filter ({filterSuggestions}).")
                   : tr("No suggestions are left in this document, but %1 are in the case: choose the whole case in "
                        "the filter ({filterSuggestions}).")
                         .arg(locale.toString(counts.inCase));
    return counts.open == 1
               ? tr("The filter hides 1 suggestion. Change it with {filterSuggestions}.")
               : tr("The filter hides all %1 suggestions that are left. Change it with {filterSuggestions}.")
                     .arg(locale.toString(counts.open));
}

QString goneText(int gone, int all)
{
    const QString left =
        gone == 1 ? tr("1 of %1 had changed meanwhile and comes again if it is still suggested.")
                  : tr("%Ln of %1 had changed meanwhile and come again if they are still suggested.", nullptr, gone);
    return left.arg(QLocale().toString(all));
}

} // namespace ui::review
