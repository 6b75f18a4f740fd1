// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/originals.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <unordered_set>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace model::store {
namespace {

constexpr qint64 pieceBytes = qint64(1) << 20;

/// What lies in `within`, a folder of the case, and is not known.
QStringList straysIn(const CaseFolder &folder, const QString &within, const std::unordered_set<std::string> &known)
{
    QStringList strays;
    QDirIterator files(within, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (known.count(path.toStdString()) == 0)
            strays.append(path.mid(folder.path().size() + 1));
    }
    strays.sort();
    return strays;
}

} // namespace

Result<std::unique_ptr<QFile>> openPlainFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat facts = {};
    const bool isPlain = descriptor >= 0 && fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
    if (descriptor < 0 ? (errno == ENOENT || errno == ELOOP || errno == ENXIO) : !isPlain) {
        if (descriptor >= 0)
            ::close(descriptor);
        return std::unique_ptr<QFile>();
    }
    auto file = std::make_unique<QFile>();
    if (descriptor < 0 || !file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return Error{ErrorKind::Io, QStringLiteral("An original could not be opened. Check the disk the case is on."),
                     qt_error_string(errno)};
    return file;
}

Result<std::optional<Sha256>> hashOfFile(const QString &path, const std::function<void(qint64)> &onBytes,
                                         const std::stop_token &stop)
{
    const auto opened = openPlainFile(path);
    if (!opened)
        return opened.error();
    if (!*opened)
        return std::optional<Sha256>();
    QFile &file = **opened;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (;;) {
        if (stop.stop_requested())
            return stopped();
        const qint64 count = file.read(piece.data(), pieceBytes);
        if (count < 0)
            return Error{ErrorKind::Io, QStringLiteral("An original could not be read. Check the disk the case is on."),
                         file.errorString()};
        if (count == 0)
            return Sha256::fromBytes(hash.result());
        hash.addData(QByteArrayView(piece.constData(), count));
        if (onBytes)
            onBytes(count);
    }
}

QStringList strayOriginals(const CaseFolder &folder, const std::vector<Sha256> &expected)
{
    std::unordered_set<std::string> known;
    for (const Sha256 &sha : expected)
        known.insert(folder.originalPath(sha).toStdString());
    return straysIn(folder, folder.originalsPath(), known);
}

QStringList strayConversions(const CaseFolder &folder, const std::vector<Sha256> &expected)
{
    std::unordered_set<std::string> known;
    for (const Sha256 &sha : expected)
        known.insert(folder.convertedPath(sha).toStdString());
    QStringList strays = straysIn(folder, folder.convertedPath(), known);
    strays.erase(std::remove_if(strays.begin(), strays.end(),
                                [](const QString &stray) { return stray.startsWith(u"converted/."); }),
                 strays.end());
    return strays;
}

Result<void> removeOriginal(const CaseFolder &folder, const Sha256 &sha)
{
    const QString path = folder.originalPath(sha);
    if (!QFile::exists(path))
        return {};
    if (!QFile::remove(path))
        return Error{ErrorKind::Io, QStringLiteral("The original “%1” could not be deleted.").arg(path)};
    return syncFolder(QFileInfo(path).path());
}

} // namespace model::store
