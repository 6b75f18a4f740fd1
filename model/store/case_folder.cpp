// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/case_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace model::store {
namespace {

Error fileError(const QString &sentence)
{
    const int code = errno;
    return {code == ENOSPC || code == EDQUOT ? ErrorKind::Full : ErrorKind::Io, sentence,
            QString::fromLocal8Bit(std::strerror(code))};
}

Result<void> sync(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return fileError(QStringLiteral("A file of the case could not be opened. Check the disk it is on."));
    const int synced = ::fsync(descriptor);
    const Error failure = fileError(QStringLiteral("The disk did not take what was written. Check it."));
    ::close(descriptor);
    if (synced != 0)
        return failure;
    return {};
}

QString placeIn(const QString &folder, const Sha256 &sha)
{
    const QString hex = sha.toHex();
    return folder + u'/' + hex.left(2) + u'/' + hex;
}

} // namespace

CaseFolder::CaseFolder(const QString &path)
    : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))
{
}

QString CaseFolder::databasePath() const
{
    return m_path + QStringLiteral("/case.sqlite");
}

QString CaseFolder::originalsPath() const
{
    return m_path + QStringLiteral("/originals");
}

QString CaseFolder::convertedPath() const
{
    return m_path + QStringLiteral("/converted");
}

QString CaseFolder::backupsPath() const
{
    return m_path + QStringLiteral("/backups");
}

QString CaseFolder::lockPath() const
{
    return m_path + QStringLiteral("/lock");
}

QString CaseFolder::setAsidePath(int number) const
{
    return databasePath() + QStringLiteral(".damaged-%1").arg(number);
}

QString CaseFolder::rebuiltPath() const
{
    return databasePath() + QStringLiteral(".part");
}

QStringList CaseFolder::setAside() const
{
    const QDir folder(m_path);
    const QString name = QFileInfo(databasePath()).fileName();
    QStringList paths;
    for (const QString &found : folder.entryList({name + QStringLiteral(".damaged-*"), name + QStringLiteral(".part*")},
                                                 QDir::Files | QDir::System))
        paths += folder.filePath(found);
    return paths;
}

QString CaseFolder::originalPath(const Sha256 &sha) const
{
    return placeIn(originalsPath(), sha);
}

QString CaseFolder::convertedPath(const Sha256 &sha) const
{
    return placeIn(convertedPath(), sha);
}

bool CaseFolder::isWritable() const
{
    // access(2) knows read-only media; Qt's own check only looks at permission bits.
    return ::access(QFile::encodeName(m_path).constData(), W_OK | X_OK) == 0 &&
           ::access(QFile::encodeName(databasePath()).constData(), W_OK) == 0;
}

Result<void> CaseFolder::make() const
{
    const QFileInfo there(m_path);
    if (there.exists() &&
        (!there.isDir() || !QDir(m_path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)))
        return Error{ErrorKind::Invalid,
                     QStringLiteral("“%1” exists already. Choose another name for the new case.").arg(m_path)};
    const QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const bool made = QDir().mkpath(m_path) && QFile::setPermissions(m_path, ownerOnly) &&
                      QDir().mkpath(originalsPath()) && QDir().mkpath(backupsPath());
    if (!made)
        return fileError(QStringLiteral("The folder “%1” could not be made.").arg(m_path));
    if (const auto synced = syncFolder(m_path); !synced)
        return synced;
    return syncFolder(QFileInfo(m_path).absolutePath());
}

void CaseFolder::unmake() const
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(databasePath() + QLatin1String(suffix));
    QFile::remove(lockPath());
    QDir().rmdir(originalsPath());
    QDir().rmdir(backupsPath());
    QDir().rmdir(m_path);
}

Result<void> syncFolder(const QString &path)
{
    return sync(path, O_RDONLY | O_DIRECTORY);
}

Result<void> syncFile(const QString &path)
{
    return sync(path, O_RDONLY);
}

Result<void> replaceFile(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fileError(QStringLiteral("A file could not be put in its place. Check the disk it is on."));
    return syncFolder(QFileInfo(to).absolutePath());
}

} // namespace model::store
