// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/picture_steps.h"

#include <algorithm>
#include <memory>

#include <allheaders.h>

namespace model::reader {
namespace {

struct FreePix {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, FreePix>;

const QRgb *colours(const QImage &image, int y)
{
    return reinterpret_cast<const QRgb *>(image.constScanLine(y));
}

QRgb *colours(QImage &image, int y)
{
    return reinterpret_cast<QRgb *>(image.scanLine(y));
}

PixPointer pixOf(const QImage &image)
{
    const bool isGrey = image.format() == QImage::Format_Grayscale8;
    PixPointer pix(pixCreateNoInit(image.width(), image.height(), isGrey ? 8 : 32));
    if (!pix)
        return pix;
    l_uint32 *line = pixGetData(pix.get());
    for (int y = 0; y < image.height(); ++y, line += pixGetWpl(pix.get())) {
        for (int x = 0; x < image.width(); ++x) {
            if (isGrey)
                SET_DATA_BYTE(line, x, image.constScanLine(y)[x]);
            else
                line[x] = colours(image, y)[x] << 8;
        }
    }
    return pix;
}

/// Of exactly this size; scaling may have rounded by a pixel.
QImage imageOf(Pix *pix, const QSize &size, QImage::Format format)
{
    QImage image(size, format);
    if (image.isNull())
        return image;
    const int lastRow = pixGetHeight(pix) - 1;
    const int lastColumn = pixGetWidth(pix) - 1;
    for (int y = 0; y < size.height(); ++y) {
        const l_uint32 *line = pixGetData(pix) + qsizetype(pixGetWpl(pix)) * std::min(y, lastRow);
        for (int x = 0; x < size.width(); ++x) {
            const int from = std::min(x, lastColumn);
            if (format == QImage::Format_Grayscale8)
                image.scanLine(y)[x] = static_cast<uchar>(GET_DATA_BYTE(line, from));
            else
                colours(image, y)[x] = 0xff000000U | (line[from] >> 8);
        }
    }
    return image;
}

template <class Pixel> void turn(const QImage &from, QImage &to, int quarters)
{
    const int lastRow = from.height() - 1;
    const int lastColumn = from.width() - 1;
    for (int y = 0; y < to.height(); ++y) {
        auto *line = reinterpret_cast<Pixel *>(to.scanLine(y));
        for (int x = 0; x < to.width(); ++x) {
            const QPoint source = quarters == 1   ? QPoint(y, lastRow - x)
                                  : quarters == 2 ? QPoint(lastColumn - x, lastRow - y)
                                                  : QPoint(lastColumn - y, x);
            line[x] = reinterpret_cast<const Pixel *>(from.constScanLine(source.y()))[source.x()];
        }
    }
}

} // namespace

QImage inColour(const QImage &image)
{
    if (image.format() != QImage::Format_Grayscale8)
        return image;
    QImage colour(image.size(), QImage::Format_RGB32);
    for (int y = 0; y < colour.height(); ++y) {
        std::transform(image.constScanLine(y), image.constScanLine(y) + image.width(), colours(colour, y),
                       [](uchar grey) { return qRgb(grey, grey, grey); });
    }
    return colour;
}

QImage inGrey(const QImage &image)
{
    if (image.format() == QImage::Format_Grayscale8)
        return image;
    QImage grey(image.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        std::transform(colours(image, y), colours(image, y) + image.width(), grey.scanLine(y),
                       [](QRgb colour) { return static_cast<uchar>(qGray(colour)); });
    }
    return grey;
}

QImage turnedBy(const QImage &image, int quarters)
{
    if (quarters == 0)
        return image;
    QImage turned(quarters == 2 ? image.size() : image.size().transposed(), image.format());
    if (image.format() == QImage::Format_Grayscale8)
        turn<uchar>(image, turned, quarters);
    else
        turn<QRgb>(image, turned, quarters);
    return turned;
}

QImage scaledTo(const QImage &image, const QSize &size)
{
    if (image.isNull() || image.size() == size)
        return image;
    const PixPointer pix = pixOf(image);
    const auto across = static_cast<float>(size.width()) / static_cast<float>(image.width());
    const auto down = static_cast<float>(size.height()) / static_cast<float>(image.height());
    const PixPointer scaled(pix ? pixScaleGeneral(pix.get(), across, down, 0, 0) : nullptr);
    return scaled ? imageOf(scaled.get(), size, image.format()) : QImage();
}

} // namespace model::reader
