// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/preferences.h"

#include <QPalette>

namespace ui {

/// Gives the whole program light or dark colours; System means as the desktop was at the start.
void applyAppearance(Appearance appearance);
/// Its colours, dark or light; the contrast of all text on its ground is at least 4.5:1 (tested).
QPalette paletteFor(bool dark);

} // namespace ui
