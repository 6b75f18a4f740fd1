// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"
#include "model/intake/originals.h"
#include "model/intake/password_trial.h"
#include "model/intake/taking.h"
#include "model/store/document_table.h"

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace model::intake {

/// The first stage of an import: every file becomes an original and is recorded, in the order in which the files are
/// found, however many threads copy them. Made for one use.
class TakingStage final {
public:
    /// `trial` must outlive this; its password is tried on archives that are encrypted.
    TakingStage(const Importer::Options &options, const Originals &originals, ImportReport &report,
                const PasswordTrial &trial);

    /// Something that is in the case already and of which more is to be taken in.
    struct Task {
        std::optional<qint64> bundle; ///< what comes of it belongs to
        std::function<Result<void>(const Taking &, const Taking::Sink &)> take;
    };

    /// `tasks` come first, then archives that an import which was killed left half unpacked, and PDFs whose files are
    /// to be taken out, then `paths`.
    Result<void> run(const QStringList &paths, std::vector<Task> tasks, const std::stop_token &stop);

private:
    /// One value of a worker, with the bundle it belongs to when that is not the one of this import.
    struct Recordable {
        Taken taken;
        std::optional<qint64> bundle;
    };
    struct Workers;

    Result<void> lookForHeldFiles(const store::DocumentTable &documents,
                                  const std::vector<store::DocumentTable::ArchivePlace> &archives);
    Result<void> look(const QStringList &paths);
    Result<void> lookForWithdrawn(store::Database &database);
    Result<void> record(std::deque<Recordable> &waiting);
    Result<void> recordOne(store::Database &database, const Recordable &recordable, ImportStep &step,
                           ImportReport &report);
    Result<void> recordFile(store::Database &database, const TakenFile &file, const Recordable &recordable,
                            ImportStep &step, ImportReport &report);
    void removeUnrecorded(const std::set<Sha256> &candidates);

    const Importer::Options &m_options;
    const Originals &m_originals;
    ImportReport &m_report;
    const PasswordTrial &m_trial;
    QString m_label;                ///< of the bundle, should one be needed
    std::optional<qint64> m_bundle; ///< set by the first file that is new
    std::vector<Task> m_tasks;
    ArchivePlaces m_unpacked;
    TurnedAway m_turnedAway;
};

} // namespace model::intake
