// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model::copies {

/// Whether two folded words may be one word of which a scan was misread: a few letters differ. Of figures, a digit was
/// lost or taken for a letter; where a digit stands for another digit, they are two figures.
bool areNear(QStringView first, QStringView second);

} // namespace model::copies
