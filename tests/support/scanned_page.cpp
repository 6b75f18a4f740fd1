// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scanned_page.h"

#include "model/reader/reader_host.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QBuffer>
#include <QTemporaryFile>

using namespace model;

QImage scannedPage(const std::vector<QByteArray> &lines)
{
    static const auto readers = reader::ReaderHost::start({reader::ReaderHost::programBesideThis(), {}, true});
    REQUIRE(readers);
    PdfPage page{400, 220, {}};
    for (std::size_t i = 0; i < lines.size(); ++i)
        page.lines.push_back({30, 60 + 28 * static_cast<double>(i), lines[i], 15});
    PdfFile pdf;
    pdf.pages = {page};
    QTemporaryFile file;
    REQUIRE(file.open());
    file.write(pdfBytes(pdf));
    REQUIRE(file.flush());
    const auto reader = (*readers)->open(file.handle());
    REQUIRE(reader);
    REQUIRE((*reader)->facts());
    const auto scan = (*reader)->scan(0);
    REQUIRE(scan);
    return QImage(reinterpret_cast<const uchar *>(scan->pixels.constData()), scan->width, scan->height, scan->width,
                  QImage::Format_Grayscale8)
        .copy();
}

QByteArray scannedPng(const std::vector<QByteArray> &lines)
{
    QBuffer buffer;
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(scannedPage(lines).save(&buffer, "PNG"));
    return buffer.data();
}
