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

TEST_CASE("the ids that begin with a word are a range, and what begins no id gives none")
{
    struct Thing;
    const auto id = Id<Thing>::create();
    for (const qsizetype size : {8, 9, 14, 35, 36}) {
        CAPTURE(size);
        const auto range = idsBeginningWith(id.toString().left(size));
        REQUIRE(range);
        CHECK(range->first <= id.toBytes());
        CHECK(id.toBytes() <= range->last);
        CHECK((range->first == range->last) == (size == 36));
    }
    CHECK(idsBeginningWith(QStringLiteral("00000000"))->first == QByteArray(16, '\0'));
    CHECK(idsBeginningWith(QStringLiteral("ABCDEF01"))->last.startsWith("\xab\xcd\xef\x01\xff"));
    for (const char *word :
         {"", "1234567", "1234567g", "123456789", "12345678-1234-1234-1234-1234567890123", "not-an-id"})
        CHECK_FALSE(idsBeginningWith(QString::fromLatin1(word)));
}

TEST_CASE("what is no id is refused")
{
    struct Thing;
    CHECK_FALSE(Id<Thing>::fromString(QStringLiteral("hello")));
    CHECK_FALSE(Id<Thing>::fromString(QStringLiteral("00000000-0000-0000-0000-000000000000")));
    CHECK_FALSE(Id<Thing>::fromBytes(QByteArray(15, 'x')));
}
