// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/matrix.h"

#include <algorithm>
#include <utility>

namespace model {
namespace {

/// `key` as nameKey() gives it.
bool names(const Subject &subject, const QString &key)
{
    const auto holds = [&key](const QString &name) { return nameKey(name).contains(key); };
    return holds(subject.name) || std::any_of(subject.aliases.begin(), subject.aliases.end(), holds);
}

template <class T> bool passes(const std::vector<T> &wanted, T value)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool hasStance(const MatrixCell &cell, const std::vector<Stance> &wanted)
{
    return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&cell](Stance stance) {
               return cell.passages[static_cast<size_t>(stance)] > 0;
           });
}

/// Keeps the subjects whose place is marked and gives each old place its new one.
std::vector<int> keepMarked(std::vector<Subject> &subjects, const std::vector<bool> &marked)
{
    std::vector<int> newPlace(subjects.size(), -1);
    std::vector<Subject> kept;
    for (size_t i = 0; i < subjects.size(); ++i) {
        if (!marked[i])
            continue;
        newPlace[i] = static_cast<int>(kept.size());
        kept.push_back(subjects[i]);
    }
    subjects = std::move(kept);
    return newPlace;
}

} // namespace

std::vector<size_t> passing(const Matrix &matrix, const MatrixFilter &filter)
{
    const auto mark = [](const std::vector<Subject> &subjects, const QString &wanted) {
        std::vector<bool> marks(subjects.size(), true);
        if (const QString key = nameKey(wanted); !wanted.isEmpty())
            std::transform(subjects.begin(), subjects.end(), marks.begin(),
                           [&key](const Subject &subject) { return names(subject, key); });
        return marks;
    };
    const std::vector<bool> partnerNamed = mark(matrix.partners, filter.partner);
    const std::vector<bool> permissionNamed = mark(matrix.permissions, filter.permission);
    std::vector<bool> partnerHasText = mark(matrix.partners, filter.text);
    const QString textKey = nameKey(filter.text);
    for (size_t row = 0; row < partnerHasText.size(); ++row) {
        if (const QString &group = matrix.partners[row].group; !group.isEmpty() && !partnerHasText[row])
            partnerHasText[row] = nameKey(group).contains(textKey);
    }
    const std::vector<bool> permissionHasText = mark(matrix.permissions, filter.text);
    std::vector<size_t> cells;
    for (size_t i = 0; i < matrix.cells.size(); ++i) {
        const MatrixCell &cell = matrix.cells[i];
        const auto row = static_cast<size_t>(cell.partner);
        const auto column = static_cast<size_t>(cell.permission);
        if (partnerNamed[row] && permissionNamed[column] && (partnerHasText[row] || permissionHasText[column]) &&
            passes(filter.verdicts, cell.conclusion.verdict) && hasStance(cell, filter.stances))
            cells.push_back(i);
    }
    return cells;
}

Matrix filtered(const Matrix &matrix, const MatrixFilter &filter)
{
    if (filter.isEmpty())
        return matrix;
    Matrix result{matrix.partners, matrix.permissions, {}};
    std::vector<bool> partnerUsed(matrix.partners.size());
    std::vector<bool> permissionUsed(matrix.permissions.size());
    for (const size_t index : passing(matrix, filter)) {
        result.cells.push_back(matrix.cells[index]);
        partnerUsed[static_cast<size_t>(result.cells.back().partner)] = true;
        permissionUsed[static_cast<size_t>(result.cells.back().permission)] = true;
    }
    const std::vector<int> newRow = keepMarked(result.partners, partnerUsed);
    const std::vector<int> newColumn = keepMarked(result.permissions, permissionUsed);
    for (MatrixCell &cell : result.cells) {
        cell.partner = newRow[static_cast<size_t>(cell.partner)];
        cell.permission = newColumn[static_cast<size_t>(cell.permission)];
    }
    return result;
}

const MatrixCell *cellAt(const Matrix &matrix, int partner, int permission)
{
    const auto place = std::make_pair(partner, permission);
    const auto found = std::lower_bound(matrix.cells.begin(), matrix.cells.end(), place,
                                        [](const MatrixCell &cell, const auto &wanted) {
                                            return std::make_pair(cell.partner, cell.permission) < wanted;
                                        });
    if (found == matrix.cells.end() || std::make_pair(found->partner, found->permission) != place)
        return nullptr;
    return &*found;
}

} // namespace model
