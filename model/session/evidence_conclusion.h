// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

/// What the evidence of a finding adds up to, for the reporter to take or to differ from. Passages that say nothing of
/// whether it was so (planned, context) do not count.
///
/// The verdict: dismissed where all deny it, disputed where some support and others deny it (that it is denied once it
/// ended is no dispute), alleged where a single document supports it or says that it ended, else confirmed; open
/// without any. Documents are counted, also where one is the copy of another. The period: from the earliest beginning
/// that they name to the latest end, to the month, for two documents seldom agree on the day; where none names a
/// beginning, from the earliest date in one that supports it, as the lines of tables have it. An end of which only day
/// and month are named is in the year that its page names first, as in its head. None for what is open or dismissed.
Result<Conclusion> concludedBy(const CaseFile &file, const std::vector<EvidenceLine> &evidence);

/// What one passage of this stance says of when its finding held: nothing where it only says that it held then ("in
/// 2016"), or that it did not.
Period periodSaid(Stance stance, const Period &named);

/// Whether what the reporter said holds where it differs.
enum class Over { WhatIsOpen, Everything };
/// One decision that gives each finding, as far as the reporter has not, what its evidence adds up to: a verdict where
/// it is open, an end of the period where it is not known. With Over::Everything also in the place of what was said,
/// the period as a whole; but evidence that says nothing changes nothing. NotFound for a finding of what is not in the
/// case.
Result<journal::Decision> concludeFromEvidence(const CaseFile &file, const std::vector<FindingKey> &findings,
                                               Over over = Over::WhatIsOpen);

} // namespace model::session
