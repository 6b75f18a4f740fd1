// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/pdf_document.h"

#include "model/reader/drawn_document.h"
#include "model/reader/hidden_text.h"
#include "model/reader/ocr_need.h"
#include "model/reader/page_composer.h"
#include "model/reader/page_proof.h"
#include "model/reader/page_scan.h"
#include "model/reader/pdf_attachments.h"
#include "model/reader/pdf_facts.h"
#include "model/reader/substituted_fonts.h"

#include <algorithm>
#include <cmath>

#include <poppler-qt6.h>

namespace model::reader {
namespace {

Error damagedPage(int pageIndex)
{
    return {ErrorKind::Damaged,
            QStringLiteral("Page %1 is damaged and cannot be read. The other pages may be whole.").arg(pageIndex + 1),
            {}};
}

Error tooLargeToDraw(int pageIndex)
{
    return {ErrorKind::TooLarge,
            QStringLiteral("Page %1 needs more memory to draw than one document may have.").arg(pageIndex + 1),
            {}};
}

QImage drawn(const Poppler::Page &page, double dpi)
{
    return page.renderToImage(dpi, dpi);
}

double scanDpiFor(const QSizeF &points)
{
    constexpr double wanted = 300;
    constexpr double mostPixels = 30e6;
    constexpr double mostSide = 20'000;
    const double width = std::max(points.width() / 72, 0.1);
    const double height = std::max(points.height() / 72, 0.1);
    return std::min({wanted, std::sqrt(mostPixels / (width * height)), mostSide / std::max(width, height)});
}

} // namespace

class PdfDocument::Private {
public:
    Private(std::unique_ptr<Poppler::Document> given, std::unique_ptr<DrawnDocument> givenDrawn)
        : document(std::move(given))
        , drawn(std::move(givenDrawn))
        , fonts(*document)
    {
    }

    std::unique_ptr<Poppler::Document> document; ///< for facts and pictures
    std::unique_ptr<DrawnDocument> drawn;        ///< for text
    SubstitutedFonts fonts;
};

PdfDocument::PdfDocument(std::unique_ptr<Private> given)
    : d(std::move(given))
{
}

PdfDocument::~PdfDocument() = default;

Result<std::unique_ptr<PdfDocument>> PdfDocument::open(QIODevice &device, const QByteArray &password)
{
    auto document = Poppler::Document::load(&device, password, password);
    if (document && document->isLocked()) {
        // Older files have their password in Latin-1, newer ones in UTF-8.
        const QByteArray latin = QString::fromUtf8(password).toLatin1();
        document->unlock(latin, latin);
    }
    if (document && document->isLocked()) {
        const QString sentence =
            password.isEmpty() ? QStringLiteral("The document is encrypted. Give its password to read it.")
                               : QStringLiteral("The password does not open the document. Check it and try again.");
        return Error{ErrorKind::NeedsPassword, sentence, {}};
    }
    auto drawn = document ? DrawnDocument::open(device, password) : nullptr;
    if (!drawn || document->numPages() <= 0) {
        return Error{ErrorKind::Damaged,
                     QStringLiteral("The document is damaged: no page can be found in it. Ask for another copy."),
                     {}};
    }
    document->setRenderBackend(Poppler::Document::SplashBackend);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::unique_ptr<PdfDocument>(
        new PdfDocument(std::make_unique<Private>(std::move(document), std::move(drawn))));
}

DocumentFacts PdfDocument::facts() const
{
    return factsOf(*d->document);
}

std::unique_ptr<EntrySource> PdfDocument::attachments(const ReaderLimits &limits, qint64 size) const
{
    return std::make_unique<PdfAttachments>(d->drawn->document(), limits, size);
}

Result<PageLayout> PdfDocument::page(int pageIndex, PageFor forWhom) const
{
    const std::unique_ptr<Poppler::Page> page = d->document->page(pageIndex);
    const auto drawn = page ? d->drawn->page(pageIndex) : std::nullopt;
    if (!drawn)
        return damagedPage(pageIndex);
    PageLayout layout = composePage(drawn->words, page->pageSizeF());
    PageProof proof(*d->document, pageIndex);
    noteHiddenText(layout, drawn->drawn,
                   [&proof](const DrawnGlyph &glyph, Proof kind) { return proof.isHidden(glyph, kind); });
    layout.text.label = page->label();
    layout.text.fontsSubstituted =
        forWhom == PageFor::Screen ? d->fonts.onPage(pageIndex) : d->fonts.guessFor(pageIndex);
    if (forWhom == PageFor::Import)
        layout.text.ocr = ocrNeedOf(layout.text);
    return layout;
}

Result<QImage> PdfDocument::render(const RenderRequest &request) const
{
    const std::unique_ptr<Poppler::Page> page = d->document->page(request.pageIndex);
    if (!page)
        return damagedPage(request.pageIndex);
    const double resolution = 72 * request.pixelsPerPoint;
    const QRect &part = request.part;
    const auto turns = static_cast<Poppler::Page::Rotation>(request.turns);
    QImage image = page->renderToImage(resolution, resolution, part.x(), part.y(), part.width(), part.height(), turns);
    // Without the memory for it, Poppler draws a picture of one pixel.
    if (image.size() != part.size())
        return tooLargeToDraw(request.pageIndex);
    return image.convertToFormat(QImage::Format_RGB32);
}

Result<PageScan> PdfDocument::scan(int pageIndex) const
{
    const std::unique_ptr<Poppler::Page> page = d->document->page(pageIndex);
    if (!page)
        return damagedPage(pageIndex);
    const double dpi = scanDpiFor(page->pageSizeF());
    const QImage image = drawn(*page, dpi);
    if (image.width() <= 1 || image.height() <= 1)
        return tooLargeToDraw(pageIndex);
    return scanOf(image, static_cast<int>(std::lround(dpi)));
}

} // namespace model::reader
