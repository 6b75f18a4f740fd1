// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

/// What is done to pictures inside a reader. Qt's own way of doing it starts threads on large pictures, and a reader
/// that is shut in may not start any: it would wait for them for ever. All take Format_RGB32 or Format_Grayscale8 and
/// give a null picture where there is no memory for another.
namespace model::reader {

/// In Format_RGB32.
QImage inColour(const QImage &image);
/// In Format_Grayscale8.
QImage inGrey(const QImage &image);
/// Clockwise, by quarters of a turn: 0 to 3.
QImage turnedBy(const QImage &image, int quarters);
/// All of it at another size in pixels, each at least one; averaged where it becomes smaller.
QImage scaledTo(const QImage &image, const QSize &size);

} // namespace model::reader
