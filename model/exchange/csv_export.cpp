// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv_export.h"

#include <QFileDevice>
#include <QSaveFile>

namespace model::exchange {
namespace {

Error errorOf(const QSaveFile &file, const QString &path)
{
    if (file.error() == QFileDevice::ResourceError)
        return {ErrorKind::Full,
                QStringLiteral("The disk is full, so \"%1\" was not written. What was there before is untouched.")
                    .arg(path),
                file.errorString()};
    return {ErrorKind::Io,
            QStringLiteral("\"%1\" could not be written: %2. What was there before is untouched.")
                .arg(path, file.errorString()),
            file.errorString()};
}

} // namespace

Result<void> exportCsv(const QString &path, CsvWriter::Mark mark, const std::function<void(CsvWriter &)> &fill)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return errorOf(file, path);
    CsvWriter writer(file, mark);
    fill(writer);
    if (writer.failed() || !file.commit())
        return errorOf(file, path);
    return {};
}

} // namespace model::exchange
