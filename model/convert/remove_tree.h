// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace model::convert {

/// Deletes a folder with all in it, also what its maker took the rights to away. Links are deleted, not followed. False
/// when something is left; nothing there is fine.
bool removeTree(const std::string &path);

} // namespace model::convert
