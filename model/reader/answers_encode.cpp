// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/answers.h"
#include "model/reader/wire.h"

#include <algorithm>

namespace model::reader {
namespace {

QStringView cut(QStringView text, qsizetype maximum)
{
    if (text.size() <= maximum)
        return text;
    return text.first(text[maximum - 1].isHighSurrogate() ? maximum - 1 : maximum);
}

void writePageText(WireWriter &writer, const PageText &page)
{
    writer.text(page.text);
    writer.f64(page.width);
    writer.f64(page.height);
    writer.text(cut(page.label, maximumLine));
    writer.flag(page.fontsSubstituted);
    writer.u8(static_cast<quint8>(page.ocr));
    writer.u32(static_cast<quint32>(page.hidden.size()));
    for (const HiddenPassage &passage : page.hidden) {
        writer.u32(static_cast<quint32>(passage.range.start));
        writer.u32(static_cast<quint32>(passage.range.end));
        for (const double side : {passage.area.left, passage.area.top, passage.area.right, passage.area.bottom})
            writer.f64(side);
        writer.u8(static_cast<quint8>(passage.reason));
    }
}

void writeMailFacts(WireWriter &writer, const MailFacts &mail)
{
    for (const QString &line : {mail.from, mail.to, mail.cc})
        writer.text(cut(line, maximumLine));
    writer.i64(mail.sentMs);
    writer.text(cut(mail.messageId, maximumMailId));
    writer.text(cut(mail.inReplyTo, maximumMailId));
    const QStringList references =
        mail.references.mid(std::max<qsizetype>(mail.references.size() - maximumReferences, 0));
    writer.u32(static_cast<quint32>(references.size()));
    for (const QString &id : references)
        writer.text(cut(id, maximumMailId));
    writer.flag(mail.isSigned);
    writer.flag(mail.isEncrypted);
}

} // namespace

QByteArray encodeHello(SandboxMode mode)
{
    WireWriter writer;
    writer.u8(mode == SandboxMode::Landlock ? 0 : 1);
    return writer.written();
}

QByteArray encodeFailure(const Error &error)
{
    WireWriter writer;
    writer.u8(static_cast<quint8>(error.kind));
    writer.text(cut(error.sentence, maximumLine));
    writer.text(cut(error.detail, maximumLine));
    return writer.written();
}

QByteArray encodeComplaint(const QString &line)
{
    WireWriter writer;
    writer.text(cut(line, maximumComplaint));
    return writer.written();
}

QByteArray encodeFacts(const DocumentFacts &facts)
{
    WireWriter writer;
    writer.u8(static_cast<quint8>(facts.kind));
    writer.u32(static_cast<quint32>(facts.pageCount));
    for (const QString &line :
         {facts.title, facts.author, facts.subject, facts.keywords, facts.creator, facts.producer})
        writer.text(cut(line, maximumLine));
    writer.i64(facts.createdMs);
    writer.i64(facts.modifiedMs);
    writer.text(cut(facts.xmp, maximumXmp));
    writer.text(cut(facts.pdfVersion, maximumLine));
    for (const bool flag : {facts.encrypted, facts.mayPrint, facts.mayCopy, facts.mayChange, facts.mayAnnotate})
        writer.flag(flag);
    const qsizetype files = std::min(facts.embeddedFiles.size(), maximumEmbeddedFiles);
    writer.u32(static_cast<quint32>(files));
    for (const QString &file : facts.embeddedFiles.first(files))
        writer.text(cut(file, maximumLine));
    const auto entries = std::min(static_cast<qsizetype>(facts.outline.size()), maximumOutline);
    writer.u32(static_cast<quint32>(entries));
    for (auto entry = facts.outline.begin(); entry != facts.outline.begin() + entries; ++entry) {
        writer.text(cut(entry->title, maximumLine));
        writer.u32(static_cast<quint32>(std::clamp(entry->level, 0, maximumOutlineLevel)));
        writer.i64(entry->pageIndex);
    }
    writer.text(cut(facts.encoding, maximumLine));
    if (facts.kind == FileKind::Mail)
        writeMailFacts(writer, facts.mail);
    const std::size_t revisions = std::min(facts.revisions.size(), maximumRevisions);
    writer.u32(static_cast<quint32>(revisions));
    for (std::size_t i = 0; i < revisions; ++i)
        writer.i64(facts.revisions[i]);
    if (facts.kind == FileKind::Office)
        writer.text(facts.officeFormat);
    return writer.written();
}

QByteArray encodePageText(const PageText &page)
{
    WireWriter writer;
    writePageText(writer, page);
    return writer.written();
}

QByteArray encodePageLayout(const PageLayout &page)
{
    WireWriter writer;
    writePageText(writer, page.text);
    writer.u32(static_cast<quint32>(page.boxes.size()));
    for (const TextBox &box : page.boxes) {
        writer.u32(static_cast<quint32>(box.range.start));
        writer.u32(static_cast<quint32>(box.range.end));
        for (const double side : {box.area.left, box.area.top, box.area.right, box.area.bottom})
            writer.f64(side);
        for (const float edge : box.edges)
            writer.f32(edge);
    }
    return writer.written();
}

QByteArray encodeEntry(const std::optional<ArchiveEntry> &entry)
{
    WireWriter writer;
    writer.flag(entry.has_value());
    if (entry) {
        writer.text(cut(entry->path, maximumLine));
        writer.i64(entry->size);
    }
    return writer.written();
}

} // namespace model::reader
