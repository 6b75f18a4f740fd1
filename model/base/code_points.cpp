// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/code_points.h"

#include <algorithm>

namespace model {
namespace {

qsizetype unitsAt(QStringView text, qsizetype unit)
{
    const bool pair = text[unit].isHighSurrogate() && unit + 1 < text.size() && text[unit + 1].isLowSurrogate();
    return pair ? 2 : 1;
}

} // namespace

qsizetype codePointCount(QStringView text)
{
    return codePointOfUnit(text, text.size());
}

std::optional<qsizetype> unitOfCodePoint(QStringView text, qsizetype codePoint)
{
    if (codePoint < 0)
        return std::nullopt;
    qsizetype unit = 0;
    for (; codePoint > 0; --codePoint) {
        if (unit >= text.size())
            return std::nullopt;
        unit += unitsAt(text, unit);
    }
    return unit;
}

qsizetype codePointOfUnit(QStringView text, qsizetype unit)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < text.size() && at + unitsAt(text, at) <= unit; at += unitsAt(text, at))
        ++count;
    return count;
}

CodePoints::CodePoints(QStringView text)
{
    for (qsizetype unit = 0; unit < text.size(); unit += unitsAt(text, unit)) {
        if (unitsAt(text, unit) == 2)
            m_pairs.push_back(unit + 1);
    }
}

qsizetype CodePoints::codePointOf(qsizetype unit) const
{
    // A pair counts once, also for its second unit.
    return unit - (std::upper_bound(m_pairs.begin(), m_pairs.end(), unit) - m_pairs.begin());
}

} // namespace model
