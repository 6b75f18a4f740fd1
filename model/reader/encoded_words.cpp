// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/encoded_words.h"

#include "model/reader/text_decoding.h"

#include <QRegularExpression>

namespace model::reader {
namespace {

/// What a word says, without its frame.
QByteArray bytesOf(const QByteArray &word, bool isBase64)
{
    if (isBase64)
        return QByteArray::fromBase64(word);
    QByteArray bytes = word;
    return QByteArray::fromPercentEncoding(bytes.replace('_', ' '), '=');
}

/// Words of one encoding next to each other are decoded together: some programs part them in the middle of a letter.
struct Run {
    QByteArray encoding;
    QByteArray bytes;

    QString text() const
    {
        if (encoding.isEmpty())
            return {};
        return decodedText(bytes, encoding).text;
    }
};

} // namespace

QString decodedHeader(const QByteArray &raw)
{
    static const QRegularExpression word(QStringLiteral("=\\?([^?\\s*]+)(?:\\*[^?\\s]*)?\\?([bBqQ])\\?([^?]*)\\?="));
    // As Latin-1 each byte is one unit, so that what is no encoded word can be had back as bytes.
    const QString source = QString::fromLatin1(raw);
    QString text;
    Run run;
    qsizetype end = 0;
    auto matches = word.globalMatch(source);
    const auto addPlain = [&](qsizetype from, qsizetype to) {
        text += decodedText(source.mid(from, to - from).toLatin1()).text;
    };
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QByteArray encoding = match.captured(1).toLatin1().toLower();
        const bool adjoins =
            !run.encoding.isEmpty() && QStringView(source).sliced(end, match.capturedStart() - end).trimmed().isEmpty();
        if (!adjoins || encoding != run.encoding) {
            text += run.text();
            run = {encoding, {}};
            if (!adjoins)
                addPlain(end, match.capturedStart());
        }
        run.bytes += bytesOf(match.captured(3).toLatin1(), match.captured(2).toLower() == u"b");
        end = match.capturedEnd();
    }
    text += run.text();
    addPlain(end, source.size());
    return text.simplified();
}

} // namespace model::reader
