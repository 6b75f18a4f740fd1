// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/entry_path.h"

#include "model/reader/answers.h"
#include "model/reader/wire.h"

#include <QStringDecoder>
#include <QStringList>

namespace model::reader {
namespace {

// Code page 437 from 0x80 on.
constexpr QStringView oldZipCharacters = u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦"
                                         u"╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·"
                                         u"√ⁿ²■\u00a0";
static_assert(oldZipCharacters.size() == 128);

QString decoded(const QByteArray &name)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(name);
    if (!utf8.hasError())
        return text;
    QString old;
    for (const char byte : name) {
        const auto value = static_cast<uchar>(byte);
        old += value < 0x80 ? QChar(char16_t(value)) : oldZipCharacters[value - 0x80];
    }
    return old;
}

bool turnsWriting(QChar unit)
{
    const char16_t value = unit.unicode();
    return value == 0x200e || value == 0x200f || (value >= 0x202a && value <= 0x202e) ||
           (value >= 0x2066 && value <= 0x2069);
}

QString shown(QString part)
{
    for (QChar &unit : part) {
        if (unit == u'\n' || unit == u'\t' || turnsWriting(unit))
            unit = QChar(QChar::ReplacementCharacter);
    }
    return part;
}

bool isDrive(const QString &part)
{
    return part.size() == 2 && part[1] == u':' && part[0].unicode() < 0x80 && part[0].isLetter();
}

} // namespace

std::optional<QString> displayPath(const QByteArray &name)
{
    QString text = cleaned(decoded(name));
    text.replace(u'\\', u'/');
    QStringList parts;
    for (const QString &part : text.split(u'/', Qt::SkipEmptyParts)) {
        if (part == u"..")
            return std::nullopt;
        if (part != u"." && !(parts.isEmpty() && isDrive(part)))
            parts.append(shown(part));
    }
    // From the end, which has the file's own name.
    const QString path = parts.join(u'/').right(maximumLine);
    const qsizetype start = path.startsWith(u'/') ? 1 : 0;
    return path.isEmpty() ? QStringLiteral("unnamed") : cleaned(path.sliced(start));
}

} // namespace model::reader
