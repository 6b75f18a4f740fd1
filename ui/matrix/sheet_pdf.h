// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/matrix/matrix_sheet.h"

#include <QByteArray>

#include <stop_token>

namespace ui::matrix {

/// The sheet as a PDF in A4 across, on as many pages as it takes. Any thread. Of no use once it was told
/// to stop.
QByteArray pdfOf(const MatrixSheet &sheet, const std::stop_token &stop = {});

} // namespace ui::matrix
