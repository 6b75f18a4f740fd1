// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/writer_thread.h"

namespace model::session {

WriterThread::WriterThread(Opener open, Opened opened)
    : m_thread([this, open = std::move(open), opened = std::move(opened)] { run(open, opened); })
{
}

WriterThread::~WriterThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_imports.clear();
    }
    m_wake.notify_all();
    m_thread.join();
}

void WriterThread::submit(Urgency urgency, Work work)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending)
            return;
        (urgency == Urgency::Decision ? m_decisions : m_imports).push_back(std::move(work));
    }
    m_wake.notify_one();
}

WriterThread::Work WriterThread::next()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_ending || !m_decisions.empty() || !m_imports.empty(); });
    auto &queue = m_decisions.empty() ? m_imports : m_decisions;
    if (queue.empty())
        return {};
    Work work = std::move(queue.front());
    queue.pop_front();
    return work;
}

void WriterThread::run(const Opener &open, const Opened &opened)
{
    auto file = open();
    if (!file) {
        opened(file.error());
        return;
    }
    opened(file->get());
    while (const Work work = next())
        work(**file);
}

} // namespace model::session
