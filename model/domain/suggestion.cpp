// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/suggestion.h"

#include <algorithm>
#include <iterator>

namespace model {
namespace {

constexpr int bitsPerDigit = 5;
constexpr int digitCount = 12;
/// Without those that are taken for others.
constexpr char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";

/// The first 60 bits of a hash over the parts.
qint64 numberOf(const Passage &passage, const QStringList &parts)
{
    const QString place =
        QStringLiteral("%1 %2 %3 %4").arg(passage.firstPage).arg(passage.start).arg(passage.lastPage).arg(passage.end);
    const Sha256 hash = Sha256::of(passage.document.bytes() + place.toUtf8() + '\0' + parts.join(QChar::Null).toUtf8());
    const QByteArray bytes = hash.bytes();
    quint64 number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | static_cast<quint8>(bytes[i]);
    return static_cast<qint64>(number >> 4);
}

} // namespace

SuggestionId SuggestionId::ofTag(const Passage &passage, TagKind kind, const QString &name)
{
    return SuggestionId(numberOf(passage, {toWord(kind), name}));
}

SuggestionId SuggestionId::ofLink(const Passage &evidence, const QString &partner, const QString &permission,
                                  Stance stance)
{
    return SuggestionId(numberOf(evidence, {QStringLiteral("link"), partner, permission, toWord(stance)}));
}

std::optional<SuggestionId> SuggestionId::fromString(const QString &text)
{
    if (text.size() != digitCount)
        return std::nullopt;
    qint64 number = 0;
    for (const QChar c : text) {
        const qsizetype digit = QByteArrayView(digits).indexOf(c.toLatin1());
        if (digit < 0)
            return std::nullopt;
        number = number << bitsPerDigit | digit;
    }
    return SuggestionId(number);
}

QString SuggestionId::toString() const
{
    QString text(digitCount, u'0');
    qint64 rest = m_number;
    for (qsizetype at = digitCount - 1; at >= 0; --at, rest >>= bitsPerDigit)
        text[at] = QLatin1Char(digits[rest & ((1 << bitsPerDigit) - 1)]);
    return text;
}

void Suggestions::append(Suggestions &&others)
{
    std::move(others.tags.begin(), others.tags.end(), std::back_inserter(tags));
    std::move(others.links.begin(), others.links.end(), std::back_inserter(links));
}

} // namespace model
