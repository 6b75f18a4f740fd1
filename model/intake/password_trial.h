// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"

#include <QByteArray>

#include <set>

namespace model::intake {

/// A password that the reporter gave. It is in memory only, and goes with this.
struct PasswordTrial {
    QByteArray password; ///< empty: none
    /// Documents that it was not given for: they are encrypted, too, and came with those that it was given for. One
    /// that it does not open stays as it was and is no news.
    std::set<Sha256> guessed = {};
};

} // namespace model::intake
