// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/preferences.h"

namespace ui {

/// Gives the whole program light or dark colours; System means as the desktop was at the start.
void applyAppearance(Appearance appearance);

} // namespace ui
