// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/pdf_attachments.h"

#include "model/reader/attachment_names.h"
#include "model/reader/protocol.h"

#include <QStringDecoder>

#include <algorithm>

#include <Catalog.h>
#include <Dict.h>
#include <FileSpec.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <goo/GooString.h>

namespace model::reader {
namespace {

constexpr qint64 bytesBeforeRatioCounts = qint64(64) << 20;
constexpr int mostAnnotations = 10'000; // of a page

bool holdsBytes(FileSpec &file)
{
    EmbFile *const bytes = file.isOk() ? file.getEmbeddedFile() : nullptr;
    return bytes && bytes->isOk();
}

/// Strings of a PDF say whether they are UTF-16 or UTF-8, else they are nearly Latin-1.
QString nameOf(const FileSpec &file)
{
    const GooString *const name = file.getFileName();
    if (!name)
        return {};
    const QByteArray bytes(name->c_str(), name->getLength());
    const auto encoding = QStringConverter::encodingForData(bytes);
    return encoding ? QStringDecoder(*encoding).decode(bytes) : QString::fromLatin1(bytes);
}

Error tooLarge(const QString &sentence)
{
    return {ErrorKind::TooLarge, sentence, {}};
}

} // namespace

PdfAttachments::PdfAttachments(PDFDoc &document, const ReaderLimits &limits, qint64 size)
    : m_document(document)
    , m_limits(limits)
    , m_size(size)
{
}

PdfAttachments::~PdfAttachments() = default;

std::unique_ptr<FileSpec> PdfAttachments::nextListed()
{
    Catalog *const catalog = m_document.getCatalog();
    while (m_listed < catalog->numEmbeddedFiles()) {
        auto file = catalog->embeddedFile(m_listed++);
        if (file && holdsBytes(*file))
            return file;
    }
    return nullptr;
}

std::unique_ptr<FileSpec> PdfAttachments::nextPinned()
{
    for (; m_page <= m_document.getNumPages(); ++m_page, m_annotation = 0) {
        ::Page *const page = m_document.getPage(m_page);
        const Object annotations = page && page->isOk() ? page->getAnnotsObject() : Object(objNull);
        const int count = annotations.isArray() ? std::min(annotations.arrayGetLength(), mostAnnotations) : 0;
        while (m_annotation < count) {
            const Object annotation = annotations.arrayGet(m_annotation++);
            if (!annotation.isDict() || !annotation.dictLookup("Subtype").isName("FileAttachment"))
                continue;
            const Object pinned = annotation.dictLookup("FS");
            auto file = std::make_unique<FileSpec>(&pinned);
            if (holdsBytes(*file))
                return file;
        }
    }
    return nullptr;
}

Result<std::optional<ArchiveEntry>> PdfAttachments::next()
{
    m_current = nextListed();
    if (!m_current)
        m_current = nextPinned();
    if (!m_current)
        return std::optional<ArchiveEntry>();
    if (++m_entries > m_limits.archiveEntries) {
        m_current.reset();
        return tooLarge(QStringLiteral("The PDF says it has more than %1 files inside, so no more were taken out.")
                            .arg(m_limits.archiveEntries));
    }
    m_current->getEmbeddedFile()->stream()->reset();
    const QString otherwise = QStringLiteral("file-%1.bin").arg(m_entries);
    return std::optional(ArchiveEntry{uniqueName(attachmentName(nameOf(*m_current), otherwise), m_names), -1});
}

Result<QByteArray> PdfAttachments::bytes()
{
    if (!m_current)
        return QByteArray();
    QByteArray bytes(maximumEntryBytes, Qt::Uninitialized);
    Stream *const stream = m_current->getEmbeddedFile()->stream();
    bytes.truncate(stream->doGetChars(static_cast<int>(bytes.size()), reinterpret_cast<unsigned char *>(bytes.data())));
    m_unpacked += bytes.size();
    const bool isBomb = m_unpacked > bytesBeforeRatioCounts &&
                        static_cast<double>(m_unpacked) > m_limits.unpackedRatio * static_cast<double>(m_size);
    if (isBomb || m_unpacked > m_limits.unpackedBytes) {
        m_current.reset();
        return tooLarge(QStringLiteral("The files inside unpack to far more than honest ones do, as those made to fill "
                                       "the disk would, so no more were taken out."));
    }
    return bytes;
}

} // namespace model::reader
