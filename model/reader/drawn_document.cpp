// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/drawn_document.h"

#include "model/reader/device_stream.h"
#include "model/reader/drawing_device.h"
#include "model/reader/without_colours.h"

#include <QString>

#include <algorithm>

#include <Dict.h>
#include <PDFDoc.h>
#include <Page.h>
#include <goo/GooString.h>

namespace model::reader {
namespace {

constexpr double resolution = 72;
constexpr int mostAnnotations = 10'000;

std::unique_ptr<PDFDoc> opened(QIODevice &device, const QByteArray &password)
{
    const auto secret = [&password] { return GooString(password.constData(), static_cast<int>(password.size())); };
    auto document = std::make_unique<PDFDoc>(new DeviceStream(device), secret(), secret());
    return document->isOk() ? std::move(document) : nullptr;
}

QRectF boxOf(const TextWord &word, int character)
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    if (character < 0)
        word.getBBox(&left, &top, &right, &bottom);
    else
        word.getCharBBox(character, &left, &top, &right, &bottom);
    return {left, top, right - left, bottom - top};
}

PageWord wordFrom(const TextWord &word)
{
    PageWord found;
    const std::unique_ptr<GooString> text(word.getText());
    found.text = QString::fromUtf8(text->c_str());
    found.area = boxOf(word, -1);
    found.spaceAfter = word.hasSpaceAfter();
    found.endsLine = !word.nextWord();
    // Where there are fewer boxes, the text has other characters than the page.
    const auto characters = found.text.toUcs4().size();
    if (characters <= word.getLength()) {
        for (int i = 0; i < static_cast<int>(characters); ++i)
            found.characters.push_back(boxOf(word, i));
    }
    return found;
}

/// Around the points that `count` numbers from `first` on make.
QRectF areaOf(const GfxState &state, const Object &numbers, int first, int count)
{
    QRectF area;
    for (int i = first; i + 1 < first + count; i += 2) {
        const Object across = numbers.arrayGet(i);
        const Object up = numbers.arrayGet(i + 1);
        if (!across.isNum() || !up.isNum())
            return {};
        QPointF point;
        state.transform(across.getNum(), up.getNum(), &point.rx(), &point.ry());
        const QRectF dot(point, QSizeF(1e-6, 1e-6));
        area = i == first ? dot : area.united(dot);
    }
    return area;
}

/// Where annotations say that something is to be made black.
std::vector<QRectF> redactionsOn(Page &page)
{
    std::vector<QRectF> areas;
    const Object annotations = page.getAnnotsObject();
    if (!annotations.isArray())
        return areas;
    const GfxState state(resolution, resolution, page.getCropBox(), page.getRotate(), true);
    for (int i = 0; i < std::min(annotations.arrayGetLength(), mostAnnotations); ++i) {
        const Object annotation = annotations.arrayGet(i);
        if (!annotation.isDict() || !annotation.dictLookup("Subtype").isName("Redact"))
            continue;
        const Object quads = annotation.dictLookup("QuadPoints");
        const Object rectangle = annotation.dictLookup("Rect");
        if (quads.isArray() && quads.arrayGetLength() >= 8) {
            for (int first = 0; first + 8 <= std::min(quads.arrayGetLength(), mostAnnotations); first += 8)
                areas.push_back(areaOf(state, quads, first, 8));
        } else if (rectangle.isArray() && rectangle.arrayGetLength() == 4) {
            areas.push_back(areaOf(state, rectangle, 0, 4));
        }
    }
    return areas;
}

} // namespace

DrawnDocument::DrawnDocument(std::unique_ptr<PDFDoc> document)
    : m_document(std::move(document))
{
}

DrawnDocument::~DrawnDocument() = default;

std::unique_ptr<DrawnDocument> DrawnDocument::open(QIODevice &device, const QByteArray &password)
{
    auto document = opened(device, password);
    // Older files have their password in Latin-1, newer ones in UTF-8.
    if (!document && !password.isEmpty())
        document = opened(device, QString::fromUtf8(password).toLatin1());
    if (!document)
        return nullptr;
    return std::unique_ptr<DrawnDocument>(new DrawnDocument(std::move(document)));
}

std::optional<DrawnDocument::Page> DrawnDocument::page(int pageIndex) const
{
    ::Page *page = m_document->getPage(pageIndex + 1);
    if (!page || !page->isOk())
        return std::nullopt;
    const WithoutColours guard;
    DrawingDevice device;
    page->displaySlice(&device, resolution, resolution, 0, false, false, -1, -1, -1, -1, false);
    Page found;
    const std::unique_ptr<TextWordList> words = device.makeWordList();
    for (int i = 0; i < words->getLength(); ++i)
        found.words.push_back(wordFrom(*words->get(i)));
    found.drawn = device.takePage();
    found.drawn.redactions = redactionsOn(*page);
    return found;
}

} // namespace model::reader
