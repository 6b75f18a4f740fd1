// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/file_finder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>

namespace model::intake {
namespace {

constexpr size_t deepest = 256; // every folder on the way down holds a descriptor

QString sentenceFor(int error)
{
    switch (error) {
    case EACCES:
    case EPERM:
        return QStringLiteral("It could not be opened: you have no right to read it.");
    case ENOENT:
        return QStringLiteral("There is no such file.");
    case ELOOP:
        return QStringLiteral("It was replaced by a link while the import ran, and links are not followed.");
    default:
        return QStringLiteral("It could not be opened: %1.").arg(qt_error_string(error));
    }
}

bool sameFile(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// The names in a folder, sorted so that the first comes last; hidden ones are left out. Nothing when they cannot be
/// listed; then errno says why.
std::optional<std::vector<std::string>> namesIn(int folder)
{
    std::vector<std::string> names;
    const int copy = fcntl(folder, F_DUPFD_CLOEXEC, 0);
    const std::unique_ptr<DIR, int (*)(DIR *)> listing(copy < 0 ? nullptr : fdopendir(copy), &closedir);
    if (!listing) {
        const int error = errno;
        if (copy >= 0)
            ::close(copy);
        errno = error;
        return std::nullopt;
    }
    for (;;) {
        errno = 0;
        const dirent *entry = readdir(listing.get());
        if (!entry)
            break;
        if (entry->d_name[0] != '.')
            names.emplace_back(entry->d_name);
    }
    if (errno != 0)
        return std::nullopt;
    std::sort(names.begin(), names.end(), std::greater<>());
    return names;
}

QString lastParts(const QString &path, int parts)
{
    return path.section(QLatin1Char('/'), -parts);
}

/// The last part of each path, and where several end alike, as many parts more as tell them apart.
QStringList originsOfChosen(const QStringList &paths)
{
    QHash<QString, QSet<QString>> endingIn;
    for (const QString &path : paths)
        endingIn[lastParts(path, 1)].insert(path);
    QStringList origins;
    for (const QString &path : paths) {
        const QSet<QString> &alike = endingIn[lastParts(path, 1)];
        int parts = 1;
        const auto isTaken = [&](const QString &other) {
            return other != path && lastParts(other, parts) == lastParts(path, parts);
        };
        while (parts <= path.count(QLatin1Char('/')) && std::any_of(alike.begin(), alike.end(), isTaken))
            ++parts;
        origins += lastParts(path, parts);
    }
    return origins;
}

} // namespace

QString fileNameOf(const QString &origin)
{
    return origin.mid(origin.lastIndexOf(QLatin1Char('/')) + 1);
}

FileFinder::FileFinder(const QStringList &paths, const QString &leaveOut)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute += QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QStringList origins = originsOfChosen(absolute);
    for (qsizetype i = absolute.size() - 1; i >= 0; --i)
        m_chosen.push_back({QFile::encodeName(absolute[i]), origins[i]});
    struct stat facts = {};
    if (stat(QFile::encodeName(leaveOut).constData(), &facts) == 0)
        m_leaveOut = facts;
}

void FileFinder::skip(const QString &origin, const QString &sentence)
{
    constexpr size_t enough = 10'000;
    if (m_skipped.size() < enough)
        m_skipped.push_back({origin, sentence, false});
}

std::optional<FileFinder::Entry> FileFinder::nextEntry()
{
    while (!m_way.empty() && m_way.back().names.empty())
        m_way.pop_back();
    Entry entry;
    if (m_way.empty()) {
        if (m_chosen.empty())
            return std::nullopt;
        entry.folder = AT_FDCWD;
        entry.name = m_chosen.back().path;
        entry.origin = m_chosen.back().origin;
        m_chosen.pop_back();
        entry.chosen = true;
    } else {
        Folder &folder = m_way.back();
        entry.folder = folder.descriptor.get();
        entry.name = QByteArray::fromStdString(folder.names.back());
        folder.names.pop_back();
        entry.origin = folder.origin + QLatin1Char('/') + QString::fromUtf8(entry.name);
    }
    const int flags = entry.chosen ? 0 : AT_SYMLINK_NOFOLLOW;
    if (fstatat(entry.folder, entry.name.constData(), &entry.facts, flags) != 0) {
        skip(entry.origin, sentenceFor(errno));
        entry.facts.st_mode = S_IFLNK; // nothing that is opened
    }
    return entry;
}

void FileFinder::enter(const Entry &entry)
{
    if (m_leaveOut && sameFile(entry.facts, *m_leaveOut))
        return;
    if (m_way.size() >= deepest) {
        skip(entry.origin, QStringLiteral("It lies more than %1 folders deep.").arg(deepest));
        return;
    }
    const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (entry.chosen ? 0 : O_NOFOLLOW);
    Descriptor descriptor(openat(entry.folder, entry.name.constData(), flags));
    if (!descriptor.isOpen()) {
        skip(entry.origin, sentenceFor(errno));
        return;
    }
    auto names = namesIn(descriptor.get());
    if (!names) {
        skip(entry.origin, sentenceFor(errno));
        return;
    }
    m_way.push_back({std::move(descriptor), entry.origin, *std::move(names)});
}

std::optional<FoundFile> FileFinder::next()
{
    while (const std::optional<Entry> entry = nextEntry()) {
        if (S_ISDIR(entry->facts.st_mode)) {
            enter(*entry);
            continue;
        }
        if (!S_ISREG(entry->facts.st_mode)) {
            if (entry->chosen && !S_ISLNK(entry->facts.st_mode))
                skip(entry->origin, QStringLiteral("It is neither a file nor a folder."));
            continue;
        }
        // A FIFO put in its place meanwhile would hold us for good, hence O_NONBLOCK; regular files do not mind it.
        const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (entry->chosen ? 0 : O_NOFOLLOW);
        Descriptor descriptor(openat(entry->folder, entry->name.constData(), flags));
        struct stat opened = {};
        if (!descriptor.isOpen() || fstat(descriptor.get(), &opened) != 0)
            skip(entry->origin, sentenceFor(errno));
        else if (S_ISREG(opened.st_mode))
            return FoundFile{std::move(descriptor), entry->origin, opened.st_size};
    }
    return std::nullopt;
}

FileFinder::Count FileFinder::countAll(std::stop_token stop)
{
    Count count;
    while (!stop.stop_requested()) {
        const std::optional<Entry> entry = nextEntry();
        if (!entry)
            break;
        if (S_ISDIR(entry->facts.st_mode)) {
            enter(*entry);
        } else if (S_ISREG(entry->facts.st_mode)) {
            ++count.files;
            count.bytes += entry->facts.st_size;
        }
    }
    return count;
}

} // namespace model::intake
