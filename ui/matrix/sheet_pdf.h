// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/matrix/matrix_sheet.h"

#include <QByteArray>

namespace ui::matrix {

/// The sheet as a PDF in A4 across, on as many pages as it takes. Any thread.
QByteArray pdfOf(const MatrixSheet &sheet);

} // namespace ui::matrix
