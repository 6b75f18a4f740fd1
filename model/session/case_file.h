// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/evidence_line.h"
#include "model/domain/hidden_line.h"
#include "model/domain/matrix.h"
#include "model/domain/note.h"
#include "model/domain/page_content.h"
#include "model/journal/decision.h"
#include "model/journal/journal_entry.h"
#include "model/session/change_set.h"

#include <memory>
#include <optional>
#include <vector>

namespace model::store {
class Database;
}

namespace model::session {

enum class Access {
    ReadWrite, ///< takes the case's lock; where it cannot, opens for reading and says why (readOnlyReason)
    ReadOnly,  ///< a further connection, for a thread that only asks
};

/// One open case, on one thread: the calls that the command line and the window share. Every write is one transaction.
class CaseFile final {
public:
    struct Options {
        QString reviewer; ///< who decides; goes into each journal entry
        Clock clock = systemClock();
        QByteArray vfs = {}; ///< SQLite VFS, for tests
    };

    /// Makes the folder `path` (it must not exist, or be empty) with case.sqlite and originals/, and sets the holders.
    static Result<std::unique_ptr<CaseFile>> create(const QString &path, const QStringList &holders, Options options);
    static Result<std::unique_ptr<CaseFile>> open(const QString &path, Access access, Options options);
    ~CaseFile();
    CaseFile(const CaseFile &) = delete;
    CaseFile &operator=(const CaseFile &) = delete;

    QString path() const;                          ///< of the case's folder, absolute
    QString originalPath(const Sha256 &sha) const; ///< where the bytes of that document lie
    bool isReadOnly() const;
    QString readOnlyReason() const; ///< a sentence; empty when it can be written
    const Options &options() const;
    store::Database &database() const; ///< for model/intake and model/store only

    // What is in the case
    Result<QStringList> holders() const;
    Result<std::vector<Bundle>> bundles() const;
    /// Without archives that were unpacked, or still are to be: their entries are listed instead.
    Result<std::vector<Document>> documents() const;
    Result<Document> document(const Sha256 &sha) const;
    /// By number, file name, or 8 or more digits of the SHA-256. Ambiguous lists the candidates in its sentence.
    Result<Document> findDocument(const QString &word) const;
    /// By the id, or its first 8 or more characters. NotFound, or Ambiguous with the candidates in its sentence.
    Result<TagId> findTag(const QString &word) const;
    Result<LinkId> findLink(const QString &word) const;
    Result<NoteId> findNote(const QString &word) const;
    Result<DocumentFacts> facts(const Sha256 &sha) const;
    Result<PageText> pageText(const Sha256 &sha, int pageIndex) const;
    /// What whoever made the files hid, in a document or in all; in reading order.
    Result<std::vector<HiddenLine>> hiddenText(const std::optional<Sha256> &document = std::nullopt) const;
    Result<std::vector<bool>> pagesRead(const Sha256 &sha) const; ///< one value a page

    Result<std::vector<Tag>> tagsOfDocument(const Sha256 &sha) const;            ///< in reading order
    Result<std::vector<Tag>> tagsOnPage(const Sha256 &sha, int pageIndex) const; ///< also those that run in or out
    Result<std::vector<Tag>> tagsNaming(const SubjectId &subject) const;         ///< also through merges
    Result<Tag> tag(const TagId &id) const;

    Result<std::vector<Subject>> subjects(SubjectKind kind) const; ///< by name, merged ones too
    Result<Subject> subject(const SubjectId &id) const;
    Result<SubjectId> rootOf(const SubjectId &id) const; ///< whom it counts as
    Result<FindingKey> rootOf(const FindingKey &finding) const;
    /// By name, else by alias, case folded; a merged one gives its root. NotFound, or Ambiguous for an alias of
    /// several.
    Result<Subject> findSubject(SubjectKind kind, const QString &name) const;

    Result<std::vector<EvidenceLink>> linksOfEvidence(const TagId &evidence) const;
    Result<std::vector<EvidenceLink>> linksOfSubject(const SubjectId &subject) const; ///< its own, not through merges
    Result<EvidenceLink> link(const LinkId &id) const;
    /// The evidence of a finding, or of all findings; sorted by partner, permission, document, place.
    Result<std::vector<EvidenceLine>> evidence(const std::optional<FindingKey> &finding = std::nullopt) const;
    Result<Conclusion> conclusion(const FindingKey &finding) const; ///< after merging
    Result<Matrix> matrix() const;
    Result<std::vector<Note>> notes() const;
    Result<std::vector<Note>> notesOn(const NoteTarget &target) const;
    Result<Note> note(const NoteId &id) const;

    Result<std::vector<journal::JournalEntry>> journalEntries(qint64 afterSeq = 0, qint64 count = -1) const;
    Result<Sha256> journalHead() const; ///< hash of the last entry

    // Deciding
    /// Applies all changes and appends the journal entry, or does nothing.
    Result<ChangeSet> decide(const journal::Decision &decision);
    /// After an ErrorKind::Damaged the case is read-only: nothing more is written to a damaged file.
    Result<ChangeSet> undo(); ///< NotFound when there is nothing to take back
    Result<ChangeSet> redo();
    /// What undo() and redo() would take back or do again, as one line; empty when there is nothing.
    Result<QString> undoDescription() const;
    Result<QString> redoDescription() const;

    /// Copies the journal and the list of documents into backups/, three deep. open() does when a day has passed; to be
    /// called after an import.
    Result<void> makeAutomaticBackup() const;
    /// From now on the case is read-only, for this reason: the file turned out to be damaged.
    void stopWriting(const QString &reason);

private:
    /// Half-copied files of an import that was killed go, and what it took in gets its receipt.
    Result<void> settleKilledImport();

    class Private;
    explicit CaseFile(std::unique_ptr<Private> privateState);
    template <class Act> Result<ChangeSet> write(Act act);
    std::unique_ptr<Private> d;
};

} // namespace model::session
