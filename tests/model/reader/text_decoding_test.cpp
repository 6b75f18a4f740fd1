// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_decoding.h"

#include "tests/support/catch.h"

#include <QStringEncoder>

using namespace model::reader;

namespace {

void check(const QByteArray &bytes, const QString &text, const QString &encoding, const QByteArray &claimed = {})
{
    const DecodedText decoded = decodedText(bytes, claimed);
    CHECK(decoded.text.toStdString() == text.toStdString());
    CHECK(decoded.encoding.toStdString() == encoding.toStdString());
}

QByteArray inBytes(const QString &text, QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding)(text);
}

} // namespace

TEST_CASE("a text is read in the encoding that its start, or what it holds, speaks for")
{
    const QString text = QStringLiteral("Caf\u00e9 \u2013 na\u00efve, 12 \u20ac");
    check(text.toUtf8(), text, QStringLiteral("UTF-8"));
    check("\xef\xbb\xbf" + text.toUtf8(), text, QStringLiteral("UTF-8"));
    check("\xff\xfe" + inBytes(text, QStringConverter::Utf16LE), text, QStringLiteral("UTF-16LE"));
    check("\xfe\xff" + inBytes(text, QStringConverter::Utf16BE), text, QStringLiteral("UTF-16BE"));
    check(inBytes(QStringLiteral("Plain letters"), QStringConverter::Utf16LE), QStringLiteral("Plain letters"),
          QStringLiteral("UTF-16LE"));
    check("Plain letters", QStringLiteral("Plain letters"), QStringLiteral("UTF-8"));
}

TEST_CASE("what is no Unicode is taken for what its letters are likely to be")
{
    check("Caf\xe9 \x96 12 \x80", QStringLiteral("Caf\u00e9 \u2013 12 \u20ac"), QStringLiteral("windows-1252"));
    // "The data is passed to partners" in Russian
    const QByteArray russian = "\xc4\xe0\xed\xed\xfb\xe5 \xef\xe5\xf0\xe5\xe4\xe0\xfe\xf2\xf1\xff "
                               "\xef\xe0\xf0\xf2\xed\xe5\xf0\xe0\xec \xea\xee\xec\xef\xe0\xed\xe8\xe8.";
    check(russian, QString::fromUtf8("Данные передаются партнерам компании."), QStringLiteral("windows-1251"));
}

TEST_CASE("the encoding a mail or a page names holds, but for what is plainly another")
{
    check("\xe4\xf6", QString::fromUtf8("äö"), QStringLiteral("windows-1252"), "ISO-8859-1");
    check("\xb1", QStringLiteral("\u0105"), QStringLiteral("iso-8859-2"), "iso-8859-2");
    check("\xc3\xa4", QString::fromUtf8("ä"), QStringLiteral("UTF-8"), "iso-8859-1");
    // Of old Japanese mails: seven bits, so that it would pass for ASCII.
    check("\x1b$B4A;z\x1b(B", QString::fromUtf8("漢字"), QStringLiteral("iso-2022-jp"), "iso-2022-jp");
    check("abc", QStringLiteral("abc"), QStringLiteral("UTF-8"), "no such encoding");
}

TEST_CASE("a program or a picture does not look like text, and a text with a stray byte does")
{
    CHECK(looksLikeText("Plain\tletters\r\n"));
    CHECK(looksLikeText(QByteArray(200, 'a') + "\x01"));
    CHECK(looksLikeText(inBytes(QStringLiteral("\ufeffletters"), QStringConverter::Utf16LE)));
    CHECK_FALSE(looksLikeText({}));
    CHECK_FALSE(looksLikeText(QByteArray("\x7f"
                                         "ELF\x02\x01\x01\0\0\0\0\0",
                                         12)));
    CHECK_FALSE(looksLikeText(QByteArray("text\0with zeros", 15)));
}
