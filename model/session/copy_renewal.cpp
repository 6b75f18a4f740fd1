// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copy_renewal.h"

#include "model/store/transaction.h"

namespace model::session {

Result<bool> CopyRenewal::step(CaseFile &file)
{
    constexpr qint64 stepMs = 400;
    auto transaction = store::Transaction::begin(file.database());
    if (!transaction)
        return transaction.error();
    const auto done = m_search.step(file.database(), stepMs);
    if (!done)
        return done;
    if (const auto committed = transaction->commit(); !committed)
        return committed.error();
    return done;
}

} // namespace model::session
