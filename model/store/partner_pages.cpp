// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/partner_pages.h"

#include "model/search/match_expression.h"
#include "model/store/page_table.h"
#include "model/store/query.h"

#include <QByteArrayList>

#include <algorithm>

namespace model::store {
namespace {

Result<std::optional<qint64>> firstPage(Database &database, const QByteArray &sql, const PageSpan &span)
{
    constexpr qint64 most = PageTable::maximumPages;
    return queryOne(database, sql, firstNumber, span.behind / most, span.behind % most, span.last / most,
                    span.last % most, most);
}

Result<std::optional<qint64>> firstInText(Database &database, const std::vector<search::TextMatch> &names,
                                          const PageSpan &span)
{
    QByteArrayList expressions;
    for (const search::TextMatch &name : names)
        expressions += search::matchExpression(name);
    if (expressions.isEmpty())
        return std::optional<qint64>();
    return queryOne(database,
                    "SELECT i.rowid FROM page_index AS i WHERE page_index MATCH ?1 AND i.rowid > ?2 AND i.rowid <= ?3"
                    " AND NOT EXISTS (SELECT 1 FROM page_read AS r WHERE r.document = i.rowid / ?4"
                    " AND r.page_index = i.rowid % ?4) ORDER BY i.rowid LIMIT 1",
                    firstNumber, QString::fromUtf8(expressions.join(" OR ")), span.behind, span.last,
                    PageTable::maximumPages);
}

} // namespace

Result<std::vector<search::TextMatch>> partnerNames(Database &database)
{
    const auto names = queryAll(database,
                                "SELECT name FROM subject WHERE kind = 'partner'"
                                " UNION SELECT alias FROM alias JOIN subject ON subject.id = alias.subject"
                                " WHERE subject.kind = 'partner'",
                                [](const Statement &row) { return row.text(0); });
    if (!names)
        return names.error();
    search::WordBreaker breaker;
    const auto asTyped = [](const QByteArray &word, int) { return std::vector<QByteArray>{word}; };
    std::vector<search::TextMatch> matches;
    for (const QString &name : *names) {
        search::Node phrase;
        phrase.text = name;
        search::TextMatch match = search::textMatch(phrase, breaker, asTyped);
        // A name of signs alone has no words.
        if (match.items.size() == 1 && !match.items.front().empty())
            matches.push_back(std::move(match));
    }
    return matches;
}

Result<std::optional<qint64>> firstUnreadPartnerPage(Database &database, const std::vector<search::TextMatch> &names,
                                                     const PageSpan &span)
{
    const auto tagged = firstPage(database,
                                  "SELECT document * ?5 + first_page FROM tag AS t WHERE kind = 'partner'"
                                  " AND (document, first_page) > (?1, ?2) AND (document, first_page) <= (?3, ?4)"
                                  " AND NOT EXISTS (SELECT 1 FROM page_read AS r WHERE r.document = t.document"
                                  " AND r.page_index = t.first_page) ORDER BY document, first_page LIMIT 1",
                                  span);
    if (!tagged)
        return tagged;
    const auto suggested =
        firstPage(database,
                  "SELECT document * ?5 + first_page FROM suggestion_tag AS t WHERE kind = 'partner' AND is_open = 1"
                  " AND (document, first_page) > (?1, ?2) AND (document, first_page) <= (?3, ?4)"
                  " AND NOT EXISTS (SELECT 1 FROM page_read AS r WHERE r.document = t.document"
                  " AND r.page_index = t.first_page) ORDER BY document, first_page LIMIT 1",
                  span);
    if (!suggested)
        return suggested;
    const auto inText = firstInText(database, names, span);
    if (!inText)
        return inText;
    std::optional<qint64> first;
    for (const auto &found : {*tagged, *suggested, *inText}) {
        if (found)
            first = std::min(first.value_or(*found), *found);
    }
    return first;
}

} // namespace model::store
