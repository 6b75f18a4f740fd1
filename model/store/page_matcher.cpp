// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_matcher.h"

#include "model/search/match_expression.h"
#include "model/store/field_search.h"
#include "model/store/query.h"

#include <QByteArrayList>
#include <QHash>

#include <algorithm>
#include <limits>
#include <tuple>

namespace model::store {
namespace {

using search::Node;
using search::NodeKind;
using search::PageSet;

/// With more runs, one pass over all of them is quicker than one query for each.
constexpr std::size_t maxRunsToSeek = 64;

bool has(const std::vector<qint64> &sorted, qint64 id)
{
    return std::binary_search(sorted.begin(), sorted.end(), id);
}

Node andOf(std::vector<Node> children)
{
    if (children.size() == 1)
        return std::move(children.front());
    Node node;
    node.kind = NodeKind::And;
    node.children = std::move(children);
    return node;
}

} // namespace

PageMatcher::PageMatcher(Database &database, const search::Query &query, const std::vector<search::TextMatch> &matches)
    : m_database(database)
    , m_query(query)
    , m_matches(matches)
    , m_crossings(matches.size())
{
}

Result<void> PageMatcher::prepare(QStringList &remarks)
{
    const Result<qint64> largest = queryNumber(m_database, "SELECT max (id) FROM page_index_docsize");
    if (!largest)
        return largest.error();
    m_largestId = *largest;

    if (const Result<void> found = findCrossings(m_query.root); !found)
        return found;
    std::vector<Node> text;
    std::vector<Node> others;
    if (m_query.root.kind == NodeKind::And)
        for (const Node &child : m_query.root.children)
            (search::isTextOnly(child) ? text : others).push_back(child);
    else
        (search::isTextOnly(m_query.root) ? text : others).push_back(m_query.root);
    for (const Node &node : others) {
        const Result<PageSet> set = setOf(node, remarks);
        if (!set)
            return set.error();
        m_within = m_within.intersected(*set);
    }
    if (text.empty())
        return {};
    m_text = andOf(std::move(text));
    m_expression = search::matchExpression(*m_text, m_matches);
    return settleCrossings();
}

Result<PageSet> PageMatcher::setOf(const Node &node, QStringList &remarks)
{
    if (node.kind == NodeKind::Field)
        return pagesOfField(m_database, node.field, node.value, remarks);
    if (node.leaf >= 0) {
        std::vector<PageSet::Run> runs;
        for (const qint64 id : m_crossings[static_cast<std::size_t>(node.leaf)])
            runs.push_back({id, id});
        const Result<void> visited = visitIndex(search::matchExpression(node, m_matches), PageSet::all(), Rank::None,
                                                [&runs](const RankedPage &page) {
                                                    runs.push_back({page.id, page.id});
                                                    return true;
                                                });
        return visited ? Result<PageSet>(PageSet::of(std::move(runs))) : visited.error();
    }
    std::optional<PageSet> result;
    for (const Node &child : node.children) {
        const Result<PageSet> set = setOf(child, remarks);
        if (!set)
            return set.error();
        if (!result)
            result = *set;
        else
            result = node.kind == NodeKind::Or ? result->united(*set) : result->intersected(*set);
    }
    return node.kind == NodeKind::Not ? result->inverted() : *result;
}

Result<std::vector<qint64>> PageMatcher::crossingPages(const search::TextMatch &match) const
{
    const QByteArray expression = search::jointExpression(match);
    if (expression.isEmpty())
        return std::vector<qint64>();
    return queryAll(m_database, "SELECT rowid FROM page_joint WHERE page_joint MATCH ?1 ORDER BY rowid", firstNumber,
                    QString::fromUtf8(expression));
}

Result<void> PageMatcher::findCrossings(const Node &node)
{
    if (node.leaf >= 0) {
        Result<std::vector<qint64>> pages = crossingPages(m_matches[static_cast<std::size_t>(node.leaf)]);
        if (!pages)
            return pages.error();
        m_crossings[static_cast<std::size_t>(node.leaf)] = std::move(*pages);
        return {};
    }
    for (const Node &child : node.children)
        if (const Result<void> found = findCrossings(child); !found)
            return found;
    return {};
}

/// Decides, for the pages from which some leaf of m_text runs on, whether they match.
Result<void> PageMatcher::settleCrossings()
{
    const std::function<void(const Node &)> collect = [&](const Node &node) {
        if (node.leaf >= 0) {
            const std::vector<qint64> &pages = m_crossings[static_cast<std::size_t>(node.leaf)];
            m_undecided.insert(m_undecided.end(), pages.begin(), pages.end());
        }
        std::for_each(node.children.begin(), node.children.end(), collect);
    };
    collect(*m_text);
    std::sort(m_undecided.begin(), m_undecided.end());
    m_undecided.erase(std::unique(m_undecided.begin(), m_undecided.end()), m_undecided.end());
    for (const qint64 page : m_undecided) {
        if (!m_within.contains(page))
            continue;
        const Result<bool> match = holds(*m_text, page);
        if (!match)
            return match.error();
        if (*match)
            m_decided.push_back(page);
    }
    return {};
}

Result<bool> PageMatcher::holds(const Node &node, qint64 page) const
{
    if (node.leaf >= 0) {
        if (has(m_crossings[static_cast<std::size_t>(node.leaf)], page))
            return true;
        return indexHolds(search::matchExpression(node, m_matches), page);
    }
    if (node.kind == NodeKind::Not) {
        const Result<bool> inner = holds(node.children.front(), page);
        return inner ? Result<bool>(!*inner) : inner;
    }
    const bool stopsAt = node.kind == NodeKind::Or;
    for (const Node &child : node.children) {
        const Result<bool> part = holds(child, page);
        if (!part || *part == stopsAt)
            return part;
    }
    return !stopsAt;
}

Result<bool> PageMatcher::indexHolds(const QByteArray &expression, qint64 page) const
{
    Result<Statement> find = m_database.prepare("SELECT 1 FROM page_index WHERE page_index MATCH ?1 AND rowid = ?2");
    if (!find)
        return find.error();
    return find->bind(1, QString::fromUtf8(expression)).bind(2, page).step();
}

Result<std::vector<RankedPage>> PageMatcher::inPageOrder(qint64 limit) const
{
    std::vector<RankedPage> pages;
    if (limit <= 0)
        return pages;
    const Result<void> visited = visitAll(Rank::None, [&](const RankedPage &page) {
        pages.push_back(page);
        return static_cast<qint64>(pages.size()) < limit;
    });
    return visited ? Result<std::vector<RankedPage>>(std::move(pages)) : visited.error();
}

Result<std::vector<RankedPage>> PageMatcher::ranked(qint64 limit) const
{
    std::vector<RankedPage> pages;
    const Result<void> visited = visitAll(Rank::Compute, [&pages, limit](const RankedPage &page) {
        pages.push_back(page);
        return static_cast<qint64>(pages.size()) <= limit;
    });
    if (!visited)
        return visited.error();
    if (static_cast<qint64>(pages.size()) > limit)
        return pages;
    if (!m_text) {
        // Words that stand under an OR with fields do not decide, but they rank.
        QHash<qint64, double> ranks;
        const std::vector<int> leaves = search::positiveLeaves(m_query.root);
        QByteArrayList expressions;
        for (const int leaf : leaves)
            expressions += search::matchExpression(m_matches[static_cast<std::size_t>(leaf)]);
        if (!expressions.isEmpty()) {
            const Result<void> weighed =
                visitIndex(expressions.join(" OR "), m_within, Rank::Compute, [&ranks](const RankedPage &page) {
                    ranks.insert(page.id, page.rank);
                    return true;
                });
            if (!weighed)
                return weighed.error();
        }
        for (RankedPage &page : pages)
            page.rank = ranks.value(page.id, 0);
    }
    std::sort(pages.begin(), pages.end(),
              [](const RankedPage &a, const RankedPage &b) { return std::tie(a.rank, a.id) < std::tie(b.rank, b.id); });
    return pages;
}

bool PageMatcher::runsOn(qint64 page) const
{
    return std::any_of(m_crossings.begin(), m_crossings.end(),
                       [page](const std::vector<qint64> &pages) { return has(pages, page); });
}

/// Every page that matches, each once.
Result<void> PageMatcher::visitAll(Rank rank, const Visit &visit) const
{
    if (!m_text)
        return visitPages(m_within, visit);
    auto next = m_decided.begin();
    bool goOn = true;
    // Pages that only match over a break are put in between.
    const auto visitDecided = [&](qint64 before) {
        for (; goOn && next != m_decided.end() && *next < before; ++next)
            goOn = visit({*next, 0});
    };
    const Result<void> visited = visitIndex(m_expression, m_within, rank, [&](const RankedPage &page) {
        visitDecided(page.id);
        if (!goOn)
            return false;
        if (next != m_decided.end() && *next == page.id)
            ++next;
        else if (has(m_undecided, page.id))
            return true;
        goOn = visit(page);
        return goOn;
    });
    if (!visited)
        return visited;
    visitDecided(std::numeric_limits<qint64>::max());
    return {};
}

Result<void> PageMatcher::visitIndex(const QByteArray &expression, const PageSet &within, Rank rank,
                                     const Visit &visit) const
{
    std::vector<PageSet::Run> runs = within.runs();
    if (runs.empty())
        return {};
    if (runs.size() > maxRunsToSeek)
        runs = {{runs.front().first, runs.back().last}};
    Result<Statement> find = m_database.prepare(
        rank == Rank::Compute ? "SELECT rowid, page_rank (page_index, ?4) FROM page_index "
                                "WHERE page_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid"
                              : "SELECT rowid, 0 FROM page_index "
                                "WHERE page_index MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid");
    if (!find)
        return find.error();
    auto run = within.runs().begin();
    for (const PageSet::Run &seek : runs) {
        find->bind(1, QString::fromUtf8(expression)).bind(2, seek.first).bind(3, seek.last);
        if (rank == Rank::Compute)
            find->bind(4, m_largestId);
        for (;;) {
            const Result<bool> row = find->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            const qint64 id = find->integer(0);
            while (run->last < id)
                ++run;
            if (id >= run->first && !visit({id, find->real(1)}))
                return {};
        }
        find->reset();
    }
    return {};
}

Result<void> PageMatcher::visitPages(const PageSet &within, const Visit &visit) const
{
    // The index's table of page lengths has each page in a few bytes; the pages' own table has their texts between.
    Result<Statement> find =
        m_database.prepare("SELECT id FROM page_index_docsize WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
    if (!find)
        return find.error();
    for (const PageSet::Run &run : within.runs()) {
        find->bind(1, run.first).bind(2, run.last);
        for (;;) {
            const Result<bool> row = find->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (!visit({find->integer(0), 0}))
                return {};
        }
        find->reset();
    }
    return {};
}

} // namespace model::store
