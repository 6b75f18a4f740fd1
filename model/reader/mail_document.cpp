// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/mail_document.h"

#include "model/reader/document_device.h"
#include "model/reader/mail_attachments.h"
#include "model/reader/mail_parts.h"
#include "model/reader/mail_text.h"

#include <algorithm>
#include <utility>

namespace model::reader {
namespace {

constexpr qint64 mostBytes = qint64(192) << 20; // twice that, and its largest part, must fit into a reader's memory

/// Without the line that a mailbox has before each mail, and without what Apple's mail program adds: a line with the
/// mail's length before it, and a list behind it.
QByteArray withoutEnvelope(QByteArray bytes)
{
    if (bytes.startsWith("From ") && !bytes.mid(5, 32).trimmed().startsWith(':'))
        return bytes.mid(bytes.indexOf('\n') + 1);
    const qsizetype end = bytes.left(32).indexOf('\n');
    bool isNumber = false;
    const qlonglong length = bytes.left(std::max<qsizetype>(end, 0)).trimmed().toLongLong(&isNumber);
    if (!isNumber || length <= 0)
        return bytes;
    return bytes.mid(end + 1, length);
}

qint64 sentMs(GMimeMessage *message)
{
    GDateTime *const date = g_mime_message_get_date(message);
    return date ? g_date_time_to_unix(date) * 1000 : 0;
}

QStringList idsIn(GMimeObject *message, const char *name)
{
    const char *const value = g_mime_object_get_header(message, name);
    QStringList ids;
    if (!value)
        return ids;
    GMimeReferences *const parsed = g_mime_references_parse(nullptr, value);
    for (int i = 0; i < g_mime_references_length(parsed); ++i)
        ids.append(QString::fromUtf8(g_mime_references_get_message_id(parsed, i)).left(maximumMailId));
    g_mime_references_free(parsed);
    return ids.mid(std::max<qsizetype>(ids.size() - maximumReferences, 0));
}

MailFacts mailFactsOf(GMimeMessage *message, const MailParts &parts)
{
    auto *const object = GMIME_OBJECT(message);
    MailFacts facts;
    facts.from = header(object, "From");
    facts.to = header(object, "To");
    facts.cc = header(object, "Cc");
    facts.sentMs = sentMs(message);
    facts.messageId = QString::fromUtf8(g_mime_message_get_message_id(message)).left(maximumMailId);
    facts.inReplyTo = idsIn(object, "In-Reply-To").value(0);
    facts.references = idsIn(object, "References");
    facts.isSigned = parts.isSigned;
    facts.isEncrypted = parts.isEncrypted;
    return facts;
}

} // namespace

Result<OpenedMail> openMail(DocumentDevice &device)
{
    if (device.size() > mostBytes) {
        return Error{ErrorKind::TooLarge,
                     QStringLiteral("The mail is larger than %1 MiB, which is more than the program takes in as one. "
                                    "Save its attachments with a mail program and import those.")
                         .arg(mostBytes >> 20),
                     {}};
    }
    Owned<GMimeMessage> message = messageFrom(withoutEnvelope(device.bytesAt(0, device.size())));
    if (!message) {
        return Error{
            ErrorKind::Damaged, QStringLiteral("The mail is damaged and cannot be read. Ask for another copy."), {}};
    }
    const MailParts parts = partsOf(message.get());
    auto attachments = std::make_unique<MailAttachments>(std::move(message), parts.attachments);
    MailText text = textOfMail(attachments->message(), parts, attachments->names());
    DocumentFacts facts;
    facts.kind = FileKind::Mail;
    facts.mail = mailFactsOf(attachments->message(), parts);
    facts.title = header(GMIME_OBJECT(attachments->message()), "Subject");
    facts.author = facts.mail.from;
    facts.createdMs = facts.mail.sentMs;
    facts.encoding = text.encoding;
    facts.encrypted = parts.isEncrypted;
    facts.embeddedFiles = attachments->names();
    auto pages = TextDocument::of(std::move(text.text), std::move(facts));
    if (!pages)
        return pages.error();
    return OpenedMail{std::move(*pages), std::move(attachments)};
}

} // namespace model::reader
