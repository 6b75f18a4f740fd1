// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/chain.h"

#include "model/journal/entry_hash.h"
#include "model/journal/payload.h"

#include <set>

namespace model::journal {
namespace {

using Place = std::pair<qint64, qint64>; ///< entry, part

class ChainCheck {
public:
    explicit ChainCheck(store::Database &database)
        : m_table(database)
    {
    }

    Result<QStringList> run(const std::stop_token &stop)
    {
        for (;;) {
            const auto rows = m_table.entries(m_seq, 1000);
            if (!rows)
                return rows.error();
            if (rows->empty())
                break;
            for (const store::JournalRow &row : *rows) {
                if (stop.stop_requested())
                    return stopped();
                if (const auto checked = check(row); !checked)
                    return checked.error();
                m_seq = row.seq;
                m_previous = row.hash;
            }
        }
        for (const Place &place : m_erased) {
            if (m_vouched.count(place) == 0)
                say(place.first, QStringLiteral("had a part erased without a withdrawal"));
        }
        return m_problems;
    }

private:
    void say(qint64 seq, const QString &what)
    {
        m_problems.append(QStringLiteral("Entry %1 of the journal %2.").arg(seq).arg(what));
    }

    Result<void> check(const store::JournalRow &row)
    {
        if (row.seq != m_seq + 1)
            say(row.seq, QStringLiteral("does not follow entry %1: entries are missing").arg(m_seq));
        if (!(row.previousHash == m_previous))
            say(row.seq, QStringLiteral("does not carry the hash of the entry before it"));
        if (!(row.hash == entryHash(row)))
            say(row.seq, QStringLiteral("was changed: its hash is wrong"));
        const auto kind = entryKindFromWord(row.kind);
        const bool takesBack = kind == EntryKind::Undo || kind == EntryKind::Redo;
        if (!kind || (takesBack ? row.target < 1 || row.target >= row.seq : row.target != 0))
            say(row.seq, QStringLiteral("cannot be understood"));
        const auto parts = m_table.parts(row.seq);
        if (!parts)
            return parts.error();
        if (!(row.payloadHash == payloadHash(*parts)))
            say(row.seq, QStringLiteral("does not have the parts it was written with"));
        for (const store::JournalPartRow &part : *parts)
            check(part, kind.value_or(EntryKind::Decision));
        return {};
    }

    void check(const store::JournalPartRow &part, EntryKind kind)
    {
        if (!part.payload) {
            m_erased.insert({part.seq, part.place});
            return;
        }
        if (!(part.hash == partHash(part.salt, *part.payload)))
            say(part.seq, QStringLiteral("was changed: what it says is not what was written"));
        bool understood = false;
        if (kind == EntryKind::Receipt)
            understood = receivedFileFromPayload(*part.payload).has_value();
        else if (kind == EntryKind::Withdrawal) {
            const auto withdrawal = withdrawalFromPayload(*part.payload);
            understood = withdrawal.has_value();
            if (understood)
                m_vouched.insert(withdrawal->erased.begin(), withdrawal->erased.end());
        } else
            understood = appliedChangeFromPayload(*part.payload).has_value();
        if (!understood)
            say(part.seq, QStringLiteral("cannot be understood"));
    }

    store::JournalTable m_table;
    qint64 m_seq = 0;
    Sha256 m_previous = noHash();
    std::set<Place> m_erased;
    std::set<Place> m_vouched;
    QStringList m_problems;
};

} // namespace

Result<QStringList> checkChain(store::Database &database, const std::stop_token &stop)
{
    return ChainCheck(database).run(stop);
}

} // namespace model::journal
