// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/journal/applied_change.h"
#include "model/journal/journal_entry.h"

#include <optional>
#include <utility>
#include <vector>

namespace model::journal {

/// What a withdrawal leaves behind of what it erased.
struct Withdrawal {
    std::vector<Sha256> documents; ///< the document that was withdrawn, then the archives it came in; or
    std::optional<NoteId> note;    ///< the note
    QString reason;
    std::vector<std::pair<qint64, qint64>> erased; ///< entry and place of each erased part, ascending

    friend bool operator==(const Withdrawal &, const Withdrawal &) = default;
};

// Payloads of journal parts: compact JSON with sorted keys, so that the same value always gives the same bytes. Reading
// is strict, for a case file may come from elsewhere: anything but the exact shape is Damaged.
QString payloadOf(const AppliedChange &part);
QString payloadOf(const ReceivedFile &file);
QString payloadOf(const Withdrawal &withdrawal);
Result<AppliedChange> appliedChangeFromPayload(const QString &payload);
Result<ReceivedFile> receivedFileFromPayload(const QString &payload);
Result<Withdrawal> withdrawalFromPayload(const QString &payload);

} // namespace model::journal
