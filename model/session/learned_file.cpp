// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/learned_file.h"

#include "model/session/learning.h"

#include <QFile>
#include <QPointer>
#include <QSaveFile>

namespace model::session {
namespace {

constexpr qint64 mostBytes = qint64(64) << 20;

Error fileError(const QString &sentence, const QString &path, const QFileDevice &file)
{
    return {ErrorKind::Io, sentence.arg(path, file.errorString())};
}

void change(CaseSession &session, std::function<Result<void>(CaseFile &)> act, QObject *context, LearnedThen then)
{
    session.writeForImport(
        [&session, act = std::move(act), then = std::move(then), guard = QPointer<QObject>(context)](CaseFile &file) {
            const Result<void> done = act(file);
            if (done) {
                // To what suggests it is as if something had been decided.
                ChangeSet changes;
                changes.journal = true;
                session.announce(changes);
            }
            // The session outlives the thread of its writer.
            QMetaObject::invokeMethod(
                &session,
                [done, then, guard] {
                    if (then && guard)
                        then(done);
                },
                Qt::QueuedConnection);
        });
}

} // namespace

Result<void> writeLearned(const CaseFile &file, const QString &path)
{
    const auto bytes = exportLearned(file);
    if (!bytes)
        return bytes.error();
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(*bytes) != bytes->size() || !out.commit())
        return fileError(QStringLiteral("“%1” could not be written: %2."), path, out);
    return {};
}

Result<void> readLearned(CaseFile &file, const QString &path)
{
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly))
        return fileError(QStringLiteral("“%1” could not be read: %2."), path, in);
    return importLearned(file, in.read(mostBytes));
}

void takeOverLearned(CaseSession &session, const QString &path, QObject *context, LearnedThen then)
{
    change(
        session, [path](CaseFile &file) { return readLearned(file, path); }, context, std::move(then));
}

void forgetLearned(CaseSession &session, QObject *context, LearnedThen then)
{
    change(
        session, [](CaseFile &file) { return resetLearned(file); }, context, std::move(then));
}

} // namespace model::session
