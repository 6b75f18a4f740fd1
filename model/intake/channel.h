// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <iterator>
#include <map>
#include <mutex>
#include <stop_token>
#include <utility>
#include <vector>

namespace model::intake {

/// Hands values from several workers to one writer. What waits in it never weighs more than the limit, but for one
/// value that does so by itself: a worker that is too fast waits.
template <class T> class Channel final {
public:
    explicit Channel(qint64 limit)
        : m_limit(limit)
    {
    }

    /// False: closed, the value is dropped.
    bool push(T value, qint64 weight)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] { return m_closed || m_weight == 0 || m_weight + weight <= m_limit; });
        if (m_closed)
            return false;
        m_weight += weight;
        m_values.push_back({std::move(value), weight});
        m_news.notify_one();
        return true;
    }

    /// Everything that is there; waits up to `patience` for something to come.
    std::deque<T> take(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_news.wait_for(lock, patience, [&] { return m_closed || !m_values.empty(); });
        std::deque<T> taken;
        for (Weighed &weighed : m_values)
            taken.push_back(std::move(weighed.value));
        m_values.clear();
        m_weight = 0;
        m_room.notify_all();
        return taken;
    }

    /// No value goes in any more; what is there can still be taken.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_room.notify_all();
        m_news.notify_all();
    }
    bool isClosed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }

private:
    struct Weighed {
        T value;
        qint64 weight = 0;
    };
    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_news;
    std::deque<Weighed> m_values;
    const qint64 m_limit;
    qint64 m_weight = 0;
    bool m_closed = false;
};

/// The same, but the values come out in the order of their tickets, whichever worker is done first: each ticket, from
/// 0, may have any number of values and is done at last. Workers that are ahead wait once `limit` values are held back,
/// at most until they are told to stop: the turn of a worker that failed never comes.
template <class T> class OrderedChannel final {
public:
    explicit OrderedChannel(size_t limit)
        : m_limit(limit)
    {
    }

    /// False: closed or stopped, the value is dropped.
    bool push(qint64 ticket, T value, const std::stop_token &stop = {})
    {
        std::unique_lock lock(m_mutex);
        if (!m_room.wait(lock, stop, [&] { return m_closed || ticket == m_current || m_held < m_limit; }) || m_closed)
            return false;
        m_tickets[ticket].values.push_back(std::move(value));
        ++m_held;
        m_news.notify_one();
        return true;
    }

    void done(qint64 ticket)
    {
        const std::lock_guard lock(m_mutex);
        m_tickets[ticket].isDone = true;
        advance();
        m_news.notify_one();
    }

    /// The values whose turn it is; waits up to `patience` for one to come.
    std::deque<T> take(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_news.wait_for(lock, patience, [&] { return m_closed || !m_ready.empty() || hasCurrent(); });
        advance();
        m_room.notify_all();
        m_held -= m_ready.size();
        return std::exchange(m_ready, {});
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_room.notify_all();
        m_news.notify_all();
    }
    bool isClosed() const
    {
        const std::lock_guard lock(m_mutex);
        return m_closed;
    }

private:
    struct Ticket {
        std::deque<T> values;
        bool isDone = false;
    };

    bool hasCurrent() const
    {
        const auto current = m_tickets.find(m_current);
        return current != m_tickets.end() && !current->second.values.empty();
    }
    /// Moves what has its turn to m_ready, and the turn on past tickets that are done.
    void advance()
    {
        for (auto current = m_tickets.find(m_current); current != m_tickets.end();
             current = m_tickets.find(m_current)) {
            std::move(current->second.values.begin(), current->second.values.end(), std::back_inserter(m_ready));
            current->second.values.clear();
            if (!current->second.isDone)
                return;
            m_tickets.erase(current);
            ++m_current;
            m_room.notify_all();
        }
    }

    mutable std::mutex m_mutex;
    std::condition_variable_any m_room;
    std::condition_variable m_news;
    std::map<qint64, Ticket> m_tickets;
    std::deque<T> m_ready;
    const size_t m_limit;
    size_t m_held = 0;
    qint64 m_current = 0;
    bool m_closed = false;
};

} // namespace model::intake
