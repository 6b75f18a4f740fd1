// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_session.h"

#include "model/session/question_pool.h"
#include "model/session/remembered.h"
#include "model/session/shared_reader_host.h"
#include "model/session/suggestion_thread.h"
#include "model/session/upkeep.h"
#include "model/session/visit.h"
#include "model/session/withdraw.h"
#include "model/session/writer_thread.h"

#include <QDir>
#include <QFileInfo>

namespace model::session {

struct CaseSession::Threads {
    std::unique_ptr<WriterThread> writer;
    std::unique_ptr<QuestionPool> questions;       ///< there once the writer has opened the case
    std::unique_ptr<Upkeep> upkeep;                ///< the same
    std::unique_ptr<SuggestionThread> suggestions; ///< the same, where it can be written
};

CaseSession::CaseSession(const QString &path, Options options, QObject *parent)
    : QObject(parent)
    , m_path(QFileInfo(path).absoluteFilePath())
    , m_options(std::move(options))
{
    begin([casePath = m_path, fileOptions = m_options.file] {
        return CaseFile::open(casePath, Access::ReadWrite, fileOptions);
    });
}

CaseSession::CaseSession(const QString &path, const QStringList &holders, Options options, QObject *parent)
    : QObject(parent)
    , m_path(QFileInfo(path).absoluteFilePath())
    , m_options(std::move(options))
{
    begin([casePath = m_path, holders, fileOptions = m_options.file] {
        return CaseFile::create(casePath, holders, fileOptions);
    });
}

CaseSession::~CaseSession() = default;

QString CaseSession::name() const
{
    const QString folder = QFileInfo(m_path).fileName();
    const QString suffix = QStringLiteral(".carveout");
    return folder.endsWith(suffix) ? folder.chopped(suffix.size()) : folder;
}

void CaseSession::begin(std::function<Result<std::unique_ptr<CaseFile>>()> open)
{
    m_readerHost = std::make_shared<SharedReaderHost>(m_options.readerProgram);
    m_threads = std::make_unique<Threads>();
    m_threads->writer = std::make_unique<WriterThread>(std::move(open), [this](const Result<CaseFile *> &file) {
        if (!file) {
            post([this, error = file.error()] { Q_EMIT openFailed(error); });
            return;
        }
        const auto undo = (*file)->undoDescription();
        const auto redo = (*file)->redoDescription();
        post([this, undo = undo ? *undo : QString(), redo = redo ? *redo : QString(), path = (*file)->path(),
              reason = (*file)->readOnlyReason()] {
            m_path = path;
            m_readOnlyReason = reason;
            m_undoName = undo;
            m_redoName = redo;
            m_threads->questions = std::make_unique<QuestionPool>(m_path, m_options.file, m_options.questionThreads);
            startSuggesting();
            Q_EMIT opened();
            keepUp();
        });
    });
}

void CaseSession::startSuggesting()
{
    if (isReadOnly() || !m_options.proposer)
        return;
    m_threads->suggestions = std::make_unique<SuggestionThread>(
        m_path, m_options.file, m_options.proposer,
        [this](SuggestionThread::Made made, std::function<void(bool)> done) {
            writeForImport([this, made = std::move(made), done = std::move(done)](CaseFile &file) {
                const auto stored = storeSuggestions(file, made.document, made.suggestions, *made.suggesting);
                done(stored.has_value());
                // Why it could not be written, a decision tells as well.
                if (stored)
                    announce(*stored);
            });
        });
}

std::function<std::shared_ptr<const intake::Proposer>()> CaseSession::proposer() const
{
    if (!m_threads->suggestions)
        return m_options.proposer;
    return [latest = m_threads->suggestions->latest(), shipped = m_options.proposer] {
        auto proposer = latest();
        return proposer ? proposer : shipped();
    };
}

void CaseSession::setDocumentsOnView(const std::vector<Sha256> &documents)
{
    if (m_threads->suggestions)
        m_threads->suggestions->setOnView(documents);
}

/// What was decided or read may make suggestions out of date; what was suggested does not.
void CaseSession::tell(const ChangeSet &changes)
{
    if (m_threads->suggestions && (changes.journal || changes.documentList))
        m_threads->suggestions->lookAgain();
    Q_EMIT changed(changes);
}

void CaseSession::keepUp()
{
    Upkeep::Options options;
    options.casePath = m_path;
    options.file = m_options.file;
    options.mayWrite = !isReadOnly();
    options.write = [this](std::function<void(CaseFile &)> step) { writeForImport(std::move(step)); };
    options.damaged = [this](const Error &error) {
        // As urgent as a decision: none that is made from now on may be written into the damaged file.
        m_threads->writer->submit(WriterThread::Urgency::Decision,
                                  [error](CaseFile &file) { file.stopWriting(error.sentence); });
        post([this, error] {
            m_readOnlyReason = error.sentence;
            Q_EMIT failed(error);
        });
    };
    options.renewingSearch = [this](qint64 done, qint64 total) {
        post([this, done, total] { Q_EMIT renewingSearch(done, total); });
    };
    options.copiesFound = [this] {
        ChangeSet changes;
        changes.documentList = changes.findings = true;
        announce(changes);
    };
    m_threads->upkeep = std::make_unique<Upkeep>(std::move(options));
}

void CaseSession::post(std::function<void()> act)
{
    QMetaObject::invokeMethod(this, std::move(act), Qt::QueuedConnection);
}

void CaseSession::write(std::function<Result<ChangeSet>(CaseFile &)> act, std::function<void()> then,
                        std::function<void()> otherwise)
{
    m_threads->writer->submit(WriterThread::Urgency::Decision, [this, act = std::move(act), then = std::move(then),
                                                                otherwise = std::move(otherwise)](CaseFile &file) {
        const Result<ChangeSet> changes = act(file);
        if (!changes) {
            post([this, error = changes.error(), otherwise] {
                Q_EMIT failed(error);
                if (otherwise)
                    otherwise();
            });
            return;
        }
        const Result<QString> undo = file.undoDescription();
        const Result<QString> redo = file.redoDescription();
        post([this, changes = *changes, then, undo = undo ? *undo : QString(), redo = redo ? *redo : QString()] {
            m_undoName = undo;
            m_redoName = redo;
            Q_EMIT undoNamesChanged();
            tell(changes);
            if (then)
                then();
        });
    });
}

void CaseSession::decide(Gesture gesture, QObject *context, Decided then, std::function<void()> otherwise)
{
    const QPointer<QObject> guard(context ? context : this);
    // Filled on the writer's thread before the queued call that reads it on this one.
    const auto decision = std::make_shared<journal::Decision>();
    write(
        [gesture = std::move(gesture), decision](CaseFile &file) -> Result<ChangeSet> {
            Result<journal::Decision> decided = gesture(file);
            if (!decided)
                return decided.error();
            *decision = *std::move(decided);
            return decision->changes.empty() ? Result<ChangeSet>(ChangeSet()) : file.decide(*decision);
        },
        [decision, then = std::move(then), guard] {
            if (then && guard)
                then(*decision);
        },
        [otherwise = std::move(otherwise), guard] {
            if (otherwise && guard)
                otherwise();
        });
}

void CaseSession::decide(journal::Decision decision, QObject *context, Decided then)
{
    decide([decision = std::move(decision)](const CaseFile &) -> Result<journal::Decision> { return decision; },
           context, std::move(then));
}

void CaseSession::takeBack(TakeBack act, Describe describe, void (CaseSession::*done)(const TakenBack &))
{
    // Filled on the writer's thread before the queued call that reads it on this one.
    const auto what = std::make_shared<TakenBack>();
    write(
        [act, describe, what](CaseFile &file) -> Result<ChangeSet> {
            const Result<QString> description = (file.*describe)();
            Result<ChangeSet> changes = (file.*act)();
            if (!changes)
                return changes;
            what->description = description ? *description : QString();
            what->place = changes->place;
            if (what->place) {
                const auto document = file.document(what->place->document);
                what->file = document ? document->file : QString();
            }
            return changes;
        },
        [this, what, done] {
            Q_EMIT(this->*done)
            (*what);
        });
}

void CaseSession::undo()
{
    takeBack(&CaseFile::undo, &CaseFile::undoDescription, &CaseSession::undone);
}

void CaseSession::redo()
{
    takeBack(&CaseFile::redo, &CaseFile::redoDescription, &CaseSession::redone);
}

void CaseSession::withdraw(const Sha256 &document, const QString &reason, QObject *context, std::function<void()> then)
{
    // Filled on the writer's thread before the queued call that reads it on this one.
    const auto traces = std::make_shared<QString>();
    write(
        [document, reason, traces](CaseFile &file) -> Result<ChangeSet> {
            auto withdrawn = session::withdraw(file, document, reason);
            if (!withdrawn)
                return withdrawn.error();
            *traces = withdrawn->traces;
            return std::move(withdrawn->changes);
        },
        [this, traces, then = std::move(then), guard = QPointer<QObject>(context)] {
            if (then && guard)
                then();
            if (!traces->isEmpty())
                Q_EMIT failed({ErrorKind::Busy, *traces});
        });
}

void CaseSession::remember(const QString &name, const QString &value)
{
    rememberBy([name, value](CaseFile &file) { return session::remember(file, name, value); });
}

void CaseSession::rememberOf(const Sha256 &document, const QString &value)
{
    rememberBy([document, value](CaseFile &file) { return session::rememberOf(file, document, value); });
}

void CaseSession::rememberBy(std::function<Result<void>(CaseFile &)> act)
{
    m_threads->writer->submit(WriterThread::Urgency::Decision,
                              [act = std::move(act)](CaseFile &file) { static_cast<void>(act(file)); });
}

void CaseSession::rememberVisit()
{
    m_threads->writer->submit(WriterThread::Urgency::Decision,
                              [](CaseFile &file) { static_cast<void>(session::rememberVisit(file)); });
}

void CaseSession::writeForImport(std::function<void(CaseFile &)> step)
{
    m_threads->writer->submit(WriterThread::Urgency::Import, std::move(step));
}

void CaseSession::announce(const ChangeSet &changes)
{
    post([this, changes] { tell(changes); });
}

quint64 CaseSession::ask(Question question)
{
    Q_ASSERT(m_threads->questions); // nothing can be asked before opened()
    return m_threads->questions->submit(
        [this, question = std::move(question)](const Result<CaseFile *> &file) { post(question(file)); });
}

void CaseSession::cancel(quint64 ticket)
{
    if (m_threads->questions)
        m_threads->questions->cancel(ticket);
}

} // namespace model::session
