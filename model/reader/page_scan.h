// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <QImage>

namespace model::reader {

/// The pixels of `image` in grey, made smaller where they are more than a scan may have; none where memory is short.
PageScan scanOf(const QImage &image, int dpi);

} // namespace model::reader
