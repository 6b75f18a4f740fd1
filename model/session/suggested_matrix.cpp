// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/names.h"
#include "model/session/suggestions.h"
#include "model/store/matrix_query.h"
#include "model/store/suggestion_table.h"
#include "model/store/transaction.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace model::session {
namespace {

QString keyOf(SubjectKind kind, const QString &name)
{
    return kind == SubjectKind::Partner ? annotate::nameKeyOf(name) : nameKey(tidyName(kind, name));
}

/// Of a subject that is only suggested: the same as often as it is suggested, so that what was chosen in one reading of
/// the matrix is found in the next.
SubjectId idOfSuggested(SubjectKind kind, const QString &key)
{
    const Sha256 hash = Sha256::of((toWord(kind) + u'\n' + key).toUtf8());
    return SubjectId::fromBytes(QByteArrayView(hash.bytes()).first(16)).value();
}

/// The subjects of one side of the matrix, and which of them a suggested name stands for.
class Side {
public:
    Side(SubjectKind kind, std::vector<Subject> inMatrix)
        : m_kind(kind)
        , m_subjects(std::move(inMatrix))
    {
        for (const Subject &subject : m_subjects)
            m_decided.insert(subject.id);
    }

    /// Reads every name of those that count as one of the matrix.
    Result<void> readNames(const CaseFile &file)
    {
        const auto all = file.subjects(m_kind);
        if (!all)
            return all.error();
        for (const Subject &subject : *all) {
            const auto root = file.rootOf(subject.id);
            if (!root)
                return root.error();
            if (!m_decided.contains(*root))
                continue;
            for (const QString &name : subject.aliases + QStringList(subject.name)) {
                const QString key = keyOf(m_kind, name);
                // A name of several stands for none of them.
                m_byKey.insert(key, m_byKey.contains(key) && m_byKey.value(key) != *root ? std::nullopt
                                                                                         : std::optional(*root));
            }
        }
        return {};
    }

    SubjectId idOf(const QString &name)
    {
        const QString key = keyOf(m_kind, name);
        if (const auto known = m_byKey.value(key))
            return *known;
        if (const auto added = m_added.constFind(key); added != m_added.constEnd())
            return *added;
        const SubjectId id = idOfSuggested(m_kind, key);
        m_added.insert(key, id);
        m_subjects.push_back({id, m_kind, name, {}, std::nullopt});
        return id;
    }

    std::vector<Subject> sorted()
    {
        store::sortForMatrix(m_subjects);
        return m_subjects;
    }

private:
    const SubjectKind m_kind;
    std::vector<Subject> m_subjects;
    QSet<SubjectId> m_decided;
    QHash<QString, std::optional<SubjectId>> m_byKey;
    QHash<QString, SubjectId> m_added;
};

struct BothCells {
    std::optional<MatrixCell> decided;
    SuggestedCell suggested;
    QSet<qint64> documents;
};

QHash<SubjectId, int> placesOf(const std::vector<Subject> &subjects)
{
    QHash<SubjectId, int> places;
    for (size_t i = 0; i < subjects.size(); ++i)
        places.insert(subjects[i].id, static_cast<int>(i));
    return places;
}

} // namespace

bool SuggestedMatrix::isOnlySuggested(size_t cell) const
{
    return matrix.cells[cell].passageCount() == 0 && matrix.cells[cell].conclusion.isEmpty();
}

Result<SuggestedMatrix> suggestedMatrix(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    const auto decided = file.matrix();
    if (!decided)
        return decided.error();
    const auto findings = store::SuggestionTable(file.database()).findings();
    if (!findings)
        return findings.error();
    Side partners(SubjectKind::Partner, decided->partners);
    Side permissions(SubjectKind::Permission, decided->permissions);
    for (Side *side : {&partners, &permissions}) {
        if (const auto read = side->readNames(file); !read)
            return read.error();
    }
    std::map<FindingKey, BothCells> cells;
    for (const MatrixCell &cell : decided->cells) {
        const FindingKey key{decided->partners[static_cast<size_t>(cell.partner)].id,
                             decided->permissions[static_cast<size_t>(cell.permission)].id};
        cells[key].decided = cell;
    }
    for (const SuggestedFinding &finding : *findings) {
        BothCells &both = cells[{partners.idOf(finding.partner), permissions.idOf(finding.permission)}];
        for (size_t stance = 0; stance < finding.passages.size(); ++stance)
            both.suggested.passages[stance] += finding.passages[stance];
        both.documents.unite(finding.documents);
        both.suggested.score = std::max(both.suggested.score, finding.score);
        both.suggested.findings.emplace_back(finding.partner, finding.permission);
    }

    SuggestedMatrix result;
    result.matrix.partners = partners.sorted();
    result.matrix.permissions = permissions.sorted();
    const QHash<SubjectId, int> rows = placesOf(result.matrix.partners);
    const QHash<SubjectId, int> columns = placesOf(result.matrix.permissions);
    std::map<std::pair<int, int>, BothCells> placed;
    for (auto &[key, both] : cells)
        placed.emplace(std::pair(rows.value(key.partner), columns.value(key.permission)), std::move(both));
    for (auto &[place, both] : placed) {
        MatrixCell cell = both.decided.value_or(MatrixCell());
        cell.partner = place.first;
        cell.permission = place.second;
        both.suggested.documents = static_cast<int>(both.documents.size());
        result.matrix.cells.push_back(cell);
        result.suggested.push_back(std::move(both.suggested));
    }
    return result;
}

} // namespace model::session
