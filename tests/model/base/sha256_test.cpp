// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/sha256.h"
#include "tests/support/catch.h"

using namespace model;

TEST_CASE("a hash is that of FIPS 180")
{
    CHECK(Sha256::of("abc").toHex() ==
          QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

TEST_CASE("hex and bytes lead back to the hash, and nothing else is one")
{
    const Sha256 sha = Sha256::of("x");
    CHECK(Sha256::fromHex(sha.toHex()) == sha);
    CHECK(Sha256::fromHex(sha.toHex().toUpper()) == sha);
    CHECK(Sha256::fromBytes(sha.bytes()) == sha);
    CHECK_FALSE(Sha256::fromHex(sha.toHex().left(63)));
    CHECK_FALSE(Sha256::fromHex(sha.toHex().left(63) + u'g'));
    CHECK_FALSE(Sha256::fromBytes("short"));
}
