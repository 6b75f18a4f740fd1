// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"
#include "model/session/timeline_row.h"

namespace model::session {

/// When each partner had which permission.
struct Timeline {
    Matrix matrix;
    std::vector<TimelineRow> rows; ///< one a cell of the matrix, in its order

    int undatedCount() const; ///< findings that no date is known of
    /// From the first day that any row names to the last; nothing where none does.
    DaySpan days() const;
    friend bool operator==(const Timeline &, const Timeline &) = default;
};

/// All findings, from one state of the case. The time of an evidence passage is what its own words name; a date on
/// which something was only said or printed is none.
Result<Timeline> timeline(const CaseFile &file);

/// The same with what is suggested and undecided, where its words name a time: beside what is decided, and in rows of
/// its own, of partners and permissions that need not be in the case.
Result<Timeline> suggestedTimeline(const CaseFile &file);

/// The findings that pass; the matrix filtered alike shows the same.
Timeline filtered(const Timeline &timeline, const MatrixFilter &filter);

} // namespace model::session
