// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/replay.h"

#include "model/journal/apply.h"
#include "model/journal/journal.h"
#include "model/store/journal_table.h"

namespace model::journal {
namespace {

/// Rows are read in pieces, so that a long journal does not fill the memory.
constexpr qint64 piece = 1000;

} // namespace

Result<void> replay(store::Database &from, store::Database &into, const std::stop_token &stop)
{
    const store::JournalTable table(from);
    qint64 last = 0;
    for (;;) {
        const auto rows = table.entries(last, piece);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return {};
        for (const store::JournalRow &row : *rows) {
            if (stop.stop_requested())
                return stopped();
            const auto parts = changesOf(from, row.seq);
            if (!parts)
                return parts.error();
            for (const AppliedChange &part : *parts) {
                const auto applied = apply(into, part.change, {row.author, row.timeMs});
                if (applied)
                    continue;
                if (applied.error().kind != ErrorKind::Invalid && applied.error().kind != ErrorKind::NotFound)
                    return applied.error();
                return Error{
                    ErrorKind::Damaged,
                    QStringLiteral("Entry %1 of the journal does not follow from those before it.").arg(row.seq),
                    applied.error().sentence};
            }
            last = row.seq;
        }
    }
}

} // namespace model::journal
