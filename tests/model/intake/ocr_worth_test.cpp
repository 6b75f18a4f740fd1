// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/ocr_worth.h"

#include "tests/support/catch.h"

using namespace model;
using namespace model::intake;

namespace {

PageLayout found(const QString &text, quint8 confidence)
{
    PageLayout layout;
    layout.text.text = text;
    TextBox box;
    box.range = {0, text.size()};
    layout.boxes = {box};
    layout.confidences = {confidence};
    return layout;
}

const QString letter = QStringLiteral("Fernbank gave Brightmail the list of friends of everybody who had an account "
                                      "there, and of their friends too, until May 2018.");

} // namespace

TEST_CASE("a page is as sure as its words, the longer ones counting more")
{
    PageLayout page = found(QStringLiteral("aaaaaaaaa b"), 90);
    page.boxes[0].range = {0, 9};
    TextBox word;
    word.range = {10, 11};
    page.boxes.push_back(word);
    page.confidences.push_back(10);
    CHECK(confidenceOf(page) == 82);
    CHECK(confidenceOf({}) == 0);
}

TEST_CASE("where there was no text, what OCR is halfway sure of is taken")
{
    const store::OcrTable::Page page{OcrNeed::NoText, true, false};
    CHECK(isWorthTaking(found(QStringLiteral("No. 4"), 60), page, {}));
    CHECK_FALSE(isWorthTaking(found(QStringLiteral("~ —"), 90), page, {}));
    CHECK_FALSE(isWorthTaking(found(QStringLiteral("ji l"), 11), page, {}));
}

TEST_CASE("text that is the page's own gives way only to what is better")
{
    const store::OcrTable::Page garbled{OcrNeed::Garbled, true, false};
    CHECK(isWorthTaking(found(letter, 80), garbled, QString(90, QChar(0xfffd))));
    CHECK_FALSE(isWorthTaking(found(QStringLiteral("!\"#$ %&'( )*+, -./:").repeated(4), 80), garbled, letter));
    const store::OcrTable::Page little{OcrNeed::LittleText, true, false};
    CHECK(isWorthTaking(found(letter, 80), little, QStringLiteral("ABC-000412")));
    CHECK_FALSE(isWorthTaking(found(QStringLiteral("ABC-000412"), 95), little, QStringLiteral("ABC-000412")));
    CHECK_FALSE(isWorthTaking(found(letter, 35), little, QStringLiteral("ABC-000412")));
}

TEST_CASE("what OCR read before gives way to what it reads now")
{
    const store::OcrTable::Page page{OcrNeed::LittleText, true, true};
    CHECK(isWorthTaking(found(QStringLiteral("Kurz"), 60), page, letter));
    CHECK_FALSE(isWorthTaking(found(QString(), 0), page, letter));
}
