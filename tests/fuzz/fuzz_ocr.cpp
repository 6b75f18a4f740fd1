// SPDX-License-Identifier: GPL-3.0-or-later
// What carveout-ocr and a reader send of pictures, and the words that a case holds of them. The first byte says which.
#include "model/reader/scan_wire.h"
#include "model/store/ocr_words.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace model;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkLayout(const PageLayout &layout)
{
    qsizetype end = 0;
    for (const TextBox &box : layout.boxes) {
        require(box.range.start >= end && box.range.end > box.range.start);
        require(box.edges.size() == static_cast<std::size_t>(box.range.length()));
        require(box.area.left >= 0 && box.area.right <= 1 && box.area.left <= box.area.right);
        require(box.area.top >= 0 && box.area.bottom <= 1 && box.area.top <= box.area.bottom);
        end = box.range.end;
    }
    require(end <= layout.text.text.size());
    require(layout.confidences.size() == layout.boxes.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    if (data[0] % 3 == 0) {
        if (const auto page = reader::decodeRecognised(bytes)) {
            checkLayout(page->layout);
            require(*reader::decodeRecognised(reader::encodeRecognised(*page)) == *page);
        }
    } else if (data[0] % 3 == 1) {
        if (const auto scan = reader::decodeScan(bytes))
            require(scan->pixels.size() == qsizetype(scan->width) * scan->height);
    } else {
        PageLayout layout;
        layout.text.text = QString(40, u'x');
        if (store::unpackWords(bytes, layout))
            checkLayout(layout);
    }
    return 0;
}
