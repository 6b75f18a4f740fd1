// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/domain/document.h"
#include "model/intake/file_finder.h"
#include "model/intake/originals.h"
#include "model/intake/refusal.h"
#include "model/reader/reader_host.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <utility>
#include <variant>

namespace model::intake {

/// A file whose bytes are kept now.
struct TakenFile {
    KeptOriginal kept;
    QString origin;
    /// Archive: its entries follow, then its UnpackedArchive. Mail: what came with it follows. Else Unknown.
    FileKind kind = FileKind::Unknown;
};
/// An archive that was gone through to its end, or as far as it went. Files found inside come before it.
struct UnpackedArchive {
    Sha256 sha256;
    std::optional<Refusal> refusal = {};
    bool isDocument = false; ///< it is to be read: a mail, or what only its name says to be an archive
};
/// The files inside a PDF were taken out, or as many as can be. They come before it.
struct HeldFilesTaken {
    Sha256 sha256;
};
using Taken = std::variant<TakenFile, UnpackedArchive, HeldFilesTaken, SkippedFile>;

/// Archives, by where they were found.
using ArchivePlaces = std::set<std::pair<Sha256, QString>>;

/// Files that were withdrawn and are not to be taken in again, each with that as a sentence.
using TurnedAway = std::map<Sha256, QString>;

/// Takes files in: copies and hashes them, and unpacks archives and mails, through the reader, to any file inside.
/// Calls from several threads at once are fine.
class Taking final {
public:
    /// Where what was taken goes; false: no more is wanted.
    using Sink = std::function<bool(Taken)>;

    /// Archives that are found where `unpacked` says need not be unpacked again. Nothing of what is turned away is
    /// kept, and its archives are not unpacked. `password` is tried on encrypted ones.
    Taking(const Originals &originals, std::shared_ptr<reader::ReaderHost> host, const ArchivePlaces &unpacked,
           const TurnedAway &turnedAway, QByteArray password, std::stop_token stop);

    /// An Error is one of the case's disk or of the reader as a whole and ends the import; what is wrong with the file
    /// itself goes to the sink.
    Result<void> file(const FoundFile &found, const Sink &sink) const;
    /// Unpacks an archive, or a mail, that is kept already.
    Result<void> archive(const Sha256 &sha, const QString &origin, const Sink &sink) const;

    /// What the reporter chose: how large it is says how much all that lies in it may unpack to.
    struct Container {
        QString path;
        qint64 size = 0; ///< bytes
    };
    /// Takes out the files inside a PDF that is kept and was read. One that no password is known of is passed over.
    Result<void> heldFiles(const Sha256 &sha, const QString &origin, const Container &container,
                           const Sink &sink) const;

    /// Takes in the first `length` bytes of a document that is kept.
    Result<void> beginning(const Sha256 &sha, qint64 length, const QString &origin, const Sink &sink) const;

    /// Bytes of chosen files that were copied so far.
    qint64 bytesTaken() const { return m_bytes.load(std::memory_order_relaxed); }

private:
    struct Budget;
    struct Place; ///< a file that holds others and how deep inside others it lies

    /// Gives a file to the sink, and what it holds behind it.
    Result<void> give(const KeptOriginal &kept, const Place &place, Budget &budget, const Sink &sink) const;
    /// The same for one that its name does not tell the kind of.
    Result<void> lookInto(const KeptOriginal &kept, const Place &place, Budget &budget, const Sink &sink) const;
    static Result<void> tooDeep(const Place &place, const Sink &sink);
    Result<void> takeHeld(reader::DocumentReader &reader, const Result<DocumentFacts> &facts, const Place &place,
                          Budget &budget, const Sink &sink) const;
    std::shared_ptr<Budget> budgetOf(const Container &container) const;
    Result<void> unpack(const Place &place, Budget &budget, const Sink &sink) const;
    /// `kind`: of the file that holds them.
    Result<std::optional<Refusal>> entries(reader::DocumentReader &reader, const Place &place, FileKind kind,
                                           Budget &budget, const Sink &sink) const;
    /// The outcome of one that is open, given to the sink.
    Result<void> finish(reader::DocumentReader &reader, const Result<DocumentFacts> &facts, const Place &place,
                        Budget &budget, const Sink &sink) const;
    Result<DocumentFacts> factsOf(reader::DocumentReader &reader) const;
    /// What the reader gives of its current entry.
    Result<std::variant<std::unique_ptr<IncomingOriginal>, Refusal>> entryBytes(reader::DocumentReader &reader,
                                                                                Budget &budget) const;
    /// Keeps the original, unless it is turned away.
    Result<std::variant<KeptOriginal, SkippedFile>> keep(IncomingOriginal &incoming, const QString &origin) const;

    const Originals &m_originals;
    const std::shared_ptr<reader::ReaderHost> m_host;
    const ArchivePlaces &m_unpacked;
    const TurnedAway &m_turnedAway;
    const QByteArray m_password;
    const std::stop_token m_stop;
    mutable std::atomic<qint64> m_bytes = 0;
    mutable std::mutex m_mutex;                                   ///< for what follows
    mutable std::map<QString, std::shared_ptr<Budget>> m_budgets; ///< of PDFs, by the path of their containers
};

/// Whether a file of this name is unpacked: .zip, .7z, .rar, .tar and what .tar is packed into. Other files that are
/// archives inside, such as office documents, are documents.
bool isArchiveName(const QString &name);

/// Whether a file that begins so may be one that holds others, whatever its name: what is a PDF, a picture or an office
/// document plainly is not.
bool mayHoldFiles(QByteArrayView start);

} // namespace model::intake
