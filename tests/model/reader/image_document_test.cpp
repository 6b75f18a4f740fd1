// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/image_document.h"

#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"

#include <QBuffer>
#include <QImage>

#include <allheaders.h>

using namespace model;
using namespace model::reader;

namespace {

/// 40 by 20 pixels, the left half black, with a white corner.
QImage halves()
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 20; ++x)
            image.setPixel(x, y, x < 5 && y < 5 ? 0xffffffff : 0xff000000);
    }
    return image;
}

QByteArray bytesOf(const QImage &image, const char *format)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format, 100));
    return buffer.data();
}

QByteArray tiffOf(int pages)
{
    char path[] = "/tmp/pages-XXXXXX";
    const Descriptor file(mkstemp(path));
    for (int page = 0; page < pages; ++page) {
        Pix *pix = pixCreate(30 + 10 * page, 50, 1);
        pixSetResolution(pix, 200, 200);
        pixWriteTiff(path, pix, IFF_TIFF_G4, page == 0 ? "w" : "a");
        pixDestroy(&pix);
    }
    QFile written{QString::fromLatin1(path)};
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    written.remove();
    return bytes;
}

QByteArray webpOf(const QImage &image)
{
    Pix *pix = pixCreate(image.width(), image.height(), 32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            pixSetPixel(pix, x, y, image.pixel(x, y) << 8);
    }
    l_uint8 *data = nullptr;
    size_t size = 0;
    REQUIRE(pixWriteMemWebP(&data, &size, pix, 100, 1) == 0);
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    lept_free(data);
    pixDestroy(&pix);
    return bytes;
}

bool isDark(const PagePicture &picture, int x, int y)
{
    const auto *pixels = reinterpret_cast<const QRgb *>(picture.pixels.constData());
    return qGray(pixels[y * picture.width + x]) < 100;
}

/// Exif that says the picture is to be turned a quarter clockwise, after a JPEG's first two bytes.
QByteArray turnedByExif(QByteArray jpeg)
{
    const QByteArray tiff = QByteArray("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 26);
    const QByteArray body = QByteArray("Exif\0\0", 6) + tiff;
    const auto length = static_cast<char>(body.size() + 2);
    return jpeg.insert(2, QByteArray("\xff\xe1\0", 3) + length + body);
}

} // namespace

TEST_CASE("an image is one page, known by its bytes, drawn at any size")
{
    for (const QByteArray &bytes :
         {bytesOf(halves(), "PNG"), bytesOf(halves(), "JPG"), bytesOf(halves(), "BMP"), webpOf(halves())}) {
        const OpenReader open = readerOf(bytes);
        const auto facts = open.reader->facts();
        REQUIRE(facts);
        CHECK(facts->kind == FileKind::Image);
        CHECK(facts->pageCount == 1);
        const auto page = open.reader->pageText(0);
        REQUIRE(page);
        CHECK(page->text.isEmpty());
        CHECK(page->ocr == OcrNeed::NoText);
        CHECK(std::abs(page->width / page->height - 2) < 0.01);
        CHECK_FALSE(open.reader->pageText(1));
        const double scale = 400 / page->width;
        const auto picture = open.reader->render({0, scale, 0, QRect(0, 0, 400, 200)});
        REQUIRE(picture);
        CHECK(isDark(*picture, 100, 150));
        CHECK_FALSE(isDark(*picture, 300, 150));
        CHECK_FALSE(isDark(*picture, 20, 20));
        const auto part = open.reader->render({0, scale, 0, QRect(150, 100, 100, 100)});
        REQUIRE(part);
        CHECK(isDark(*part, 20, 50));
        CHECK_FALSE(isDark(*part, 80, 50));
        // A quarter clockwise, the black half is at the top, and the white corner at its right.
        const auto turned = open.reader->render({0, scale, 1, QRect(0, 0, 200, 400)});
        REQUIRE(turned);
        CHECK(isDark(*turned, 50, 100));
        CHECK_FALSE(isDark(*turned, 50, 300));
        CHECK_FALSE(isDark(*turned, 180, 20));
        // So large that only the part is drawn.
        const auto near = open.reader->render({0, std::min(32.0, 12'000 / page->width), 0, QRect(0, 0, 60, 60)});
        REQUIRE(near);
        CHECK_FALSE(isDark(*near, 30, 30));
    }
}

TEST_CASE("the scan of an image has its very pixels")
{
    const OpenReader open = readerOf(bytesOf(halves(), "PNG"));
    REQUIRE(open.reader->facts());
    const auto scan = open.reader->scan(0);
    REQUIRE(scan);
    CHECK(scan->width == 40);
    CHECK(scan->height == 20);
    CHECK(scan->pixels.at(10 * 40 + 10) == '\0');
    CHECK(scan->pixels.at(10 * 40 + 30) == '\xff');
}

TEST_CASE("each page of a TIFF is a page, as large as its resolution says")
{
    const OpenReader open = readerOf(tiffOf(3));
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->pageCount == 3);
    for (int page = 0; page < 3; ++page) {
        const auto scan = open.reader->scan(page);
        REQUIRE(scan);
        CHECK(scan->width == 30 + 10 * page);
        CHECK(scan->dpi == 200);
        CHECK(std::abs(open.reader->pageText(page)->width - scan->width * 72.0 / 200) < 1e-6);
    }
}

TEST_CASE("a photo is shown as its Exif data say it was held")
{
    const OpenReader open = readerOf(turnedByExif(bytesOf(halves(), "JPG")));
    REQUIRE(open.reader->facts());
    const auto scan = open.reader->scan(0);
    REQUIRE(scan);
    CHECK(scan->width == 20);
    CHECK(scan->height == 40);
    CHECK(static_cast<quint8>(scan->pixels.at(10 * 20 + 5)) < 60);
    CHECK(static_cast<quint8>(scan->pixels.at(30 * 20 + 5)) > 200);
    CHECK(static_cast<quint8>(scan->pixels.at(2 * 20 + 18)) > 200);
}

TEST_CASE("an image that is cut off, too large or of a kind that is not read is refused with the reason")
{
    QByteArray huge = bytesOf(halves(), "BMP");
    for (const int at : {18, 22}) {
        const quint32 side = 60'000;
        std::memcpy(huge.data() + at, &side, sizeof side);
    }
    const OpenReader bomb = readerOf(huge);
    if (bomb.reader->facts())
        CHECK(bomb.reader->pageText(0).error().kind != ErrorKind::Crashed);
    const OpenReader cut = readerOf(bytesOf(halves(), "PNG").left(60));
    if (cut.reader->facts())
        CHECK(cut.reader->pageText(0).error().kind == ErrorKind::Damaged);
    const OpenReader heic = readerOf(QByteArray("\0\0\0\x18"
                                                "ftypheic\0\0\0\0mif1heic",
                                                28) +
                                     QByteArray(100, '\0'));
    const auto facts = heic.reader->facts();
    REQUIRE_FALSE(facts);
    CHECK(facts.error().kind == ErrorKind::Unsupported);
    CHECK(facts.error().sentence.contains(QStringLiteral("HEIC")));
}
