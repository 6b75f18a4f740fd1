// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/image_document.h"

#include "model/domain/page_frame.h"
#include "model/reader/page_scan.h"
#include "model/reader/picture_steps.h"

#include <QTransform>

#include <algorithm>
#include <cmath>

namespace model::reader {
namespace {

constexpr double pointsPerInch = 72;
constexpr double mostDrawnPixels = 40e6;

/// `part` of `image` drawn at `size`, where all of it would take too much memory.
QImage drawnPart(const QImage &image, const QSize &size, const QRect &part)
{
    const double across = static_cast<double>(image.width()) / size.width();
    const double down = static_cast<double>(image.height()) / size.height();
    const QRectF from(part.x() * across, part.y() * down, part.width() * across, part.height() * down);
    const QTransform place =
        QTransform::fromTranslate(-from.left(), -from.top()) * QTransform::fromScale(1 / across, 1 / down);
    const QRect rough = from.toAlignedRect().adjusted(-1, -1, 1, 1) & image.rect();
    if (rough.isEmpty())
        return {};
    const QImage scaled =
        scaledTo(image.copy(rough), QSize(std::max(static_cast<int>(std::lround(rough.width() / across)), 1),
                                          std::max(static_cast<int>(std::lround(rough.height() / down)), 1)));
    const QPointF corner = place.map(QPointF(rough.topLeft()));
    return scaled.copy(QRect(
        QPoint(static_cast<int>(std::lround(-corner.x())), static_cast<int>(std::lround(-corner.y()))), part.size()));
}

/// White where the part goes beyond the page.
QImage onPaper(const QImage &image, const QRect &part)
{
    QImage paper(part.size(), QImage::Format_RGB32);
    if (paper.isNull())
        return paper;
    paper.fill(Qt::white);
    const QRect shown = part & image.rect();
    for (int y = shown.top(); y <= shown.bottom(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        std::copy(from + shown.left(), from + shown.right() + 1,
                  reinterpret_cast<QRgb *>(paper.scanLine(y - part.top())) + shown.left() - part.left());
    }
    return paper;
}

Error tooLargeToDraw(int pageIndex)
{
    return {ErrorKind::TooLarge,
            QStringLiteral("Page %1 needs more memory to draw than one document may have.").arg(pageIndex + 1),
            {}};
}

} // namespace

Result<std::unique_ptr<ImageDocument>> ImageDocument::open(DocumentDevice &device)
{
    auto file = ImageFile::open(device);
    if (!file)
        return file.error();
    return std::make_unique<ImageDocument>(*std::move(file));
}

DocumentFacts ImageDocument::facts() const
{
    DocumentFacts facts;
    facts.kind = FileKind::Image;
    facts.pageCount = m_file.pageCount();
    return facts;
}

Result<const ImageFile::Page *> ImageDocument::decoded(int pageIndex) const
{
    if (m_decodedIndex != pageIndex) {
        m_decodedIndex = -1;
        m_drawn = QImage();
        auto page = m_file.page(pageIndex);
        if (!page)
            return page.error();
        m_decoded = *std::move(page);
        m_decodedIndex = pageIndex;
    }
    return &m_decoded;
}

Result<PageLayout> ImageDocument::page(int pageIndex, PageFor forWhom) const
{
    const auto page = decoded(pageIndex);
    if (!page)
        return page.error();
    PageLayout layout;
    layout.text.width = std::min((*page)->image.width() * pointsPerInch / (*page)->dpi, maximumPageSide);
    layout.text.height = std::min((*page)->image.height() * pointsPerInch / (*page)->dpi, maximumPageSide);
    layout.text.ocr = forWhom == PageFor::Import ? OcrNeed::NoText : OcrNeed::None;
    return layout;
}

Result<QImage> ImageDocument::render(const RenderRequest &request) const
{
    const auto page = decoded(request.pageIndex);
    if (!page)
        return page.error();
    const ImageFile::Page &source = **page;
    QSizeF whole = QSizeF(source.image.size()) * pointsPerInch / source.dpi * request.pixelsPerPoint;
    if (request.turns % 2 == 1)
        whole.transpose();
    const QSize size(std::max(static_cast<int>(std::lround(whole.width())), 1),
                     std::max(static_cast<int>(std::lround(whole.height())), 1));
    const auto turned = [&source, &request] { return turnedBy(source.image, request.turns); };
    if (static_cast<double>(size.width()) * size.height() > mostDrawnPixels) {
        const QImage part = inColour(drawnPart(turned(), size, request.part));
        return part.isNull() ? Result<QImage>(tooLargeToDraw(request.pageIndex))
                             : onPaper(part, QRect(QPoint(0, 0), request.part.size()));
    }
    if (m_drawn.size() != size || m_drawnTurns != request.turns) {
        m_drawn = inColour(scaledTo(turned(), size));
        m_drawnTurns = request.turns;
    }
    QImage part = m_drawn.isNull() ? QImage() : onPaper(m_drawn, request.part);
    return part.isNull() ? Result<QImage>(tooLargeToDraw(request.pageIndex)) : Result<QImage>(std::move(part));
}

Result<PageScan> ImageDocument::scan(int pageIndex) const
{
    const auto page = decoded(pageIndex);
    if (!page)
        return page.error();
    PageScan scan = scanOf((*page)->image, (*page)->dpi);
    if (scan.width == 0)
        return tooLargeToDraw(pageIndex);
    return scan;
}

} // namespace model::reader
