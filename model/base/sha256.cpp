// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/sha256.h"

#include <QCryptographicHash>

#include <algorithm>

namespace model {

Sha256 Sha256::of(const QByteArray &bytes)
{
    return Sha256(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
}

std::optional<Sha256> Sha256::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != 32)
        return std::nullopt;
    return Sha256(bytes);
}

std::optional<Sha256> Sha256::fromHex(const QString &hex)
{
    const auto isDigit = [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'f') || (u >= u'A' && u <= u'F');
    };
    if (hex.size() != 64 || !std::all_of(hex.begin(), hex.end(), isDigit))
        return std::nullopt;
    return Sha256(QByteArray::fromHex(hex.toLatin1()));
}

} // namespace model
