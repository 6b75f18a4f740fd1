// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/suggestion.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// What a document's suggestions were made from. Others are out of date.
struct SuggestionBasis {
    Sha256 basis;  ///< of model, holders, known names and permissions
    QString model; ///< its version
};

/// A suggested finding whose words name a time, and the name of the document's file.
struct DatedSuggestion {
    LinkSuggestion link;
    QString file;
};

/// What the annotation model suggests: derived, and undecided where "open". Documents are named by their number here.
class SuggestionTable final {
public:
    explicit SuggestionTable(Database &database)
        : m_database(database)
    {
    }

    /// Puts these in the place of all that were there, none of them open yet (suggestion_settling.h).
    Result<void> replaceAll(qint64 document, const Suggestions &suggestions, const SuggestionBasis &basis);
    /// For a document too large for one step: more of them, and the basis after the last.
    Result<void> append(qint64 document, const Suggestions &suggestions);
    Result<void> finish(qint64 document, const SuggestionBasis &basis);
    Result<void> removeAll(qint64 document);
    Result<void> outdate(qint64 document); ///< what is there stays until it is made anew

    // Only what is open, but for find().
    Result<Suggestions> ofDocument(qint64 document) const;  ///< in reading order
    Result<Suggestions> all() const;                        ///< by document, in reading order
    Result<qint64> openCount() const;                       ///< in the case
    Result<std::vector<SuggestedFinding>> findings() const; ///< by partner and permission
    Result<std::vector<DatedSuggestion>> dated() const;     ///< by partner and permission, in reading order
    Result<std::vector<LinkSuggestion>> ofFinding(const QString &partner, const QString &permission) const;

    /// Open or not.
    Result<std::optional<TagSuggestion>> findTag(const SuggestionId &id) const;
    Result<std::optional<LinkSuggestion>> findLink(const SuggestionId &id) const;
    Result<bool> isOpen(const SuggestionId &id) const;

    /// Read documents whose suggestions rest on something else, or that have none, by number; archives have no pages.
    Result<std::vector<qint64>> outOfDate(const Sha256 &basis) const;
    /// Those with a suggestion of the same words, or of a partner of the same name.
    Result<std::vector<qint64>> documentsQuoting(const QString &quote) const;
    Result<std::vector<qint64>> documentsNaming(const QString &partner) const;
    Result<std::vector<qint64>> documents() const; ///< that have a basis

private:
    Database &m_database;
};

} // namespace model::store
