// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/image_file.h"

#include "model/reader/document_device.h"
#include "model/reader/photo_orientation.h"

#include <QTransform>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>

#include <allheaders.h>

namespace model::reader {
namespace {

constexpr qint64 maximumBytes = qint64(256) << 20;
constexpr double maximumPixels = 120e6; ///< as 32 bits each they are half of what a reader may have
constexpr int maximumImagePages = 20'000;

struct FreePix {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, FreePix>;

struct FreeFile {
    void operator()(FILE *file) const { std::fclose(file); }
};

const l_uint8 *dataOf(const QByteArray &bytes)
{
    return reinterpret_cast<const l_uint8 *>(bytes.constData());
}

bool isHeic(const QByteArray &start)
{
    static const QList<QByteArray> brands{"heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif"};
    return start.mid(4, 4) == "ftyp" && brands.contains(start.mid(8, 4));
}

int formatOf(const QByteArray &start)
{
    l_int32 format = IFF_UNKNOWN;
    if (start.size() < 12 || findFileFormatBuffer(dataOf(start), &format) != 0)
        return IFF_UNKNOWN;
    switch (format) {
    case IFF_PNG:
    case IFF_JFIF_JPEG:
    case IFF_WEBP:
    case IFF_GIF:
    case IFF_BMP:
    case IFF_JP2:
        return format;
    default:
        return L_FORMAT_IS_TIFF(format) ? IFF_TIFF : IFF_UNKNOWN;
    }
}

Error damaged()
{
    return {ErrorKind::Damaged, QStringLiteral("The image is damaged and cannot be read. Ask for another copy."), {}};
}

int tiffPages(QByteArray &bytes)
{
    const std::unique_ptr<FILE, FreeFile> file(fmemopen(bytes.data(), static_cast<std::size_t>(bytes.size()), "r"));
    l_int32 count = 0;
    return file && tiffGetCount(file.get(), &count) == 0 ? std::min(count, maximumImagePages) : 0;
}

/// Scans say how fine they are; screenshots and photos say 72 or 96, whatever is on them.
int dpiOf(Pix *pix)
{
    constexpr int coarsest = 100;
    constexpr int finest = 2400;
    constexpr double longSideInches = 11.7;
    const int longSide = std::max(pixGetWidth(pix), pixGetHeight(pix));
    const int said = std::max(pixGetXRes(pix), pixGetYRes(pix));
    if (said >= coarsest && said <= finest && longSide / said < 40)
        return said;
    return std::clamp(static_cast<int>(longSide / longSideInches), 72, 600);
}

QImage greyOf(Pix *pix)
{
    QImage image(pixGetWidth(pix), pixGetHeight(pix), QImage::Format_Grayscale8);
    if (image.isNull())
        return image;
    const l_uint32 *line = pixGetData(pix);
    for (int y = 0; y < image.height(); ++y, line += pixGetWpl(pix)) {
        uchar *to = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x)
            to[x] = static_cast<uchar>(GET_DATA_BYTE(line, x));
    }
    return image;
}

QImage colourOf(Pix *pix)
{
    QImage image(pixGetWidth(pix), pixGetHeight(pix), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    const l_uint32 *line = pixGetData(pix);
    for (int y = 0; y < image.height(); ++y, line += pixGetWpl(pix)) {
        auto *to = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            to[x] = 0xff000000U | (line[x] >> 8);
    }
    return image;
}

QImage imageOf(Pix *pix)
{
    // On white paper, should parts of it be see-through.
    PixPointer opaque(pixRemoveAlpha(pix));
    PixPointer plain(opaque ? pixRemoveColormap(opaque.get(), REMOVE_CMAP_BASED_ON_SRC) : nullptr);
    if (plain && pixGetDepth(plain.get()) == 32)
        return colourOf(plain.get());
    const PixPointer grey(plain ? pixConvertTo8(plain.get(), 0) : nullptr);
    return grey ? greyOf(grey.get()) : QImage();
}

} // namespace

bool looksLikeImage(DocumentDevice &device)
{
    const QByteArray start = device.bytesAt(0, 32);
    return isHeic(start) || formatOf(start) != IFF_UNKNOWN;
}

Result<ImageFile> ImageFile::open(DocumentDevice &device)
{
    setMsgSeverity(L_SEVERITY_NONE);
    if (isHeic(device.bytesAt(0, 32))) {
        return Error{
            ErrorKind::Unsupported,
            QStringLiteral("This is a HEIC or AVIF photo, which is not read. Save it as JPEG or PNG and import "
                           "that too. Its bytes are kept."),
            {}};
    }
    if (device.size() > maximumBytes) {
        return Error{
            ErrorKind::TooLarge, QStringLiteral("The image is larger than the program reads. Its bytes are kept."), {}};
    }
    QByteArray bytes = device.bytesAt(0, device.size());
    const int pages = formatOf(bytes.left(32)) == IFF_TIFF ? tiffPages(bytes) : 1;
    if (pages < 1)
        return damaged();
    return ImageFile(std::move(bytes), pages);
}

Result<ImageFile::Page> ImageFile::page(int pageIndex) const
{
    if (pageIndex < 0 || pageIndex >= m_pageCount)
        return damaged();
    const auto size = static_cast<std::size_t>(m_bytes.size());
    const bool isTiff = formatOf(m_bytes.left(32)) == IFF_TIFF;
    l_int32 width = 0;
    l_int32 height = 0;
    const bool known =
        isTiff ? readHeaderMemTiff(dataOf(m_bytes), size, pageIndex, &width, &height, nullptr, nullptr, nullptr,
                                   nullptr, nullptr) == 0
               : pixReadHeaderMem(dataOf(m_bytes), size, nullptr, &width, &height, nullptr, nullptr, nullptr) == 0;
    if (known && static_cast<double>(width) * height > maximumPixels) {
        return Error{ErrorKind::TooLarge,
                     QStringLiteral("Page %1 has %2 × %3 pixels, which is more than the program reads.")
                         .arg(pageIndex + 1)
                         .arg(width)
                         .arg(height),
                     {}};
    }
    const PixPointer pix(isTiff ? pixReadMemTiff(dataOf(m_bytes), size, pageIndex) : pixReadMem(dataOf(m_bytes), size));
    Page page;
    if (known && pix)
        page.image = imageOf(pix.get());
    if (page.image.isNull())
        return damaged();
    page.dpi = dpiOf(pix.get());
    page.image = setUpright(page.image, photoOrientation(m_bytes));
    return page;
}

} // namespace model::reader
