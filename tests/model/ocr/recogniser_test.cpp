// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QImage>
#include <QTransform>

#include <cmath>

using namespace model;
using namespace model::reader;

namespace {

const std::vector<QByteArray> lines{"Fernbank shared the list of friends", "with eleven partners until May 2018,",
                                    "and Brightmail could read messages."};
const QString words = QStringLiteral("Fernbank shared the list of friends\nwith eleven partners until May 2018,\nand "
                                     "Brightmail could read messages.");

QByteArray letter()
{
    PdfPage page{420, 300, {}};
    for (std::size_t i = 0; i < lines.size(); ++i)
        page.lines.push_back({60, 80 + 30 * static_cast<double>(i), lines[i], 16});
    PdfFile file;
    file.pages = {page};
    return pdfBytes(file);
}

/// A process of carveout-ocr, the host of which ends with it.
OpenReader ocrOf(const QStringList &languages)
{
    ReaderHost::Options options;
    options.program = programBeside(QStringLiteral("carveout-ocr"));
    options.arguments = languages;
    options.limits.memoryBytes = qint64(3) << 30;
    options.limits.answerMs = 300'000;
    OpenReader open;
    open.host = startHost(options);
    const Descriptor nothing = openForReading(QStringLiteral("/dev/null"));
    auto process = open.host->open(nothing.get());
    REQUIRE(process);
    open.reader = std::move(*process);
    return open;
}

RecognisedPage recognised(const PageScan &scan)
{
    const OpenReader ocr = ocrOf({QStringLiteral("eng")});
    auto page = ocr.reader->recognise(scan);
    REQUIRE(page);
    return *page;
}

QImage imageOf(const PageScan &scan)
{
    return QImage(reinterpret_cast<const uchar *>(scan.pixels.constData()), scan.width, scan.height, scan.width,
                  QImage::Format_Grayscale8)
        .copy();
}

PageScan scanOf(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    PageScan scan{grey.width(), grey.height(), 300, {}};
    for (int y = 0; y < grey.height(); ++y)
        scan.pixels.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    return scan;
}

PageScan letterScan()
{
    const OpenReader reader = readerOf(letter());
    REQUIRE(reader.reader->facts());
    auto scan = reader.reader->scan(0);
    REQUIRE(scan);
    CHECK(scan->dpi == 300);
    CHECK(scan->width == 420 * 300 / 72);
    return *scan;
}

QPointF centreOf(const UnitRectangle &area)
{
    return {(area.left + area.right) / 2, (area.top + area.bottom) / 2};
}

/// Where the word stands, on the page as it was handed over.
QPointF placeOf(const PageLayout &layout, const QString &word)
{
    for (const TextBox &box : layout.boxes) {
        if (layout.text.text.mid(box.range.start, box.range.length()) == word)
            return centreOf(box.area);
    }
    FAIL(word.toStdString());
    return {};
}

bool areNear(const QPointF &a, const QPointF &b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) < 0.02;
}

} // namespace

TEST_CASE("the picture of a page is read, and each word stands where it is on the page")
{
    const RecognisedPage page = recognised(letterScan());
    CHECK(page.layout.text.text == words);
    CHECK(page.turns == 0);
    CHECK(std::abs(page.skew) < 0.5);
    REQUIRE(page.layout.confidences.size() == page.layout.boxes.size());
    for (const quint8 confidence : page.layout.confidences)
        CHECK(confidence > 60);
    const OpenReader reader = readerOf(letter());
    REQUIRE(reader.reader->facts());
    const auto own = reader.reader->pageLayout(0);
    REQUIRE(own);
    REQUIRE(own->boxes.size() == page.layout.boxes.size());
    for (std::size_t i = 0; i < own->boxes.size(); ++i) {
        CHECK(own->boxes[i].range == page.layout.boxes[i].range);
        CHECK(areNear(centreOf(own->boxes[i].area), centreOf(page.layout.boxes[i].area)));
    }
}

TEST_CASE("a page that lies on its side or its head is read, and its words stand where they are on it as it lies")
{
    const QImage upright = imageOf(letterScan());
    const QPointF place = placeOf(recognised(scanOf(upright)).layout, QStringLiteral("Brightmail"));
    const std::vector<QPointF> turnedPlaces{
        {1 - place.y(), place.x()}, {1 - place.x(), 1 - place.y()}, {place.y(), 1 - place.x()}};
    for (int turns = 1; turns <= 3; ++turns) {
        INFO(turns);
        const RecognisedPage page = recognised(scanOf(upright.transformed(QTransform().rotate(90 * turns))));
        CHECK(page.layout.text.text == words);
        CHECK(areNear(placeOf(page.layout, QStringLiteral("Brightmail")),
                      turnedPlaces[static_cast<std::size_t>(turns) - 1]));
    }
}

TEST_CASE("a page that was laid down askew is read, and its words stand where they are on it as it lies")
{
    constexpr double degrees = 3;
    const QImage straight = imageOf(letterScan());
    QImage askew(straight.size(), QImage::Format_Grayscale8);
    askew.fill(Qt::white);
    const double sine = std::sin(degrees * M_PI / 180);
    const double cosine = std::cos(degrees * M_PI / 180);
    const QPointF centre(askew.width() / 2.0, askew.height() / 2.0);
    for (int y = 0; y < askew.height(); ++y) {
        for (int x = 0; x < askew.width(); ++x) {
            const QPointF from = QPointF(x, y) - centre;
            const QPoint source(int(centre.x() + cosine * from.x() + sine * from.y()),
                                int(centre.y() - sine * from.x() + cosine * from.y()));
            if (straight.valid(source))
                askew.scanLine(y)[x] = straight.constScanLine(source.y())[source.x()];
        }
    }
    const RecognisedPage page = recognised(scanOf(askew));
    CHECK(page.layout.text.text == words);
    CHECK(std::abs(page.skew - degrees) < 0.7);
    const QPointF before = placeOf(recognised(scanOf(straight)).layout, QStringLiteral("Fernbank"));
    const QPointF from = QPointF(before.x() * askew.width(), before.y() * askew.height()) - centre;
    const QPointF expected = centre + QPointF(cosine * from.x() - sine * from.y(), sine * from.x() + cosine * from.y());
    CHECK(areNear(placeOf(page.layout, QStringLiteral("Fernbank")),
                  {expected.x() / askew.width(), expected.y() / askew.height()}));
}

TEST_CASE("a blank page has no words")
{
    QImage blank(800, 1000, QImage::Format_Grayscale8);
    blank.fill(Qt::white);
    const RecognisedPage page = recognised(scanOf(blank));
    CHECK(page.layout.text.text == QString());
    CHECK(page.layout.boxes.empty());
}

TEST_CASE("a language that is not installed is named, and how to get it")
{
    const OpenReader ocr = ocrOf({QStringLiteral("eng"), QStringLiteral("qqq")});
    const auto page = ocr.reader->recognise(letterScan());
    REQUIRE_FALSE(page);
    CHECK(page.error().kind == ErrorKind::Unsupported);
    CHECK(page.error().sentence.contains(QStringLiteral("tesseract-ocr-qqq")));
}
