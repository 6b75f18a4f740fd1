// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/copy_groups.h"

#include "model/store/document_table.h"
#include "model/store/finding_counts.h"
#include "model/store/query.h"

#include <algorithm>
#include <set>

namespace model::store {
namespace {

/// Union-find over documents; a document is found under the lowest number of its set.
class Sets {
public:
    qint64 rootOf(qint64 document)
    {
        qint64 root = document;
        while (m_parents.value(root, root) != root)
            root = m_parents.value(root);
        while (document != root)
            document = std::exchange(m_parents[document], root);
        return root;
    }
    void join(qint64 one, qint64 other)
    {
        const auto [lower, higher] = std::minmax({rootOf(one), rootOf(other)});
        m_parents.insert(higher, lower);
        m_parents.insert(lower, lower);
    }

private:
    QHash<qint64, qint64> m_parents;
};

struct Pair {
    qint64 document;
    qint64 other;
};

Pair pairFrom(const Statement &row)
{
    return {row.integer(0), row.integer(1)};
}

} // namespace

Result<QHash<qint64, qint64>> CopyGroups::computed() const
{
    const auto decided =
        queryAll(m_database, "SELECT document, coalesce(copy_of, 0) FROM copy_decision ORDER BY document", pairFrom);
    if (!decided)
        return decided.error();
    const auto found = queryAll(
        m_database, "SELECT document, leader FROM copy_text WHERE leader <> document ORDER BY document", pairFrom);
    if (!found)
        return found.error();
    QHash<qint64, qint64> decisions;
    for (const Pair &pair : *decided)
        decisions.insert(pair.document, pair.other);
    const auto isAlone = [&decisions](qint64 document) { return decisions.value(document, -1) == 0; };
    Sets sets;
    // Whose leader stands alone are still alike, and stay together under the first of them.
    QHash<qint64, qint64> orphans;
    for (const Pair &pair : *found) {
        if (decisions.contains(pair.document))
            continue;
        if (!isAlone(pair.other))
            sets.join(pair.document, pair.other);
        else if (const auto first = orphans.constFind(pair.other); first != orphans.constEnd())
            sets.join(pair.document, *first);
        else
            orphans.insert(pair.other, pair.document);
    }
    for (const Pair &pair : *decided) {
        if (pair.other != 0)
            sets.join(pair.document, pair.other);
    }
    QHash<qint64, qint64> origins;
    const auto add = [&](qint64 document) {
        const qint64 root = sets.rootOf(document);
        if (root == document)
            return;
        origins.insert(document, root);
        origins.insert(root, root);
    };
    for (const Pair &pair : *found)
        add(pair.document);
    for (const Pair &pair : *decided) {
        add(pair.document);
        if (pair.other != 0)
            add(pair.other);
    }
    return origins;
}

Result<void> CopyGroups::renew()
{
    const auto wanted = computed();
    if (!wanted)
        return wanted.error();
    const auto old = origins();
    if (!old)
        return old.error();
    std::vector<qint64> changed;
    for (auto group = wanted->begin(); group != wanted->end(); ++group) {
        if (old->value(group.key(), 0) != group.value())
            changed.push_back(group.key());
    }
    for (auto group = old->begin(); group != old->end(); ++group) {
        if (!wanted->contains(group.key()))
            changed.push_back(group.key());
    }
    std::sort(changed.begin(), changed.end());
    for (const qint64 document : changed) {
        const qint64 origin = wanted->value(document, 0);
        const auto written = origin == 0 ? execute(m_database, "DELETE FROM copy_group WHERE document = ?", document)
                                         : execute(m_database,
                                                   "INSERT INTO copy_group (document, origin) VALUES (?, ?)"
                                                   " ON CONFLICT DO UPDATE SET origin = excluded.origin",
                                                   document, origin);
        if (!written)
            return written;
    }
    return recount(changed);
}

Result<void> CopyGroups::recount(const std::vector<qint64> &documents)
{
    std::set<FindingKey> findings;
    for (const qint64 document : documents) {
        const auto speaking = queryAll(
            m_database, "SELECT partner, permission FROM finding_document WHERE document = ?",
            [](const Statement &row) {
                return FindingKey{row.id<Subject>(0), row.id<Subject>(1)};
            },
            document);
        if (!speaking)
            return speaking.error();
        findings.insert(speaking->begin(), speaking->end());
    }
    for (const FindingKey &finding : findings) {
        if (const auto counted = FindingCounts(m_database).recount(finding); !counted)
            return counted;
    }
    return {};
}

Result<qint64> CopyGroups::originOf(qint64 document) const
{
    const auto origin = queryNumber(m_database, "SELECT origin FROM copy_group WHERE document = ?", document);
    if (!origin)
        return origin;
    return *origin == 0 ? document : *origin;
}

Result<std::vector<qint64>> CopyGroups::membersWith(qint64 document) const
{
    auto members = queryAll(m_database,
                            "SELECT document FROM copy_group WHERE origin = (SELECT origin FROM copy_group"
                            " WHERE document = ?) ORDER BY document",
                            firstNumber, document);
    if (members && members->empty())
        members->push_back(document);
    return members;
}

Result<QHash<qint64, qint64>> CopyGroups::origins() const
{
    const auto rows = queryAll(m_database, "SELECT document, origin FROM copy_group", pairFrom);
    if (!rows)
        return rows.error();
    QHash<qint64, qint64> origins;
    for (const Pair &pair : *rows)
        origins.insert(pair.document, pair.other);
    return origins;
}

Result<CopyDecision> CopyGroups::decision(qint64 document) const
{
    const auto found = queryOne(
        m_database, "SELECT copy_of FROM copy_decision WHERE document = ?",
        [](const Statement &row) { return row.isNull(0) ? qint64(0) : row.integer(0); }, document);
    if (!found)
        return found.error();
    if (!*found)
        return CopyDecision();
    if (**found == 0)
        return CopyDecision{CopyRule::Alone};
    const auto of = DocumentTable(m_database).hashOf(**found);
    if (!of)
        return of.error();
    return CopyDecision{CopyRule::CopyOf, *of};
}

Result<void> CopyGroups::setDecision(qint64 document, const CopyDecision &decision)
{
    std::optional<qint64> of;
    if (decision.of) {
        const auto number = DocumentTable(m_database).numberOf(*decision.of);
        if (!number)
            return number.error();
        of = *number;
    }
    const auto written = decision.rule == CopyRule::AsFound
                             ? execute(m_database, "DELETE FROM copy_decision WHERE document = ?", document)
                             : execute(m_database,
                                       "INSERT INTO copy_decision (document, copy_of) VALUES (?, ?)"
                                       " ON CONFLICT DO UPDATE SET copy_of = excluded.copy_of",
                                       document, of);
    if (!written)
        return written;
    return renew();
}

} // namespace model::store
