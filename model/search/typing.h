// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/query.h"

#include <optional>

/// A query that is still being typed.
namespace model::search {

/// The query, its last word made one that may go on, unless it is too short for that or followed by something.
QString whileTyping(const QString &query, WordBreaker &breaker);

/// The same of a query that was entered, where it is words and nothing else: whoever writes more means what is written.
/// A blank behind the last word ends it.
QString whenEntered(const QString &query, WordBreaker &breaker);

/// The name or the value of a field that the caret stands behind.
struct Unfinished {
    qsizetype start = 0;        ///< where what is typed of it begins, the opening quotation mark included
    std::optional<Field> field; ///< nothing while its name is typed
    QString typed;              ///< without the quotation mark
};
/// `caret` counts UTF-16 units. Nothing where no field is being typed.
std::optional<Unfinished> unfinishedField(QStringView query, qsizetype caret);

/// The value as it is written behind a field's colon; nothing for one that cannot be.
std::optional<QString> asFieldValue(const QString &value);

} // namespace model::search
