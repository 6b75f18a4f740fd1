// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/mail_attachments.h"

#include "model/reader/attachment_names.h"
#include "model/reader/protocol.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace model::reader {
namespace {

constexpr qsizetype longestSubject = 150; // UTF-16 units

/// What ends the name of a file of the part's type.
QString endingFor(GMimeObject *part)
{
    GMimeContentType *const type = g_mime_object_get_content_type(part);
    const char *const subtype = type ? g_mime_content_type_get_media_subtype(type) : nullptr;
    QString ending = QString::fromUtf8(subtype).toLower();
    static const QList<std::pair<QString, QString>> others{{QStringLiteral("plain"), QStringLiteral("txt")},
                                                           {QStringLiteral("jpeg"), QStringLiteral("jpg")},
                                                           {QStringLiteral("octet-stream"), QStringLiteral("bin")},
                                                           {QStringLiteral("calendar"), QStringLiteral("ics")},
                                                           {QStringLiteral("pkcs7-mime"), QStringLiteral("p7m")},
                                                           {QStringLiteral("x-pkcs7-mime"), QStringLiteral("p7m")},
                                                           {QStringLiteral("ms-tnef"), QStringLiteral("dat")}};
    for (const auto &[from, to] : others) {
        if (ending == from)
            ending = to;
    }
    const bool isPlain = std::all_of(ending.begin(), ending.end(), [](QChar unit) {
        return unit.unicode() < 0x80 && (unit.isLetterOrNumber() || unit == u'-');
    });
    return ending.isEmpty() || !isPlain ? QStringLiteral("bin") : ending.left(16);
}

QString nameOf(GMimeObject *part, std::size_t number)
{
    if (!GMIME_IS_MESSAGE_PART(part))
        return attachmentName(fileNameOf(part), QStringLiteral("part-%1.%2").arg(number + 1).arg(endingFor(part)));
    GMimeMessage *const message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
    const QString subject = message ? header(GMIME_OBJECT(message), "Subject").left(longestSubject) : QString();
    const QString name = fileNameOf(part);
    return attachmentName(name.isEmpty() && !subject.isEmpty() ? subject + QStringLiteral(".eml") : name,
                          QStringLiteral("mail-%1.eml").arg(number + 1));
}

} // namespace

MailAttachments::MailAttachments(Owned<GMimeMessage> message, std::vector<GMimeObject *> parts)
    : m_message(std::move(message))
    , m_parts(std::move(parts))
{
    QSet<QString> taken;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_names.append(uniqueName(nameOf(m_parts[i], i), taken));
}

Result<std::optional<ArchiveEntry>> MailAttachments::next()
{
    m_given = 0;
    m_bytes.clear();
    if (m_next == m_parts.size())
        return std::optional<ArchiveEntry>();
    m_bytes = contentOf(m_parts[m_next]);
    const ArchiveEntry entry{m_names[static_cast<qsizetype>(m_next)], m_bytes.size()};
    ++m_next;
    return std::optional(entry);
}

Result<QByteArray> MailAttachments::bytes()
{
    const QByteArray some = m_bytes.mid(m_given, maximumEntryBytes);
    m_given += some.size();
    return some;
}

} // namespace model::reader
