// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/merge_preview.h"

#include "model/store/transaction.h"

#include <map>

namespace model::session {
namespace {

/// The verdicts of a subject's findings, by the other half's place in the matrix.
std::map<int, Verdict> verdictsOf(const Matrix &matrix, SubjectKind kind, const SubjectId &subject)
{
    std::map<int, Verdict> verdicts;
    for (const MatrixCell &cell : matrix.cells) {
        const bool isRow = kind == SubjectKind::Partner;
        const Subject &own =
            isRow ? matrix.partners[size_t(cell.partner)] : matrix.permissions[size_t(cell.permission)];
        if (own.id == subject)
            verdicts.emplace(isRow ? cell.permission : cell.partner, cell.conclusion.verdict);
    }
    return verdicts;
}

} // namespace

Result<MergePreview> mergePreview(const CaseFile &file, const SubjectId &one, const SubjectId &into)
{
    const store::Snapshot snapshot(file.database());
    const auto oneRoot = file.rootOf(one);
    const auto intoRoot = file.rootOf(into);
    if (!oneRoot || !intoRoot)
        return oneRoot ? intoRoot.error() : oneRoot.error();
    const auto oneSubject = file.subject(*oneRoot);
    const auto intoSubject = file.subject(*intoRoot);
    if (!oneSubject || !intoSubject)
        return oneSubject ? intoSubject.error() : oneSubject.error();
    const auto matrix = file.matrix();
    if (!matrix)
        return matrix.error();
    const SubjectKind kind = oneSubject->kind;
    const auto own = verdictsOf(*matrix, kind, *oneRoot);
    const auto others = verdictsOf(*matrix, kind, *intoRoot);
    MergePreview preview{oneSubject->name, intoSubject->name, int(own.size()), int(others.size()), 0, {}};
    for (const auto &[place, verdict] : own) {
        const auto other = others.find(place);
        if (other == others.end())
            continue;
        ++preview.both;
        if (verdict != Verdict::Open && other->second != Verdict::Open && verdict != other->second) {
            const auto &halves = kind == SubjectKind::Partner ? matrix->permissions : matrix->partners;
            preview.clashes.push_back({halves[size_t(place)].name, verdict, other->second});
        }
    }
    return preview;
}

} // namespace model::session
