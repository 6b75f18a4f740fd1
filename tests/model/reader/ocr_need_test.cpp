// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/ocr_need.h"

#include "tests/support/catch.h"

using namespace model;
using namespace model::reader;

namespace {

OcrNeed needOf(const QString &text)
{
    PageText page;
    page.text = text;
    return ocrNeedOf(page);
}

} // namespace

TEST_CASE("a page needs OCR without text, with text that makes no words, and maybe with little")
{
    CHECK(needOf({}) == OcrNeed::NoText);
    CHECK(needOf(QStringLiteral("\n — \n")) == OcrNeed::NoText);
    CHECK(needOf(QStringLiteral("ABC-000412")) == OcrNeed::LittleText);
    CHECK(needOf(QStringLiteral("!\"#$% &'*+, -./:; <=>?@ [^_`{ |}~!\" a1").repeated(6)) == OcrNeed::Garbled);
    CHECK(needOf(QStringLiteral("Fernbank shared the list of friends with partners. ").repeated(6)) == OcrNeed::None);
}
