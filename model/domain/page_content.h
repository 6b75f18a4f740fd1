// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"
#include "model/base/unit_rectangle.h"
#include "model/domain/hidden_passage.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace model {

/// The text of a page as stored and searched: composed once, at import and on view alike, by the same code.
struct PageText {
    QString text;      ///< reading order; words apart by a blank, lines by '\n'
    double width = 0;  ///< points, as shown (crop box and /Rotate applied)
    double height = 0; ///< points
    QString label;     ///< the document's own name for the page ("iv"); empty when it gives none
    /// A font was missing, so the picture may differ from what its maker saw. Past the eighth page, text read for the
    /// import says whether that is so of the first eight.
    bool fontsSubstituted = false;
    std::vector<HiddenPassage> hidden = {}; ///< what of the text is not seen on the page

    friend bool operator==(const PageText &, const PageText &) = default;
};

/// Where the characters [range.start, range.end) stand. One box per word or part of a word; boxes are sorted by range
/// and do not overlap; white space between them has no box.
struct TextBox {
    TextRange range;
    UnitRectangle area;
    std::vector<float> edges; ///< right edge of each character, 0..1 of the page's width; range.length() values

    friend bool operator==(const TextBox &, const TextBox &) = default;
};

/// A page made ready for the screen: its text and where each character of it stands.
struct PageLayout {
    PageText text;
    std::vector<TextBox> boxes;

    friend bool operator==(const PageLayout &, const PageLayout &) = default;
};

/// 32 bits a pixel, 0xffRRGGBB in the machine's byte order, rows without padding.
struct PagePicture {
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    QByteArray pixels;
};

} // namespace model
