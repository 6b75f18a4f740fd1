// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/answers.h"
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QDateTime>

using namespace model;
using namespace model::reader;

TEST_CASE("a reader gives the text of each page, its size and its label")
{
    PdfFile file;
    file.pages.push_back(
        {595, 842, {PdfLine{72, 72, "Spotify could read messages"}, PdfLine{72, 90, "and write them"}}});
    file.pages.push_back({842, 595, {PdfLine{72, 72, "Netflix"}}});
    file.pageLabels = "0 << /S /r >> 1 << /S /D /St 7 >>";
    const OpenReader open = readerOf(pdfBytes(file));

    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->kind == FileKind::Pdf);
    CHECK(facts->pageCount == 2);
    const auto first = open.reader->pageText(0);
    REQUIRE(first);
    CHECK(first->text == QStringLiteral("Spotify could read messages\nand write them"));
    CHECK(first->width == 595);
    CHECK(first->height == 842);
    CHECK(first->label == QStringLiteral("i"));
    const auto second = open.reader->pageText(1);
    REQUIRE(second);
    CHECK(second->text == QStringLiteral("Netflix"));
    CHECK(second->label == QStringLiteral("7"));
}

TEST_CASE("a reader gives what a file says about itself")
{
    PdfFile file;
    file.pages.resize(3);
    file.info = {{"Title", "Capability list"},
                 {"Author", "A. Nobody"},
                 {"Subject", "Partners"},
                 {"Keywords", "access, messages"},
                 {"Creator", "Writer"},
                 {"Producer", "Printer"},
                 {"CreationDate", "D:20180401120000+02'00'"},
                 {"ModDate", "D:20180402000000Z"}};
    file.outline = {{"Start", 0}, {"End", 2}};
    file.xmp = "<?xpacket begin=''?><x>caf\xc3\xa9 \xe2\x80\x93 \xc4\x8d</x>";
    file.attachments = {{"table.xls"}};
    const OpenReader open = readerOf(pdfBytes(file));

    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->title == QStringLiteral("Capability list"));
    CHECK(facts->author == QStringLiteral("A. Nobody"));
    CHECK(facts->subject == QStringLiteral("Partners"));
    CHECK(facts->keywords == QStringLiteral("access, messages"));
    CHECK(facts->creator == QStringLiteral("Writer"));
    CHECK(facts->producer == QStringLiteral("Printer"));
    CHECK(facts->createdMs == QDateTime(QDate(2018, 4, 1), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch());
    CHECK(facts->modifiedMs == QDateTime(QDate(2018, 4, 2), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    CHECK(facts->xmp == QStringLiteral("<?xpacket begin=''?><x>caf\u00e9 \u2013 \u010d</x>"));
    CHECK(facts->pdfVersion == QStringLiteral("1.7"));
    CHECK_FALSE(facts->encrypted);
    CHECK(facts->embeddedFiles == QStringList{QStringLiteral("table.xls")});
    CHECK(facts->outline == std::vector<OutlineEntry>{{QStringLiteral("Start"), 0, 0}, {QStringLiteral("End"), 0, 2}});
}

TEST_CASE("a table of contents that leads back to itself, or is without end, is cut off")
{
    PdfFile file;
    file.pages.resize(1);
    SECTION("an entry below itself")
    {
        file.outline = {{"Round", 0, 0}, {"And round", 0, 0}};
    }
    SECTION("two entries below each other")
    {
        file.outline = {{"Round", 0, 1}, {"And round", 0, 0}};
    }
    SECTION("more entries than anybody reads")
    {
        file.outline.assign(25'000, {"Again", 0});
    }
    const OpenReader open = readerOf(pdfBytes(file));
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK_FALSE(facts->outline.empty());
    CHECK(static_cast<qsizetype>(facts->outline.size()) <= maximumOutline);
    for (const OutlineEntry &entry : facts->outline)
        REQUIRE((entry.level >= 0 && entry.level <= maximumOutlineLevel));
}

TEST_CASE("the file's own offset is neither used nor moved by a reader")
{
    const auto host = startHost();
    const Descriptor file = fileOf(pdfOfLines({"one"}));
    const off_t offset = lseek(file.get(), 100, SEEK_SET);
    auto reader = host->open(file.get());
    REQUIRE(reader);
    REQUIRE((*reader)->facts());
    CHECK((*reader)->pageText(0)->text == QStringLiteral("one"));
    CHECK(lseek(file.get(), 0, SEEK_CUR) == offset);
}

TEST_CASE("one damaged page is an error, and the next page can still be read")
{
    const OpenReader open = readerOf(pdfOfLines({"one", "two"}));
    REQUIRE(open.reader->facts());
    const auto missing = open.reader->pageText(2);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == ErrorKind::Damaged);
    CHECK(open.reader->pageText(1)->text == QStringLiteral("two"));
}

TEST_CASE("a file that is no document is not supported, and a document without pages is damaged")
{
    const OpenReader program = readerOf(QByteArray("\x7f"
                                                   "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0",
                                                   16));
    CHECK(program.reader->facts().error().kind == ErrorKind::Unsupported);
    const OpenReader empty = readerOf({});
    CHECK(empty.reader->facts().error().kind == ErrorKind::Unsupported);
    const OpenReader torn = readerOf("%PDF-1.7\nand then nothing that makes sense");
    const auto facts = torn.reader->facts();
    CHECK(facts.error().kind == ErrorKind::Damaged);
    CHECK_FALSE(torn.reader->complaints().isEmpty());
}

TEST_CASE("a part of a page is drawn just as it looks in the whole")
{
    const OpenReader open = readerOf(pdfOfLines({"Spotify could read messages"}));
    REQUIRE(open.reader->facts());
    const auto whole = open.reader->render({0, 2, 0, QRect(0, 0, 1190, 1684)});
    REQUIRE(whole);
    const QRect part(140, 110, 200, 60);
    const auto drawn = open.reader->render({0, 2, 0, part});
    REQUIRE(drawn);
    REQUIRE(drawn->width == part.width());
    REQUIRE(drawn->height == part.height());
    const auto row = [](const PagePicture &picture, int left, int top, int width) {
        return picture.pixels.mid((qsizetype(top) * picture.width + left) * 4, qsizetype(width) * 4);
    };
    bool same = true;
    for (int y = 0; y < part.height(); ++y)
        same = same && row(*drawn, 0, y, part.width()) == row(*whole, part.left(), part.top() + y, part.width());
    CHECK(same);
    CHECK(drawn->pixels.count('\0') > 100); // there is ink
    CHECK(static_cast<uchar>(drawn->pixels[3]) == 0xff);
}

TEST_CASE("a part that is too large or empty is refused before the reader is asked")
{
    const OpenReader open = readerOf(pdfOfLines({"one"}));
    REQUIRE(open.reader->facts());
    CHECK(open.reader->render({0, 1, 0, QRect(0, 0, 5000, 10)}).error().kind == ErrorKind::Invalid);
    CHECK(open.reader->render({0, 1, 0, QRect()}).error().kind == ErrorKind::Invalid);
    CHECK(open.reader->render({0, 1000, 0, QRect(0, 0, 10, 10)}).error().kind == ErrorKind::Invalid);
    CHECK(open.reader->render({0, 1, 4, QRect(0, 0, 10, 10)}).error().kind == ErrorKind::Invalid);
    CHECK(open.reader->render({0, 1, 0, QRect(0, 0, 10, 10)}));
}
