// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/id.h"
#include "tests/support/catch.h"

using namespace model;

TEST_CASE("an id survives its text and its bytes")
{
    struct Thing;
    const auto id = Id<Thing>::create();
    CHECK(Id<Thing>::fromString(id.toString()) == id);
    CHECK(Id<Thing>::fromBytes(id.toBytes()) == id);
}

TEST_CASE("what is no id is refused")
{
    struct Thing;
    CHECK_FALSE(Id<Thing>::fromString(QStringLiteral("hello")));
    CHECK_FALSE(Id<Thing>::fromString(QStringLiteral("00000000-0000-0000-0000-000000000000")));
    CHECK_FALSE(Id<Thing>::fromBytes(QByteArray(15, 'x')));
}
