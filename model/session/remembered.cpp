// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/remembered.h"

#include "model/store/remembered_table.h"
#include "model/store/transaction.h"

namespace model::session {
namespace {

template <class Act> Result<void> write(CaseFile &file, Act act)
{
    if (file.isReadOnly())
        return {};
    auto transaction = store::Transaction::begin(file.database());
    if (!transaction)
        return transaction.error();
    if (const Result<void> done = act(store::RememberedTable(file.database())); !done)
        return done;
    return transaction->commit();
}

} // namespace

Result<QString> remembered(const CaseFile &file, const QString &name)
{
    return store::RememberedTable(file.database()).value(name);
}

Result<QString> rememberedOf(const CaseFile &file, const Sha256 &document)
{
    return store::RememberedTable(file.database()).valueOf(document);
}

Result<void> remember(CaseFile &file, const QString &name, const QString &value)
{
    return write(file, [&](store::RememberedTable table) { return table.setValue(name, value); });
}

Result<void> rememberOf(CaseFile &file, const Sha256 &document, const QString &value)
{
    return write(file, [&](store::RememberedTable table) { return table.setValueOf(document, value); });
}

} // namespace model::session
