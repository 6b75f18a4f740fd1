// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "model/domain/document.h"

using namespace model;

namespace {

QString titleOf(const char *claimed)
{
    DocumentFacts facts;
    facts.title = QString::fromUtf8(claimed);
    return ownTitle(facts);
}

} // namespace

TEST_CASE("A stand-in that a program put for a title is no title")
{
    for (const char *standIn : {"", "  ", "Untitled", "untitled", "Untitled document", "Untitled-1", "untitled.pdf",
                                "Untitled Presentation 2"})
        CHECK(titleOf(standIn).isEmpty());
    CHECK(titleOf("  Audit   memo ") == u"Audit memo");
    CHECK(titleOf("Untitled remarks on access") == u"Untitled remarks on access");
}
