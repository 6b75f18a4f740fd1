// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace model {

// No table of contents is longer or deeper, wherever it comes from. It is shown as a tree, which takes as much of the
// stack as it is deep.
inline constexpr qsizetype maximumOutline = 10'000; ///< entries
inline constexpr int maximumOutlineLevel = 64;      ///< from 0

} // namespace model
