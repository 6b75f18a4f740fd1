// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/sheet_formats.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace ui::matrix {
namespace {

constexpr int mostPixelsASide = 30'000;
constexpr qint64 mostPixels = 100'000'000;
constexpr int dotsPerInch = 96;
constexpr double onPaper = 0.75; ///< smaller than on the screen: words of 7 points
constexpr double marginMm = 10;

bool fits(const QSize &size)
{
    return size.width() <= mostPixelsASide && size.height() <= mostPixelsASide &&
           qint64(size.width()) * size.height() <= mostPixels;
}

QByteArray png(const MatrixSheet &sheet)
{
    const QSize size = sheet.sizeOf(sheet.whole());
    const int scale = fits(size * 2) ? 2 : 1; // for sharp print where there is room
    if (!fits(size * scale))
        return {};
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(std::lround(scale * dotsPerInch / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    painter.scale(scale, scale);
    sheet.paint(painter, sheet.whole(), {});
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const MatrixSheet &sheet)
{
    const QSize size = sheet.sizeOf(sheet.whole());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dotsPerInch);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(sheet.texts().title);
    generator.setDescription(sheet.texts().subtitle);
    QPainter painter(&generator);
    sheet.paint(painter, sheet.whole(), {});
    painter.end();
    return bytes;
}

QByteArray pdf(const MatrixSheet &sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setTitle(sheet.texts().title);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
                                     QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter));
    const QSize page(static_cast<int>(writer.width() / onPaper), static_cast<int>(writer.height() / onPaper));
    const auto parts = sheet.partsFor(page);
    QPainter painter(&writer);
    painter.scale(onPaper, onPaper);
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            writer.newPage();
        const MatrixSheet::Part &part = parts[i];
        const QString footer =
            parts.size() == 1 ? QString()
                              : QCoreApplication::translate(
                                    "MatrixSheet", "Page %1 of %2: partners %3 to %4, permissions %5 to %6 as sorted")
                                    .arg(i + 1)
                                    .arg(parts.size())
                                    .arg(part.firstRow + 1)
                                    .arg(part.endRow)
                                    .arg(part.firstColumn + 1)
                                    .arg(part.endColumn);
        sheet.paint(painter, part, footer);
    }
    painter.end();
    return bytes;
}

} // namespace

std::optional<SheetFormat> sheetFormatOf(const QString &path)
{
    if (path.endsWith(u".png", Qt::CaseInsensitive))
        return SheetFormat::Png;
    if (path.endsWith(u".svg", Qt::CaseInsensitive))
        return SheetFormat::Svg;
    if (path.endsWith(u".pdf", Qt::CaseInsensitive))
        return SheetFormat::Pdf;
    return std::nullopt;
}

QByteArray sheetAs(SheetFormat format, const MatrixSheet &sheet)
{
    switch (format) {
    case SheetFormat::Png:
        return png(sheet);
    case SheetFormat::Svg:
        return svg(sheet);
    case SheetFormat::Pdf:
        break;
    }
    return pdf(sheet);
}

} // namespace ui::matrix
