// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/page_content.h"

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// Bundles, documents and the places they were found at. Each call is a statement or a few; the import puts them
/// together in transactions.
class DocumentTable final {
public:
    explicit DocumentTable(Database &database)
        : m_database(database)
    {
    }

    // Taking in
    Result<qint64> addBundle(const QString &label, qint64 importedMs); ///< its id
    /// The number of the document with these bytes, which is new and waiting, or known already. A new Archive is not in
    /// the list and counts down from -1, so that the numbers in the list have no gap.
    Result<qint64> addDocument(const Sha256 &sha, qint64 size, FileKind kind = FileKind::Unknown);
    /// An archive that could not be unpacked, or is none, is listed after all: gives it the next number, unless it has
    /// one, and returns that. Nothing but origins may refer to it yet.
    Result<qint64> putInList(qint64 number);
    /// The same document at the same path again is not a second origin.
    Result<void> addOrigin(qint64 number, qint64 bundle, const QString &path);

    /// The bundle of this label in which the document was found at this path.
    Result<std::optional<qint64>> bundleOf(qint64 number, const QString &path, const QString &label) const;

    // Archives
    /// An Archive or a Mail that waits is to be unpacked: this one was, or is none after all, and is to be read if it
    /// was not.
    Result<void> letBeRead(qint64 number);
    /// An archive that was unpacked: read, without pages.
    Result<void> storeArchive(qint64 number);
    struct ArchivePlace {
        Sha256 sha256;
        QString path;
        qint64 bundle = 0;
        DocumentState state = DocumentState::Waiting;
        qint64 size = 0; ///< bytes
    };
    /// Every place of origin of each, in order of arrival, with those of mails: they hold files too.
    Result<std::vector<ArchivePlace>> archives() const;

    // PDFs that hold files
    Result<void> noteHeldFiles(qint64 number); ///< they are to be taken out, unless they were
    Result<void> markHeldFilesTaken(qint64 number);
    /// It was found at another place: they are to be taken out for that, too. Nothing for one that holds none.
    Result<void> takeHeldFilesAgain(qint64 number);
    /// Every place of origin of each whose files are to be taken out, in order of arrival.
    Result<std::vector<ArchivePlace>> holdingFiles() const;

    Result<std::vector<ArchivePlace>> placesOf(qint64 number) const; ///< of any document, in order of arrival
    Result<std::optional<Sha256>> foundAt(qint64 bundle, const QString &path) const;

    struct Origin {
        qint64 id = 0;
        Sha256 document;
        qint64 size = 0;
        QString path;
        qint64 receipt = 0; ///< seq of the journal entry that vouches for it; 0 while there is none
    };
    Result<std::vector<Origin>> originsWithoutReceipt() const; ///< in order of arrival
    Result<std::vector<Origin>> origins() const;
    Result<void> markReceipted(qint64 seq, const std::vector<Origin> &origins);

    // Reading
    struct Waiting {
        qint64 number = 0;
        Sha256 sha256;
        qint64 size = 0;
    };
    /// By number; without archives, which wait to be unpacked, and what waits to be converted.
    Result<std::vector<Waiting>> waiting() const;
    Result<std::vector<qint64>> refused() const; ///< numbers
    /// Documents that need a password and came in a bundle with one of these; without these.
    Result<std::vector<Waiting>> encryptedBeside(const std::vector<qint64> &numbers) const;
    Result<bool> hasAny() const; ///< listed, in whatever state
    /// With its pages. `textVersion` names the code that composed the text.
    Result<void> storeRead(qint64 number, const DocumentFacts &facts, const std::vector<PageText> &pages,
                           const QStringList &complaints, const QString &textVersion);
    /// The same for one whose pages are in the PageTable already.
    Result<void> markRead(qint64 number, const DocumentFacts &facts, int pageCount, const QStringList &complaints,
                          const QString &textVersion);
    /// An Office document, which goes on waiting, for its conversion.
    Result<void> storeOffice(qint64 number, const DocumentFacts &facts);
    /// Why a document that waits cannot be read now; None: nothing is in the way any more.
    Result<void> storeObstacle(qint64 number, RefusalReason reason, const QString &sentence);
    Result<void> storeRefusal(qint64 number, RefusalReason reason, const QString &sentence,
                              const QStringList &complaints = {});
    /// A refused document waits again. False: it was not refused.
    Result<bool> retry(qint64 number);
    /// Every document waits, whatever became of it before, but for unpacked archives.
    Result<void> readAllAgain();
    /// Row, origins, pages and title go, and the bundles that held nothing else or were named after it; its number is
    /// never given again. Tags and read marks must be gone already.
    Result<void> remove(qint64 number);

    // Deciding
    Result<std::optional<qint64>> numberOf(const Sha256 &sha) const;
    Result<std::optional<Sha256>> hashOf(qint64 number) const;
    Result<QString> reporterTitle(const Sha256 &sha) const;                 ///< empty: none
    Result<void> setReporterTitle(const Sha256 &sha, const QString &title); ///< empty: back to the document's own

private:
    Database &m_database;
};

} // namespace model::store
