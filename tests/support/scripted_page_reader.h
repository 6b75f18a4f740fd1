// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/page_reader.h"

#include <QStringList>

#include <atomic>
#include <functional>
#include <memory>

/// A page of monospaced text as a reader would lay it out: 600 x 800 points, lines 20 points apart from a margin of 50
/// on, characters 6 points wide; one box a word.
model::PageLayout scriptedLayout(const QString &text);
inline constexpr double scriptedWidth = 600;
inline constexpr double scriptedHeight = 800;

/// What the readers of a test do. Shared by the test and the readers that a PageSource opens one after the other.
struct ReaderScript {
    QStringList pages;
    QByteArray password;           ///< needed when not empty
    std::atomic<int> crashAt = -1; ///< the reader dies when it is asked for that page
    std::atomic<int> opened = 0;   ///< how many readers were started
    std::atomic<int> layouts = 0;
    std::atomic<int> pictures = 0;
    std::atomic<double> finest = 0; ///< the most pixels a point that were asked for
};

/// Opens a reader that follows the script; for PageSource.
std::function<model::Result<std::unique_ptr<model::session::PageReader>>()>
scriptedReader(std::shared_ptr<ReaderScript> script);
