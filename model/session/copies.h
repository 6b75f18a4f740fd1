// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document.h"
#include "model/session/case_file.h"

#include <QHash>

#include <stop_token>
#include <vector>

namespace model::session {

/// A document that counts as one independent source together with others.
struct Copy {
    Document document;
    bool isOrigin = false; ///< the first that came in
    CopyDecision decision; ///< what the reporter said of it
    /// Of the words of both, how many it shares with the document it was found to be a copy of; 1: the same words.
    /// Nothing where it was found to be a copy of none.
    std::optional<double> likeness = {};

    friend bool operator==(const Copy &, const Copy &) = default;
};

/// Groups of copies, by their first document, which comes first. Those of one document only are left out.
Result<std::vector<std::vector<Copy>>> copyGroups(const CaseFile &file);
/// The group of a document; itself alone where it is a copy of nothing.
Result<std::vector<Copy>> copiesOf(const CaseFile &file, const Sha256 &document);

/// For every document that is a copy, the first one of its group.
Result<QHash<Sha256, Sha256>> copyOrigins(const CaseFile &file);

/// The document, with all that count as one with it, becomes a copy of the other. Invalid where it is one already.
Result<journal::Decision> joinCopies(const CaseFile &file, const Sha256 &document, const Sha256 &with);
/// The document becomes a source of its own. Invalid where it is one already.
Result<journal::Decision> splitCopy(const CaseFile &file, const Sha256 &document);

/// Looks for copies among the documents that are new or have new text, in short transactions. For a case that only one
/// thread works on; the window's goes through CopyRenewal. Cancelled when it was stopped; the next call goes on.
Result<void> findCopies(CaseFile &file, const std::stop_token &stop);

} // namespace model::session
