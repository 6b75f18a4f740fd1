// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/find_in_document.h"

#include "tests/support/catch.h"
#include "tests/support/strings.h"
#include "tests/support/temporary_case.h"

using model::PageRange;
using model::session::findInDocument;
using model::session::mostFound;

TEST_CASE("what is typed is found on every page of the document, in reading order, and on no other's")
{
    TemporaryCase temporary;
    const auto document = temporary.addDocument(
        QStringLiteral("a.pdf"), {QStringLiteral("Read this"), QString(), QStringLiteral("it was read, reread")});
    temporary.addDocument(QStringLiteral("b.pdf"), {QStringLiteral("read")});
    const auto found = must(findInDocument(temporary.file(), document, QStringLiteral("read")));
    CHECK(found.places == std::vector<PageRange>{{0, {0, 4}}, {2, {7, 11}}, {2, {15, 19}}});
    CHECK_FALSE(found.isCut);
    CHECK(must(findInDocument(temporary.file(), document, QStringLiteral(" "))).places.empty());
}

TEST_CASE("a letter that stands everywhere does not fill the memory")
{
    TemporaryCase temporary;
    const auto document =
        temporary.addDocument(QStringLiteral("a.pdf"), {QString(mostFound, u'a'), QStringLiteral("aa")});
    const auto found = must(findInDocument(temporary.file(), document, QStringLiteral("a")));
    CHECK(static_cast<qsizetype>(found.places.size()) == mostFound);
    CHECK(found.isCut);
}
