// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/backup.h"

#include "model/journal/entry_hash.h"
#include "model/journal/journal.h"
#include "model/session/tar.h"
#include "model/session/verify.h"
#include "model/store/case_folder.h"
#include "model/store/online_backup.h"
#include "model/store/originals.h"
#include "model/store/query.h"
#include "model/store/transaction.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>

namespace model::session {
namespace {

const QString databaseName = QStringLiteral("case.sqlite");

QString originalName(const Sha256 &sha)
{
    return QStringLiteral("originals/") + sha.toHex().left(2) + u'/' + sha.toHex();
}

QString convertedName(const Sha256 &sha)
{
    return QStringLiteral("converted/") + sha.toHex().left(2) + u'/' + sha.toHex();
}

/// Where what has the name of an original, or of what was made of one, in a backup is unpacked to, and the hash that
/// the name gives; nothing for any other name.
struct NamedFile {
    Sha256 sha;
    QString path;
};
std::optional<NamedFile> fileOfName(const QString &name, const store::CaseFolder &into)
{
    static const QRegularExpression form(QStringLiteral("\\A(originals|converted)/([0-9a-f]{2})/(\\2[0-9a-f]{62})\\z"));
    const QRegularExpressionMatch match = form.match(name);
    const auto sha = match.hasMatch() ? Sha256::fromHex(match.captured(3)) : std::nullopt;
    if (!sha)
        return std::nullopt;
    return NamedFile{*sha, match.captured(1) == u"originals" ? into.originalPath(*sha) : into.convertedPath(*sha)};
}

struct Packed {
    QString name;
    Sha256 hash;
};

class Packing {
public:
    Packing(const CaseFile &file, const BackupOptions &options)
        : m_file(file)
        , m_options(options)
        , m_report{journal::noHash()}
    {
    }

    Result<BackupReport> run(const QString &path)
    {
        const QString unfinished = path + QStringLiteral(".part");
        const auto cleanUp = qScopeGuard([&] { QFile::remove(unfinished); });
        const auto copy = list(QFileInfo(path).absolutePath());
        if (!copy)
            return copy.error();
        if (const auto written = write(unfinished, **copy); !written)
            return written.error();
        if (const auto compared = compare(unfinished); !compared)
            return compared.error();
        if (const auto synced = store::syncFile(unfinished); !synced)
            return synced.error();
        if (const auto placed = store::replaceFile(unfinished, path); !placed)
            return placed.error();
        return m_report;
    }

private:
    /// What belongs in it, and a copy of the database, from one state of the case, whatever is decided or imported
    /// meanwhile.
    Result<std::unique_ptr<QFile>> list(const QString &folder)
    {
        store::Database &database = m_file.database();
        const store::Snapshot snapshot(database);
        auto documents = store::queryAll(database, "SELECT sha256 FROM document ORDER BY number",
                                         [](const store::Statement &row) { return row.sha256(0); });
        if (!documents)
            return documents.error();
        auto converted = store::queryAll(database, "SELECT sha256 FROM conversion ORDER BY document",
                                         [](const store::Statement &row) { return row.sha256(0); });
        if (!converted)
            return converted.error();
        const auto head = journal::head(database);
        if (!head)
            return head.error();
        auto copy = store::copyToUnnamedFile(database, folder);
        if (!copy)
            return copy.error();
        m_documents = std::move(*documents);
        m_converted = std::move(*converted);
        m_report.head = *head;
        m_total = (**copy).size();
        for (const Sha256 &sha : m_documents)
            m_total += QFileInfo(m_file.originalPath(sha)).size();
        for (const Sha256 &sha : m_converted)
            m_total += QFileInfo(m_folder.convertedPath(sha)).size();
        m_total *= 2; // written, then read again
        return copy;
    }

    Result<void> write(const QString &tar, QFile &copy)
    {
        // What a backup that was killed left there is in the way, and may be anything. Readable by the reporter alone
        // from its first byte.
        QFile::remove(tar);
        QFile file(tar);
        if (!file.open(QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return Error{ErrorKind::Io, QStringLiteral("The backup “%1” could not be made.").arg(tar),
                         file.errorString()};
        file.close();
        auto writer = TarWriter::create(tar);
        if (!writer)
            return writer.error();
        if (const auto added = add(**writer, databaseName, copy); !added)
            return added.error();
        for (const Sha256 &sha : m_documents) {
            const QString name = sha.toHex().left(12);
            const auto original = store::openPlainFile(m_file.originalPath(sha));
            if (!original)
                return original.error();
            if (!*original) {
                m_report.problems.append(QStringLiteral("The original of document %1 is missing.").arg(name));
                continue;
            }
            const auto added = add(**writer, originalName(sha), **original);
            if (!added)
                return added.error();
            if (!(*added == sha))
                m_report.problems.append(QStringLiteral("The original of document %1 was changed.").arg(name));
            ++m_report.documents;
        }
        if (const auto added = addConverted(**writer); !added)
            return added;
        return (*writer)->finish();
    }

    /// Another machine may have another office program, or none. One that is missing or was changed is left out: it can
    /// be made again.
    Result<void> addConverted(TarWriter &writer)
    {
        for (const Sha256 &sha : m_converted) {
            const auto hash = store::hashOfFile(m_folder.convertedPath(sha), {}, m_options.stop);
            if (!hash)
                return hash.error();
            if (!*hash || !(**hash == sha))
                continue;
            const auto file = store::openPlainFile(m_folder.convertedPath(sha));
            if (!file)
                return file.error();
            if (!*file)
                continue;
            if (const auto added = add(writer, convertedName(sha), **file); !added)
                return added.error();
        }
        return {};
    }

    Result<Sha256> add(TarWriter &writer, const QString &name, QFile &file)
    {
        if (m_options.stop.stop_requested())
            return stopped();
        auto hash = writer.add(name, file);
        if (!hash)
            return hash;
        m_packed.push_back({name, *hash});
        advance(file.size());
        return hash;
    }

    Result<void> compare(const QString &tar)
    {
        auto reader = TarReader::open(tar);
        if (!reader)
            return reader.error();
        const auto differs = [] {
            return Error{ErrorKind::Io,
                         QStringLiteral("The backup did not read back as it was written. Check the disk it "
                                        "goes to.")};
        };
        for (const Packed &packed : m_packed) {
            const auto name = (*reader)->next();
            if (!name)
                return name.error();
            const auto hash = (*reader)->read([this](const char *, qint64 count) -> Result<void> {
                advance(count);
                return m_options.stop.stop_requested() ? Result<void>(stopped()) : Result<void>();
            });
            if (!hash)
                return hash.error();
            if (*name != packed.name || !(*hash == packed.hash))
                return differs();
        }
        const auto end = (*reader)->next();
        if (!end)
            return end.error();
        return *end ? Result<void>(differs()) : Result<void>();
    }

    void advance(qint64 bytes)
    {
        m_done += bytes;
        if (m_options.progress)
            m_options.progress(m_done, m_total);
    }

    const CaseFile &m_file;
    const BackupOptions &m_options;
    BackupReport m_report;
    const store::CaseFolder m_folder{m_file.path()};
    std::vector<Sha256> m_documents;
    std::vector<Sha256> m_converted; ///< the PDFs made of some
    std::vector<Packed> m_packed;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

Result<void> unpackFile(TarReader &reader, const QString &path, const std::optional<Sha256> &expected)
{
    if (QFile::exists(path) || !QDir().mkpath(QFileInfo(path).path()))
        return Error{ErrorKind::Damaged, QStringLiteral("The backup is damaged or is not a Carveout backup."),
                     QStringLiteral("an entry twice")};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorKind::Io, QStringLiteral("The folder for the restored case could not be written to."),
                     file.errorString()};
    const auto hash = reader.read([&file](const char *bytes, qint64 count) -> Result<void> {
        if (file.write(bytes, count) == count)
            return {};
        return Error{file.error() == QFileDevice::ResourceError ? ErrorKind::Full : ErrorKind::Io,
                     QStringLiteral("The restored case could not be written. Check the disk it goes to."),
                     file.errorString()};
    });
    if (!hash)
        return hash.error();
    if (expected && !(*hash == *expected))
        return Error{ErrorKind::Damaged,
                     QStringLiteral("The backup is damaged: the original of document %1 was changed.")
                         .arg(expected->toHex().left(12))};
    const QFile::Permissions permissions =
        expected ? QFile::Permissions(QFile::ReadOwner) : QFile::ReadOwner | QFile::WriteOwner;
    if (!file.flush() || !file.setPermissions(permissions))
        return Error{ErrorKind::Io,
                     QStringLiteral("The restored case could not be written. Check the disk it goes to."),
                     file.errorString()};
    file.close();
    return store::syncFile(path);
}

Result<void> unpack(const QString &tar, const store::CaseFolder &into, const BackupOptions &options)
{
    auto reader = TarReader::open(tar);
    if (!reader)
        return reader.error();
    const qint64 total = QFileInfo(tar).size();
    qint64 done = 0;
    for (;;) {
        if (options.stop.stop_requested())
            return stopped();
        const auto name = (*reader)->next();
        if (!name)
            return name.error();
        if (!*name)
            return {};
        const auto file = fileOfName(**name, into);
        if (!file && **name != databaseName)
            return Error{ErrorKind::Damaged, QStringLiteral("The backup is damaged or is not a Carveout backup."),
                         QStringLiteral("an entry of another name")};
        const QString path = file ? file->path : into.databasePath();
        const auto sha = file ? std::optional(file->sha) : std::nullopt;
        if (const auto unpacked = unpackFile(**reader, path, sha); !unpacked)
            return unpacked;
        done += QFileInfo(path).size();
        if (options.progress)
            options.progress(done, total);
    }
}

/// The names in a folder and in all folders inside it.
Result<void> syncTree(const QString &path)
{
    QDirIterator folders(path, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (folders.hasNext()) {
        if (const auto synced = store::syncFolder(folders.next()); !synced)
            return synced;
    }
    return store::syncFolder(path);
}

Result<void> checkRestored(const store::CaseFolder &folder, const BackupOptions &options)
{
    const auto file = CaseFile::open(folder.path(), Access::ReadOnly, {});
    if (!file)
        return file.error();
    VerifyOptions verifying;
    verifying.stop = options.stop;
    const auto report = verify(**file, verifying);
    if (!report)
        return report.error();
    if (!report->isClean())
        return Error{ErrorKind::Damaged, QStringLiteral("The backup is damaged. ") + report->problems.join(u' ')};
    return {};
}

} // namespace

Result<BackupReport> backup(const CaseFile &file, const QString &path, const BackupOptions &options)
{
    return Packing(file, options).run(path);
}

Result<void> restore(const QString &tar, const QString &path, const BackupOptions &options)
{
    const store::CaseFolder target(path);
    // The folder is made to see that it can be, and so that nobody else takes the name; the unpacked one replaces it.
    if (const auto made = target.make(); !made)
        return made;
    target.unmake();
    QTemporaryDir folder(target.path() + QStringLiteral(".restoring-XXXXXX"));
    const store::CaseFolder unfinished(folder.path());
    if (const auto made = unfinished.make(); !made)
        return made;
    if (const auto unpacked = unpack(tar, unfinished, options); !unpacked)
        return unpacked;
    if (const auto checked = checkRestored(unfinished, options); !checked)
        return checked;
    if (const auto synced = syncTree(unfinished.path()); !synced)
        return synced;
    if (const auto placed = store::replaceFile(unfinished.path(), target.path()); !placed)
        return placed;
    folder.setAutoRemove(false);
    return {};
}

} // namespace model::session
