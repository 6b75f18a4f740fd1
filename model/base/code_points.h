// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace model {

/// The command line and the exports count Unicode code points; inside we count UTF-16 code units.
/// A lone surrogate counts as one code point.

qsizetype codePointCount(QStringView text);

/// The code unit at which code point number `codePoint` (from 0) starts; text.size() for the one past the last;
/// nothing when the text has fewer.
std::optional<qsizetype> unitOfCodePoint(QStringView text, qsizetype codePoint);

/// The number of the code point that holds code unit `unit`; `unit` may be text.size().
qsizetype codePointOfUnit(QStringView text, qsizetype unit);

/// The same for many units of one text.
class CodePoints final {
public:
    explicit CodePoints(QStringView text);
    qsizetype codePointOf(qsizetype unit) const;

private:
    std::vector<qsizetype> m_pairs; ///< the second unit of each surrogate pair, ascending
};

} // namespace model
