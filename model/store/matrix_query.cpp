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

/// Gives each finding its place in the matrix. Remembers the last row, for rows of one partner come one after the
/// other.
class Places {
public:
    Places(const Axis &partners, const Axis &permissions)
        : m_partners(partners)
        , m_permissions(permissions)
    {
    }

    std::optional<Place> of(const FindingKey &finding)
    {
        if (m_lastPartner != finding.partner) {
            const auto row = m_partners.placeOf.find(finding.partner);
            m_lastPartner = finding.partner;
            m_lastRow = row == m_partners.placeOf.end() ? -1 : row->second;
        }
        const auto column = m_permissions.placeOf.find(finding.permission);
        if (m_lastRow < 0 || column == m_permissions.placeOf.end())
            return std::nullopt;
        return Place(m_lastRow, column->second);
    }
    FindingKey rootsAt(const Place &place) const
    {
        return {m_partners.roots[static_cast<size_t>(place.first)].id,
                m_permissions.roots[static_cast<size_t>(place.second)].id};
    }

private:
    const Axis &m_partners;
    const Axis &m_permissions;
    std::optional<SubjectId> m_lastPartner;
    int m_lastRow = -1;
};

/// The cells that have evidence, one for each two subjects, in no order.
Result<std::vector<MatrixCell>> countedCells(Database &database, Places &places)
{
    auto cells =
        queryAll(database,
                 "SELECT partner, permission, supports, denies, ended, planned, context, documents FROM finding_count"
                 " ORDER BY partner, permission",
                 [&places](const Statement &row) {
                     const auto place = places.of({row.id<Subject>(0), row.id<Subject>(1)});
                     MatrixCell cell{place ? place->first : -1, place ? place->second : -1, {}};
                     for (size_t stance = 0; stance < allStances.size(); ++stance)
                         cell.passages[stance] = static_cast<int>(row.integer(2 + static_cast<int>(stance)));
                     cell.documents = static_cast<int>(row.integer(7));
                     return cell;
                 });
    if (cells)
        std::erase_if(*cells, [](const MatrixCell &cell) { return cell.partner < 0; });
    return cells;
}

/// By row and column. Only keys are sorted, for there may be very many cells.
std::vector<MatrixCell> sorted(const std::vector<MatrixCell> &cells)
{
    std::vector<std::pair<Place, size_t>> order;
    order.reserve(cells.size());
    for (size_t i = 0; i < cells.size(); ++i)
        order.push_back({{cells[i].partner, cells[i].permission}, i});
    std::sort(order.begin(), order.end());
    std::vector<MatrixCell> result;
    result.reserve(cells.size());
    for (const auto &[place, index] : order)
        result.push_back(cells[index]);
    return result;
}

/// Of a cell that several findings were merged into: a document, or copies of it, that speak of two of them count once.
Result<int> documentsOf(Database &database, const FindingKey &roots)
{
    const auto count = queryNumber(database,
                                   "SELECT count(DISTINCT coalesce(origin, document)) FROM finding_document"
                                   " LEFT JOIN copy_group USING (document)"
                                   " WHERE partner IN (SELECT id FROM subject WHERE root = ?)"
                                   " AND permission IN (SELECT id FROM subject WHERE root = ?)",
                                   roots.partner, roots.permission);
    if (!count)
        return count.error();
    return static_cast<int>(*count);
}

/// The kind of data of a permission: its number in the order of columns, and whether others are of it too.
struct KindPlace {
    int number = -1;
    bool isShared = false;
};

std::vector<KindPlace> kindsOf(const std::vector<Subject> &permissions)
{
    std::vector<KindPlace> kinds;
    QString last;
    for (const Subject &permission : permissions) {
        const QString key = dataKey(permission.name);
        const bool same = !kinds.empty() && key == last;
        if (same)
            kinds.back().isShared = true;
        kinds.push_back({kinds.empty() ? 0 : kinds.back().number + (same ? 0 : 1), same});
        last = key;
    }
    return kinds;
}

/// A document that speaks of a row and a column, or of several that are counted together.
struct Source {
    int row, column;
    qint64 document;
    auto operator<=>(const Source &) const = default;
};

std::vector<Source> withoutDoubles(std::vector<Source> sources)
{
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

struct Concluded {
    std::optional<Conclusion> own;
    std::vector<Conclusion> members;

    Conclusion conclusion() const { return own ? *own : members.empty() ? Conclusion() : folded(members); }
};

enum class Order { ByGroup, ByName };

/// Permissions go by data, then action in either order.
void sort(std::vector<Subject> &subjects, Order order)
{
    struct Keyed {
        bool isLast;
        QString outer, inner; // group and name, or data and action
        size_t place;
    };
    std::vector<Keyed> keys;
    for (size_t place = 0; place < subjects.size(); ++place) {
        const Subject &subject = subjects[place];
        const QString group = order == Order::ByGroup ? subject.group : QString();
        const PermissionParts parts = subject.kind == SubjectKind::Permission ? permissionParts(subject.name)
                                                                              : PermissionParts{subject.name, group};
        const bool isLast = subject.kind == SubjectKind::Partner && group.isEmpty();
        keys.push_back({isLast, nameKey(parts.data), nameKey(parts.action), place});
    }
    std::sort(keys.begin(), keys.end(), [&subjects](const Keyed &a, const Keyed &b) {
        if (a.isLast != b.isLast)
            return b.isLast;
        if (a.outer != b.outer)
            return a.outer < b.outer;
        if (a.inner != b.inner)
            return a.inner < b.inner;
        return subjects[a.place].id < subjects[b.place].id;
    });
    std::vector<Subject> sorted;
    for (const Keyed &key : keys)
        sorted.push_back(std::move(subjects[key.place]));
    subjects = std::move(sorted);
}

} // namespace

void sortForMatrix(std::vector<Subject> &subjects)
{
    sort(subjects, Order::ByGroup);
}

void sortByName(std::vector<Subject> &subjects)
{
    sort(subjects, Order::ByName);
}

Result<Matrix> readMatrix(Database &database)
{
    auto partners = axisOf(database, SubjectKind::Partner);
    if (!partners)
        return partners.error();
    auto permissions = axisOf(database, SubjectKind::Permission);
    if (!permissions)
        return permissions.error();
    Places places(*partners, *permissions);

    const auto concluded = FindingTable(database).all();
    if (!concluded)
        return concluded.error();
    std::map<Place, Concluded> conclusions;
    for (const FindingTable::Row &row : *concluded) {
        const auto place = places.of(row.finding);
        if (!place)
            continue;
        if (row.finding == places.rootsAt(*place))
            conclusions[*place].own = row.conclusion;
        else
            conclusions[*place].members.push_back(row.conclusion);
    }

    auto cells = countedCells(database, places);
    if (!cells)
        return cells.error();
    for (const auto &[place, said] : conclusions)
        cells->push_back({place.first, place.second, said.conclusion(), {}, 0});

    Matrix matrix;
    matrix.cells.reserve(cells->size());
    for (const MatrixCell &cell : sorted(*cells)) {
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
            const auto documents = documentsOf(database, places.rootsAt({sum.partner, sum.permission}));
            if (!documents)
                return documents.error();
            sum.documents = *documents;
        }
    }
    matrix.partners = std::move(partners->roots);
    matrix.permissions = std::move(permissions->roots);
    return matrix;
}

Result<JointSources> readJointSources(Database &database)
{
    const auto partners = axisOf(database, SubjectKind::Partner);
    if (!partners)
        return partners.error();
    const auto permissions = axisOf(database, SubjectKind::Permission);
    if (!permissions)
        return permissions.error();
    const std::vector<KindPlace> kinds = kindsOf(permissions->roots);
    Places places(*partners, *permissions);
    // Copies are one source.
    auto sources = queryAll(database,
                            "SELECT partner, permission, coalesce(origin, document) FROM finding_document"
                            " LEFT JOIN copy_group USING (document) ORDER BY partner",
                            [&](const Statement &row) {
                                const auto place = places.of({row.id<Subject>(0), row.id<Subject>(1)});
                                return Source{place ? place->first : -1, place ? place->second : -1, row.integer(2)};
                            });
    if (!sources)
        return sources.error();
    std::erase_if(*sources, [](const Source &source) { return source.row < 0; });
    const auto kindOf = [&kinds](int column) { return kinds[static_cast<size_t>(column)].number; };
    const auto partnerAt = [&](int row) { return partners->roots[static_cast<size_t>(row)].id; };
    const auto permissionAt = [&](int column) { return permissions->roots[static_cast<size_t>(column)].id; };
    std::vector<QString> kindKeys;
    for (size_t column = 0; column < kinds.size(); ++column) {
        if (static_cast<size_t>(kinds[column].number) == kindKeys.size())
            kindKeys.push_back(dataKey(permissions->roots[column].name));
    }
    const auto kindAt = [&kindKeys](int kind) { return kindKeys[static_cast<size_t>(kind)]; };

    JointSources joint;
    std::vector<Source> ofSharedKinds;
    for (const Source &source : *sources) {
        if (kinds[static_cast<size_t>(source.column)].isShared)
            ofSharedKinds.push_back({source.row, kindOf(source.column), source.document});
    }
    for (const Source &source : withoutDoubles(std::move(ofSharedKinds)))
        ++joint.ofPartners[{partnerAt(source.row), kindAt(source.column)}];

    // Groups stand side by side.
    std::vector<int> groups;
    std::vector<QString> groupKeys;
    for (const Subject &partner : partners->roots) {
        const QString key = nameKey(partner.group);
        if (groupKeys.empty() || groupKeys.back() != key)
            groupKeys.push_back(key);
        groups.push_back(static_cast<int>(groupKeys.size()) - 1);
    }
    if (groupKeys.size() < 2 && (groupKeys.empty() || groupKeys.front().isEmpty()))
        return joint;
    for (Source &source : *sources)
        source.row = groups[static_cast<size_t>(source.row)];
    auto ofGroups = withoutDoubles(*std::move(sources));
    for (const Source &source : ofGroups)
        ++joint.ofGroups[{groupKeys[static_cast<size_t>(source.row)], permissionAt(source.column)}];
    for (Source &source : ofGroups)
        source.column = kindOf(source.column);
    for (const Source &source : withoutDoubles(std::move(ofGroups)))
        ++joint.ofGroupsKinds[{groupKeys[static_cast<size_t>(source.row)], kindAt(source.column)}];
    return joint;
}

Result<Conclusion> foldedConclusion(Database &database, const FindingKey &roots)
{
    return foldedConclusion(database, roots, roots);
}

Result<Conclusion> foldedConclusion(Database &database, const FindingKey &roots, const FindingKey &joined)
{
    const auto own = FindingTable(database).conclusion(roots);
    if (!own || !own->isEmpty())
        return own;
    const auto findings = queryAll(
        database,
        "SELECT partner, permission FROM finding"
        " WHERE partner IN (SELECT id FROM subject WHERE root IN (?, ?))"
        " AND permission IN (SELECT id FROM subject WHERE root IN (?, ?))"
        " ORDER BY partner, permission",
        [](const Statement &row) {
            return FindingKey{row.id<Subject>(0), row.id<Subject>(1)};
        },
        roots.partner, joined.partner, roots.permission, joined.permission);
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
