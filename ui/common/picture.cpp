// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/picture.h"

#include "model/base/whole_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace ui {
namespace {

constexpr int largestSide = 32000;         ///< what a painter can reach
constexpr qint64 mostPixels = 120'000'000; ///< half a gigabyte of memory

QByteArray svgOf(const Painting &painting)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setTitle(painting.title);
    svg.setDescription(QString());
    svg.setSize(painting.size);
    svg.setViewBox(QRect(QPoint(0, 0), painting.size));
    QPainter painter(&svg);
    painting.paint(painter);
    painter.end();
    return buffer.data();
}

bool isSmallEnough(const QSize &size)
{
    return std::max(size.width(), size.height()) <= largestSide && qint64(size.width()) * size.height() <= mostPixels;
}

/// Empty where it is too large.
QByteArray pngOf(const Painting &painting)
{
    const int scale = isSmallEnough(painting.size * 2) ? 2 : 1;
    if (!isSmallEnough(painting.size * scale))
        return {};
    QImage image(painting.size * scale, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    painting.paint(painter);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

model::Result<void> savePicture(const Painting &painting, const QString &path)
{
    const bool asSvg = path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
    const QByteArray bytes = asSvg ? svgOf(painting) : pngOf(painting);
    if (bytes.isEmpty())
        return model::Error{model::ErrorKind::TooLarge,
                            QCoreApplication::translate("Picture", "This is too large for a PNG picture. Filter what "
                                                                   "is shown, or choose a name that ends in .svg.")};
    return model::writeWhole(path, [&bytes](QIODevice &file) { return file.write(bytes) == bytes.size(); });
}

} // namespace ui
