// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/archive_builder.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace {

la_ssize_t append(archive *, void *bytes, const void *buffer, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(buffer), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

void setFormat(archive *writer, ArchiveFormat format)
{
    if (format == ArchiveFormat::Zip)
        archive_write_set_format_zip(writer);
    else if (format == ArchiveFormat::SevenZip)
        archive_write_set_format_7zip(writer);
    else
        archive_write_set_format_pax_restricted(writer);
    if (format == ArchiveFormat::TarGz)
        archive_write_add_filter_gzip(writer);
    else if (format == ArchiveFormat::TarXz)
        archive_write_add_filter_xz(writer);
    else if (format == ArchiveFormat::TarBz2)
        archive_write_add_filter_bzip2(writer);
    else if (format == ArchiveFormat::TarZst)
        archive_write_add_filter_zstd(writer);
}

using Writer = std::unique_ptr<archive, int (*)(archive *)>;

QByteArray written(const Writer &writer, const ArchiveFiles &files)
{
    QByteArray bytes;
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    if (archive_write_open(writer.get(), &bytes, nullptr, append, nullptr) != ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(writer.get()));
    for (const auto &[name, content] : files) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), &archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.constData());
        archive_entry_set_size(entry.get(), content.size());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        if (archive_write_header(writer.get(), entry.get()) != ARCHIVE_OK ||
            archive_write_data(writer.get(), content.constData(), static_cast<size_t>(content.size())) < 0)
            throw std::runtime_error(archive_error_string(writer.get()));
    }
    if (archive_write_close(writer.get()) != ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(writer.get()));
    return bytes;
}

} // namespace

QByteArray archiveBytes(ArchiveFormat format, const ArchiveFiles &files)
{
    const Writer writer(archive_write_new(), &archive_write_free);
    setFormat(writer.get(), format);
    return written(writer, files);
}

QByteArray encryptedZip(const ArchiveFiles &files, const QByteArray &password)
{
    const Writer writer(archive_write_new(), &archive_write_free);
    setFormat(writer.get(), ArchiveFormat::Zip);
    archive_write_set_options(writer.get(), "zip:encryption=aes256");
    archive_write_set_passphrase(writer.get(), password.constData());
    return written(writer, files);
}
