// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

using namespace model;
using namespace model::reader;

namespace {

/// "reason: words" of each passage of the first page.
QStringList hiddenOn(const PdfPage &page)
{
    PdfFile file;
    file.pages.push_back(page);
    const OpenReader open = readerOf(pdfBytes(file));
    REQUIRE(open.reader->facts());
    const auto text = open.reader->pageText(0);
    REQUIRE(text);
    // The screen is told the same.
    const auto layout = open.reader->pageLayout(0);
    REQUIRE(layout);
    CHECK(layout->text.hidden == text->hidden);
    QStringList passages;
    for (const HiddenPassage &passage : text->hidden)
        passages +=
            toWord(passage.reason) + QStringLiteral(": ") + text->text.mid(passage.range.start, passage.range.length());
    return passages;
}

/// A page of 600 by 800 with a line at 100 points from the left and 100 from the top, 12 points high.
PdfPage pageWith(const QByteArray &content, const QByteArray &line = "Brightwater read the letters")
{
    PdfPage page{600, 800, {PdfLine{100, 100, line}}};
    page.content = content;
    return page;
}

const QByteArray smallFont = "BT /Helvetica 12 Tf ";
const QByteArray boxOverLine = "90 690 300 25 re f\n";
const QByteArray pictureOverLine = "q 300 0 0 30 90 690 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \x10\x80\x20 EI Q\n";

} // namespace

TEST_CASE("Words under a box are hidden, whatever its colour and however it is drawn")
{
    const QByteArray box = GENERATE(as<QByteArray>(), "0 g " + boxOverLine, "1 g " + boxOverLine,
                                    "1 0 0 rg 90 690 m 390 690 l 390 715 l 90 715 l h f*\n",
                                    "30 w 0 G 90 702 m 400 702 l S\n", "0 g 90 690 150 25 re 240 690 150 25 re f\n",
                                    "0 g 90 690 300 8 re f 90 698 300 8 re f 90 706 300 9 re f\n");
    CHECK(hiddenOn(pageWith(box)) == QStringList(QStringLiteral("under a box: Brightwater read the letters")));
}

TEST_CASE("Words over a box, in a frame, beside one or under one that is clear are seen")
{
    const QByteArray drawn = GENERATE(as<QByteArray>(), "0 G 90 690 300 25 re S\n", "0 g 90 500 300 25 re f\n",
                                      "0 g 80 680 320 45 re 90 690 300 25 re f*\n", "0.9 g 90 692 300 2 re f\n");
    CHECK(hiddenOn(pageWith(drawn)).isEmpty());
    PdfPage over{600, 800, {PdfLine{300, 400, "x"}}};
    over.content = "0.8 g " + boxOverLine + "0 g " + smallFont + "100 700 Td (Brightwater) Tj ET\n";
    // The font is named by the line.
    CHECK(hiddenOn(over).isEmpty());
}

TEST_CASE("Of a line partly under a box, the words under it are hidden, with their place on the page")
{
    PdfFile file;
    file.pages.push_back(pageWith("0 g 162 690 28 25 re f\n"));
    const OpenReader open = readerOf(pdfBytes(file));
    REQUIRE(open.reader->facts());
    const auto page = open.reader->pageText(0);
    REQUIRE(page);
    REQUIRE(page->hidden.size() == 1);
    const HiddenPassage &passage = page->hidden.front();
    CHECK(page->text.mid(passage.range.start, passage.range.length()) == QStringLiteral("read"));
    CHECK(passage.area.left * 600 == Approx(164).margin(2));
    CHECK(passage.area.right * 600 == Approx(188).margin(2));
    CHECK(passage.area.top * 800 == Approx(90).margin(4));
    CHECK(passage.area.bottom * 800 == Approx(103).margin(4));
}

TEST_CASE("Words under a picture are hidden where it is no scan")
{
    CHECK(hiddenOn(pageWith(pictureOverLine)) ==
          QStringList(QStringLiteral("under a picture: Brightwater read the letters")));
    // The same words under a picture of the whole page are what a machine read in it.
    CHECK(hiddenOn(pageWith("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \xf0\xf0\xf0 EI Q\n")).isEmpty());
}

TEST_CASE("What was made black in a scan after its text was read is hidden")
{
    CHECK(hiddenOn(pageWith("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \x05\x05\x05 EI Q\n")) ==
          QStringList(QStringLiteral("under a picture: Brightwater read the letters")));
}

TEST_CASE("Words in the colour of what is below them are hidden")
{
    CHECK(hiddenOn(pageWith("1 g " + smallFont + "100 500 Td (Quillfeather) Tj ET\n")) ==
          QStringList(QStringLiteral("in the colour of the background: Quillfeather")));
    CHECK(hiddenOn(pageWith("0 g 90 490 300 30 re f " + smallFont + "100 500 Td (Quillfeather) Tj ET\n")) ==
          QStringList(QStringLiteral("in the colour of the background: Quillfeather")));
    // White on black is a heading.
    CHECK(
        hiddenOn(pageWith("0 g 90 490 300 30 re f 1 g " + smallFont + "100 500 Td (Quillfeather) Tj ET\n")).isEmpty());
    CHECK(hiddenOn(pageWith("0.7 g " + smallFont + "100 500 Td (Quillfeather) Tj ET\n")).isEmpty());
}

TEST_CASE("Words without paint are hidden, but not where a scan shows them")
{
    CHECK(hiddenOn(pageWith(smallFont + "3 Tr 100 500 Td (Quillfeather) Tj ET\n")) ==
          QStringList(QStringLiteral("invisible: Quillfeather")));
    CHECK(hiddenOn(pageWith("q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \xf0\xf0\xf0 EI Q\n" + smallFont +
                            "3 Tr 100 500 Td (Quillfeather) Tj ET\n"))
              .isEmpty());
}

TEST_CASE("Tiny words are hidden, and those that a clip cuts off")
{
    CHECK(hiddenOn(pageWith("BT /Helvetica 1 Tf 100 500 Td (Quillfeather) Tj ET\n")) ==
          QStringList(QStringLiteral("tiny: Quillfeather")));
    CHECK(hiddenOn(pageWith("q 0 0 50 50 re W n " + smallFont + "100 500 Td (Quillfeather) Tj ET Q\n")) ==
          QStringList(QStringLiteral("cut off: Quillfeather")));
}

TEST_CASE("Words outside of the crop box are added to the text of the page, where they can be searched and tagged")
{
    PdfFile file;
    PdfPage page{600, 800, {PdfLine{200, 200, "Seen by all"}, PdfLine{20, 700, "Seen by nobody"}}};
    page.cropBox = QRectF(150, 100, 300, 400);
    file.pages.push_back(page);
    const OpenReader open = readerOf(pdfBytes(file));
    REQUIRE(open.reader->facts());
    const auto layout = open.reader->pageLayout(0);
    REQUIRE(layout);
    CHECK(layout->text.text == QStringLiteral("Seen by all\nSeen by nobody"));
    REQUIRE(layout->text.hidden.size() == 1);
    const HiddenPassage &passage = layout->text.hidden.front();
    CHECK(passage.reason == HiddenReason::OutsidePage);
    CHECK(passage.range == TextRange{12, 26});
    CHECK(passage.area.left == 0);
    CHECK(passage.area.bottom == 1);
    CHECK(layout->boxes.back().range.end == 26);
}

TEST_CASE("An annotation that covers words hides them, and one that only marks them for redaction says so")
{
    PdfPage covered = pageWith({});
    covered.annotations = "<< /Type /Annot /Subtype /Square /Rect [90 690 390 715] /IC [0 0 0] /C [0 0 0] /F 4 >>";
    CHECK(hiddenOn(covered) == QStringList(QStringLiteral("under a box: Brightwater read the letters")));
    PdfPage marked = pageWith({});
    marked.annotations = "<< /Type /Annot /Subtype /Redact /Rect [90 690 390 715] /F 4 >>";
    CHECK(hiddenOn(marked) == QStringList(QStringLiteral("marked for redaction: Brightwater read the letters")));
    PdfPage highlighted = pageWith({});
    highlighted.annotations = "<< /Type /Annot /Subtype /Highlight /Rect [90 690 390 715] /C [1 1 0] /F 4"
                              " /QuadPoints [90 715 390 715 90 690 390 690] >>";
    CHECK(hiddenOn(highlighted).isEmpty());
}

TEST_CASE("Nothing is hidden that is drawn again on top, that is no word, or that only names a redaction")
{
    CHECK(hiddenOn(
              pageWith("1 g " + boxOverLine + "0 g " + smallFont + "100 700 Td (Brightwater read the letters) Tj ET\n"))
              .isEmpty());
    CHECK(hiddenOn(pageWith("0 g " + boxOverLine, "... --- ...")).isEmpty());
    CHECK(hiddenOn(pageWith("0 g " + boxOverLine, "Redacted - Privileged")).isEmpty());
}

TEST_CASE("Other words on top of a cover do not keep those below from being found")
{
    CHECK(hiddenOn(pageWith("1 g " + boxOverLine + "0 g " + smallFont +
                            "103 700 Td (Clearwater wrote nothing at all) Tj ET\n"))
              .join(u' ')
              .contains(QStringLiteral("under a box: ")));
}
