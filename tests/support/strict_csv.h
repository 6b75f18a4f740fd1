// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

/// RFC 4180 to the letter, so that what the writer wrote is read by other rules than its own: lines end in CR LF, every
/// line has as many cells as the first, a quote stands only where the grammar has one. Nothing where the bytes break a
/// rule.
std::optional<std::vector<QStringList>> parseStrictCsv(const QByteArray &bytes);

/// The cell without the apostrophe that keeps a spreadsheet from running it.
QString withoutDefusing(const QString &cell);
