// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "model/journal/entry_hash.h"

using namespace model;
using namespace model::journal;

// The expected values were computed by another program from the description in entry_hash.h: the format must never
// change.

TEST_CASE("A part's hash is that of its salt and payload")
{
    CHECK(partHash(QByteArray(16, 's'), QStringLiteral("{\"é\":1}")).toHex() ==
          u"0ad2ce2826c7f386f5fd9ed414de66d4ab3d2a6fd69addc2fab5d6eb741b9d4f");
}

TEST_CASE("An entry's hash covers every column, each with its length")
{
    const Sha256 part = partHash(QByteArray(16, 's'), QStringLiteral("{\"é\":1}"));
    const std::vector<store::JournalPartRow> parts = {{1, 0, QByteArray(16, 's'), QStringLiteral("{\"é\":1}"), part}};
    store::JournalRow row{
        1, QStringLiteral("decision"), QStringLiteral("Ada"), 1523527200000, 0, payloadHash(parts), noHash(), noHash()};
    CHECK(payloadHash(parts).toHex() == u"32e59cd4b2a33fb966eac75ddac8fc8deda4c8fdad89061ce0cfcda6ce01c938");
    const Sha256 hash = entryHash(row);
    CHECK(hash.toHex() == u"10daf102e3635b4b850e9f2b9d9bdf7163e233db0df4785e519a75c17ace55f0");

    row.author = QStringLiteral("Adab");
    CHECK_FALSE(entryHash(row) == hash);
    row.author = QStringLiteral("Ada");
    row.target = 1;
    CHECK_FALSE(entryHash(row) == hash);
    row.target = 0;
    row.previousHash = hash;
    CHECK_FALSE(entryHash(row) == hash);
}
