// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/passage.h"
#include "model/store/statement.h"

namespace model::store {

/// What passageFrom reads, of a table that holds passages joined with `document`. The names are the same in each such
/// table.
inline constexpr const char *passageColumns =
    "document.sha256, first_page, start, last_page, \"end\", quote, prefix, suffix";

/// The passage whose columns begin at `column`, counted from 0.
inline Passage passageFrom(const Statement &row, int column)
{
    return {row.sha256(column),      static_cast<int>(row.integer(column + 1)),
            row.integer(column + 2), static_cast<int>(row.integer(column + 3)),
            row.integer(column + 4), row.text(column + 5),
            row.text(column + 6),    row.text(column + 7)};
}

} // namespace model::store
