// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/arranged_matrix.h"

namespace model::store {

class Database;

/// The whole matrix, from the derived counts: no tag and no link is read. Merges are folded in.
Result<Matrix> readMatrix(Database &database);

/// How many documents speak of a partner and a kind of data, for kinds of several permissions; and of a group of
/// partners and a permission or kind, where partners have groups. Reads a row for each finding and document.
Result<JointSources> readJointSources(Database &database);

/// What holds for the finding of two roots: their own conclusion where it says something; else what all findings merged
/// into it that say something agree on; else Disputed, over the period that covers theirs.
Result<Conclusion> foldedConclusion(Database &database, const FindingKey &roots);
/// What would hold if the partner and the permission of `joined` were merged into those of `roots`.
Result<Conclusion> foldedConclusion(Database &database, const FindingKey &roots, const FindingKey &joined);

/// Sorts partners by group, those without one last, then name; permissions by data, then action.
void sortForMatrix(std::vector<Subject> &subjects);
/// The same, whatever group partners are in.
void sortByName(std::vector<Subject> &subjects);

} // namespace model::store
