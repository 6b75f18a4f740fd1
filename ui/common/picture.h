// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

class QPainter;

namespace ui {

/// Something that was shown, to be painted once more: on whatever thread, so it must hold its own values.
struct Painting {
    QString title;
    QSize size; ///< logical pixels
    /// Leaves off where it is told to stop, at the next row.
    std::function<void(QPainter &, const std::stop_token &)> paint;
};

/// Writes it as PNG or as SVG, as the path ends; whole or not at all. May take long. A PNG is twice as fine as the
/// screen where that is not too large for one; TooLarge where nothing is small enough, Invalid where the path ends
/// otherwise, Cancelled where it was told to stop.
model::Result<void> savePicture(const Painting &painting, const QString &path, const std::stop_token &stop = {});

/// Invalid where the name of the file does not end in one of these: what is in it would not be what its name says.
model::Result<void> endsInOneOf(const QStringList &endings, const QString &path);

} // namespace ui
