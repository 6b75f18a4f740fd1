// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_document.h"

#include "model/reader/picture_steps.h"
#include "model/reader/text_fonts.h"
#include "model/reader/text_pages.h"
#include "model/reader/text_painter.h"

#include <cmath>
#include <utility>

namespace model::reader {
namespace {

constexpr int mostPages = 1'000'000;

Error noSuchPage(int pageIndex)
{
    return {ErrorKind::Damaged, QStringLiteral("The document has no page %1.").arg(pageIndex + 1), {}};
}

/// Where the part lies on the page before it was turned.
QRect unturned(const QRect &part, int turns, const QSize &page)
{
    switch (turns) {
    case 1:
        return {part.y(), page.height() - part.x() - part.width(), part.height(), part.width()};
    case 2:
        return {page.width() - part.x() - part.width(), page.height() - part.y() - part.height(), part.width(),
                part.height()};
    case 3:
        return {page.width() - part.y() - part.height(), part.x(), part.height(), part.width()};
    default:
        return part;
    }
}

} // namespace

class TextDocument::Private {
public:
    Private(QString text, DocumentFacts given)
        : pages(std::move(text))
        , facts(std::move(given))
    {
        facts.pageCount = pages.pageCount();
    }

    bool has(int pageIndex) const { return pageIndex >= 0 && pageIndex < facts.pageCount; }

    TextPages pages;
    DocumentFacts facts;
    TextFonts fonts;
};

TextDocument::TextDocument(std::unique_ptr<Private> given)
    : d(std::move(given))
{
}

TextDocument::~TextDocument() = default;

Result<std::unique_ptr<TextDocument>> TextDocument::of(QString text, DocumentFacts facts)
{
    auto made = std::make_unique<Private>(std::move(text), std::move(facts));
    if (made->facts.pageCount > mostPages) {
        return Error{ErrorKind::TooLarge,
                     QStringLiteral("The text would fill %1 pages, which is more than a document may have. Split the "
                                    "file and import its parts.")
                         .arg(made->facts.pageCount),
                     {}};
    }
    return std::unique_ptr<TextDocument>(new TextDocument(std::move(made)));
}

DocumentFacts TextDocument::facts() const
{
    return d->facts;
}

Result<PageLayout> TextDocument::page(int pageIndex, PageFor forWhom) const
{
    if (!d->has(pageIndex))
        return noSuchPage(pageIndex);
    // An import asks for no boxes.
    return forWhom == PageFor::Screen ? d->pages.layout(pageIndex) : PageLayout{d->pages.pageText(pageIndex), {}, {}};
}

Result<QImage> TextDocument::render(const RenderRequest &request) const
{
    if (!d->has(request.pageIndex))
        return noSuchPage(request.pageIndex);
    const QSize size(static_cast<int>(std::ceil(textPageWidth * request.pixelsPerPoint)),
                     static_cast<int>(std::ceil(textPageHeight * request.pixelsPerPoint)));
    const QRect part = unturned(request.part, request.turns, size);
    QImage image(part.size(), QImage::Format_RGB32);
    if (image.isNull()) {
        return Error{
            ErrorKind::TooLarge,
            QStringLiteral("Page %1 needs more memory to draw than one document may have.").arg(request.pageIndex + 1),
            {}};
    }
    image.fill(Qt::white);
    TextPainter painter(image, part.topLeft(), request.pixelsPerPoint, d->fonts);
    int number = 0;
    for (const TextRange &line : d->pages.linesOf(request.pageIndex))
        painter.drawLine(d->pages.text(), cellsOfLine(d->pages.text(), line), number++);
    return turnedBy(image, request.turns);
}

} // namespace model::reader
