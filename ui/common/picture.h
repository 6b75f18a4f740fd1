// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QSize>
#include <QString>

#include <functional>

class QPainter;

namespace ui {

/// Something that was shown, to be painted once more: on whatever thread, so it must hold its own values.
struct Painting {
    QString title;
    QSize size; ///< logical pixels
    std::function<void(QPainter &)> paint;
};

/// Writes it as PNG, or as SVG where the path ends so; whole or not at all. May take long. A PNG is twice as fine as
/// the screen where that is not too large for one; TooLarge where nothing is small enough.
model::Result<void> savePicture(const Painting &painting, const QString &path);

} // namespace ui
