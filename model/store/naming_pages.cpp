// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/naming_pages.h"

#include "model/annotate/names.h"
#include "model/search/query.h"
#include "model/search/word_breaker.h"
#include "model/store/facts_json.h"
#include "model/store/field_search.h"
#include "model/store/page_matcher.h"
#include "model/store/page_table.h"
#include "model/store/query.h"

#include <QRegularExpression>

#include <limits>

namespace model::store {
namespace {

using search::Node;
using search::NodeKind;
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

/// All names at once: open suggestions of a permission have no index by name, and there may be a million of them.
Result<PageSet> suggestedPages(Database &database, const Subject &subject, const QStringList &names)
{
    const bool partner = subject.kind == SubjectKind::Partner;
    const QByteArray sql = partner ? "SELECT document, first_page, last_page FROM suggestion_tag"
                                     " WHERE is_open = 1 AND kind = 'partner' AND name_key <> ''"
                                     " AND name_key IN (SELECT value FROM json_each (?1))"
                                   : "SELECT document, first_page, last_page FROM suggestion_tag"
                                     " WHERE is_open = 1 AND kind = 'permission'"
                                     " AND name IN (SELECT value FROM json_each (?1))";
    QStringList keys;
    for (const QString &name : names)
        keys += partner ? annotate::nameKeyOf(name) : tidyName(SubjectKind::Permission, name);
    const auto found = queryAll(
        database, sql,
        [](const Statement &row) {
            const qint64 first = row.integer(0) * PageTable::maximumPages;
            return PageSet::Run{first + row.integer(1), first + row.integer(2)};
        },
        toJson(keys));
    if (!found)
        return found.error();
    return PageSet::of(*found);
}

/// What to look for in the text, as a query: any of the names and quotes. What has no word is left out.
class WordsOfSubject final {
public:
    WordsOfSubject(SubjectKind kind, const QStringList &names, const QStringList &quotes)
    {
        for (const QString &name : names) {
            if (kind == SubjectKind::Partner)
                addAny({phrase(name)});
            else
                addAny(wordsAsBegun(name));
        }
        for (const QString &quote : quotes) {
            // A single word says too little.
            if (quote.simplified().contains(u' '))
                addAny({phrase(quote)});
        }
        m_query.root.kind = NodeKind::Or;
        m_query.leafCount = static_cast<int>(m_matches.size());
    }
    const search::Query &query() const { return m_query; }
    const std::vector<search::TextMatch> &matches() const { return m_matches; } ///< by leaf; empty: nothing to look for

private:
    static Node phrase(const QString &words)
    {
        Node node;
        node.text = words;
        return node;
    }

    /// "read* message*" for "read · messages": also "reading", "message".
    static std::vector<Node> wordsAsBegun(const QString &name)
    {
        static const QRegularExpression apart(QStringLiteral("[^\\p{L}\\p{N}]+"));
        std::vector<Node> words;
        for (QString word : name.split(apart, Qt::SkipEmptyParts)) {
            if (word.size() > 3 && word.endsWith(u's', Qt::CaseInsensitive))
                word.chop(1);
            words.push_back(phrase(word));
            words.back().prefix = true;
        }
        return words;
    }

    /// One more way to be named: by all of these.
    void addAny(std::vector<Node> all)
    {
        const auto asTyped = [](const QByteArray &word, int) { return std::vector<QByteArray>{word}; };
        Node way;
        way.kind = NodeKind::And;
        for (Node &node : all) {
            search::TextMatch match = search::textMatch(node, m_breaker, asTyped);
            if (match.items.front().empty())
                continue;
            node.leaf = static_cast<int>(m_matches.size());
            m_matches.push_back(std::move(match));
            way.children.push_back(std::move(node));
        }
        if (!way.children.empty())
            m_query.root.children.push_back(std::move(way));
    }

    search::WordBreaker m_breaker;
    search::Query m_query;
    std::vector<search::TextMatch> m_matches;
};

Result<PageSet> pagesWith(Database &database, const WordsOfSubject &words)
{
    if (words.matches().empty())
        return PageSet();
    PageMatcher matcher(database, words.query(), words.matches());
    QStringList remarks; // are made of fields, which there are none of
    if (const auto prepared = matcher.prepare(remarks); !prepared)
        return prepared.error();
    const auto found = matcher.inPageOrder(std::numeric_limits<qint64>::max());
    if (!found)
        return found.error();
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
    const WordsOfSubject words(subject.kind, *names, *quotes);
    const auto inText = pagesWith(database, words);
    if (!inText)
        return inText.error();
    NamingPages result;
    result.pages = decided->united(*suggested).united(*inText);
    result.words = words.matches();
    return result;
}

} // namespace model::store
