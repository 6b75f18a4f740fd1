// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/alignment.h"
#include "tests/support/catch.h"

#include <random>

using model::copies::differences;
using model::copies::Hunk;

namespace {

using Keys = std::vector<std::uint64_t>;

/// What is left of both sides without the hunks.
std::pair<Keys, Keys> kept(const Keys &first, const Keys &second)
{
    std::pair<Keys, Keys> result;
    size_t atFirst = 0;
    size_t atSecond = 0;
    const auto upTo = [&](size_t firstEnd, size_t secondEnd) {
        while (atFirst < firstEnd)
            result.first.push_back(first[atFirst++]);
        while (atSecond < secondEnd)
            result.second.push_back(second[atSecond++]);
    };
    for (const Hunk &hunk : differences(first, second)) {
        upTo(hunk.first, hunk.second);
        atFirst = hunk.firstEnd;
        atSecond = hunk.secondEnd;
    }
    upTo(first.size(), second.size());
    return result;
}

Keys randomKeys(std::mt19937 &random, size_t count, unsigned different)
{
    Keys keys;
    while (keys.size() < count)
        keys.push_back(random() % different);
    return keys;
}

} // namespace

TEST_CASE("what was put in, left out and replaced is found")
{
    CHECK(differences({1, 2, 3}, {1, 2, 3}).empty());
    CHECK(differences({}, {}).empty());
    CHECK(differences({1, 2, 3}, {1, 9, 3}) == std::vector<Hunk>{{1, 2, 1, 2}});
    CHECK(differences({1, 2, 3}, {1, 3}) == std::vector<Hunk>{{1, 2, 1, 1}});
    CHECK(differences({1, 3, 4}, {1, 2, 3, 4, 5}) == std::vector<Hunk>{{1, 1, 1, 2}, {3, 3, 4, 5}});
    CHECK(differences({}, {7}) == std::vector<Hunk>{{0, 0, 0, 1}});
}

TEST_CASE("what lies between the differences is the same in both, whatever the texts")
{
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const auto different = static_cast<unsigned>(2 + random() % 2000);
        const Keys first = randomKeys(random, random() % 700, different);
        Keys second = first;
        for (auto edits = random() % 40; edits > 0 && !second.empty(); --edits) {
            const auto at = second.begin() + static_cast<std::ptrdiff_t>(random() % second.size());
            if (random() % 2 == 0)
                second.erase(at);
            else
                second.insert(at, random() % different);
        }
        const auto [inFirst, inSecond] = kept(first, second);
        REQUIRE(inFirst == inSecond);
    }
}

TEST_CASE("a few changes in a long text are found as they were made")
{
    std::mt19937 random(5);
    const Keys first = randomKeys(random, 60000, 3000);
    Keys second = first;
    second[100] = 5000;
    second[30000] = 5001;
    second.erase(second.begin() + 50000, second.begin() + 50010);
    const std::vector<Hunk> hunks = differences(first, second);
    REQUIRE(hunks.size() == 3);
    CHECK(hunks[0] == Hunk{100, 101, 100, 101});
    CHECK(hunks[1] == Hunk{30000, 30001, 30000, 30001});
    CHECK(hunks[2].firstEnd - hunks[2].first == 10);
}

TEST_CASE("long texts without anything in common differ as a whole")
{
    std::mt19937 random(7);
    const Keys first = randomKeys(random, 20000, 100);
    Keys second = randomKeys(random, 20000, 100);
    for (std::uint64_t &key : second)
        key += 1000;
    CHECK(differences(first, second) == std::vector<Hunk>{{0, 20000, 0, 20000}});
}
