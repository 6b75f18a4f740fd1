// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QStringList>

namespace ui {

/// The text broken into at most `mostLines` lines of `width` pixels; what does not fit ends in an ellipsis. A line
/// break in the text stays one.
QStringList elidedLines(const QString &text, const QFont &font, int width, int mostLines);

} // namespace ui
