// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace model::session {

/// Asks a case, and hears only the answer to the last question asked through it: asking again, cancelling or destroying
/// the inquiry drops what was asked before. The answer comes on the thread that asked.
class Inquiry final : public QObject {
    Q_OBJECT
public:
    explicit Inquiry(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    ~Inquiry() override { cancel(); }

    template <class T>
    void ask(CaseSession &session, std::function<Result<T>(const CaseFile &)> question,
             std::function<void(Result<T>)> answer)
    {
        cancel();
        const quint64 token = ++m_token;
        m_session = &session;
        m_waiting = true;
        m_ticket =
            session.ask([question = std::move(question), answer = std::move(answer), inquiry = QPointer<Inquiry>(this),
                         token](const Result<CaseFile *> &file) -> std::function<void()> {
                Result<T> result = file ? question(**file) : Result<T>(file.error());
                return [inquiry, token, answer, result = std::move(result)]() mutable {
                    if (!inquiry || inquiry->m_token != token)
                        return;
                    inquiry->m_waiting = false;
                    answer(std::move(result));
                };
            });
    }

    void cancel()
    {
        ++m_token;
        if (m_waiting && m_session)
            m_session->cancel(m_ticket);
        m_waiting = false;
    }
    bool isWaiting() const { return m_waiting; }

private:
    QPointer<CaseSession> m_session;
    quint64 m_token = 0;
    quint64 m_ticket = 0;
    bool m_waiting = false;
};

} // namespace model::session
