// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/originals.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace model::intake {
namespace {

constexpr char incomingPrefix[] = ".incoming-";

Error errorFor(int error, const QString &detail)
{
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        return {ErrorKind::Full,
                QStringLiteral("The disk is full. Make room and import again: it goes on where it stopped."), detail};
    return {ErrorKind::Io,
            QStringLiteral(
                "The case's folder could not be written to: %1. Check the disk and import again: it goes on where "
                "it stopped.")
                .arg(qt_error_string(error)),
            detail};
}

QByteArray folderOf(const QByteArray &originals, const Sha256 &sha)
{
    return originals + '/' + sha.toHex().left(2).toLatin1();
}

QByteArray pathOf(const QByteArray &originals, const Sha256 &sha)
{
    return folderOf(originals, sha) + '/' + sha.toHex().toLatin1();
}

int syncFolder(const QByteArray &path)
{
    const Descriptor folder(open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return folder.isOpen() ? fsync(folder.get()) : -1;
}

} // namespace

IncomingOriginal::IncomingOriginal(QByteArray folder, QByteArray path, Descriptor descriptor)
    : m_folder(std::move(folder))
    , m_path(std::move(path))
    , m_descriptor(std::move(descriptor))
{
}

IncomingOriginal::~IncomingOriginal()
{
    if (!m_path.isEmpty())
        unlink(m_path.constData());
}

Result<void> IncomingOriginal::append(QByteArrayView bytes)
{
    m_hash.addData(bytes);
    m_size += bytes.size();
    while (!bytes.isEmpty()) {
        const ssize_t written = write(m_descriptor.get(), bytes.data(), static_cast<size_t>(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errorFor(errno, QStringLiteral("write"));
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<KeptOriginal> IncomingOriginal::keep()
{
    const Sha256 sha = sha256();
    const QByteArray path = pathOf(m_folder, sha);
    struct stat there = {};
    // One of another size is damaged, and these bytes mend it.
    if (lstat(path.constData(), &there) == 0 && S_ISREG(there.st_mode) && there.st_size == m_size) {
        // Whoever put it there may have been killed before its name reached the disk.
        if (syncFolder(folderOf(m_folder, sha)) != 0 || syncFolder(m_folder) != 0)
            return errorFor(errno, QStringLiteral("fsync of a folder"));
        return KeptOriginal{sha, m_size, false};
    }
    if (fchmod(m_descriptor.get(), 0400) != 0 || fsync(m_descriptor.get()) != 0)
        return errorFor(errno, QStringLiteral("fsync"));
    const QByteArray folder = folderOf(m_folder, sha);
    if (mkdir(folder.constData(), 0700) != 0 && errno != EEXIST)
        return errorFor(errno, QStringLiteral("mkdir"));
    if (syncFolder(m_folder) != 0)
        return errorFor(errno, QStringLiteral("fsync of originals"));
    if (rename(m_path.constData(), path.constData()) != 0)
        return errorFor(errno, QStringLiteral("rename"));
    m_path.clear();
    if (syncFolder(folder) != 0)
        return errorFor(errno, QStringLiteral("fsync of a folder"));
    return KeptOriginal{sha, m_size, true};
}

Originals::Originals(const QString &folder)
    : m_folder(QFile::encodeName(folder))
{
}

Result<std::unique_ptr<IncomingOriginal>> Originals::begin() const
{
    const QByteArray path = m_folder + '/' + incomingPrefix + QUuid::createUuid().toByteArray(QUuid::Id128);
    Descriptor descriptor(::open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!descriptor.isOpen())
        return errorFor(errno, QStringLiteral("create"));
    return std::unique_ptr<IncomingOriginal>(new IncomingOriginal(m_folder, path, std::move(descriptor)));
}

Result<Descriptor> Originals::open(const Sha256 &sha) const
{
    Descriptor descriptor(::open(pathOf(m_folder, sha).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat facts = {};
    if (!descriptor.isOpen() || fstat(descriptor.get(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("The original of this document is missing from the case's folder."),
                     qt_error_string(errno)};
    return descriptor;
}

void Originals::remove(const Sha256 &sha) const
{
    unlink(pathOf(m_folder, sha).constData());
}

void Originals::removeLeftovers() const
{
    const QDir folder(QFile::decodeName(m_folder));
    const QStringList names = {QLatin1String(incomingPrefix) + QLatin1Char('*')};
    for (const QString &name : folder.entryList(names, QDir::Files | QDir::Hidden | QDir::System))
        QFile::remove(folder.filePath(name));
}

} // namespace model::intake
