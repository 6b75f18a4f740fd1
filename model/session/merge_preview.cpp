// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/merge_preview.h"

#include "model/store/matrix_query.h"
#include "model/store/transaction.h"

#include <map>

namespace model::session {
namespace {

/// What holds of a subject's findings, by the other half.
std::map<SubjectId, Conclusion> conclusionsOf(const Matrix &matrix, SubjectKind kind, const SubjectId &subject)
{
    std::map<SubjectId, Conclusion> conclusions;
    for (const MatrixCell &cell : matrix.cells) {
        const SubjectId &partner = matrix.partners[size_t(cell.partner)].id;
        const SubjectId &permission = matrix.permissions[size_t(cell.permission)].id;
        if ((kind == SubjectKind::Partner ? partner : permission) == subject)
            conclusions.emplace(kind == SubjectKind::Partner ? permission : partner, cell.conclusion);
    }
    return conclusions;
}

/// Whether something was said that does not hold any more.
bool isLost(const Conclusion &before, const Conclusion &after)
{
    return !before.isEmpty() && before != after;
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
    const auto own = conclusionsOf(*matrix, kind, *oneRoot);
    const auto others = conclusionsOf(*matrix, kind, *intoRoot);
    MergePreview preview{oneSubject->name, intoSubject->name, int(own.size()), int(others.size()), 0, {}};
    const auto findingOf = [kind](const SubjectId &subject, const SubjectId &other) {
        return kind == SubjectKind::Partner ? FindingKey{subject, other} : FindingKey{other, subject};
    };
    for (const auto &[half, conclusion] : own) {
        const auto other = others.find(half);
        if (other == others.end())
            continue;
        ++preview.both;
        const auto after =
            store::foldedConclusion(file.database(), findingOf(*intoRoot, half), findingOf(*oneRoot, half));
        if (!after)
            return after.error();
        if (!isLost(conclusion, *after) && !isLost(other->second, *after))
            continue;
        const auto subject = file.subject(half);
        if (!subject)
            return subject.error();
        preview.changes.push_back({subject->name, conclusion, other->second, *after});
    }
    return preview;
}

} // namespace model::session
