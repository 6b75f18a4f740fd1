// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/domain/finding.h"

#include <variant>

namespace model {

struct Note;
using NoteId = Id<Note>;

/// What a note stands on.
struct WholeCase {
    friend bool operator==(const WholeCase &, const WholeCase &) = default;
};
struct DocumentPage {
    Sha256 document;
    int pageIndex = -1; ///< from 0; -1 for the document as a whole
    friend bool operator==(const DocumentPage &, const DocumentPage &) = default;
};
using NoteTarget = std::variant<WholeCase, DocumentPage, TagId, SubjectId, FindingKey, LinkId>;

/// Free text of the reporter on anything in the case.
struct Note {
    NoteId id;
    NoteTarget target;
    QString text;

    friend bool operator==(const Note &, const Note &) = default;
};

/// One text per target, for storing and looking up: "case", "document:SHA", "page:SHA:INDEX", "tag:ID", "subject:ID",
/// "finding:PARTNER:PERMISSION", "link:ID".
QString toText(const NoteTarget &target);
std::optional<NoteTarget> noteTargetFromText(const QString &text);

} // namespace model
