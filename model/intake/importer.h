// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/convert/converter.h"
#include "model/intake/file_finder.h"
#include "model/reader/reader_host.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace model::store {
class Database;
}

namespace model::intake {

struct Proposer;

struct ImportProgress {
    enum class Stage {
        TakingIn,   ///< copying and hashing; counts files
        Reading,    ///< counts documents
        Converting, ///< by LibreOffice; counts documents
        Ocr         ///< counts pages
    };
    Stage stage = Stage::TakingIn;
    qint64 done = 0;
    qint64 total = 0; ///< 0 while it is not known yet
    qint64 bytes = 0; ///< of them, done
    qint64 totalBytes = 0;
    double bytesPerSecond = 0;
    std::optional<int> secondsLeft; ///< of this stage; nothing while it cannot be told
};

/// What one step of an import wrote.
struct ImportStep {
    std::vector<Sha256> documents;                   ///< that came or changed state
    bool receipt = false;                            ///< an entry was added to the journal
    std::optional<std::pair<Sha256, int>> page = {}; ///< whose text OCR changed
    bool copies = false;                             ///< documents were found to be copies: they count as one source
};

/// What became of an import.
struct ImportReport {
    int files = 0;        ///< taken in, those inside archives too
    int newDocuments = 0; ///< whose bytes were not in the case
    int read = 0;
    std::vector<Sha256> refused;      ///< documents that could not be read; why stands with the document
    std::vector<Sha256> waiting;      ///< documents that cannot be read now; what is missing stands with the document
    std::vector<SkippedFile> skipped; ///< files that could not even be opened, or were withdrawn earlier
    bool cancelled = false;           ///< the rest waits for the next import

    bool isComplete() const { return refused.empty() && waiting.empty() && skipped.empty() && !cancelled; }
};

/// Takes a bundle into a case and reads it. Three stages: every file is copied to the originals and recorded, and the
/// journal gets its receipt; then every document that waits is read, as many at once as there are readers; at last
/// those of office programs are converted and read. A killed import loses nothing: the next one, with the same paths or
/// with none, goes on where it was.
///
/// Each call works on the thread that calls it, and on threads of its own, until it is done; nothing of the case is
/// used but through `write`. One call at a time in a case.
class Importer final {
public:
    using Step = std::function<void(store::Database &)>;

    struct Options {
        QString caseFolder;
        QString reviewer;
        Clock clock = systemClock();
        std::shared_ptr<reader::ReaderHost> host;
        convert::OfficeProgram office = {};            ///< converts documents of office programs
        std::shared_ptr<const Proposer> proposer = {}; ///< suggests as documents are read; null: nothing is suggested
        int jobs = 0;                                  ///< readers at once; 0: as many as there are processors
        /// Runs the step on the thread that owns the connection that writes, at once or later; each is one transaction
        /// of at most half a second, so that decisions pass between them. The importer waits until the step has run. A
        /// step that is destroyed without having run ends the import as cancelled.
        std::function<void(Step)> write;
        /// At most ten times a second and at the end of each stage, on the calling thread. May be empty.
        std::function<void(const ImportProgress &)> progress = {};
        /// After each step that changed something, on the calling thread. May be empty.
        std::function<void(const ImportStep &)> written = {};
        bool takeBackWithdrawn = false; ///< else files that were withdrawn earlier are skipped
    };

    explicit Importer(Options options);
    ~Importer();
    Importer(const Importer &) = delete;
    Importer &operator=(const Importer &) = delete;

    /// `paths` may be empty: then only what waits is read. Full when the disk is; what was recorded until then stays.
    /// `password` is tried on what is encrypted; it is not kept.
    Result<ImportReport> import(const QStringList &paths, std::stop_token stop = {}, const QByteArray &password = {});

    /// Reads documents again that could not be read; all of them when `documents` is empty. `password` is tried on
    /// those that are encrypted, and on what else is encrypted of the bundles they came with; it is not kept.
    Result<ImportReport> retry(const std::vector<Sha256> &documents, const QByteArray &password = {},
                               std::stop_token stop = {});

    /// Takes the earlier states of PDFs, see earlier_states.h, into the case as documents that count as one source with
    /// them, and reads them. Invalid for a document that has none, and nothing is done.
    Result<ImportReport> takeEarlierStates(const std::vector<Sha256> &documents, std::stop_token stop = {},
                                           const QByteArray &password = {});

private:
    class Run;
    const Options m_options;
};

} // namespace model::intake
