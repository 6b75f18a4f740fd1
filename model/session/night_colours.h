// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

namespace model::session {

/// How the paper of a page is shown.
enum class PaperColours { Day, Night };

/// The grey that white paper and black ink become at night, 0 to 255.
inline constexpr int nightPaper = 24;
inline constexpr int nightInk = 232;

/// Turns light into dark and dark into light, and leaves each hue what it is, so that a red stamp stays red.
void turnToNight(PagePicture &picture);

} // namespace model::session
