// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace model {

/// Letters and digits of any script.
qsizetype lettersIn(QStringView text);

/// Whether this cannot be what somebody reads on the page: characters that stand for nothing, signs instead of letters,
/// or letters that make no words of any language, as from a font that does not say which letters its shapes are. Too
/// little text is never garbled.
bool isGarbled(QStringView text);

} // namespace model
