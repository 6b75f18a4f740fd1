// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "model/journal/change_json.h"

#include <QJsonDocument>

using namespace model;
using namespace model::journal;

TEST_CASE("A change is an object with its kind and its fields, and comes back from it")
{
    const auto id = *SubjectId::fromString(QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e"));
    const Change change = RenameSubject{id, QStringLiteral("Élan")};
    CHECK(QJsonDocument(toJson(change)).toJson(QJsonDocument::Compact) ==
          QByteArray(
              "{\"change\":\"rename subject\",\"id\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"name\":\"Élan\"}"));
    CHECK(changeFromJson(toJson(change)) == change);
    const Change group = SetGroup{id, QStringLiteral("Banks")};
    CHECK(changeFromJson(toJson(group)) == group);
}

TEST_CASE("A signature is written only where there is one")
{
    const EvidenceLink link{
        LinkId::create(), TagId::create(), {SubjectId::create(), SubjectId::create()}, Stance::Ended};
    const Change unsignedLink = AddLink{link};
    const Change signedLink = AddLink{link, Signature{QStringLiteral("Ada"), 5}};
    CHECK_FALSE(toJson(unsignedLink).contains(QStringLiteral("by")));
    CHECK(changeFromJson(toJson(unsignedLink)) == unsignedLink);
    CHECK(changeFromJson(toJson(signedLink)) == signedLink);
}

TEST_CASE("What is no change gives none")
{
    CHECK_FALSE(changeFromJson(QJsonValue()));
    CHECK_FALSE(changeFromJson(QJsonObject{{QStringLiteral("change"), QStringLiteral("eat")}}));
    CHECK_FALSE(changeFromJson(QJsonObject{{QStringLiteral("change"), 1}}));
}
