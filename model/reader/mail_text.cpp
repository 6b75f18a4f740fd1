// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/mail_text.h"

#include "model/reader/html_text.h"
#include "model/reader/text_decoding.h"

#include <array>
#include <utility>

namespace model::reader {
namespace {

constexpr std::array shownHeaders{"From", "Sender",  "Reply-To",   "To",          "Cc",        "Bcc",
                                  "Date", "Subject", "Message-ID", "In-Reply-To", "References"};

bool says(GMimeObject *part, const char *parameter, const char *value)
{
    const char *const said = g_mime_object_get_content_type_parameter(part, parameter);
    return said && g_ascii_strcasecmp(said, value) == 0;
}

DecodedText bodyText(GMimeObject *part)
{
    const QByteArray bytes = contentOf(part);
    const QByteArray claimed = g_mime_object_get_content_type_parameter(part, "charset");
    if (isHtml(part)) {
        auto page = textOfHtml(bytes, claimed);
        if (page)
            return {std::move(page->text), std::move(page->encoding)};
    }
    DecodedText decoded = decodedText(bytes, claimed);
    decoded.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    if (says(part, "format", "flowed"))
        decoded.text = unflowed(decoded.text, says(part, "delsp", "yes"));
    return decoded;
}

} // namespace

QString unflowed(const QString &text, bool dropBlank)
{
    QString joined;
    joined.reserve(text.size());
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        const bool isQuoted = line.startsWith(u'>');
        // A blank at the start is there to keep "From" or ">" from being taken for something else.
        QStringView rest(line);
        if (!isQuoted && rest.startsWith(u' '))
            rest = rest.sliced(1);
        const bool goesOn = !isQuoted && rest.endsWith(u' ') && rest != u"-- " && i + 1 < lines.size() &&
                            !lines[i + 1].startsWith(u'>');
        joined += goesOn && dropBlank ? rest.chopped(1) : rest;
        if (!goesOn && i + 1 < lines.size())
            joined += u'\n';
    }
    return joined;
}

MailText textOfMail(GMimeMessage *message, const MailParts &parts, const QStringList &attachments)
{
    MailText mail;
    for (const char *const name : shownHeaders) {
        const QString value = header(GMIME_OBJECT(message), name);
        if (!value.isEmpty())
            mail.text += QLatin1String(name) + QStringLiteral(": ") + value + u'\n';
    }
    if (!attachments.isEmpty())
        mail.text += QStringLiteral("Attachments: ") + attachments.join(QStringLiteral("; ")) + u'\n';
    QString said;
    bool isEncrypted = parts.isEncrypted;
    for (GMimeObject *const part : parts.body) {
        DecodedText body = bodyText(part);
        if (mail.encoding.isEmpty())
            mail.encoding = body.encoding;
        isEncrypted = isEncrypted || body.text.contains(QLatin1String("-----BEGIN PGP MESSAGE-----"));
        said += u'\n' + body.text;
        if (!said.endsWith(u'\n'))
            said += u'\n';
    }
    if (parts.isSigned)
        mail.text += QStringLiteral("[The mail is signed. The signature was not checked.]\n");
    if (isEncrypted)
        mail.text += QStringLiteral("[The mail is encrypted, in whole or in part. What is encrypted cannot be read "
                                    "here: decrypt it with the mail program of whoever received it.]\n");
    mail.text += said;
    return mail;
}

} // namespace model::reader
