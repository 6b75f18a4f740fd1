// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/outlook_mail.h"

#include "model/reader/attachment_names.h"
#include "model/reader/document_device.h"
#include "model/reader/html_text.h"
#include "model/reader/outlook_storage.h"
#include "model/reader/protocol.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <utility>
#include <vector>

namespace model::reader {
namespace {

constexpr qint64 mostBytes = qint64(256) << 20;

// What MAPI calls the properties of a mail, a recipient and an attachment.
constexpr quint16 subject = 0x0037;
constexpr quint16 submitted = 0x0039;
constexpr quint16 headers = 0x007d;
constexpr quint16 senderName = 0x0c1a;
constexpr quint16 senderAddress = 0x0c1f;
constexpr quint16 senderSmtp = 0x5d01;
constexpr quint16 recipientKind = 0x0c15;
constexpr quint16 shownCc = 0x0e03;
constexpr quint16 shownTo = 0x0e04;
constexpr quint16 delivered = 0x0e06;
constexpr quint16 plainBody = 0x1000;
constexpr quint16 richBody = 0x1009;
constexpr quint16 htmlBody = 0x1013;
constexpr quint16 messageId = 0x1035;
constexpr quint16 references = 0x1039;
constexpr quint16 inReplyTo = 0x1042;
constexpr quint16 displayName = 0x3001;
constexpr quint16 address = 0x3003;
constexpr quint16 attachedBytes = 0x3701;
constexpr quint16 shortFileName = 0x3704;
constexpr quint16 longFileName = 0x3707;
constexpr quint16 smtpAddress = 0x39fe;
constexpr qint64 toRecipient = 1;
constexpr qint64 ccRecipient = 2;

struct Attachment {
    QString name;
    OutlookStorage storage;
};

/// Holds the file's bytes, which all storages look into.
class OutlookAttachments final : public EntrySource {
public:
    explicit OutlookAttachments(QByteArray bytes)
        : m_file(std::move(bytes))
    {
    }

    const QByteArray &file() const { return m_file; }
    std::vector<Attachment> attachments;

    Result<std::optional<ArchiveEntry>> next() override
    {
        m_given = 0;
        m_bytes.clear();
        if (m_next == attachments.size())
            return std::optional<ArchiveEntry>();
        const Attachment &one = attachments[m_next++];
        m_bytes = one.storage.binary(attachedBytes);
        return std::optional(ArchiveEntry{one.name, m_bytes.size()});
    }
    Result<QByteArray> bytes() override
    {
        const QByteArray some = m_bytes.mid(m_given, maximumEntryBytes);
        m_given += some.size();
        return some;
    }

private:
    const QByteArray m_file;
    std::size_t m_next = 0;
    QByteArray m_bytes;
    qsizetype m_given = 0;
};

QString withAddress(const QString &name, const QString &mailAddress)
{
    // Addresses inside an Exchange server say nothing outside of it.
    if (mailAddress.isEmpty() || mailAddress.startsWith(u'/') || mailAddress == name)
        return name;
    return name.isEmpty() ? mailAddress : QStringLiteral("%1 <%2>").arg(name, mailAddress);
}

QString first(const OutlookStorage &storage, std::initializer_list<quint16> properties)
{
    for (const quint16 property : properties) {
        if (const QString text = storage.text(property).simplified(); !text.isEmpty())
            return text;
    }
    return {};
}

QString recipients(const OutlookStorage &mail, qint64 kind, quint16 shown)
{
    QStringList names;
    for (const OutlookStorage &one : mail.below("__recip_version1.0_")) {
        if (one.number(recipientKind).value_or(toRecipient) == kind)
            names.append(withAddress(first(one, {displayName}), first(one, {smtpAddress, address})));
    }
    return names.isEmpty() ? mail.text(shown).simplified() : names.join(QStringLiteral("; "));
}

QStringList idsIn(const QString &text)
{
    static const QRegularExpression id(QStringLiteral("<([^<>\\s]+)>"));
    QStringList ids;
    auto matches = id.globalMatch(text);
    while (matches.hasNext())
        ids.append(matches.next().captured(1).left(maximumMailId));
    return ids;
}

/// A header of those the mail came with; a mail that was never sent has none.
QString headerOf(const OutlookStorage &mail, const char *name)
{
    const QRegularExpression header(QStringLiteral("^%1:(.*(?:\\n[ \\t].*)*)").arg(QLatin1String(name)),
                                    QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    QString all = mail.text(headers);
    all.remove(u'\r');
    return header.match(all).captured(1).simplified();
}

MailFacts mailFactsOf(const OutlookStorage &mail)
{
    MailFacts facts;
    facts.from = withAddress(first(mail, {senderName}), first(mail, {senderSmtp, senderAddress}));
    facts.to = recipients(mail, toRecipient, shownTo);
    facts.cc = recipients(mail, ccRecipient, shownCc);
    facts.sentMs = mail.number(submitted).value_or(mail.number(delivered).value_or(0));
    facts.messageId = idsIn(mail.text(messageId) + headerOf(mail, "Message-ID")).value(0);
    facts.inReplyTo = idsIn(mail.text(inReplyTo) + headerOf(mail, "In-Reply-To")).value(0);
    const QStringList all =
        idsIn(mail.text(references).isEmpty() ? headerOf(mail, "References") : mail.text(references));
    facts.references = all.mid(std::max<qsizetype>(all.size() - maximumReferences, 0));
    return facts;
}

QString bodyOf(const OutlookStorage &mail)
{
    const QString plain = mail.text(plainBody);
    if (!plain.trimmed().isEmpty())
        return plain;
    const QByteArray html = mail.binary(htmlBody).isEmpty() ? mail.text(htmlBody).toUtf8() : mail.binary(htmlBody);
    if (const auto page = textOfHtml(html); page && !page->text.isEmpty())
        return page->text;
    return mail.binary(richBody).isEmpty()
               ? QString()
               : QStringLiteral(
                     "[What this mail says is kept as formatted text of Outlook, which is not read. Save the "
                     "mail as .eml or as PDF and import that.]\n");
}

/// Reads a mail, and the mails attached to it behind it.
class Reader final {
public:
    explicit Reader(std::vector<Attachment> &attachments)
        : m_attachments(attachments)
    {
    }

    QString textOf(const OutlookStorage &mail)
    {
        const MailFacts facts = mailFactsOf(mail);
        std::vector<OutlookStorage> inside;
        QStringList names;
        for (OutlookStorage &one : mail.below("__attach_version1.0_")) {
            const QString given = first(one, {longFileName, shortFileName, displayName});
            if (auto attached = one.mailInside()) {
                names.append(given.isEmpty() ? attached->text(subject).simplified() : given);
                inside.push_back(*std::move(attached));
                continue;
            }
            const QString otherwise = QStringLiteral("part-%1.bin").arg(m_attachments.size() + 1);
            names.append(uniqueName(attachmentName(given, otherwise), m_taken));
            m_attachments.push_back({names.back(), std::move(one)});
        }
        QString text =
            line("From", facts.from) + line("To", facts.to) + line("Cc", facts.cc) +
            line("Date", facts.sentMs == 0
                             ? QString()
                             : QDateTime::fromMSecsSinceEpoch(facts.sentMs, Qt::UTC).toString(Qt::RFC2822Date)) +
            line("Subject", mail.text(subject).simplified()) + line("Message-ID", bracketed(facts.messageId)) +
            line("In-Reply-To", bracketed(facts.inReplyTo)) + line("Attachments", names.join(QStringLiteral("; "))) +
            u'\n' + bodyOf(mail);
        for (const OutlookStorage &one : inside) {
            if (!text.endsWith(u'\n'))
                text += u'\n';
            text += QStringLiteral("\n[A mail attached to the one above:]\n") + textOf(one);
        }
        return text;
    }

private:
    static QString line(const char *name, const QString &value)
    {
        return value.isEmpty() ? QString() : QLatin1String(name) + QStringLiteral(": ") + value + u'\n';
    }

    static QString bracketed(const QString &id) { return id.isEmpty() ? id : u'<' + id + u'>'; }

    std::vector<Attachment> &m_attachments;
    QSet<QString> m_taken;
};

} // namespace

Result<OpenedMail> openOutlookMail(DocumentDevice &device)
{
    if (device.size() > mostBytes) {
        return Error{ErrorKind::TooLarge,
                     QStringLiteral("The file is larger than %1 MiB, which is more than the program takes in as one "
                                    "mail. Save its attachments with Outlook and import those.")
                         .arg(mostBytes >> 20),
                     {}};
    }
    auto files = std::make_unique<OutlookAttachments>(device.bytesAt(0, device.size()));
    const auto mail = OutlookStorage::open(files->file());
    if (!mail) {
        return Error{
            ErrorKind::Damaged, QStringLiteral("The file is damaged and cannot be read. Ask for another copy."), {}};
    }
    if (!mail->isMail()) {
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("This is a document of an office program, which is not read. Save it as PDF and "
                                    "import that."),
                     {}};
    }
    QString text = Reader(files->attachments).textOf(*mail);
    DocumentFacts facts;
    facts.kind = FileKind::Mail;
    facts.mail = mailFactsOf(*mail);
    facts.title = mail->text(subject).simplified();
    facts.author = facts.mail.from;
    facts.createdMs = facts.mail.sentMs;
    for (const Attachment &one : files->attachments)
        facts.embeddedFiles.append(one.name);
    auto pages = TextDocument::of(std::move(text), std::move(facts));
    if (!pages)
        return pages.error();
    return OpenedMail{std::move(*pages), std::move(files)};
}

} // namespace model::reader
