// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/note.h"

#include <QSet>

#include <optional>

namespace model::session {

/// What a write touched, so that each view knows whether to ask again.
struct ChangeSet {
    QSet<Sha256> documents;    ///< whose tags, read marks, title or state changed
    bool documentList = false; ///< documents or bundles came, went or changed state
    bool subjects = false;     ///< partners, permissions, aliases, merges
    bool findings = false;     ///< links, verdicts, periods: the matrix
    bool notes = false;
    bool holders = false;
    QSet<Sha256> suggestions = {}; ///< documents of which some came, went, opened or closed
    bool journal = false;
    std::optional<DocumentPage> place = {}; ///< of the first tag, link or page concerned: where it can be seen

    void add(const ChangeSet &other)
    {
        documents.unite(other.documents);
        documentList |= other.documentList;
        subjects |= other.subjects;
        findings |= other.findings;
        notes |= other.notes;
        holders |= other.holders;
        suggestions.unite(other.suggestions);
        journal |= other.journal;
        if (!place)
            place = other.place;
    }
};

} // namespace model::session
