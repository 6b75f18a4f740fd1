// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/copies/clusters.h"

#include <optional>

namespace model::store {

class Database;

/// Looks for the copies among documents whose text is new or was changed, and keeps the groups in step. What it finds
/// is the same in however many steps, and whatever was interrupted before: a document is compared with those of lower
/// number, so from the first changed one on all are looked at again.
class CopySearch final {
public:
    /// Works for about so long, inside the caller's transaction. True: nothing is left to do.
    Result<bool> step(Database &database, qint64 milliseconds);

private:
    Result<bool> sign(Database &database, qint64 milliseconds);
    Result<bool> assign(Database &database, qint64 milliseconds);

    std::optional<copies::Clusters> m_clusters;
    qint64 m_last = 0;    ///< the last document that is in m_clusters
    qint64 m_count = 0;   ///< how many are
    bool m_wrote = false; ///< in this step
};

/// Whether there is nothing to look for.
Result<bool> copiesAreFound(Database &database);

/// The text of a document is about to change or go: what was found of it holds no longer.
Result<void> forgetCopyText(Database &database, qint64 document);

} // namespace model::store
