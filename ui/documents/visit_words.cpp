// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/visit_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>

namespace ui::documents {
namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Visit", text, nullptr, n);
}

} // namespace

QString sentenceOf(const model::session::VisitNews &news)
{
    QStringList sentences;
    if (news.documents > 0)
        sentences +=
            news.documents == 1 ? tr("1 document was taken in.") : tr("%n documents were taken in.", news.documents);
    if (news.suggestions > 0)
        sentences += news.suggestions == 1 ? tr("1 more suggestion waits for you.")
                                           : tr("%n more suggestions wait for you.", news.suggestions);
    for (const auto &decisions : news.decisions)
        sentences += (decisions.count == 1 ? tr("%1 made 1 decision.") : tr("%1 made %n decisions.", decisions.count))
                         .arg(decisions.reviewer);
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(news.sinceMs).date(), QLocale::LongFormat);
    return tr("Since you closed this case on %1: %2").arg(when, sentences.join(u' '));
}

} // namespace ui::documents
