// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/document_origin.h"

#include "tests/support/catch.h"
#include "tests/support/strings.h"
#include "tests/support/temporary_case.h"

using model::session::documentOrigin;

TEST_CASE("the origin of a document names its places, its bundle and what it says of itself")
{
    TemporaryCase temporary;
    const auto document = temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("one"), QString()});
    const auto origin = must(documentOrigin(temporary.file(), document));
    CHECK(origin.document.sha256 == document);
    CHECK(origin.document.origins == QStringList{QStringLiteral("bundle/a.pdf")});
    CHECK(origin.bundle.id == origin.document.bundle);
    CHECK(origin.bundle.importedMs > 0);
    CHECK(origin.facts == must(temporary.file().facts(document)));
    const auto missing = documentOrigin(temporary.file(), model::Sha256::of("another"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().kind == model::ErrorKind::NotFound);
}
