// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/intake/crew.h"

#include <chrono>

namespace model::intake {

/// Hands what the crew puts into the channel to `store`, which takes some of it off the front, until the crew is done
/// and nothing is left, or until one of them fails; then nobody of the crew is at work any longer. `tell` is called at
/// least ten times a second, but while `store` works.
template <class Channel, class Tell, class Store>
Result<void> takeAll(Channel &channel, Crew &crew, Tell tell, Store store)
{
    constexpr std::chrono::milliseconds patience(100);
    decltype(channel.take(patience)) waiting;
    Result<void> outcome;
    for (;;) {
        // Asked before taking: what comes between the two is taken in the next round.
        const bool last = waiting.empty() && channel.isClosed();
        if (waiting.empty())
            waiting = channel.take(patience);
        tell();
        if (last && waiting.empty())
            break;
        if (!waiting.empty())
            outcome = store(waiting);
        if (!outcome)
            break;
    }
    channel.close();
    crew.stop();
    if (outcome && crew.failure())
        outcome = *crew.failure();
    return outcome;
}

} // namespace model::intake
