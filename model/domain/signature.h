// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

/// Who decided something, and when.
struct Signature {
    QString author;
    qint64 timeMs = 0; ///< UTC

    friend bool operator==(const Signature &, const Signature &) = default;
};

} // namespace model
