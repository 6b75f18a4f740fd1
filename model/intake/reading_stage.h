// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"
#include "model/intake/originals.h"
#include "model/intake/password_trial.h"
#include "model/intake/piece_store.h"
#include "model/intake/reading.h"

#include <vector>

namespace model::intake {

/// The second stage of an import: every document that waits is read, several at once, and its pages are stored, whole
/// documents in a transaction. Made for one use.
class ReadingStage final {
public:
    /// `trial` must outlive this; its password is tried on the documents that are encrypted.
    ReadingStage(const Importer::Options &options, const Originals &originals, ImportReport &report,
                 const PasswordTrial &trial);

    Result<void> run(const std::stop_token &stop);

private:
    struct Workers;

    Result<void> look();

    const Importer::Options &m_options;
    const Originals &m_originals;
    const PasswordTrial &m_trial;
    std::vector<ReadingTask> m_tasks;
    PieceStore m_pieces;
};

} // namespace model::intake
