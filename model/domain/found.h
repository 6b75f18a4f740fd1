// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document.h"
#include "model/domain/note.h"
#include "model/domain/search_hit.h"
#include "model/domain/tag.h"

#include <optional>
#include <vector>

namespace model {

/// A partner or permission that has a name with what was typed in it.
struct FoundSubject {
    SubjectId id; ///< the one that stands for itself
    SubjectKind kind = SubjectKind::Partner;
    QString name;
    QString found; ///< the alias or merged name that holds it; empty when it was the name itself

    friend bool operator==(const FoundSubject &, const FoundSubject &) = default;
};

/// A cell of the matrix of which the names hold all words typed.
struct FoundFinding {
    FindingKey finding;
    QString partner;
    QString permission;
    int passages = 0;

    friend bool operator==(const FoundFinding &, const FoundFinding &) = default;
};

struct FoundTag {
    Tag tag;
    QString title; ///< of its document

    friend bool operator==(const FoundTag &, const FoundTag &) = default;
};

struct FoundNote {
    Note note;
    QString on;                     ///< name of what it stands on; empty for the case
    std::optional<Passage> passage; ///< of the tag or the evidence it stands on

    friend bool operator==(const FoundNote &, const FoundNote &) = default;
};

/// What the one search box finds while the reporter types: a few of each kind.
struct Found {
    QString textQuery;              ///< what the pages were searched for: the last word may go on
    std::optional<SearchPage> text; ///< nothing where what was typed is no query
    std::vector<FoundSubject> partners;
    std::vector<FoundSubject> permissions;
    std::vector<FoundFinding> findings;
    std::vector<FoundTag> tags; ///< evidence first
    std::vector<FoundNote> notes;
    std::vector<Document> documents;
};

} // namespace model
