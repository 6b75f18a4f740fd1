// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

/// What a row (of a permission: a column) of the matrix becomes when one name is merged into another.
struct MergePreview {
    /// A finding of both, of which something else holds afterwards than of one of them before.
    struct Change {
        QString other; ///< name of the finding's other half
        Conclusion of; ///< the one that is merged
        Conclusion into;
        Conclusion after;
    };
    QString one; ///< names
    QString into;
    int findings = 0;     ///< of the one that is merged
    int intoFindings = 0; ///< of the one it is merged into
    int both = 0;         ///< that both have, and that become one cell
    std::vector<Change> changes;

    int together() const { return findings + intoFindings - both; }
};

/// Both of the same kind; each counts as whom it is merged into.
Result<MergePreview> mergePreview(const CaseFile &file, const SubjectId &one, const SubjectId &into);

} // namespace model::session
