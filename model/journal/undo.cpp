// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/undo.h"

#include "model/journal/journal.h"
#include "model/journal/reanchor.h"
#include "model/store/journal_table.h"

#include <algorithm>
#include <optional>

namespace model::journal {
namespace {

bool isScrolling(const AppliedChange &part)
{
    const auto *mark = std::get_if<MarkPage>(&part.change);
    return mark && mark->mark == ReadMark::ReadByScrolling;
}

/// The holders named when the case was made belong to its making.
bool isMaking(const store::JournalRow &entry, const std::vector<AppliedChange> &changes)
{
    return entry.seq == 1 && changes.size() == 1 && std::holds_alternative<SetHolders>(changes.front().change);
}

struct Looked {
    std::optional<qint64> target; ///< the answer, or
    qint64 goOnAt = 0;            ///< the entry to look at next; 0 when there is none
};

/// Below an undo lies what lay below the entry it took back: stacks have nothing in between.
Looked lookForUndo(const store::JournalRow &entry, EntryKind kind, const std::vector<AppliedChange> &changes)
{
    if (changes.empty())
        return {std::nullopt, entry.seq - 1};
    if (isMaking(entry, changes))
        return {std::nullopt, 0};
    if (kind == EntryKind::Undo)
        return {std::nullopt, entry.target - 1};
    if (kind == EntryKind::Decision && (isByScrolling(changes) || isReanchoring(changes)))
        return {std::nullopt, entry.seq - 1};
    return {entry.seq, 0};
}

Looked lookForRedo(const store::JournalRow &entry, EntryKind kind, const std::vector<AppliedChange> &changes)
{
    if (kind == EntryKind::Decision) {
        return isByScrolling(changes) || isReanchoring(changes) ? Looked{std::nullopt, entry.seq - 1} : Looked{0, 0};
    }
    if (changes.empty())
        return {std::nullopt, entry.seq - 1};
    if (kind == EntryKind::Redo)
        return {std::nullopt, entry.target - 1};
    return {entry.seq, 0};
}

} // namespace

bool isByScrolling(const std::vector<AppliedChange> &changes)
{
    return !changes.empty() && std::all_of(changes.begin(), changes.end(), isScrolling);
}

template <class Look> Result<qint64> UndoStack::searchFrom(qint64 seq, Known &known, Look look) const
{
    const store::JournalTable table(m_database);
    while (seq > 0) {
        if (seq == known.head)
            return known.target;
        const auto entry = table.entry(seq);
        if (!entry)
            return entry.error();
        const auto kind = *entry ? entryKindFromWord((**entry).kind) : std::nullopt;
        if (!kind)
            return Error{ErrorKind::Damaged, QStringLiteral("The journal has a gap.")};
        // What was known may have been withdrawn since.
        if (*kind == EntryKind::Withdrawal)
            known = {};
        const auto changes = changesOf(m_database, seq);
        if (!changes)
            return changes.error();
        const Looked looked = look(**entry, *kind, *changes);
        if (looked.target)
            return *looked.target;
        // A journal from elsewhere might send us in a circle.
        seq = std::min(looked.goOnAt, seq - 1);
    }
    return 0;
}

template <class Look> Result<qint64> UndoStack::search(Known &known, Look look) const
{
    const auto last = store::JournalTable(m_database).head();
    if (!last)
        return last.error();
    const qint64 head = *last ? (**last).seq : 0;
    const Result<qint64> answer = searchFrom(head, known, look);
    if (answer)
        known = {head, *answer};
    return answer;
}

Result<std::vector<qint64>> UndoStack::undoTargets(qint64 count) const
{
    std::vector<qint64> targets;
    const auto last = store::JournalTable(m_database).head();
    if (!last)
        return last.error();
    qint64 seq = *last ? (**last).seq : 0;
    while (seq > 0 && static_cast<qint64>(targets.size()) < count) {
        Known none;
        const Result<qint64> target = searchFrom(seq, none, lookForUndo);
        if (!target)
            return target.error();
        if (*target == 0)
            break;
        targets.push_back(*target);
        seq = *target - 1;
    }
    return targets;
}

Result<qint64> UndoStack::undoTarget()
{
    return search(m_undo, lookForUndo);
}

Result<qint64> UndoStack::redoTarget()
{
    return search(m_redo, lookForRedo);
}

} // namespace model::journal
