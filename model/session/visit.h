// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

/// What came into a case since its reviewer closed it. Each reviewer has a visit of their own, kept beside how the
/// window was left.
namespace model::session {

/// Keeps how the case stands now as the reviewer's last visit. Does nothing in a case that can only be read.
Result<void> rememberVisit(CaseFile &file);

struct VisitNews {
    struct Decisions {
        QString reviewer;
        int count = 0; ///< without pages that were only marked read, and without what was taken back again
        friend bool operator==(const Decisions &, const Decisions &) = default;
    };
    qint64 sinceMs = 0;                    ///< UTC; when the case was closed
    int documents = 0;                     ///< that were taken in
    int suggestions = 0;                   ///< so many more wait to be decided
    std::vector<Decisions> decisions = {}; ///< of other reviewers, by name
    QSet<Sha256> touched = {};             ///< documents that were taken in or decided on by others

    bool isEmpty() const { return documents == 0 && suggestions == 0 && decisions.empty(); }
    friend bool operator==(const VisitNews &, const VisitNews &) = default;
};

/// Nothing where this reviewer never closed the case.
Result<std::optional<VisitNews>> newsSinceVisit(const CaseFile &file);

} // namespace model::session
