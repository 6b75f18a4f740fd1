// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/id.h"

namespace model {

std::optional<IdRange> idsBeginningWith(const QString &word)
{
    constexpr qsizetype shortest = 8;
    const QString least = QStringLiteral("00000000-0000-0000-0000-000000000000");
    const QString greatest = QStringLiteral("ffffffff-ffff-ffff-ffff-ffffffffffff");
    if (word.size() < shortest || word.size() > greatest.size())
        return std::nullopt;
    // The least one may be the null id, which is also what comes of a word that is none; the greatest tells.
    const QUuid last = QUuid::fromString(word + greatest.mid(word.size()));
    if (last.isNull())
        return std::nullopt;
    return IdRange{QUuid::fromString(word + least.mid(word.size())).toRfc4122(), last.toRfc4122()};
}

} // namespace model
