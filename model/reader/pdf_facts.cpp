// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/pdf_facts.h"

#include "model/reader/answers.h"

#include <QDateTime>

#include <algorithm>
#include <array>

#include <poppler-qt6.h>

namespace model::reader {
namespace {

qint64 milliseconds(const QDateTime &date)
{
    return date.isValid() ? date.toMSecsSinceEpoch() : 0;
}

int pageIndexOf(const Poppler::OutlineItem &item, int pageCount)
{
    if (!item.externalFileName().isEmpty())
        return -1;
    const auto destination = item.destination();
    const int pageIndex = destination ? destination->pageNumber() - 1 : -1;
    return pageIndex >= 0 && pageIndex < pageCount ? pageIndex : -1;
}

/// Depth first, cut off by number and depth: entries may lead back to themselves.
void addOutline(std::vector<OutlineEntry> &entries, const QVector<Poppler::OutlineItem> &items, int level,
                int pageCount)
{
    for (const Poppler::OutlineItem &item : items) {
        if (static_cast<qsizetype>(entries.size()) >= maximumOutline)
            return;
        if (item.isNull())
            continue;
        entries.push_back({item.name().simplified(), level, pageIndexOf(item, pageCount)});
        if (level < maximumOutlineLevel && item.hasChildren())
            addOutline(entries, item.children(), level + 1, pageCount);
    }
}

// What PDFDocEncoding makes of the bytes from 0x18 and from 0x80; all others are themselves, but for three it lacks.
constexpr std::array<char16_t, 8> fromByte18{0x02d8, 0x02c7, 0x02c6, 0x02d9, 0x02dd, 0x02db, 0x02da, 0x02dc};
constexpr std::array<char16_t, 33> fromByte80{0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x0192, 0x2044, 0x2039,
                                              0x203a, 0x2212, 0x2030, 0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a,
                                              0x2122, 0xfb01, 0xfb02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017d, 0x0131,
                                              0x0142, 0x0153, 0x0161, 0x017e, 0xfffd, 0x20ac};

/// The byte that was read as `unit`; FF, which no UTF-8 has, where that cannot be known.
char byteOf(char16_t unit)
{
    if (const auto *at = std::find(fromByte80.begin(), fromByte80.end(), unit); at != fromByte80.end())
        return unit == 0xfffd ? '\xff' : static_cast<char>(0x80 + (at - fromByte80.begin()));
    if (const auto *at = std::find(fromByte18.begin(), fromByte18.end(), unit); at != fromByte18.end())
        return static_cast<char>(0x18 + (at - fromByte18.begin()));
    return unit < 0x100 ? static_cast<char>(unit) : '\xff';
}

} // namespace

QString xmpFromPdfDocEncoding(const QString &misread)
{
    QByteArray bytes;
    bytes.reserve(misread.size());
    for (const QChar unit : misread.first(std::min(misread.size(), 4 * maximumXmp)))
        bytes.append(byteOf(unit.unicode()));
    return QString::fromUtf8(bytes);
}

DocumentFacts factsOf(const Poppler::Document &document)
{
    DocumentFacts facts;
    facts.kind = FileKind::Pdf;
    facts.pageCount = std::clamp(document.numPages(), 0, maximumPages);
    facts.title = document.info(QStringLiteral("Title"));
    facts.author = document.info(QStringLiteral("Author"));
    facts.subject = document.info(QStringLiteral("Subject"));
    facts.keywords = document.info(QStringLiteral("Keywords"));
    facts.creator = document.info(QStringLiteral("Creator"));
    facts.producer = document.info(QStringLiteral("Producer"));
    facts.createdMs = milliseconds(document.date(QStringLiteral("CreationDate")));
    facts.modifiedMs = milliseconds(document.date(QStringLiteral("ModDate")));
    facts.xmp = xmpFromPdfDocEncoding(document.metadata());
    const Poppler::Document::PdfVersion version = document.getPdfVersion();
    facts.pdfVersion = QStringLiteral("%1.%2").arg(version.major).arg(version.minor);
    facts.encrypted = document.isEncrypted();
    facts.mayPrint = document.okToPrint();
    facts.mayCopy = document.okToCopy();
    facts.mayChange = document.okToChange();
    facts.mayAnnotate = document.okToAddNotes();
    const QList<Poppler::EmbeddedFile *> files = document.embeddedFiles();
    for (const Poppler::EmbeddedFile *file : files.first(std::min(files.size(), maximumEmbeddedFiles)))
        facts.embeddedFiles.append(file->name());
    addOutline(facts.outline, document.outline(), 0, facts.pageCount);
    return facts;
}

} // namespace model::reader
