// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/search/page_set.h"
#include "model/search/query.h"
#include "model/search/text_match.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace model::store {

class Database;

struct RankedPage {
    qint64 id = 0;
    double rank = 0; ///< smaller is better; 0 for what has no words to rank by
};

/// Finds the pages that a query asks for. What is all words goes to the index as one expression, and what the index of
/// joints knows of phrases over page breaks is worked in; fields are sets of pages that narrow it; where words and
/// fields are mixed under an OR, all become sets.
class PageMatcher final {
public:
    /// Both must outlive this. `matches` by leaf number.
    PageMatcher(Database &database, const search::Query &query, const std::vector<search::TextMatch> &matches);

    /// First of all. Adds what the reporter should know to `remarks`.
    Result<void> prepare(QStringList &remarks);

    /// At most `limit` pages, by document and page; stops looking when it has them.
    Result<std::vector<RankedPage>> inPageOrder(qint64 limit) const;
    /// All pages, the best first. Where there are more than `limit`, gives up with one more than that, in no order.
    Result<std::vector<RankedPage>> ranked(qint64 limit) const;

    /// Whether some word or phrase of the query lies over the end of this page.
    bool runsOn(qint64 page) const;

private:
    enum class Rank { None, Compute };
    /// Ids in ascending order; false ends it.
    using Visit = std::function<bool(const RankedPage &)>;

    Result<search::PageSet> setOf(const search::Node &node, QStringList &remarks);
    Result<std::vector<qint64>> crossingPages(const search::TextMatch &match) const;
    Result<void> findCrossings(const search::Node &node);
    Result<void> settleCrossings();
    Result<bool> holds(const search::Node &node, qint64 page) const;
    Result<bool> indexHolds(const QByteArray &expression, qint64 page) const;

    Result<void> visitAll(Rank rank, const Visit &visit) const;
    Result<void> visitIndex(const QByteArray &expression, const search::PageSet &within, Rank rank,
                            const Visit &visit) const;
    Result<void> visitPages(const search::PageSet &within, const Visit &visit) const;

    Database &m_database;
    const search::Query &m_query;
    const std::vector<search::TextMatch> &m_matches;
    std::optional<search::Node> m_text;                ///< the part of the query that is all words
    QByteArray m_expression;                           ///< of m_text
    search::PageSet m_within = search::PageSet::all(); ///< what the rest narrows to
    std::vector<std::vector<qint64>> m_crossings;      ///< by leaf: pages from which it runs on to the next; ascending
    std::vector<qint64> m_undecided; ///< pages where some leaf does; the index alone cannot say whether they match
    std::vector<qint64> m_decided;   ///< those of them that match
    qint64 m_largestId = 0;
};

} // namespace model::store
