// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"
#include "model/session/case_file.h"

#include <QHash>

#include <functional>
#include <memory>
#include <numeric>
#include <stop_token>

namespace model::intake {
struct Proposer;
struct Suggesting;
} // namespace model::intake

/// What the annotation model suggests in a case. Lists have only what is undecided.
namespace model::session {

/// The model whose weights are inside the program.
std::shared_ptr<const intake::Proposer> shippedProposer();
/// The same with what it is to be told of the case, as it stands.
Result<intake::Suggesting> suggestingFor(const CaseFile &file, std::shared_ptr<const intake::Proposer> proposer);

// Making

/// Documents that have been read and whose suggestions were made from something else, or not at all; by number.
Result<std::vector<Sha256>> documentsToSuggest(const CaseFile &file, const intake::Suggesting &suggesting);
/// Only reads. Cancelled between the sections of a long document.
Result<Suggestions> propose(const CaseFile &file, const Sha256 &document, const intake::Suggesting &suggesting,
                            const std::stop_token &stop = {});
/// Puts them in the place of what was suggested in the document. Nothing is changed when it was withdrawn meanwhile.
Result<ChangeSet> storeSuggestions(CaseFile &file, const Sha256 &document, const Suggestions &suggestions,
                                   const intake::Suggesting &suggesting);
/// Both, for every document that needs it. `progress` counts documents.
Result<ChangeSet> suggestEverywhere(CaseFile &file, const intake::Suggesting &suggesting,
                                    const std::function<void(qint64 done, qint64 total)> &progress = {},
                                    const std::stop_token &stop = {});

// Listing

Result<Suggestions> suggestionsOfDocument(const CaseFile &file, const Sha256 &document); ///< in reading order
Result<Suggestions> allSuggestions(const CaseFile &file); ///< by document, in reading order
Result<qint64> suggestionCount(const CaseFile &file);
/// The suggested links of one cell of the matrix; names as suggestedMatrix() gives them.
Result<std::vector<LinkSuggestion>> suggestionsOfFinding(const CaseFile &file, const QString &partner,
                                                         const QString &permission);

/// Why a passage is suggested: short sentences, the strongest reasons first.
struct PassageReasons {
    TagKind kind = TagKind::Evidence;
    QString quote;
    QStringList reasons;

    friend bool operator==(const PassageReasons &, const PassageReasons &) = default;
};
/// Those of each of these suggestions; of a link: of the passages it rests on, partner, permission, evidence. What the
/// document says elsewhere than on the passage's own pages is not looked at, so that a long one takes no longer. A
/// suggestion that is there no more is left out. Without a proposer: none.
Result<QHash<SuggestionId, std::vector<PassageReasons>>>
suggestionReasons(const CaseFile &file, const std::vector<SuggestionId> &ids,
                  std::shared_ptr<const intake::Proposer> proposer);

/// What is suggested in a cell.
struct SuggestedCell {
    std::array<int, allStances.size()> passages = {}; ///< indexed by the stance's number
    int documents = 0;
    double score = 0;                                  ///< the best
    std::vector<std::pair<QString, QString>> findings; ///< partners and permissions as suggested

    int passageCount() const { return std::accumulate(passages.begin(), passages.end(), 0); }
    friend bool operator==(const SuggestedCell &, const SuggestedCell &) = default;
};
/// The matrix with what is suggested beside what is decided. Suggested partners and permissions that the case has, by
/// any of their names, are in their row and column; others have a row or column of their own with a subject that is not
/// in the case, whose id is the same in every reading. A cell that is only suggested has no passages and no documents.
struct SuggestedMatrix {
    Matrix matrix;
    std::vector<SuggestedCell> suggested; ///< one a cell of the matrix

    bool isOnlySuggested(size_t cell) const;
};
Result<SuggestedMatrix> suggestedMatrix(const CaseFile &file);

} // namespace model::session
