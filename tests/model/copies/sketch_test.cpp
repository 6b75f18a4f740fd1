// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/sketch.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>
#include <set>

using namespace model::copies;

namespace {

using Keys = std::vector<std::uint64_t>;

double exactResemblance(const Keys &first, const Keys &second)
{
    const auto shingles = [](const Keys &keys) {
        std::set<Keys> all;
        for (size_t i = 0; i + Sketch::shingleWords <= keys.size(); ++i)
            all.insert(Keys(keys.begin() + static_cast<std::ptrdiff_t>(i),
                            keys.begin() + static_cast<std::ptrdiff_t>(i + Sketch::shingleWords)));
        return all;
    };
    const std::set<Keys> a = shingles(first);
    const std::set<Keys> b = shingles(second);
    const auto both = std::count_if(a.begin(), a.end(), [&b](const Keys &shingle) { return b.count(shingle) > 0; });
    return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - static_cast<size_t>(both));
}

QString sentence(int words)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += QStringLiteral("word%1 ").arg(i);
    return text;
}

} // namespace

TEST_CASE("a sketch tells how many shingles two texts share")
{
    std::mt19937_64 random(11);
    for (const size_t length : {size_t(60), size_t(400), size_t(5000)}) {
        double error = 0;
        double worst = 0;
        constexpr int rounds = 60;
        for (int round = 0; round < rounds; ++round) {
            Keys first;
            while (first.size() < length)
                first.push_back(random());
            Keys second = first;
            const auto changes = length * static_cast<size_t>(round) / (3 * rounds);
            for (size_t i = 0; i < changes; ++i)
                second[random() % length] = random();
            const double off = Sketch(first).resemblance(Sketch(second)) - exactResemblance(first, second);
            error += off / rounds;
            worst = std::max(worst, std::abs(off));
        }
        INFO(length << " words");
        CHECK(std::abs(error) < 0.03);
        CHECK(worst < 0.25);
    }
}

TEST_CASE("texts that share nothing resemble each other in nothing")
{
    std::mt19937_64 random(13);
    Keys first;
    Keys second;
    for (int i = 0; i < 500; ++i) {
        first.push_back(random());
        second.push_back(random());
    }
    CHECK(Sketch(first).resemblance(Sketch(second)) < 0.05);
}

TEST_CASE("a sketch is read back as it was written")
{
    const Sketch sketch(wordText(sentence(300)).keys());
    CHECK(sketch.bytes().size() == 256);
    const Sketch again(sketch.bytes());
    CHECK(again.bytes() == sketch.bytes());
    CHECK(again.resemblance(sketch) == 1.0);
    CHECK(again.band(7) == sketch.band(7));
}

TEST_CASE("what is compared depends on how many words there are")
{
    const auto of = [](int words, qsizetype pages) { return signatureOf(wordText(sentence(words)), pages); };
    CHECK(of(7, 1).same.isEmpty());
    CHECK_FALSE(of(8, 1).same.isEmpty());
    CHECK(of(19, 1).sketch.isEmpty());
    CHECK_FALSE(of(20, 1).sketch.isEmpty());
    // A scan of 30 pages of which only a stamp could be read.
    CHECK(of(40, 30).same.isEmpty());
    CHECK(of(0, 0).same.isEmpty());
}
