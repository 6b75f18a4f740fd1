// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace app {

/// Turns Ctrl+C, and a polite kill, into a stop request, so that work ends between two steps. Must be made before other
/// threads and processes are: they inherit that these signals wait for this one.
class InterruptWatch final {
public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch &) = delete;
    InterruptWatch &operator=(const InterruptWatch &) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    int m_signals = -1; ///< descriptors
    int m_end = -1;
    std::thread m_thread;
};

} // namespace app
