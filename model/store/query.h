// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/database.h"
#include "model/store/statement.h"

#include <optional>
#include <type_traits>
#include <vector>

namespace model::store {

/// The Error for a row whose values are not what our tables allow.
Error damagedRow(const QByteArray &sql);

/// The statement with `values` bound to its parameters in order.
template <class... Values> Result<Statement> bound(Database &database, const QByteArray &sql, const Values &...values)
{
    Result<Statement> statement = database.prepare(sql);
    if (statement) {
        [[maybe_unused]] int parameter = 0;
        (statement->bind(++parameter, values), ...);
    }
    return statement;
}

/// Runs a statement without rows.
template <class... Values> Result<void> execute(Database &database, const QByteArray &sql, const Values &...values)
{
    Result<Statement> statement = bound(database, sql, values...);
    if (!statement)
        return statement.error();
    return statement->run();
}

/// Every row, made into a value by `make(const Statement &)`.
template <class Make, class... Values>
auto queryAll(Database &database, const QByteArray &sql, Make make, const Values &...values)
    -> Result<std::vector<std::invoke_result_t<Make, const Statement &>>>
{
    Result<Statement> statement = bound(database, sql, values...);
    if (!statement)
        return statement.error();
    std::vector<std::invoke_result_t<Make, const Statement &>> rows;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return rows;
        rows.push_back(make(*statement));
        if (!statement->isSound())
            return damagedRow(sql);
    }
}

/// The first row; nothing when there is none.
template <class Make, class... Values>
auto queryOne(Database &database, const QByteArray &sql, Make make, const Values &...values)
    -> Result<std::optional<std::invoke_result_t<Make, const Statement &>>>
{
    using Row = std::optional<std::invoke_result_t<Make, const Statement &>>;
    Result<Statement> statement = bound(database, sql, values...);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    if (!*row)
        return Row();
    Row made = make(*statement);
    if (!statement->isSound())
        return damagedRow(sql);
    return made;
}

/// For queryAll and queryOne: the row's first column as a number.
inline qint64 firstNumber(const Statement &row)
{
    return row.integer(0);
}

/// The first column of the first row as a number; 0 when there is no row.
template <class... Values>
Result<qint64> queryNumber(Database &database, const QByteArray &sql, const Values &...values)
{
    const auto number = queryOne(database, sql, firstNumber, values...);
    if (!number)
        return number.error();
    return number->value_or(0);
}

} // namespace model::store
