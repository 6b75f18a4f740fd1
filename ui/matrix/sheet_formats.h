// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/matrix/matrix_sheet.h"

#include <QByteArray>

#include <optional>

namespace ui::matrix {

enum class SheetFormat { Png, Svg, Pdf };
/// By the end of a file's name; nothing for another one.
std::optional<SheetFormat> sheetFormatOf(const QString &path);

/// The whole sheet as a file's content. A PDF is in A4 across, on as many pages as it takes; the others are one
/// picture. Empty where a PNG would be too large to be of use. Any thread.
QByteArray sheetAs(SheetFormat format, const MatrixSheet &sheet);

} // namespace ui::matrix
