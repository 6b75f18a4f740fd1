// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <QRectF>
#include <QString>

#include <vector>

namespace model::ocr {

class PagePicture;

/// A word as OCR found it, in pixels of the picture that was read.
struct RecognisedWord {
    struct Character {
        QString text; ///< one or more units that stand together
        double right = 0;
    };
    std::vector<Character> characters;
    QRectF area;
    int confidence = 0; ///< percent
    bool endsLine = false;
};

/// The page's layout of words in reading order: words apart by a blank, lines by '\n'.
PageLayout layoutOf(const std::vector<RecognisedWord> &words, const PagePicture &picture);

/// How sure of a page's words they are together, percent, the longer ones counting more; 0 without a word.
int confidenceOf(const std::vector<RecognisedWord> &words);
int lettersOf(const std::vector<RecognisedWord> &words);

} // namespace model::ocr
