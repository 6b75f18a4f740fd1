// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "model/domain/outline_limits.h"
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

TEST_CASE("What a mail says of itself comes back as it was")
{
    DocumentFacts facts;
    facts.kind = FileKind::Mail;
    facts.encoding = QStringLiteral("iso-8859-2");
    facts.mail = {QStringLiteral("Ann <ann@alder.example>"),
                  QStringLiteral("bo@birch.example"),
                  QStringLiteral("cy@birch.example"),
                  -5,
                  QStringLiteral("two@alder.example"),
                  QStringLiteral("one@alder.example"),
                  {QStringLiteral("zero@alder.example")},
                  true,
                  true};
    CHECK(store::factsFromJson(store::toJson(facts)) == facts);
}

TEST_CASE("A stored table of contents is no longer or deeper than one that is read, and leads nowhere outside")
{
    DocumentFacts facts;
    facts.pageCount = 3;
    for (int i = 0; i < maximumOutline + 5; ++i)
        facts.outline.push_back({QStringLiteral("deeper"), i, i});
    facts.outline[2].level = -7;
    facts.outline[2].pageIndex = -7;
    const auto read = store::factsFromJson(store::toJson(facts));
    REQUIRE(read);
    REQUIRE(static_cast<qsizetype>(read->outline.size()) == maximumOutline);
    CHECK(read->outline[1] == facts.outline[1]);
    CHECK(read->outline[2] == OutlineEntry{QStringLiteral("deeper"), 0, -1});
    CHECK(read->outline[3].pageIndex == -1);
    CHECK(read->outline.back().level == maximumOutlineLevel);
}

TEST_CASE("What is not an object has no facts")
{
    for (const char *json : {"", "[]", "1", "{"})
        CHECK_FALSE(store::factsFromJson(QString::fromLatin1(json)));
    CHECK(store::linesFromJson(store::toJson(QStringList{QStringLiteral("a\nb"), QString()})) ==
          QStringList{QStringLiteral("a\nb"), QString()});
}
