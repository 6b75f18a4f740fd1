// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader sends, as the host decodes it. The first byte says which answer it is.
#include "model/reader/answers.h"
#include "model/reader/protocol.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace model;
using namespace model::reader;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkLayout(QByteArrayView bytes)
{
    const auto page = decodePageLayout(bytes);
    if (!page)
        return;
    qsizetype end = 0;
    for (const TextBox &box : page->boxes) {
        require(box.range.start >= end && box.range.end > box.range.start);
        require(box.edges.size() == static_cast<std::size_t>(box.range.length()));
        require(box.area.left >= 0 && box.area.right <= 1 && box.area.left <= box.area.right);
        require(box.area.top >= 0 && box.area.bottom <= 1 && box.area.top <= box.area.bottom);
        end = box.range.end;
    }
    require(end <= page->text.text.size());
    // What came through once comes through again, unchanged.
    require(*decodePageLayout(encodePageLayout(*page)) == *page);
}

void checkFacts(QByteArrayView bytes)
{
    const auto facts = decodeFacts(bytes);
    if (!facts)
        return;
    require(facts->pageCount >= 0 && facts->pageCount <= maximumPages);
    for (const OutlineEntry &entry : facts->outline)
        require(entry.pageIndex >= -1 && entry.pageIndex < facts->pageCount);
    require(*decodeFacts(encodeFacts(*facts)) == *facts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    switch (data[0] % 8) {
    case 0:
        checkFacts(bytes);
        break;
    case 1:
        checkLayout(bytes);
        break;
    case 2:
        static_cast<void>(decodePageText(bytes));
        break;
    case 3:
        static_cast<void>(decodeEntry(bytes));
        break;
    case 4:
        static_cast<void>(decodeFailure(bytes));
        break;
    case 5:
        static_cast<void>(decodeComplaint(bytes));
        break;
    case 6:
        static_cast<void>(FrameHeader::fromBytes(bytes));
        static_cast<void>(Ended::fromBytes(bytes));
        break;
    default:
        static_cast<void>(decodePicture(bytes.toByteArray(), {0, 1, 0, QRect(0, 0, 2, 2)}));
        break;
    }
    return 0;
}
