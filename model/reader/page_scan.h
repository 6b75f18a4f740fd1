// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <QImage>

namespace model::reader {

/// The pixels of `grey` (QImage::Format_Grayscale8), made smaller where they are more than a scan may have.
PageScan scanOf(QImage grey, int dpi);

} // namespace model::reader
