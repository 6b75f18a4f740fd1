// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "model/store/facts_json.h"

using namespace model;

TEST_CASE("What a file says about itself comes back as it was")
{
    DocumentFacts facts;
    CHECK(store::factsFromJson(store::toJson(facts)) == facts);
    facts.kind = FileKind::Pdf;
    facts.pageCount = 9;
    facts.title = QStringLiteral("Agreement \"A\"");
    facts.createdMs = 1523527200123;
    facts.modifiedMs = -5;
    facts.xmp = QStringLiteral("<x:xmpmeta/>");
    facts.encrypted = true;
    facts.mayCopy = false;
    facts.embeddedFiles = QStringList{QStringLiteral("a.xls"), QStringLiteral("b.pdf")};
    facts.outline = {{QStringLiteral("One"), 0, 0}, {QStringLiteral("Two"), 1, -1}};
    CHECK(store::factsFromJson(store::toJson(facts)) == facts);
}

TEST_CASE("What is not an object has no facts")
{
    for (const char *json : {"", "[]", "1", "{"})
        CHECK_FALSE(store::factsFromJson(QString::fromLatin1(json)));
    CHECK(store::linesFromJson(store::toJson(QStringList{QStringLiteral("a\nb"), QString()})) ==
          QStringList{QStringLiteral("a\nb"), QString()});
}
