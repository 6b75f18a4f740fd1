// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/saved_searches.h"

#include "model/session/remembered.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

TEST_CASE("saved searches are remembered with the case, and count the pages that answer them now")
{
    TemporaryCase place;
    place.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("The bank could read"), QStringLiteral("no bank")});
    CHECK(must(savedSearches(place.file())).empty());
    const std::vector<SavedSearch> searches{{QStringLiteral("Banks"), QStringLiteral("bank NOT no"), 0},
                                            {QStringLiteral("Unread \"quoted\""), QStringLiteral("read:no"), 7},
                                            {QStringLiteral("Broken"), QStringLiteral("(bank"), 1}};
    must(remember(place.file(), savedSearchesKey, toText(searches)));
    place.reopen();
    CHECK(must(savedSearches(place.file())) == searches);
    const auto counts = must(countPages(place.file(), searches));
    REQUIRE(counts.size() == 3);
    CHECK(counts[0] == PageCount{1, true});
    CHECK(counts[1] == PageCount{2, true});
    CHECK_FALSE(counts[2]);
    place.addDocument(QStringLiteral("more.pdf"), {QStringLiteral("another bank")});
    CHECK(must(countPages(place.file(), searches))[0] == PageCount{2, true});
}

TEST_CASE("of saved searches what cannot be read, or has a name that is taken, is left out")
{
    CHECK(savedSearchesFromText(QStringLiteral("no JSON")).empty());
    CHECK(savedSearchesFromText({}).empty());
    CHECK(toText(std::vector<SavedSearch>()).isEmpty());
    const auto read = savedSearchesFromText(
        QStringLiteral(R"([{"name":"a","query":"x"},{"name":"a","query":"y"},{"name":"b"},3,{"query":"z"}])"));
    CHECK(read == std::vector<SavedSearch>{{QStringLiteral("a"), QStringLiteral("x"), 0}});
}
