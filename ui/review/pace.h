// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace ui::review {

/// How quickly the reporter decides, measured over the last half hour. Times are milliseconds of any one clock.
class Pace final {
public:
    void decided(qint64 nowMs, int count);
    /// How long as many more would take at that pace; nothing while too little has been decided to say.
    std::optional<qint64> msFor(qint64 left, qint64 nowMs) const;

private:
    struct Step {
        qint64 atMs = 0;
        int count = 0;
    };
    std::deque<Step> m_steps; ///< oldest first
};

} // namespace ui::review
