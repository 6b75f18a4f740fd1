// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"
#include "model/session/suggestions.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace model::intake {
struct Proposer;
}

namespace model::session {

class Inquiry;
class SharedReaderHost;

/// What an undo or a redo did, and where it can be seen.
struct TakenBack {
    QString description;               ///< of the decision, one line
    std::optional<DocumentPage> place; ///< none where it has no place in a document
    QString file;                      ///< file name of that document
};

/// The one door through which the window uses a case. Lives on the thread that made it and never makes it wait: what
/// writes goes to the writer's thread, what asks goes through an Inquiry to threads that only read.
class CaseSession final : public QObject {
    Q_OBJECT
public:
    struct Options {
        CaseFile::Options file;
        QString readerProgram; ///< path of carveout-reader
        int questionThreads = 3;
        /// What suggests; called on threads that may wait. Empty: nothing is suggested.
        std::function<std::shared_ptr<const intake::Proposer>()> proposer = shippedProposer;
    };
    /// What a gesture of the reporter amounts to; called on the writer's thread.
    using Gesture = std::function<Result<journal::Decision>(const CaseFile &)>;
    using Decided = std::function<void(const journal::Decision &)>;

    /// Begins to open the case; `opened` or `openFailed` follows.
    CaseSession(const QString &path, Options options, QObject *parent = nullptr);
    /// The same for a new case.
    CaseSession(const QString &path, const QStringList &holders, Options options, QObject *parent = nullptr);
    /// Does the decisions that wait, stops everything else.
    ~CaseSession() override;

    QString path() const { return m_path; } ///< of the case's folder
    QString name() const;                   ///< of the case: its folder's, without ".carveout"
    bool isReadOnly() const { return !m_readOnlyReason.isEmpty(); }
    QString readOnlyReason() const { return m_readOnlyReason; }
    QString undoName() const { return m_undoName; } ///< what undo() would take back; empty when nothing
    QString redoName() const { return m_redoName; }
    const std::shared_ptr<SharedReaderHost> &readerHost() const { return m_readerHost; }
    /// Gives what suggests just now; to be called where one may wait. Null where nothing is suggested.
    std::function<std::shared_ptr<const intake::Proposer>()> proposer() const;
    const CaseFile::Options &fileOptions() const { return m_options.file; }

    /// Decides what `gesture` returns. `then` is called after `changed`, unless `context` is gone by then; on failure
    /// `failed` is emitted instead, and `otherwise` called after it.
    void decide(Gesture gesture, QObject *context = nullptr, Decided then = {}, std::function<void()> otherwise = {});
    /// The same with a decision that is known already.
    void decide(journal::Decision decision, QObject *context = nullptr, Decided then = {});
    void undo(); ///< `undone` follows, after `changed`
    void redo(); ///< the same with `redone`

    /// Erases a document for good, see model/session/withdraw.h. `then` as for decide(). When only its last traces have
    /// to wait, `failed` says so beside it.
    void withdraw(const Sha256 &document, const QString &reason, QObject *context, std::function<void()> then);

    /// Keeps how the window was left, see model/session/remembered.h; one that cannot be kept is nothing to speak of.
    void remember(const QString &name, const QString &value);
    void rememberOf(const Sha256 &document, const QString &value);
    void rememberBy(std::function<Result<void>(CaseFile &)> act); ///< what is kept in a form of its own

    /// Keeps how the case stands now, so that its reviewer can be told what is new the next time; see
    /// model/session/visit.h. To be called before the session goes.
    void rememberVisit();

    /// These documents' suggestions are renewed before others. `changed` says whenever some were.
    void setDocumentsOnView(const std::vector<Sha256> &documents);

    /// Runs a step of an import on the writer's thread; decisions go first. Safe from any thread.
    void writeForImport(std::function<void(CaseFile &)> step);
    /// Tells everybody of a write that was not a decision. Safe from any thread.
    void announce(const ChangeSet &changes);

Q_SIGNALS:
    void opened();
    void openFailed(const model::Error &error);
    void changed(const model::session::ChangeSet &changes);
    /// Of a decision, an undo or a redo; or Damaged, when the file of a large case turned out to be so after opening:
    /// then the case is read-only.
    void failed(const model::Error &error);
    /// A search index of another version is being made anew, behind the work: documents; `done` is `total` at the end.
    void renewingSearch(qint64 done, qint64 total);
    void undone(const model::session::TakenBack &what);
    void redone(const model::session::TakenBack &what);
    void undoNamesChanged();

private:
    friend class Inquiry;
    /// Works on one of the question threads; what it returns is run on this object's thread.
    using Question = std::function<std::function<void()>(const Result<CaseFile *> &)>;
    struct Threads;

    void startSuggesting();
    void tell(const ChangeSet &changes);
    void keepUp(); ///< once the case is open
    void begin(std::function<Result<std::unique_ptr<CaseFile>>()> open);
    using TakeBack = Result<ChangeSet> (CaseFile::*)();
    using Describe = Result<QString> (CaseFile::*)() const;
    void takeBack(TakeBack act, Describe describe, void (CaseSession::*done)(const TakenBack &));
    void write(std::function<Result<ChangeSet>(CaseFile &)> act, std::function<void()> then,
               std::function<void()> otherwise = {});
    void post(std::function<void()> act); ///< runs it on this object's thread; safe from any thread
    quint64 ask(Question question);
    void cancel(quint64 ticket);

    QString m_path;
    const Options m_options;
    QString m_readOnlyReason;
    QString m_undoName;
    QString m_redoName;
    std::shared_ptr<SharedReaderHost> m_readerHost;
    std::unique_ptr<Threads> m_threads;
};

} // namespace model::session
