// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/matrix_query.h"

#include "model/store/finding_table.h"
#include "model/store/query.h"
#include "model/store/subject_table.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace model::store {
namespace {

using Place = std::pair<int, int>; ///< row, column

/// The period that covers all that are not empty; an end is open where one of them leaves it open.
Period hullOf(const std::vector<Conclusion> &conclusions)
{
    Period hull;
    bool first = true;
    for (const Conclusion &conclusion : conclusions) {
        const Period &period = conclusion.period;
        if (period.isEmpty())
            continue;
        if (first)
            hull = period;
        else {
            if (!period.from || (hull.from && period.from->firstDay() < hull.from->firstDay()))
                hull.from = period.from;
            if (!period.to || (hull.to && period.to->lastDay() > hull.to->lastDay()))
                hull.to = period.to;
        }
        first = false;
    }
    return hull;
}

Conclusion folded(const std::vector<Conclusion> &members)
{
    const auto differs = [&members](const Conclusion &other) { return !(other == members.front()); };
    if (std::any_of(members.begin(), members.end(), differs))
        return {Verdict::Disputed, hullOf(members)};
    return members.front();
}

/// The rows or columns of one kind: the roots in order, and for each subject the place of its root.
struct Axis {
    std::vector<Subject> roots;
    std::unordered_map<SubjectId, int> placeOf;
};

Result<Axis> axisOf(Database &database, SubjectKind kind)
{
    auto subjects = SubjectTable(database).all(kind);
    if (!subjects)
        return subjects.error();
    std::unordered_map<SubjectId, SubjectId> into;
    Axis axis;
    for (Subject &subject : *subjects) {
        if (subject.mergedInto)
            into.emplace(subject.id, *subject.mergedInto);
        else
            axis.roots.push_back(std::move(subject));
    }
    sortForMatrix(axis.roots);
    for (size_t place = 0; place < axis.roots.size(); ++place)
        axis.placeOf.emplace(axis.roots[place].id, static_cast<int>(place));
    for (const auto &[id, target] : into) {
        SubjectId root = target;
        // Bounded, because a foreign file might hold a ring.
        for (size_t steps = 0; steps <= into.size() && into.count(root) > 0; ++steps)
            root = into.at(root);
        if (const auto place = axis.placeOf.find(root); place != axis.placeOf.end())
            axis.placeOf.emplace(id, place->second);
    }
    return axis;
}

struct CountRow {
    FindingKey finding;
    std::array<int, allStances.size()> passages = {};
    int documents = 0;
};

Result<std::vector<CountRow>> counts(Database &database)
{
    return queryAll(
        database, "SELECT partner, permission, supports, denies, ended, planned, context, documents FROM finding_count",
        [](const Statement &row) {
            CountRow counted{{row.id<Subject>(0), row.id<Subject>(1)}};
            for (size_t stance = 0; stance < allStances.size(); ++stance)
                counted.passages[stance] = static_cast<int>(row.integer(2 + static_cast<int>(stance)));
            counted.documents = static_cast<int>(row.integer(7));
            return counted;
        });
}

/// Of a cell that several findings were merged into: a document that speaks of two of them counts once.
Result<int> documentsOf(Database &database, const FindingKey &roots)
{
    const auto count = queryNumber(database,
                                   "SELECT count(DISTINCT document) FROM finding_document"
                                   " WHERE partner IN (SELECT id FROM subject WHERE root = ?)"
                                   " AND permission IN (SELECT id FROM subject WHERE root = ?)",
                                   roots.partner, roots.permission);
    if (!count)
        return count.error();
    return static_cast<int>(*count);
}

struct Concluded {
    std::optional<Conclusion> own;
    std::vector<Conclusion> members;

    Conclusion conclusion() const { return own ? *own : members.empty() ? Conclusion() : folded(members); }
};

} // namespace

void sortForMatrix(std::vector<Subject> &subjects)
{
    struct Keyed {
        QString data, action;
        size_t place;
    };
    std::vector<Keyed> keys;
    for (size_t place = 0; place < subjects.size(); ++place) {
        const Subject &subject = subjects[place];
        const PermissionParts parts = subject.kind == SubjectKind::Permission
                                          ? permissionParts(subject.name)
                                          : PermissionParts{QString(), subject.name};
        keys.push_back({nameKey(parts.data), nameKey(parts.action), place});
    }
    std::sort(keys.begin(), keys.end(), [&subjects](const Keyed &a, const Keyed &b) {
        if (a.data != b.data)
            return a.data < b.data;
        if (a.action != b.action)
            return a.action < b.action;
        return subjects[a.place].id < subjects[b.place].id;
    });
    std::vector<Subject> sorted;
    for (const Keyed &key : keys)
        sorted.push_back(std::move(subjects[key.place]));
    subjects = std::move(sorted);
}

Result<Matrix> readMatrix(Database &database)
{
    auto partners = axisOf(database, SubjectKind::Partner);
    if (!partners)
        return partners.error();
    auto permissions = axisOf(database, SubjectKind::Permission);
    if (!permissions)
        return permissions.error();
    const auto placeOf = [&](const FindingKey &finding) -> std::optional<Place> {
        const auto row = partners->placeOf.find(finding.partner);
        const auto column = permissions->placeOf.find(finding.permission);
        if (row == partners->placeOf.end() || column == permissions->placeOf.end())
            return std::nullopt;
        return Place(row->second, column->second);
    };
    const auto rootsAt = [&](const Place &place) {
        return FindingKey{partners->roots[static_cast<size_t>(place.first)].id,
                          permissions->roots[static_cast<size_t>(place.second)].id};
    };

    const auto concluded = FindingTable(database).all();
    if (!concluded)
        return concluded.error();
    std::map<Place, Concluded> conclusions;
    for (const FindingTable::Row &row : *concluded) {
        const auto place = placeOf(row.finding);
        if (!place)
            continue;
        if (row.finding == rootsAt(*place))
            conclusions[*place].own = row.conclusion;
        else
            conclusions[*place].members.push_back(row.conclusion);
    }

    const auto counted = counts(database);
    if (!counted)
        return counted.error();
    std::vector<MatrixCell> cells;
    cells.reserve(counted->size());
    for (const CountRow &row : *counted) {
        if (const auto place = placeOf(row.finding))
            cells.push_back({place->first, place->second, {}, row.passages, row.documents});
    }
    for (const auto &[place, said] : conclusions)
        cells.push_back({place.first, place.second, said.conclusion(), {}, 0});
    std::sort(cells.begin(), cells.end(), [](const MatrixCell &a, const MatrixCell &b) {
        return Place(a.partner, a.permission) < Place(b.partner, b.permission);
    });

    Matrix matrix;
    for (const MatrixCell &cell : cells) {
        if (matrix.cells.empty() || matrix.cells.back().partner != cell.partner ||
            matrix.cells.back().permission != cell.permission) {
            matrix.cells.push_back(cell);
            continue;
        }
        MatrixCell &sum = matrix.cells.back();
        const bool mayShareDocuments = sum.documents > 0 && cell.documents > 0;
        for (size_t stance = 0; stance < allStances.size(); ++stance)
            sum.passages[stance] += cell.passages[stance];
        if (!cell.conclusion.isEmpty())
            sum.conclusion = cell.conclusion;
        sum.documents += cell.documents;
        if (mayShareDocuments) {
            const auto documents = documentsOf(database, rootsAt({sum.partner, sum.permission}));
            if (!documents)
                return documents.error();
            sum.documents = *documents;
        }
    }
    matrix.partners = std::move(partners->roots);
    matrix.permissions = std::move(permissions->roots);
    return matrix;
}

Result<Conclusion> foldedConclusion(Database &database, const FindingKey &roots)
{
    const auto own = FindingTable(database).conclusion(roots);
    if (!own || !own->isEmpty())
        return own;
    const auto findings = queryAll(
        database,
        "SELECT partner, permission FROM finding"
        " WHERE partner IN (SELECT id FROM subject WHERE root = ?)"
        " AND permission IN (SELECT id FROM subject WHERE root = ?)"
        " ORDER BY partner, permission",
        [](const Statement &row) {
            return FindingKey{row.id<Subject>(0), row.id<Subject>(1)};
        },
        roots.partner, roots.permission);
    if (!findings)
        return findings.error();
    std::vector<Conclusion> members;
    for (const FindingKey &finding : *findings) {
        const auto conclusion = FindingTable(database).conclusion(finding);
        if (!conclusion)
            return conclusion;
        members.push_back(*conclusion);
    }
    return members.empty() ? Conclusion() : folded(members);
}

} // namespace model::store
