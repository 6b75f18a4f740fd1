// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/exchange/csv_writer.h"

#include <QString>

#include <functional>

namespace model::exchange {

/// Writes what `fill` gives to `path`, as writeWhole() does.
Result<void> exportCsv(const QString &path, CsvWriter::Mark mark, const std::function<void(CsvWriter &)> &fill);

} // namespace model::exchange
