// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/tar.h"

#include <QCryptographicHash>
#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>

namespace model::session {
namespace {

constexpr qint64 pieceBytes = qint64(1) << 20;

Error writeError(archive *handle)
{
    const int code = archive_errno(handle);
    return {code == ENOSPC || code == EDQUOT ? ErrorKind::Full : ErrorKind::Io,
            code == ENOSPC || code == EDQUOT
                ? QStringLiteral("There is no room for the backup. Make room or choose another disk.")
                : QStringLiteral("The backup could not be written. Check the disk it goes to."),
            QString::fromUtf8(archive_error_string(handle))};
}

Error readError(archive *handle)
{
    return {ErrorKind::Damaged, QStringLiteral("The backup is damaged or is not a Carveout backup."),
            QString::fromUtf8(archive_error_string(handle))};
}

struct EntryDeleter {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

} // namespace

Result<std::unique_ptr<TarWriter>> TarWriter::create(const QString &path)
{
    std::unique_ptr<TarWriter> writer(new TarWriter(archive_write_new()));
    archive_write_set_format_pax_restricted(writer->m_archive);
    archive_write_add_filter_none(writer->m_archive);
    if (archive_write_open_filename(writer->m_archive, QFile::encodeName(path).constData()) != ARCHIVE_OK)
        return writeError(writer->m_archive);
    return writer;
}

TarWriter::~TarWriter()
{
    archive_write_free(m_archive);
}

Result<Sha256> TarWriter::add(const QString &name, QFile &file)
{
    const std::unique_ptr<archive_entry, EntryDeleter> entry(archive_entry_new());
    archive_entry_set_pathname(entry.get(), name.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_size(entry.get(), file.size());
    if (archive_write_header(m_archive, entry.get()) != ARCHIVE_OK)
        return writeError(m_archive);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    qint64 left = file.size();
    while (left > 0) {
        const qint64 count = file.read(piece.data(), qMin(left, pieceBytes));
        if (count <= 0)
            return Error{ErrorKind::Io, QStringLiteral("A file of the case could not be read: “%1”.").arg(name),
                         file.errorString()};
        if (archive_write_data(m_archive, piece.constData(), static_cast<size_t>(count)) != count)
            return writeError(m_archive);
        hash.addData(QByteArrayView(piece.constData(), count));
        left -= count;
    }
    return *Sha256::fromBytes(hash.result());
}

Result<void> TarWriter::finish()
{
    if (archive_write_close(m_archive) != ARCHIVE_OK)
        return writeError(m_archive);
    return {};
}

Result<std::unique_ptr<TarReader>> TarReader::open(const QString &path)
{
    if (!QFile::exists(path))
        return Error{ErrorKind::NotFound, QStringLiteral("There is no file “%1”.").arg(path)};
    std::unique_ptr<TarReader> reader(new TarReader(archive_read_new()));
    archive_read_support_format_tar(reader->m_archive);
    archive_read_support_filter_none(reader->m_archive);
    if (archive_read_open_filename(reader->m_archive, QFile::encodeName(path).constData(), 1 << 16) != ARCHIVE_OK)
        return readError(reader->m_archive);
    return reader;
}

TarReader::~TarReader()
{
    archive_read_free(m_archive);
}

Result<std::optional<QString>> TarReader::next()
{
    archive_entry *entry = nullptr;
    const int code = archive_read_next_header(m_archive, &entry);
    if (code == ARCHIVE_EOF)
        return std::optional<QString>();
    if (code != ARCHIVE_OK)
        return readError(m_archive);
    const char *name = archive_entry_pathname(entry);
    if (!name || archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) ||
        archive_entry_symlink(entry))
        return Error{ErrorKind::Damaged, QStringLiteral("The backup is damaged or is not a Carveout backup."),
                     QStringLiteral("an entry that is not a plain file")};
    return std::optional<QString>(QString::fromUtf8(name));
}

Result<Sha256> TarReader::read(const std::function<Result<void>(const char *, qint64)> &take)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (;;) {
        const la_ssize_t count = archive_read_data(m_archive, piece.data(), static_cast<size_t>(pieceBytes));
        if (count < 0)
            return readError(m_archive);
        if (count == 0)
            return *Sha256::fromBytes(hash.result());
        hash.addData(QByteArrayView(piece.constData(), count));
        if (const auto taken = take(piece.constData(), count); !taken)
            return taken.error();
    }
}

} // namespace model::session
