// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/domain/passage.h"
#include "model/domain/subject.h"

#include <optional>

namespace model {

struct Tag;
using TagId = Id<Tag>;

enum class TagKind { Partner, Permission, Evidence };

/// A passage that the reporter marked.
struct Tag {
    TagId id;
    TagKind kind = TagKind::Evidence;
    Passage passage;
    std::optional<SubjectId> subject; ///< the partner or permission it names; never set for evidence

    friend bool operator==(const Tag &, const Tag &) = default;
};

QString toWord(TagKind kind); ///< "partner", "permission" or "evidence"
std::optional<TagKind> tagKindFromWord(const QString &word);

/// The kind of subject that a tag of this kind names; nothing for evidence.
std::optional<SubjectKind> subjectKindOf(TagKind kind);

} // namespace model
