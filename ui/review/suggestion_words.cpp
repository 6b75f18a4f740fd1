// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_words.h"

#include "ui/common/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace ui::review {
namespace {

QString tr(const char *text, const char *about = nullptr)
{
    return QCoreApplication::translate("Suggestions", text, about);
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

QString suggestionCountText(int onPage, qint64 inCase)
{
    if (inCase == 0)
        return {};
    const QString left = tr("%1 left in the case").arg(QLocale().toString(inCase));
    return onPage == 0   ? tr("No suggestions on this page, %1").arg(left)
           : onPage == 1 ? tr("1 suggestion on this page, %1").arg(left)
                         : tr("%1 suggestions on this page, %2").arg(onPage).arg(left);
}

} // namespace ui::review
