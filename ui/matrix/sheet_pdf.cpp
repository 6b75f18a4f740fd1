// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/sheet_pdf.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

namespace ui::matrix {
namespace {

constexpr int dotsPerInch = 96;
constexpr double onPaper = 0.75; ///< smaller than on the screen: words of 7 points
constexpr double marginMm = 10;

} // namespace

QByteArray pdfOf(const MatrixSheet &sheet, const std::stop_token &stop)
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
    for (size_t i = 0; i < parts.size() && !stop.stop_requested(); ++i) {
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
        sheet.paint(painter, part, footer, stop);
    }
    painter.end();
    return bytes;
}

} // namespace ui::matrix
