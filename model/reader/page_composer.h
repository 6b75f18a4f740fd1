// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

namespace model::reader {

/// A word as the PDF library found it, in points from the top left corner of the page as shown.
struct PageWord {
    QString text;
    QRectF area;
    std::vector<QRectF> characters; ///< one a code point; the area is shared out evenly when there is another number
    bool spaceAfter = false;
    bool endsLine = false;
};

/// The text of a page from its words in reading order, and where each character stands. Words of one line are put
/// together, with a blank where there is one; lines are parted by '\n', or where the next goes on at the right on the
/// same height, as in a table, by '\t', or by a blank where the gap is no wider than half the line's height. Text
/// written from right to left comes from the library in the order it is seen, and is turned into the order it is read.
/// What must not be in a text becomes U+FFFD. The label and fonts are the caller's to fill.
PageLayout composePage(const std::vector<PageWord> &words, const QSizeF &size);

} // namespace model::reader
