// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace model::reader {

/// What parts the fields of a table such as spreadsheets write, with its quotes as in RFC 4180: a comma, a semicolon, a
/// tab or a bar. Nothing when `start`, the beginning of a text, is no such table.
std::optional<QChar> separatorOf(QStringView start);

/// The table as text to be read, a line a row: in columns that stand below each other, a tab between them, where that
/// fits the page, else each value behind the name of its column.
QString textOfTable(QStringView table, QChar separator);

} // namespace model::reader
