// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/write_step.h"

#include "model/store/transaction.h"

#include <future>
#include <memory>

namespace model::intake {
namespace {

Result<void> inTransaction(store::Database &database, const std::function<Result<void>(store::Database &)> &act)
{
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (const auto done = act(database); !done)
        return done;
    return transaction->commit();
}

} // namespace

Result<void> writeStep(const Importer::Options &options, const std::function<Result<void>(store::Database &)> &act)
{
    auto promise = std::make_shared<std::promise<Result<void>>>();
    std::future<Result<void>> outcome = promise->get_future();
    options.write([promise = std::move(promise), act](store::Database &database) {
        promise->set_value(inTransaction(database, act));
    });
    try {
        return outcome.get();
    } catch (const std::future_error &) {
        return Error{ErrorKind::Cancelled, QStringLiteral("The case was closed.")};
    }
}

} // namespace model::intake
