// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/ocr_worth.h"

#include "model/domain/text_quality.h"

namespace model::intake {
namespace {

// Percent. Below, a picture without words was taken for some, or nothing better was found.
constexpr int leastOfPicture = 25;
constexpr int leastForGarbled = 40;
constexpr int leastForLittle = 50;

} // namespace

int confidenceOf(const PageLayout &page)
{
    qint64 sum = 0;
    qint64 units = 0;
    for (size_t i = 0; i < page.boxes.size() && i < page.confidences.size(); ++i) {
        const qint64 length = page.boxes[i].range.length();
        sum += page.confidences[i] * length;
        units += length;
    }
    return units > 0 ? static_cast<int>(sum / units) : 0;
}

bool isWorthTaking(const PageLayout &found, const store::OcrTable::Page &page, const QString &former)
{
    const qsizetype letters = lettersIn(found.text.text);
    const int confidence = confidenceOf(found);
    if (letters == 0 || confidence < leastOfPicture)
        return false;
    if (page.hasOcrText)
        return true;
    switch (page.need) {
    case OcrNeed::Garbled:
        return confidence >= leastForGarbled && !isGarbled(found.text.text);
    case OcrNeed::LittleText: {
        // What a stamp says in the page's own text, OCR finds on its picture too.
        constexpr qsizetype more = 40;
        return confidence >= leastForLittle && letters >= 2 * lettersIn(former) + more;
    }
    case OcrNeed::NoText:
    case OcrNeed::None:
        break;
    }
    return true;
}

} // namespace model::intake
