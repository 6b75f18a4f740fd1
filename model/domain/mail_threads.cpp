// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/mail_threads.h"

#include <QHash>

#include <algorithm>
#include <tuple>
#include <utility>

namespace model {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Ids that belong together.
class Groups final {
public:
    std::size_t of(const QString &id)
    {
        const auto known = m_places.constFind(id);
        if (known != m_places.constEnd())
            return rootOf(*known);
        m_parents.push_back(m_parents.size());
        m_places.insert(id, m_parents.back());
        return m_parents.back();
    }
    void join(const QString &a, const QString &b)
    {
        const std::size_t first = of(a);
        m_parents[of(b)] = first;
    }

private:
    std::size_t rootOf(std::size_t place)
    {
        while (m_parents[place] != place) {
            m_parents[place] = m_parents[m_parents[place]];
            place = m_parents[place];
        }
        return place;
    }
    QHash<QString, std::size_t> m_places;
    std::vector<std::size_t> m_parents;
};

/// An id of its own for a mail that gives none.
QString idOf(const NumberedMail &mail)
{
    return mail.facts.messageId.isEmpty() ? QStringLiteral(" %1").arg(mail.number) : mail.facts.messageId;
}

class Threads final {
public:
    explicit Threads(std::vector<NumberedMail> mails)
        : m_mails(std::move(mails))
        , m_answers(m_mails.size())
        , m_parents(m_mails.size(), none)
        , m_done(m_mails.size(), false)
    {
        std::sort(m_mails.begin(), m_mails.end(), [](const NumberedMail &a, const NumberedMail &b) {
            return std::tie(a.facts.sentMs, a.number) < std::tie(b.facts.sentMs, b.number);
        });
        for (std::size_t i = 0; i < m_mails.size(); ++i) {
            const QString id = idOf(m_mails[i]);
            if (!m_byId.contains(id))
                m_byId.insert(id, i);
            for (const QString &other : m_mails[i].facts.references)
                m_groups.join(id, other);
            if (!m_mails[i].facts.inReplyTo.isEmpty())
                m_groups.join(id, m_mails[i].facts.inReplyTo);
        }
        for (std::size_t i = 0; i < m_mails.size(); ++i) {
            m_parents[i] = parentOf(i);
            if (m_parents[i] != none)
                m_answers[m_parents[i]].push_back(i);
        }
    }

    std::vector<ThreadedMail> inOrder()
    {
        QHash<std::size_t, std::vector<std::size_t>> members;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_mails.size(); ++i) {
            auto &group = members[m_groups.of(idOf(m_mails[i]))];
            if (group.empty())
                order.push_back(m_groups.of(idOf(m_mails[i])));
            group.push_back(i);
        }
        for (const std::size_t group : order) {
            m_first = 0;
            m_place = 0;
            for (const std::size_t mail : members[group]) {
                if (m_parents[mail] == none)
                    give(mail);
            }
            // Mails that answer each other in a circle.
            for (const std::size_t mail : members[group]) {
                if (!m_done[mail])
                    give(mail);
            }
        }
        return std::move(m_given);
    }

private:
    std::size_t parentOf(std::size_t mail) const
    {
        const MailFacts &facts = m_mails[mail].facts;
        const auto known = [&](const QString &id) {
            const std::size_t found = m_byId.value(id, none);
            return found == mail ? none : found;
        };
        if (const std::size_t answered = known(facts.inReplyTo); answered != none)
            return answered;
        for (auto id = facts.references.crbegin(); id != facts.references.crend(); ++id) {
            if (const std::size_t answered = known(*id); answered != none)
                return answered;
        }
        return none;
    }

    /// The mail and all that answer it.
    void give(std::size_t start)
    {
        std::vector<std::pair<std::size_t, int>> waiting{{start, 0}};
        while (!waiting.empty()) {
            const auto [mail, depth] = waiting.back();
            waiting.pop_back();
            if (m_done[mail])
                continue;
            m_done[mail] = true;
            m_first = m_first == 0 ? m_mails[mail].number : m_first;
            const qint64 repliesTo = m_parents[mail] == none ? 0 : m_mails[m_parents[mail]].number;
            m_given.push_back({m_mails[mail], m_first, ++m_place, depth, repliesTo});
            for (auto answer = m_answers[mail].rbegin(); answer != m_answers[mail].rend(); ++answer)
                waiting.emplace_back(*answer, depth + 1);
        }
    }

    std::vector<NumberedMail> m_mails;
    std::vector<std::vector<std::size_t>> m_answers;
    std::vector<std::size_t> m_parents;
    std::vector<bool> m_done;
    QHash<QString, std::size_t> m_byId;
    Groups m_groups;
    std::vector<ThreadedMail> m_given;
    qint64 m_first = 0;
    int m_place = 0;
};

} // namespace

std::vector<ThreadedMail> threadsOf(std::vector<NumberedMail> mails)
{
    return Threads(std::move(mails)).inOrder();
}

} // namespace model
