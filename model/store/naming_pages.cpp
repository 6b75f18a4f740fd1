// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/naming_pages.h"

#include "model/annotate/names.h"
#include "model/search/query.h"
#include "model/search/word_breaker.h"
#include "model/store/field_search.h"
#include "model/store/page_matcher.h"
#include "model/store/page_table.h"
#include "model/store/query.h"

#include <QRegularExpression>

#include <limits>

namespace model::store {
namespace {

using search::PageSet;

/// Tagged words that are looked for elsewhere: the most frequent ones, and none that is half a page.
constexpr int mostQuotes = 40;
constexpr int longestQuote = 80;

Result<QStringList> namesOf(Database &database, const Subject &subject)
{
    const auto found = queryAll(
        database,
        "SELECT name FROM subject WHERE root = ?1"
        " UNION SELECT a.alias FROM alias AS a JOIN subject AS s ON s.id = a.subject WHERE s.root = ?1",
        [](const Statement &row) { return row.text(0); }, subject.id);
    if (!found)
        return found.error();
    QStringList names(found->begin(), found->end());
    if (!names.contains(subject.name))
        names += subject.name;
    return names;
}

/// The words that the reporter tagged as this permission.
Result<QStringList> quotesOf(Database &database, const Subject &subject)
{
    const auto found = queryAll(
        database,
        "SELECT t.quote FROM subject AS s JOIN tag AS t ON t.subject = s.id"
        " WHERE s.root = ?1 AND length (t.quote) <= ?2 GROUP BY t.quote ORDER BY count (*) DESC, t.quote LIMIT ?3",
        [](const Statement &row) { return row.text(0); }, subject.id, longestQuote, mostQuotes);
    if (!found)
        return found.error();
    return QStringList(found->begin(), found->end());
}

Result<PageSet> suggestedPages(Database &database, const Subject &subject, const QStringList &names)
{
    const bool partner = subject.kind == SubjectKind::Partner;
    const QByteArray sql = partner ? "SELECT document, first_page, last_page FROM suggestion_tag"
                                     " WHERE is_open = 1 AND kind = 'partner' AND name_key = ?1 AND name_key <> ''"
                                   : "SELECT document, first_page, last_page FROM suggestion_tag"
                                     " WHERE is_open = 1 AND kind = 'permission' AND name = ?1";
    std::vector<PageSet::Run> runs;
    for (const QString &name : names) {
        const auto found = queryAll(
            database, sql,
            [](const Statement &row) {
                const qint64 first = row.integer(0) * PageTable::maximumPages;
                return PageSet::Run{first + row.integer(1), first + row.integer(2)};
            },
            partner ? annotate::nameKeyOf(name) : tidyName(SubjectKind::Permission, name));
        if (!found)
            return found.error();
        runs.insert(runs.end(), found->begin(), found->end());
    }
    return PageSet::of(std::move(runs));
}

bool hasWord(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

QString phrase(QString words)
{
    return u'"' + words.remove(u'"').simplified() + u'"';
}

/// "read* message*" for "read · messages": also "reading", "message".
QString wordsAsBegun(const QString &name)
{
    static const QRegularExpression apart(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QStringList words;
    for (QString word : name.split(apart, Qt::SkipEmptyParts)) {
        if (word.size() > 3 && word.endsWith(u's', Qt::CaseInsensitive))
            word.chop(1);
        words += phrase(word) + u'*';
    }
    return u'(' + words.join(u' ') + u')';
}

/// What to type into a search for any of these; empty where there is nothing to look for.
QString queryFor(SubjectKind kind, const QStringList &names, const QStringList &quotes)
{
    QStringList parts;
    for (const QString &name : names) {
        if (hasWord(name))
            parts += kind == SubjectKind::Partner ? phrase(name) : wordsAsBegun(name);
    }
    for (const QString &quote : quotes) {
        // A single word says too little.
        if (quote.simplified().contains(u' ') && hasWord(quote))
            parts += phrase(quote);
    }
    return parts.join(QStringLiteral(" OR "));
}

Result<PageSet> pagesWith(Database &database, const QString &text, std::vector<search::TextMatch> &shown)
{
    search::WordBreaker breaker;
    const auto parsed = search::parseQuery(text, breaker);
    const auto *query = std::get_if<search::Query>(&parsed);
    if (!query)
        return PageSet();
    const auto matches =
        search::textMatches(*query, breaker, [](const QByteArray &word, int) { return std::vector<QByteArray>{word}; });
    PageMatcher matcher(database, *query, matches);
    QStringList remarks;
    if (const auto prepared = matcher.prepare(remarks); !prepared)
        return prepared.error();
    const auto found = matcher.inPageOrder(std::numeric_limits<qint64>::max());
    if (!found)
        return found.error();
    shown = matches;
    std::vector<PageSet::Run> runs;
    runs.reserve(found->size());
    for (const RankedPage &page : *found)
        runs.push_back({page.id, page.id});
    return PageSet::of(std::move(runs));
}

} // namespace

Result<NamingPages> pagesNaming(Database &database, const Subject &subject)
{
    const auto names = namesOf(database, subject);
    if (!names)
        return names.error();
    const auto quotes = subject.kind == SubjectKind::Permission ? quotesOf(database, subject) : QStringList();
    if (!quotes)
        return quotes.error();
    const auto decided = pagesOfSubject(database, subject.kind, subject.id);
    if (!decided)
        return decided.error();
    const auto suggested = suggestedPages(database, subject, *names);
    if (!suggested)
        return suggested.error();
    NamingPages result;
    const QString query = queryFor(subject.kind, *names, *quotes);
    const auto inText = query.isEmpty() ? PageSet() : pagesWith(database, query, result.words);
    if (!inText)
        return inText.error();
    result.pages = decided->united(*suggested).united(*inText);
    return result;
}

} // namespace model::store
