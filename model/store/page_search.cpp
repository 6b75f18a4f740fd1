// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_search.h"

#include "model/search/match_expression.h"
#include "model/search/text_match.h"
#include "model/search/word_breaker.h"
#include "model/store/database.h"
#include "model/store/hit_reader.h"
#include "model/store/page_index.h"
#include "model/store/page_matcher.h"
#include "model/store/term_search.h"

#include <algorithm>
#include <limits>

namespace model::store {
namespace {

class Search final {
public:
    Search(Database &database, const search::Query &query, const SearchRequest &request)
        : m_database(database)
        , m_query(query)
        , m_request(request)
    {
    }

    Result<SearchPage> run()
    {
        const Result<bool> current = indexIsCurrent(m_database);
        if (!current)
            return current.error();
        if (!*current)
            m_page.remarks += QStringLiteral(
                "The search index was made by another version; some words may be missed until the case is "
                "opened where it can be written, which makes it anew.");
        if (const Result<void> compiled = compile(); !compiled)
            return compiled.error();
        PageMatcher matcher(m_database, m_query, m_matches);
        if (const Result<void> prepared = matcher.prepare(m_page.remarks); !prepared)
            return prepared.error();
        const Result<std::vector<RankedPage>> found = find(matcher);
        if (!found)
            return found.error();
        return withHits(matcher, *found);
    }

private:
    /// Makes what each leaf looks for, fuzzy words expanded.
    Result<void> compile()
    {
        Result<void> failure;
        search::WordBreaker breaker;
        const auto expand = [&](const QByteArray &word, int edits) {
            std::vector<QByteArray> words;
            const Result<NearTerms> near = termsNear(m_database, word, edits);
            if (!near) {
                failure = near.error();
                return words;
            }
            QStringList shown;
            for (const NearTerm &term : near->terms) {
                words.push_back(term.term);
                shown += QString::fromUtf8(term.term);
            }
            const QString typed = QString::fromUtf8(word) + u'~' + (edits > 1 ? QString::number(edits) : QString());
            m_page.expansions +=
                typed + QStringLiteral(" -> ") +
                (shown.isEmpty() ? QStringLiteral("(no such word)") : shown.join(QStringLiteral(", ")));
            if (near->isCut)
                m_page.remarks +=
                    QStringLiteral("%1 stands for more than %2 words; only the nearest and most frequent were "
                                   "searched.")
                        .arg(typed)
                        .arg(maxNearTerms);
            return words;
        };
        m_matches = search::textMatches(m_query, breaker, expand);
        for (const search::TextMatch &match : m_matches)
            if (search::exceedsNearLimit(match))
                m_page.remarks +=
                    QStringLiteral("The words of a NEAR have too many spellings; not all combinations were "
                                   "searched.");
        return failure;
    }

    Result<std::vector<RankedPage>> find(PageMatcher &matcher)
    {
        m_page.order = m_request.order;
        if (m_page.order != SearchOrder::PageOrder) {
            const bool quickest = m_page.order == SearchOrder::Quickest;
            Result<std::vector<RankedPage>> best =
                matcher.ranked(quickest ? broadFrom : std::numeric_limits<qint64>::max());
            m_page.order = SearchOrder::Ranked;
            if (!best || !quickest || static_cast<qint64>(best->size()) <= broadFrom)
                return best;
            m_page.order = SearchOrder::PageOrder;
            m_page.total = broadFrom;
        }
        const qint64 wanted = m_request.offset + m_request.count;
        Result<std::vector<RankedPage>> found = matcher.inPageOrder(wanted + 1);
        if (found)
            m_page.totalIsExact = static_cast<qint64>(found->size()) <= wanted;
        return found;
    }

    Result<SearchPage> withHits(const PageMatcher &matcher, const std::vector<RankedPage> &found)
    {
        const qint64 size = static_cast<qint64>(found.size());
        // A broad query may have been counted further than it was asked for.
        m_page.total = m_page.totalIsExact ? size : std::max(size, m_page.total + 1);
        std::vector<search::TextMatch> shown;
        for (const int leaf : search::positiveLeaves(m_query.root))
            shown.push_back(m_matches[static_cast<std::size_t>(leaf)]);
        HitReader reader(m_database, shown);
        const qint64 end = std::min(size, m_request.offset + m_request.count);
        for (qint64 i = m_request.offset; i < end; ++i) {
            const RankedPage &page = found[static_cast<std::size_t>(i)];
            Result<SearchHit> hit =
                reader.read(page.id, matcher.runsOn(page.id) ? HitReader::Break::Crossed : HitReader::Break::None);
            if (!hit)
                return hit.error();
            hit->rank = page.rank;
            m_page.hits.push_back(std::move(*hit));
        }
        return std::move(m_page);
    }

    Database &m_database;
    const search::Query &m_query;
    SearchRequest m_request;
    std::vector<search::TextMatch> m_matches;
    SearchPage m_page;
};

} // namespace

Result<SearchPage> searchPages(Database &database, const search::Query &query, const SearchRequest &request)
{
    SearchRequest asked = request;
    asked.offset = std::clamp<qint64>(asked.offset, 0, std::numeric_limits<int>::max());
    asked.count = std::clamp<qint64>(asked.count, 0, std::numeric_limits<int>::max());
    return Search(database, query, asked).run();
}

} // namespace model::store
