// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion_queue.h"
#include "model/session/case_file.h"

/// What is suggested and undecided, as a queue that the reporter works off.
namespace model::session {

struct QueueRequest {
    QueueOrder order = QueueOrder::ByPage;
    QueueFilter filter = {};
    std::optional<Sha256> first = {}; ///< where QueueOrder::ByPage begins; the documents before it come at the end

    friend bool operator==(const QueueRequest &, const QueueRequest &) = default;
};

/// `count` of them behind `after`, which is where another part of the same queue ended.
Result<QueuePart> suggestionQueue(const CaseFile &file, const QueueRequest &request, const QueueCursor &after,
                                  int count);

/// Whether it is suggested and undecided.
Result<bool> isOpen(const CaseFile &file, const SuggestionId &id);

struct QueueCounts {
    qint64 inDocument = 0;
    qint64 inCase = 0;
    qint64 open = 0; ///< in all the case, whatever the filter
    bool hasDocuments = false;

    friend bool operator==(const QueueCounts &, const QueueCounts &) = default;
};
/// How many pass the filter, in this document and in all the case, whichever of them it wants; and what there is.
Result<QueueCounts> queueCounts(const CaseFile &file, QueueFilter filter, const std::optional<Sha256> &document);

/// What says the same all over the case.
struct SameSuggestions {
    std::vector<QueuedSuggestion> some; ///< by document, the given one among them where there is room
    qint64 count = 0;                   ///< of all
};
/// At most `most` of those that are the same words as the same kind and name; of a finding, the same one with the same
/// stance.
Result<SameSuggestions> sameSuggestions(const CaseFile &file, const SuggestionId &id, int most);

} // namespace model::session
