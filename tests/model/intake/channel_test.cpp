// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/channel.h"
#include "model/intake/take_all.h"

#include "tests/support/catch.h"

#include <atomic>
#include <numeric>
#include <thread>

using namespace model::intake;
using namespace std::chrono_literals;

namespace {

/// Everything that comes until the channel is closed.
template <class Channel> std::vector<int> drain(Channel &channel)
{
    std::vector<int> values;
    for (;;) {
        const bool last = channel.isClosed();
        const auto taken = channel.take(10ms);
        values.insert(values.end(), taken.begin(), taken.end());
        if (last && taken.empty())
            return values;
    }
}

} // namespace

TEST_CASE("a channel holds no more than its limit, but lets one heavy value through")
{
    Channel<int> channel(10);
    std::atomic<int> pushed = 0;
    std::jthread worker([&] {
        for (int i = 0; i < 5; ++i) {
            channel.push(i, 100);
            ++pushed;
        }
        channel.close();
    });
    const auto first = channel.take(1000ms);
    CHECK(first.size() == 1);
    std::vector<int> values(first.begin(), first.end());
    const std::vector<int> rest = drain(channel);
    values.insert(values.end(), rest.begin(), rest.end());
    CHECK(values == std::vector<int>({0, 1, 2, 3, 4}));
    CHECK_FALSE(channel.push(9, 1));
}

TEST_CASE("an ordered channel gives values in the order of their tickets, whichever worker is first")
{
    OrderedChannel<int> channel(4);
    std::atomic<qint64> next = 0;
    {
        std::vector<std::jthread> workers;
        std::atomic<int> atWork = 3;
        for (int i = 0; i < 3; ++i)
            workers.emplace_back([&] {
                for (qint64 ticket = next++; ticket < 200; ticket = next++) {
                    for (int part = 0; part < static_cast<int>(ticket % 5); ++part)
                        channel.push(ticket, static_cast<int>(ticket) * 10 + part);
                    channel.done(ticket);
                }
                if (--atWork == 0)
                    channel.close();
            });
        std::vector<int> expected;
        for (int ticket = 0; ticket < 200; ++ticket) {
            for (int part = 0; part < ticket % 5; ++part)
                expected.push_back(ticket * 10 + part);
        }
        CHECK(drain(channel) == expected);
    }
}

TEST_CASE("a ticket that is never done holds back what comes after it")
{
    OrderedChannel<int> channel(10);
    channel.push(1, 11);
    channel.done(1);
    channel.push(0, 1);
    CHECK(channel.take(0ms) == std::deque<int>({1}));
    channel.close();
    CHECK(channel.take(0ms).empty());
}

TEST_CASE("a worker that is ahead is let go when all are told to stop, though the turn before it never ends")
{
    std::stop_source stop;
    OrderedChannel<int> channel(1);
    REQUIRE(channel.push(1, 10)); // ticket 0 failed: it will never be done
    bool taken = true;
    {
        const std::jthread ahead([&] { taken = channel.push(2, 20, stop.get_token()); });
        stop.request_stop();
    }
    CHECK_FALSE(taken);
}

TEST_CASE("what the workers hand over while the writer still has some left is stored all the same")
{
    constexpr int count = 50;
    Channel<int> channel(1000);
    Crew crew({});
    std::atomic<int> pushed = 0;
    std::atomic<bool> isStoring = false;
    crew.start(
        1,
        [&] {
            for (int i = 0; i < count; ++i) {
                channel.push(i, 1);
                ++pushed;
                // The first two are taken; the rest come, and the channel closes, while those are being stored.
                if (i == 1)
                    isStoring.wait(false);
            }
        },
        [&] { channel.close(); });
    while (pushed < 2)
        std::this_thread::yield();
    std::vector<int> stored;
    const auto outcome = takeAll(
        channel, crew, [] {},
        [&](std::deque<int> &waiting) -> model::Result<void> {
            isStoring = true;
            isStoring.notify_all();
            while (!channel.isClosed())
                std::this_thread::yield();
            stored.push_back(waiting.front());
            waiting.pop_front();
            return {};
        });
    CHECK(outcome.has_value());
    std::vector<int> all(count);
    std::iota(all.begin(), all.end(), 0);
    CHECK(stored == all);
}
