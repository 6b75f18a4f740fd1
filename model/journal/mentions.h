// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/applied_change.h"

#include <utility>
#include <vector>

namespace model::journal {

/// What a change and its inverse speak of, for finding everything that a withdrawal must erase.
struct Mentions {
    std::vector<Sha256> documents; ///< also of a tag's passage and a note's target
    std::vector<TagId> tags;
    std::vector<LinkId> links;
    std::vector<NoteId> notes;
    std::vector<RejectionId> rejections;
    QStringList blockedNames; ///< by nameKey
    std::vector<SubjectId> subjects;
    bool onlyOwnSubject = false; ///< makes, names or removes its one subject, and nothing hangs on that
    std::vector<std::pair<TagId, Sha256>> passages;         ///< the document a tag is in
    std::vector<std::pair<LinkId, TagId>> evidence;         ///< the tag a link binds
    std::vector<std::pair<NoteId, NoteTarget>> targets;     ///< what a note stands on
    std::vector<std::pair<RejectionId, Sha256>> rejectedIn; ///< the document of what was rejected
    std::vector<std::pair<QString, Sha256>> blockedIn; ///< the only document a blocked name, by nameKey, was met in
};

Mentions mentionsOf(const AppliedChange &part);

} // namespace model::journal
