// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/preferences.h"

namespace ui {

/// Gives the whole program light or dark colours; System goes back to what the desktop asked for at the start.
void applyAppearance(Appearance appearance);

} // namespace ui
