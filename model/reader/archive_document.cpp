// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/archive_document.h"

#include "model/reader/archive_obstacle.h"
#include "model/reader/document_device.h"
#include "model/reader/entry_path.h"
#include "model/reader/protocol.h"

#include <algorithm>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

namespace model::reader {
namespace {

constexpr qint64 bytesBeforeRatioCounts = qint64(64) << 20;
constexpr qint64 blockBytes = 64 * 1024;

Error notAnArchive()
{
    return {ErrorKind::Unsupported,
            QStringLiteral("This kind of file is not read. PDF files, texts, web pages, mails, and zip, 7z, rar or tar "
                           "archives of them are."),
            {}};
}

Error officeDocument()
{
    return {ErrorKind::Unsupported,
            QStringLiteral(
                "This is a document of an office program or an e-book, which is not read. Save it as PDF and import "
                "that."),
            {}};
}

Error needsPassword()
{
    return {ErrorKind::NeedsPassword,
            QStringLiteral(
                "The archive is encrypted and its password is missing or wrong. Give its password to unpack it."),
            {}};
}

Error tooLarge(const QString &sentence)
{
    return {ErrorKind::TooLarge, sentence, {}};
}

Error packedUnknown()
{
    return {ErrorKind::Unsupported,
            QStringLiteral("The archive is packed in a way that is not read. Unpack it with a program for archives and "
                           "import the files."),
            {}};
}

bool isZip(archive *a)
{
    return (archive_format(a) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
}

/// libarchive's input: the document, from a position that moves on.
struct Input {
    DocumentDevice &device;
    qint64 position = 0;
    QByteArray block;

    static la_ssize_t read(archive *, void *self, const void **bytes)
    {
        auto *const input = static_cast<Input *>(self);
        input->block = input->device.bytesAt(input->position, blockBytes);
        input->position += input->block.size();
        *bytes = input->block.constData();
        return input->block.size();
    }
    static la_int64_t skip(archive *, void *self, la_int64_t length)
    {
        auto *const input = static_cast<Input *>(self);
        const qint64 skipped = std::clamp<qint64>(input->device.size() - input->position, 0, length);
        input->position += skipped;
        return skipped;
    }
    static la_int64_t seek(archive *, void *self, la_int64_t offset, int from)
    {
        auto *const input = static_cast<Input *>(self);
        const qint64 base = from == SEEK_SET ? 0 : from == SEEK_CUR ? input->position : input->device.size();
        input->position = std::clamp<qint64>(base + offset, 0, input->device.size());
        return input->position;
    }
};

struct ArchiveEnd {
    void operator()(archive *one) const { archive_read_free(one); }
};

} // namespace

class ArchiveDocument::Private {
public:
    Private(DocumentDevice &device, const ReaderLimits &given)
        : input{device, 0, {}}
        , limits(given)
    {
    }

    bool start(const QByteArray &password)
    {
        handle.reset(archive_read_new());
        archive *const a = handle.get();
        const auto supports = [a](auto... one) { return ((one(a) == ARCHIVE_OK) && ...); };
        if (!a ||
            !supports(archive_read_support_format_zip, archive_read_support_format_tar,
                      archive_read_support_format_7zip, archive_read_support_format_rar,
                      archive_read_support_format_rar5) ||
            !supports(archive_read_support_filter_gzip, archive_read_support_filter_xz,
                      archive_read_support_filter_bzip2, archive_read_support_filter_zstd))
            return false;
        if (!password.isEmpty())
            archive_read_add_passphrase(a, password.constData());
        archive_read_set_read_callback(a, Input::read);
        archive_read_set_skip_callback(a, Input::skip);
        archive_read_set_seek_callback(a, Input::seek);
        archive_read_set_callback_data(a, &input);
        return archive_read_open1(a) == ARCHIVE_OK;
    }

    Error failure() const
    {
        const QString said = QString::fromUtf8(archive_error_string(handle.get()));
        const auto says = [&said](const char *word) { return said.contains(QLatin1String(word), Qt::CaseInsensitive); };
        if (says("passphrase"))
            return needsPassword();
        if (says("crypt"))
            return sealedForGood();
        if (says("volume"))
            return oneOfSeveralVolumes();
        if (says("memory") || says("dictionary size is not supported") || says("window size"))
            return tooLarge(QStringLiteral("The archive is packed so that it takes more memory to unpack than one "
                                           "document may have. Unpack it with a program for archives and import the "
                                           "files."));
        if (says("not supported") || says("unsupported"))
            return packedUnknown();
        return {ErrorKind::Damaged,
                QStringLiteral(
                    "The archive is damaged, and what lies behind the damage cannot be read. Ask for another copy."),
                said.left(200)};
    }

    /// On to the next regular file. Nothing at the end, for good.
    Result<archive_entry *> nextFile()
    {
        if (first)
            return std::exchange(first, nullptr);
        while (!ended) {
            archive_entry *entry = nullptr;
            const int result = archive_read_next_header(handle.get(), &entry);
            ended = result == ARCHIVE_EOF;
            if (ended)
                break;
            if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
                return failure();
            if (++entries > limits.archiveEntries) {
                return tooLarge(
                    QStringLiteral("The archive says it has more than %1 files, so it was not read any further.")
                        .arg(limits.archiveEntries));
            }
            if (archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry))
                return entry;
        }
        return nullptr;
    }

    Result<void> count(qint64 length)
    {
        unpacked += length;
        const bool bomb =
            unpacked > bytesBeforeRatioCounts &&
            static_cast<double>(unpacked) > limits.unpackedRatio * static_cast<double>(input.device.size());
        if (unpacked <= limits.unpackedBytes && !bomb)
            return {};
        return tooLarge(
            QStringLiteral("The archive unpacks to far more than a bundle of documents does, as one made to fill "
                           "the disk would, so it was not unpacked any further."));
    }

    Input input;
    const ReaderLimits limits;
    std::unique_ptr<archive, ArchiveEnd> handle;
    archive_entry *first = nullptr; ///< found on opening, not handed out yet
    bool ended = false;
    bool inEntry = false;
    bool isSealed = false; ///< the entry
    qint64 entries = 0;
    qint64 unpacked = 0;
};

ArchiveDocument::ArchiveDocument(std::unique_ptr<Private> given)
    : d(std::move(given))
{
}

ArchiveDocument::~ArchiveDocument() = default;

Result<std::unique_ptr<ArchiveDocument>> ArchiveDocument::open(DocumentDevice &device, const QByteArray &password,
                                                               const ReaderLimits &limits)
{
    if (const auto obstacle = obstacleIn(device))
        return *obstacle;
    auto opened = std::make_unique<Private>(device, limits);
    if (!opened->start(password))
        return saysToBeAnArchive(device) ? opened->failure() : notAnArchive();
    const auto first = opened->nextFile();
    archive *const a = opened->handle.get();
    if (!first)
        return archive_format(a) == 0 && !saysToBeAnArchive(device) ? notAnArchive() : first.error();
    opened->first = *first;
    if (!opened->first) {
        // An empty zip says that it is one, as others do. A file of zeros would pass for an empty tar.
        const bool mayBeEmpty = (archive_format(a) & ARCHIVE_FORMAT_BASE_MASK) != ARCHIVE_FORMAT_TAR;
        if (!mayBeEmpty && opened->entries == 0)
            return notAnArchive();
        return std::unique_ptr<ArchiveDocument>(new ArchiveDocument(std::move(opened)));
    }
    const QByteArray name = archive_entry_pathname(opened->first);
    if (name == "[Content_Types].xml" || name == "mimetype")
        return officeDocument();
    if (archive_entry_is_encrypted(opened->first) && !isZip(a))
        return sealedForGood();
    if (archive_entry_is_encrypted(opened->first) && password.isEmpty())
        return needsPassword();
    return std::unique_ptr<ArchiveDocument>(new ArchiveDocument(std::move(opened)));
}

Result<std::optional<ArchiveEntry>> ArchiveDocument::next()
{
    d->inEntry = false;
    const auto found = d->nextFile();
    if (!found)
        return found.error();
    archive_entry *const file = *found;
    if (!file)
        return std::optional<ArchiveEntry>();
    const auto path = displayPath(archive_entry_pathname(file));
    if (!path) {
        return Error{
            ErrorKind::Unsafe,
            QStringLiteral("A file in the archive has a name that leads out of the folder it is unpacked to, as in an "
                           "attack. It was left out."),
            {}};
    }
    d->inEntry = true;
    d->isSealed = archive_entry_is_encrypted(file);
    ArchiveEntry entry;
    entry.path = *path;
    entry.size = archive_entry_size_is_set(file) ? std::max<qint64>(archive_entry_size(file), -1) : -1;
    return std::optional(entry);
}

Result<QByteArray> ArchiveDocument::bytes()
{
    QByteArray bytes;
    if (!d->inEntry)
        return bytes;
    bytes.resize(maximumEntryBytes);
    const la_ssize_t got = archive_read_data(d->handle.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (got < 0) {
        const bool wasSealed = std::exchange(d->inEntry, false) && d->isSealed;
        // The old encryption of zips takes one wrong password of 256 for the right one, and the bytes make no sense.
        return wasSealed && isZip(d->handle.get()) ? needsPassword() : d->failure();
    }
    bytes.truncate(got);
    if (auto counted = d->count(got); !counted)
        return counted.error();
    return bytes;
}

} // namespace model::reader
