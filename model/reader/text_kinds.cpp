// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_kinds.h"

#include "model/reader/document_device.h"
#include "model/reader/html_text.h"
#include "model/reader/table_text.h"
#include "model/reader/text_decoding.h"

#include <utility>

namespace model::reader {
namespace {

constexpr qint64 mostBytes = qint64(96) << 20; // what fits into a reader's memory with all that is made of it
constexpr qsizetype unitsToTellSeparator = 32 * 1024;

Result<QByteArray> wholeOf(DocumentDevice &device)
{
    if (device.size() > mostBytes) {
        return Error{ErrorKind::TooLarge,
                     QStringLiteral("The file holds more than %1 MiB of text, which is more than the program takes in "
                                    "as one document. Split it and import its parts.")
                         .arg(mostBytes >> 20),
                     {}};
    }
    return device.bytesAt(0, device.size());
}

DocumentFacts factsFor(FileKind kind, const QString &encoding)
{
    DocumentFacts facts;
    facts.kind = kind;
    facts.encoding = encoding;
    return facts;
}

} // namespace

Result<std::unique_ptr<TextDocument>> openText(DocumentDevice &device)
{
    const auto bytes = wholeOf(device);
    if (!bytes)
        return bytes.error();
    DecodedText decoded = decodedText(*bytes);
    return TextDocument::of(std::move(decoded.text), factsFor(FileKind::Text, decoded.encoding));
}

Result<std::unique_ptr<TextDocument>> openTable(DocumentDevice &device)
{
    const auto bytes = wholeOf(device);
    if (!bytes)
        return bytes.error();
    DecodedText decoded = decodedText(*bytes);
    const auto separator = separatorOf(decoded.text.left(unitsToTellSeparator));
    if (!separator)
        return TextDocument::of(std::move(decoded.text), factsFor(FileKind::Text, decoded.encoding));
    return TextDocument::of(textOfTable(decoded.text, *separator), factsFor(FileKind::Table, decoded.encoding));
}

Result<std::unique_ptr<TextDocument>> openWebPage(DocumentDevice &device)
{
    const auto bytes = wholeOf(device);
    if (!bytes)
        return bytes.error();
    auto page = textOfHtml(*bytes);
    if (!page)
        return page.error();
    DocumentFacts facts = factsFor(FileKind::WebPage, page->encoding);
    facts.title = page->title;
    return TextDocument::of(std::move(page->text), std::move(facts));
}

} // namespace model::reader
