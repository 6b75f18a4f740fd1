// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"
#include "model/intake/password_trial.h"
#include "model/intake/reading.h"

#include <deque>
#include <optional>

namespace model::intake {

/// Stores what readers give of documents, whole documents in a transaction, and counts it in the report. Used by the
/// thread that runs a stage.
class PieceStore final {
public:
    PieceStore(const Importer::Options &options, ImportReport &report, const PasswordTrial &trial)
        : m_options(options)
        , m_report(report)
        , m_trial(trial)
    {
    }

    /// In the step in which a stage looks what there is to do, before anything is stored.
    Result<void> begin(store::Database &database);
    /// What suggestions are made by; null: none are. Does not change after begin().
    const Suggesting *suggesting() const { return m_suggesting ? &*m_suggesting : nullptr; }

    /// Stores what fits into one step and takes it off the front.
    Result<void> store(std::deque<ReadingPieces> &waiting);

private:
    Result<void> storePiece(store::Database &database, const ReadingPiece &piece, ImportStep &step) const;
    Result<void> storePages(store::Database &database, const PagesRead &some) const;
    Result<void> storeRead(store::Database &database, const DocumentRead &read, ImportStep &step) const;
    Result<void> storeConversion(store::Database &database, const DocumentRead &read, ImportStep &step) const;
    void report(const ReadingPieces &pieces, ImportStep &step);

    const Importer::Options &m_options;
    ImportReport &m_report;
    const PasswordTrial &m_trial;
    std::optional<Suggesting> m_suggesting;
};

} // namespace model::intake
