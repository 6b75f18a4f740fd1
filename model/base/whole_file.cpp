// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/whole_file.h"

#include <QFileDevice>
#include <QSaveFile>

namespace model {
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

Result<void> writeWhole(const QString &path, const std::function<bool(QIODevice &)> &fill)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return errorOf(file, path);
    if (!fill(file) || !file.commit())
        return errorOf(file, path);
    return {};
}

} // namespace model
