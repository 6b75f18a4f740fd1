// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a text, a table or a web page holds: it is decoded, and laid out with nothing lost.

#include "model/reader/html_text.h"
#include "model/reader/table_text.h"
#include "model/reader/text_decoding.h"
#include "model/reader/text_pages.h"

#include <cstdlib>

using namespace model;
using namespace model::reader;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void requireLaidOut(const QString &text)
{
    const TextPages pages(text);
    qsizetype units = 0;
    for (int page = 0; page < pages.pageCount(); ++page) {
        const PageLayout layout = pages.layout(page);
        units += layout.text.text.size();
        qsizetype end = 0;
        for (const TextBox &box : layout.boxes) {
            require(box.range.start >= end && box.range.end > box.range.start);
            require(box.edges.size() == static_cast<std::size_t>(box.range.length()));
            end = box.range.end;
        }
        require(end <= layout.text.text.size());
    }
    require(units + pages.text().count(u'\f') == pages.text().size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QString text = decodedText(bytes).text;
    requireLaidOut(text);
    if (const auto separator = separatorOf(text))
        requireLaidOut(textOfTable(text, *separator));
    if (const auto page = textOfHtml(bytes))
        requireLaidOut(page->text);
    return 0;
}
