// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/question_pool.h"

#include "model/store/database.h"

#include <algorithm>

namespace model::session {

QuestionPool::QuestionPool(QString casePath, CaseFile::Options options, int threads)
    : m_casePath(std::move(casePath))
    , m_options(std::move(options))
    , m_underWay(static_cast<size_t>(threads))
{
    for (size_t place = 0; place < m_underWay.size(); ++place)
        m_threads.emplace_back([this, place] { run(place); });
}

QuestionPool::~QuestionPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_waiting.clear();
        for (const UnderWay &one : m_underWay) {
            if (one.file)
                one.file->database().interrupt();
        }
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

QuestionPool::Ticket QuestionPool::submit(Work work)
{
    Ticket ticket = 0;
    {
        const std::lock_guard lock(m_mutex);
        ticket = ++m_lastTicket;
        m_waiting.push_back({ticket, std::move(work)});
    }
    m_wake.notify_one();
    return ticket;
}

void QuestionPool::cancel(Ticket ticket)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_waiting, [ticket](const Question &question) { return question.ticket == ticket; });
    for (const UnderWay &one : m_underWay) {
        if (one.ticket == ticket && one.file)
            one.file->database().interrupt();
    }
}

void QuestionPool::run(size_t place)
{
    std::unique_ptr<CaseFile> file;
    for (;;) {
        Question question;
        {
            std::unique_lock lock(m_mutex);
            m_underWay[place] = {};
            m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
            if (m_ending)
                return;
            question = std::move(m_waiting.front());
            m_waiting.pop_front();
            m_underWay[place] = {question.ticket, file.get()};
        }
        if (!file) {
            auto opened = CaseFile::open(m_casePath, Access::ReadOnly, m_options);
            if (!opened) {
                question.work(opened.error());
                continue;
            }
            file = std::move(*opened);
            const std::lock_guard lock(m_mutex);
            m_underWay[place].file = file.get();
        }
        question.work(file.get());
    }
}

} // namespace model::session
