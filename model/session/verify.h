// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <functional>
#include <stop_token>

namespace model::session {

struct VerifyOptions {
    std::optional<Sha256> head;                                   ///< a head hash noted earlier: must be in the chain
    std::function<void(qint64 done, qint64 total)> progress = {}; ///< bytes of originals
    std::stop_token stop = {};
};

struct VerifyReport {
    QStringList problems; ///< what is wrong, as sentences; none when all is well
    QStringList remarks;  ///< what is unfinished but not wrong
    Sha256 head;          ///< of the journal
    qint64 entries = 0;   ///< of the journal
    qint64 documents = 0; ///< whose originals were hashed again

    bool isClean() const { return problems.isEmpty(); }
};

/// Hashes the originals again, checks the journal's chain, replays it and compares the tables, checks receipts, counts
/// and SQLite's own structure. Only reads. An Error only where it could not be done: Cancelled, Io.
Result<VerifyReport> verify(const CaseFile &file, const VerifyOptions &options = {});

} // namespace model::session
