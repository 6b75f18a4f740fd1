// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/page_scan.h"

#include "model/reader/picture_steps.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace model::reader {

PageScan scanOf(const QImage &image, int dpi)
{
    QImage grey = inGrey(image);
    const double pixels = static_cast<double>(grey.width()) * grey.height();
    const double scale = std::min({1.0, std::sqrt(static_cast<double>(PageScan::maximumPixels) / std::max(pixels, 1.0)),
                                   static_cast<double>(PageScan::maximumSide) / std::max(grey.width(), grey.height())});
    if (scale < 1) {
        grey = scaledTo(grey, QSize(std::max(static_cast<int>(grey.width() * scale), 1),
                                    std::max(static_cast<int>(grey.height() * scale), 1)));
    }
    PageScan scan{grey.width(), grey.height(), std::max(static_cast<int>(dpi * scale), 1), {}};
    scan.pixels.resize(qsizetype(scan.width) * scan.height);
    for (int y = 0; y < scan.height; ++y)
        std::memcpy(scan.pixels.data() + qsizetype(y) * scan.width, grey.constScanLine(y),
                    static_cast<std::size_t>(scan.width));
    return scan;
}

} // namespace model::reader
