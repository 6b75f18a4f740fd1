// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv_export.h"

#include "model/base/whole_file.h"

namespace model::exchange {

Result<void> exportCsv(const QString &path, CsvWriter::Mark mark, const std::function<void(CsvWriter &)> &fill)
{
    return writeWhole(path, [mark, &fill](QIODevice &file) {
        CsvWriter writer(file, mark);
        fill(writer);
        return !writer.failed();
    });
}

} // namespace model::exchange
