// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

namespace model::reader {

/// Whether a page's text may not do, by the text alone: drawing the page, which tells a title page from a stamped scan
/// and a blank page from a picture, could end the reader before the text of the other pages is read. OCR does that.
OcrNeed ocrNeedOf(const PageText &page);

} // namespace model::reader
