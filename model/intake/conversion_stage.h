// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/convert/converter.h"
#include "model/intake/importer.h"
#include "model/intake/originals.h"
#include "model/intake/password_trial.h"
#include "model/intake/piece_store.h"
#include "model/store/conversion_table.h"

#include <optional>
#include <vector>

namespace model::intake {

/// The third stage of an import: of every document of an office program that waits, and of those whose PDF is gone, one
/// is made, kept beside the originals and read in the document's place. It is derived: its bytes get their name only
/// when they are whole, and belong to the document from the transaction on in which its pages are stored; what a killed
/// stage left is thrown away by the next. Without LibreOffice the documents wait, and say what for. Made for one use.
class ConversionStage final {
public:
    ConversionStage(const Importer::Options &options, const Originals &originals, ImportReport &report,
                    const PasswordTrial &trial);

    Result<void> run(const std::stop_token &stop);

private:
    struct Workers;
    struct Task {
        ReadingTask reading;
        DocumentFacts facts;
    };

    /// What waits becomes a task; gives what was converted before.
    Result<std::vector<store::ConversionTable::Converted>> look();
    void clearUp(const std::vector<store::ConversionTable::Converted> &converted) const;
    bool isLost(const Conversion &conversion) const;
    Result<void> letWait(const QString &sentence);
    Result<Conversion> keep(int made, const QString &converter, const std::stop_token &stop) const;

    const Importer::Options &m_options;
    const Originals &m_originals;
    ImportReport &m_report;
    const QString m_folder;
    const Originals m_converted;
    PieceStore m_pieces;
    std::vector<Task> m_tasks;
};

} // namespace model::intake
