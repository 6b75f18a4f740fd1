// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/ocr_need.h"

#include "model/domain/text_quality.h"

namespace model::reader {

OcrNeed ocrNeedOf(const PageText &page)
{
    /// A page with as many letters was not only stamped.
    constexpr qsizetype fewLetters = 200;
    const qsizetype letters = lettersIn(page.text);
    if (letters == 0)
        return OcrNeed::NoText;
    if (isGarbled(page.text))
        return OcrNeed::Garbled;
    return letters < fewLetters ? OcrNeed::LittleText : OcrNeed::None;
}

} // namespace model::reader
