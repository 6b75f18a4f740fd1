// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/journal/applied_change.h"

#include <vector>

namespace model::store {
class Database;
}

namespace model::journal {

/// Only marks that scrolling made, none of which is a step of its own.
bool isByScrolling(const std::vector<AppliedChange> &changes);

/// Which entry undo and redo would take back, worked out from the journal, so that it survives restarts. An undo takes
/// back a decision or a redo; a redo takes back an undo. Receipts, withdrawals, marks made by scrolling, the holders
/// that a new case is made with and what was withdrawn altogether are passed over; a new decision ends what can be
/// redone. One per connection; remembers where it was.
class UndoStack final {
public:
    explicit UndoStack(store::Database &database)
        : m_database(database)
    {
    }

    Result<qint64> undoTarget(); ///< 0: nothing
    Result<qint64> redoTarget(); ///< 0: nothing
    /// What undo would take back one step after the other, at most `count`.
    Result<std::vector<qint64>> undoTargets(qint64 count) const;

private:
    struct Known {
        qint64 head = 0; ///< the journal's last entry when `target` was found
        qint64 target = 0;
    };
    template <class Look> Result<qint64> search(Known &known, Look look) const;
    template <class Look> Result<qint64> searchFrom(qint64 seq, Known &known, Look look) const;

    store::Database &m_database;
    Known m_undo;
    Known m_redo;
};

} // namespace model::journal
