// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"
#include "model/base/unit_rectangle.h"
#include "model/domain/hidden_passage.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace model {

/// Why a page's own text does not do, so that its picture is to be read by OCR.
enum class OcrNeed {
    None,
    NoText,    ///< something is drawn, and there is no text
    Garbled,   ///< what there is makes no words: a font without a map to Unicode, or a wrong one
    LittleText ///< far less than is drawn: a stamp on a scan
};

/// The text of a page as stored and searched: composed once, at import and on view alike, by the same code.
struct PageText {
    QString text;      ///< reading order; words apart by a blank, lines by '\n'
    double width = 0;  ///< points, as shown (crop box and /Rotate applied)
    double height = 0; ///< points
    QString label;     ///< the document's own name for the page ("iv"); empty when it gives none
    /// A font was missing, so the picture may differ from what its maker saw. Past the eighth page, text read for the
    /// import says whether that is so of the first eight.
    bool fontsSubstituted = false;
    OcrNeed ocr = OcrNeed::None; ///< of text read for the import
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
    /// How sure OCR is of each box's characters, percent; empty for text that is the document's own.
    std::vector<quint8> confidences;

    friend bool operator==(const PageLayout &, const PageLayout &) = default;
};

/// 32 bits a pixel, 0xffRRGGBB in the machine's byte order, rows without padding.
struct PagePicture {
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    QByteArray pixels;
};

/// A page as OCR wants it: a byte a pixel, 0 for black, rows without padding.
struct PageScan {
    int width = 0;  ///< pixels
    int height = 0; ///< pixels
    int dpi = 0;    ///< pixels an inch of the page
    QByteArray pixels;

    static constexpr qint64 maximumPixels = 50'000'000;
    static constexpr int maximumSide = 32'000;
};

/// What OCR found on a page. Its layout's text is as large as the page and has no label.
struct RecognisedPage {
    PageLayout layout;
    int turns = 0;   ///< quarter turns clockwise that set the page upright, 0 to 3
    double skew = 0; ///< degrees by which its lines then fall to the right

    friend bool operator==(const RecognisedPage &, const RecognisedPage &) = default;
};

} // namespace model
