// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

/// What a row (of a permission: a column) of the matrix becomes when one name is merged into another.
struct MergePreview {
    /// Both have said something else of the same finding; what was said of the one merged into goes on to hold.
    struct Clash {
        QString other; ///< name of the finding's other half
        Verdict of = Verdict::Open;
        Verdict into = Verdict::Open;
    };
    QString one; ///< names
    QString into;
    int findings = 0;     ///< of the one that is merged
    int intoFindings = 0; ///< of the one it is merged into
    int both = 0;         ///< that both have, and that become one cell
    std::vector<Clash> clashes;

    int together() const { return findings + intoFindings - both; }
};

/// Both of the same kind; each counts as whom it is merged into.
Result<MergePreview> mergePreview(const CaseFile &file, const SubjectId &one, const SubjectId &into);

} // namespace model::session
