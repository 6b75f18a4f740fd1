// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/mail_library.h"

#include "model/reader/encoded_words.h"

#include <QRegularExpression>

namespace model::reader {
namespace {

QString textFrom(const char *utf8)
{
    return QString::fromUtf8(utf8).simplified();
}

/// A name written as in the text of a header, which it should not be and often is.
QString encodedNameOf(GMimeObject *part)
{
    static const QRegularExpression name(QStringLiteral("\\b(?:file)?name\\s*=\\s*(\"(?:[^\"]*=\\?[^\"]*)\"|=\\?\\S+)"),
                                         QRegularExpression::CaseInsensitiveOption);
    GMimeHeaderList *const headers = g_mime_object_get_header_list(part);
    for (const char *const place : {"Content-Disposition", "Content-Type"}) {
        GMimeHeader *const found = headers ? g_mime_header_list_get_header(headers, place) : nullptr;
        const auto match = name.match(QString::fromLatin1(found ? g_mime_header_get_raw_value(found) : ""));
        if (match.hasMatch())
            return decodedHeader(match.captured(1).remove(u'"').toLatin1());
    }
    return {};
}

} // namespace

void warmUpMails()
{
    // What these libraries say of a file may quote it, and goes nowhere.
    g_log_set_default_handler([](const char *, GLogLevelFlags, const char *, void *) {}, nullptr);
    g_mime_init();
    // Headers of old mails are in whatever their writer's machine used.
    const char *fallback[] = {"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(g_mime_parser_options_get_default(), fallback);
    // Types of objects are made known when first used.
    const auto message = messageFrom("From: warm@up.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nwarm\n"
                                     "--x\nContent-Type: message/rfc822\n\nSubject: up\n\nup\n--x--\n");
    header(GMIME_OBJECT(message.get()), "From");
}

Owned<GMimeMessage> messageFrom(const QByteArray &bytes)
{
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), static_cast<size_t>(bytes.size())));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

QString header(GMimeObject *object, const char *name)
{
    GMimeHeaderList *const headers = g_mime_object_get_header_list(object);
    GMimeHeader *const found = headers ? g_mime_header_list_get_header(headers, name) : nullptr;
    return found ? decodedHeader(g_mime_header_get_raw_value(found)) : QString();
}

QByteArray contentOf(GMimeObject *part)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    if (GMIME_IS_MESSAGE_PART(part)) {
        GMimeMessage *const message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
        if (message)
            g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, stream.get());
    } else if (GMIME_IS_PART(part)) {
        GMimeDataWrapper *const content = g_mime_part_get_content(GMIME_PART(part));
        if (content)
            g_mime_data_wrapper_write_to_stream(content, stream.get());
    }
    const GByteArray *const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return bytes ? QByteArray(reinterpret_cast<const char *>(bytes->data), static_cast<qsizetype>(bytes->len))
                 : QByteArray();
}

QString fileNameOf(GMimeObject *part)
{
    if (const QString name = encodedNameOf(part); !name.isEmpty())
        return name;
    if (GMIME_IS_PART(part))
        return textFrom(g_mime_part_get_filename(GMIME_PART(part)));
    const char *const disposed = g_mime_object_get_content_disposition_parameter(part, "filename");
    return textFrom(disposed ? disposed : g_mime_object_get_content_type_parameter(part, "name"));
}

} // namespace model::reader
