// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/document_format.h"

#include "model/reader/document_device.h"
#include "model/reader/image_file.h"
#include "model/reader/mailbox_document.h"
#include "model/reader/office_format.h"
#include "model/reader/table_text.h"
#include "model/reader/text_decoding.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace model::reader {
namespace {

constexpr qint64 sniffedForPdf = 1024;
constexpr qint64 sniffedForText = 32 * 1024;
constexpr int headersLookedAt = 60;

bool looksLikeArchive(const QByteArray &start)
{
    return start.startsWith("PK\x03\x04") || start.startsWith("\x1f\x8b") || start.startsWith("Rar!\x1a\x07") ||
           start.startsWith("7z\xbc\xaf\x27\x1c") || start.mid(257, 5) == "ustar";
}

/// A PDF says so near its start, as it should, or near its end, which is all that is left of some. An archive may hold
/// a PDF as its first file, as it is.
bool looksLikePdf(DocumentDevice &device, const QByteArray &start)
{
    const QByteArray end = device.bytesAt(std::max<qint64>(device.size() - sniffedForPdf, 0), sniffedForPdf);
    if (looksLikeArchive(start))
        return false;
    return start.contains("%PDF-") ||
           (start.contains(" obj") && (end.contains("startxref") || end.contains("trailer")));
}

/// How many of the lines at the start are headers as only mails have them; none when it does not start with headers.
int mailHeaders(QStringView text)
{
    static const QSet<QString> known{
        QStringLiteral("from"),         QStringLiteral("to"),           QStringLiteral("cc"),
        QStringLiteral("bcc"),          QStringLiteral("subject"),      QStringLiteral("date"),
        QStringLiteral("message-id"),   QStringLiteral("mime-version"), QStringLiteral("received"),
        QStringLiteral("return-path"),  QStringLiteral("delivered-to"), QStringLiteral("reply-to"),
        QStringLiteral("content-type"), QStringLiteral("in-reply-to"),  QStringLiteral("references"),
        QStringLiteral("sender"),       QStringLiteral("x-mailer"),     QStringLiteral("dkim-signature"),
        QStringLiteral("envelope-to"),  QStringLiteral("newsgroups"),   QStringLiteral("content-transfer-encoding")};
    static const QRegularExpression header(QStringLiteral("^([!-9;-~]+)[ \\t]*:"));
    QSet<QString> found;
    int lines = 0;
    for (const QStringView line : text.split(u'\n')) {
        if (line.trimmed().isEmpty() || ++lines > headersLookedAt)
            break;
        if (line.startsWith(u' ') || line.startsWith(u'\t')) {
            if (lines == 1)
                return 0;
            continue;
        }
        const auto match = header.match(line.toString());
        if (!match.hasMatch()) {
            if (found.isEmpty())
                return 0;
            break;
        }
        const QString name = match.captured(1).toLower();
        if (known.contains(name))
            found.insert(name);
    }
    return static_cast<int>(found.size());
}

bool looksLikeMailbox(QStringView text)
{
    const qsizetype end = text.indexOf(u'\n');
    if (!text.startsWith(u"From ") || text.sliced(5).trimmed().startsWith(u':') || end < 0)
        return false;
    return partsMails(text.left(end).toLatin1()) || mailHeaders(text.sliced(end + 1)) > 0;
}

/// Apple's own: a line with the length of the mail comes before it.
QStringView withoutLength(QStringView text)
{
    static const QRegularExpression length(QStringLiteral("^\\d+ *\\r?\\n"));
    const auto match = length.match(text.left(32).toString());
    return match.hasMatch() ? text.sliced(match.capturedLength()) : text;
}

bool looksLikeWebPage(QStringView text)
{
    static const QRegularExpression whole(QStringLiteral("^<!doctype\\s+html|<html[\\s>]"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression part(
        QStringLiteral(
            "<(head|body|title|meta|table|div|p|h[1-6]|ul|ol|span|font|center|br|a|b|i|img|form|section)[\\s>/]"),
        QRegularExpression::CaseInsensitiveOption);
    const QString start = text.trimmed().left(8192).toString();
    if (!start.startsWith(u'<'))
        return false;
    return whole.match(start).hasMatch() || (!start.startsWith(QLatin1String("<?xml")) && part.match(start).hasMatch());
}

DocumentFormat formatOfText(const QByteArray &start)
{
    QString text = decodedText(start).text;
    // The last line is cut off where the file goes on.
    if (start.size() == sniffedForText)
        text.truncate(text.lastIndexOf(u'\n') + 1);
    if (looksLikeMailbox(text))
        return DocumentFormat::Mailbox;
    if (mailHeaders(withoutLength(text)) > 1)
        return DocumentFormat::Mail;
    if (looksLikeWebPage(text))
        return DocumentFormat::WebPage;
    return separatorOf(text) ? DocumentFormat::Table : DocumentFormat::Text;
}

} // namespace

DocumentFormat formatOf(DocumentDevice &device)
{
    const QByteArray start = device.bytesAt(0, sniffedForText);
    if (looksLikePdf(device, start.left(sniffedForPdf)))
        return DocumentFormat::Pdf;
    if (looksLikeImage(device))
        return DocumentFormat::Image;
    if (officeFormatOf(device))
        return DocumentFormat::Office;
    if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
        return DocumentFormat::OutlookMail;
    if (looksLikeArchive(start) || start.startsWith("%!PS") || !looksLikeText(start))
        return DocumentFormat::Other;
    return formatOfText(start);
}

} // namespace model::reader
