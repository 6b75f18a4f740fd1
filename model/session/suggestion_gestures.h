// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"
#include "model/session/case_file.h"

#include <optional>
#include <vector>

/// From what the reporter says to a suggestion to the decision it amounts to; see gestures.h.
namespace model::session {

/// One decision that makes, for each, what is not there yet. Of a tag: the tag, with its partner or permission. Of a
/// link: the evidence tag, the tags of the passages that name partner and permission, both subjects, the link, and what
/// the passage says of the period, see periodSaid(), as far as the finding has none. A partner goes by any name of one
/// in the case that differs in legal form, signs or case alone; Ambiguous if several do. NotFound for one not open.
Result<journal::Decision> acceptSuggestions(const CaseFile &file, const std::vector<SuggestionId> &ids);

/// What the reporter wants otherwise than it was suggested; what is not said stays as it is.
struct Correction {
    std::optional<TagKind> kind = {};    ///< of a tag
    std::optional<Stance> stance = {};   ///< of a link
    std::optional<Passage> passage = {}; ///< of a link: of its evidence
    QString name = {};                   ///< of the tag's partner or permission; of the link's partner
    QString permission = {};             ///< of a link

    friend bool operator==(const Correction &, const Correction &) = default;
};
/// Accepts it so corrected; what was suggested otherwise is rejected in the same decision where that alone does not
/// settle it. A partner's suggested name becomes another name of the one it was given to, unless somebody has it.
Result<journal::Decision> acceptCorrected(const CaseFile &file, const SuggestionId &id, const Correction &correction);

/// Whether names differ in legal form, signs or case at most, so that one partner is suggested by both.
bool isOnePartner(const QString &name, const QString &other);

/// What the reporter says to several suggestions at once.
struct Batch {
    struct Accepted {
        SuggestionId id;
        Correction correction = {};
        friend bool operator==(const Accepted &, const Accepted &) = default;
    };
    std::vector<Accepted> accepted;
    std::vector<SuggestionId> rejected;

    friend bool operator==(const Batch &, const Batch &) = default;
};
struct BatchDecision {
    journal::Decision decision;     ///< without a change where nothing of it is open, or all is in the case already
    std::vector<SuggestionId> gone; ///< not open, so that nothing is decided on them
};
/// One decision for all of it that is open. Of what is to be rejected, that needs nothing which what is accepted rests
/// on: its passages are right then.
Result<BatchDecision> decideBatch(const CaseFile &file, const Batch &batch);

/// One decision that rejects them all. NotFound for one that is not open.
Result<journal::Decision> rejectSuggestions(const CaseFile &file, const std::vector<SuggestionId> &ids);

/// The name is never a partner. Invalid where it is one of a partner that has tags or links.
Result<journal::Decision> blockName(const CaseFile &file, const QString &name);
Result<journal::Decision> unblockName(const CaseFile &file, const QString &name);

} // namespace model::session
