// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace model::reader {

/// How a JPEG's Exif data say it is to be shown, 1 to 8; 1, as it is, where they say nothing that makes sense.
int photoOrientation(const QByteArray &jpeg);

QImage setUpright(const QImage &image, int orientation);

} // namespace model::reader
