// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

/// Why two names may mean the same, the surest first.
enum class Likeness {
    Form,     ///< but for legal form, possessive, case and signs they are the same
    Initials, ///< one is what the other may be abbreviated to
    Spelling, ///< a letter or two apart
    Part,     ///< one is how the other begins
    Meaning,  ///< permissions: the same action on the same kind of data
    Text,     ///< a passage says that one belongs to the other, or was called so
};

/// Two partners or two permissions that the reporter may want to merge. Never done unasked.
struct LikelySame {
    SubjectId one;  ///< would be merged ...
    SubjectId into; ///< ... into this one, the fuller name
    Likeness why = Likeness::Form;
    std::optional<Passage> passage; ///< of Likeness::Text: the name whose text goes on to name the other

    friend bool operator==(const LikelySame &, const LikelySame &) = default;
};

struct LikelySames {
    std::vector<LikelySame> pairs; ///< the surest first, each pair once
    std::vector<LikelySame> apart; ///< those that the reporter said are not the same
};
/// Of those that stand for themselves, by names and aliases; at most `most` of each.
Result<LikelySames> likelySame(const CaseFile &file, SubjectKind kind, size_t most = 200);

/// The case remembers of a pair that it is not the same, or forgets that again.
Result<void> setApart(CaseFile &file, const LikelySame &pair, bool isApart);

} // namespace model::session
