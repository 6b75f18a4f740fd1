// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/page_frame.h"
#include "model/reader/answers.h"
#include "model/reader/protocol.h"
#include "model/reader/wire.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <limits>

namespace model::reader {
namespace {

constexpr qsizetype maximumPageText = std::numeric_limits<int>::max() / 4;
constexpr qsizetype bytesOfBox = 2 * 4 + 4 * 8;
constexpr qsizetype bytesOfHidden = bytesOfBox + 1;
constexpr qsizetype bytesOfOutlineEntry = 4 + 4 + 8;

template <class T> Result<T> checked(const WireReader &reader, T value, const char *what)
{
    if (reader.finished())
        return value;
    return senseless(QStringLiteral("%1 does not decode").arg(QLatin1String(what)));
}

double unit(double value)
{
    return std::clamp(value, 0.0, 1.0);
}

OcrNeed takeNeed(WireReader &reader)
{
    const quint8 need = reader.u8();
    if (need > static_cast<quint8>(OcrNeed::LittleText))
        reader.fail();
    return reader.failed() ? OcrNeed::None : static_cast<OcrNeed>(need);
}

UnitRectangle takeArea(WireReader &reader)
{
    UnitRectangle area;
    area.left = unit(reader.f64());
    area.top = unit(reader.f64());
    area.right = std::max(area.left, unit(reader.f64()));
    area.bottom = std::max(area.top, unit(reader.f64()));
    return area;
}

/// `previousEnd` is where the passage before ended.
HiddenPassage takeHidden(WireReader &reader, qsizetype previousEnd, qsizetype textLength)
{
    HiddenPassage passage;
    passage.range.start = reader.u32();
    passage.range.end = reader.u32();
    passage.area = takeArea(reader);
    const quint8 reason = reader.u8();
    if (passage.range.start < previousEnd || passage.range.isEmpty() || passage.range.end > textLength ||
        reason > static_cast<quint8>(lastHiddenReason))
        reader.fail();
    passage.reason = static_cast<HiddenReason>(reason);
    return passage;
}

PageText takePageText(WireReader &reader)
{
    PageText page;
    page.text = reader.text(maximumPageText);
    page.width = reader.f64();
    page.height = reader.f64();
    page.label = reader.text(maximumLine);
    page.fontsSubstituted = reader.flag();
    page.ocr = takeNeed(reader);
    const qsizetype hidden = reader.count(page.text.size(), bytesOfHidden);
    for (qsizetype i = 0; i < hidden && !reader.failed(); ++i) {
        const qsizetype previousEnd = page.hidden.empty() ? 0 : page.hidden.back().range.end;
        page.hidden.push_back(takeHidden(reader, previousEnd, page.text.size()));
    }
    for (const double side : {page.width, page.height}) {
        if (side < 0 || side > maximumPageSide)
            reader.fail();
    }
    return page;
}

/// `previousEnd` is where the box before ended.
TextBox takeBox(WireReader &reader, qsizetype previousEnd, qsizetype textLength)
{
    TextBox box;
    box.range.start = reader.u32();
    box.range.end = reader.u32();
    if (box.range.start < previousEnd || box.range.end <= box.range.start || box.range.end > textLength) {
        reader.fail();
        return box;
    }
    box.area = takeArea(reader);
    // The text has as many units, and has arrived, so this cannot ask for more memory than was sent, times two.
    box.edges.reserve(static_cast<std::size_t>(box.range.length()));
    for (qsizetype i = 0; i < box.range.length() && !reader.failed(); ++i)
        box.edges.push_back(std::clamp(reader.f32(), 0.0F, 1.0F));
    return box;
}

FileKind takeKind(WireReader &reader)
{
    const quint8 given = reader.u8();
    for (const FileKind kind : {FileKind::Pdf, FileKind::Archive, FileKind::Text, FileKind::Table, FileKind::WebPage,
                                FileKind::Office, FileKind::Mail, FileKind::Image}) {
        if (given == static_cast<quint8>(kind))
            return kind;
    }
    reader.fail();
    return FileKind::Unknown;
}

MailFacts takeMailFacts(WireReader &reader)
{
    MailFacts mail;
    for (QString *line : {&mail.from, &mail.to, &mail.cc})
        *line = reader.text(maximumLine);
    mail.sentMs = reader.i64();
    mail.messageId = reader.text(maximumMailId);
    mail.inReplyTo = reader.text(maximumMailId);
    mail.references = reader.texts(maximumReferences, maximumMailId);
    mail.isSigned = reader.flag();
    mail.isEncrypted = reader.flag();
    return mail;
}

OutlineEntry takeOutlineEntry(WireReader &reader, int pageCount)
{
    OutlineEntry entry;
    entry.title = reader.text(maximumLine);
    const quint32 level = reader.u32();
    const qint64 pageIndex = reader.i64();
    if (level > static_cast<quint32>(maximumOutlineLevel) || pageIndex < -1 || pageIndex >= pageCount)
        reader.fail();
    entry.level = static_cast<int>(level);
    entry.pageIndex = static_cast<int>(pageIndex);
    return entry;
}

} // namespace

Error senseless(const QString &detail)
{
    return {ErrorKind::Crashed,
            QStringLiteral("The program that reads documents gave an answer that makes no sense. The document may be "
                           "made to attack it. Try again, or open the document on a machine without secrets."),
            detail};
}

Result<SandboxMode> decodeHello(QByteArrayView bytes)
{
    WireReader reader(bytes);
    const bool noFiles = reader.flag();
    return checked(reader, noFiles ? SandboxMode::NoFiles : SandboxMode::Landlock, "hello");
}

Error decodeFailure(QByteArrayView bytes)
{
    WireReader reader(bytes);
    const quint8 kind = reader.u8();
    Error error{ErrorKind::Bug, reader.text(maximumLine), reader.text(maximumLine)};
    // The kinds a reader may give. The others are for the host to say.
    for (const ErrorKind known :
         {ErrorKind::Damaged, ErrorKind::NeedsPassword, ErrorKind::Unsupported, ErrorKind::TooLarge, ErrorKind::Invalid,
          ErrorKind::Unsafe, ErrorKind::Io, ErrorKind::Bug}) {
        if (kind == static_cast<quint8>(known) && reader.finished() && !error.sentence.isEmpty()) {
            error.kind = known;
            return error;
        }
    }
    return senseless(QStringLiteral("failure does not decode"));
}

Result<QString> decodeComplaint(QByteArrayView bytes)
{
    WireReader reader(bytes);
    QString line = reader.text(maximumComplaint);
    return checked(reader, std::move(line), "complaint");
}

Result<DocumentFacts> decodeFacts(QByteArrayView bytes)
{
    WireReader reader(bytes);
    DocumentFacts facts;
    facts.kind = takeKind(reader);
    const quint32 pageCount = reader.u32();
    if (pageCount > static_cast<quint32>(maximumPages))
        return senseless(QStringLiteral("page count out of range"));
    facts.pageCount = static_cast<int>(pageCount);
    for (QString *line :
         {&facts.title, &facts.author, &facts.subject, &facts.keywords, &facts.creator, &facts.producer})
        *line = reader.text(maximumLine);
    facts.createdMs = reader.i64();
    facts.modifiedMs = reader.i64();
    facts.xmp = reader.text(maximumXmp);
    facts.pdfVersion = reader.text(maximumLine);
    for (bool *flag : {&facts.encrypted, &facts.mayPrint, &facts.mayCopy, &facts.mayChange, &facts.mayAnnotate})
        *flag = reader.flag();
    facts.embeddedFiles = reader.texts(maximumEmbeddedFiles, maximumLine);
    const qsizetype entries = reader.count(maximumOutline, bytesOfOutlineEntry);
    facts.outline.reserve(static_cast<std::size_t>(entries));
    for (qsizetype i = 0; i < entries && !reader.failed(); ++i)
        facts.outline.push_back(takeOutlineEntry(reader, facts.pageCount));
    facts.encoding = reader.text(maximumLine);
    if (facts.kind == FileKind::Mail)
        facts.mail = takeMailFacts(reader);
    const qsizetype revisions = reader.count(static_cast<qsizetype>(maximumRevisions), 8);
    for (qsizetype i = 0; i < revisions && !reader.failed(); ++i) {
        const qint64 end = reader.i64();
        if (end <= (facts.revisions.empty() ? 0 : facts.revisions.back()))
            reader.fail();
        facts.revisions.push_back(end);
    }
    // It becomes the ending of a file's name.
    if (facts.kind == FileKind::Office)
        facts.officeFormat = reader.text(maximumLine);
    if ((facts.kind == FileKind::Office) != isOfficeFormat(facts.officeFormat))
        reader.fail();
    return checked(reader, std::move(facts), "facts");
}

Result<PageText> decodePageText(QByteArrayView bytes)
{
    WireReader reader(bytes);
    PageText page = takePageText(reader);
    return checked(reader, std::move(page), "page text");
}

Result<PageLayout> decodePageLayout(QByteArrayView bytes)
{
    WireReader reader(bytes);
    PageLayout page;
    page.text = takePageText(reader);
    const qsizetype boxes = reader.count(page.text.text.size(), bytesOfBox);
    page.boxes.reserve(static_cast<std::size_t>(boxes));
    qsizetype end = 0;
    for (qsizetype i = 0; i < boxes && !reader.failed(); ++i) {
        page.boxes.push_back(takeBox(reader, end, page.text.text.size()));
        end = page.boxes.back().range.end;
    }
    return checked(reader, std::move(page), "page layout");
}

Result<PagePicture> decodePicture(QByteArray bytes, const RenderRequest &request)
{
    PagePicture picture;
    picture.width = request.part.width();
    picture.height = request.part.height();
    if (bytes.size() != qsizetype(picture.width) * picture.height * 4)
        return senseless(QStringLiteral("picture has another size than asked for"));
    if constexpr (std::endian::native != std::endian::little)
        qFromLittleEndian<quint32>(bytes.constData(), bytes.size() / 4, bytes.data());
    picture.pixels = std::move(bytes);
    return picture;
}

Result<std::optional<ArchiveEntry>> decodeEntry(QByteArrayView bytes)
{
    WireReader reader(bytes);
    std::optional<ArchiveEntry> entry;
    if (reader.flag()) {
        entry.emplace();
        entry->path = reader.text(maximumLine);
        entry->size = reader.i64();
        const QStringList parts = entry->path.split(u'/');
        const bool plain = std::none_of(parts.begin(), parts.end(), [](const QString &part) {
            return part.isEmpty() || part == u"." || part == u".." || part.contains(u'\n') || part.contains(u'\t');
        });
        if (!plain || entry->size < -1)
            reader.fail();
    }
    return checked(reader, std::move(entry), "archive entry");
}

Result<QByteArray> decodeEntryBytes(QByteArray bytes)
{
    if (bytes.size() > maximumEntryBytes)
        return senseless(QStringLiteral("more bytes of an entry than asked for"));
    return bytes;
}

} // namespace model::reader
