// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

using namespace model;

namespace {

std::vector<qint64> revisionsOf(const QByteArray &bytes)
{
    const OpenReader open = readerOf(bytes);
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    return facts->revisions;
}

/// Saved once more: a new title for the same pages.
QByteArray savedAgain(const QByteArray &file, const QByteArray &title)
{
    return pdfSavedAgain(file, 900, "<< /Title (" + title + ") >>", "/Info 900 0 R");
}

} // namespace

TEST_CASE("a file saved once has no earlier states")
{
    CHECK(revisionsOf(pdfOfLines({"one"})).empty());
}

TEST_CASE("each earlier state of a file that was added to is found, and is a file that can be read")
{
    PdfFile file;
    file.pages.push_back({595, 842, {PdfLine{72, 72, "one"}}});
    file.info = {{"Title", "first"}};
    const QByteArray first = pdfBytes(file);
    const QByteArray second = savedAgain(first, "second");
    const QByteArray third = savedAgain(second, "third");
    const std::vector<qint64> ends = revisionsOf(third);
    REQUIRE(ends == std::vector<qint64>{first.size(), second.size()});
    const OpenReader open = readerOf(third.first(ends[1]));
    const auto facts = open.reader->facts();
    REQUIRE(facts);
    CHECK(facts->title == QStringLiteral("second"));
    CHECK(facts->revisions == std::vector<qint64>{first.size()});
}

TEST_CASE("the part for the first page of a file made for the web is no state of it")
{
    const QByteArray file = pdfOfLines({"one"});
    CHECK(revisionsOf("%PDF-1.4\nstartxref\n0\n%%EOF\n" + file).empty());
}
