// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/page_set.h"
#include "tests/support/catch.h"

#include <random>

using namespace model::search;

TEST_CASE("sets of pages join, meet and invert as sets of numbers do")
{
    std::mt19937 random(GENERATE(range(0u, 50u)));
    constexpr qint64 top = 40;
    const auto make = [&random] {
        std::vector<PageSet::Run> runs;
        for (std::size_t i = 0, count = random() % 6; i < count; ++i) {
            const qint64 first = static_cast<qint64>(random() % top);
            runs.push_back({first, first + static_cast<qint64>(random() % 5) - 1});
        }
        return runs;
    };
    const auto in = [](const std::vector<PageSet::Run> &runs, qint64 id) {
        return std::any_of(runs.begin(), runs.end(),
                           [id](const auto &run) { return run.first <= id && id <= run.last; });
    };
    const auto a = make();
    const auto b = make();
    const PageSet setA = PageSet::of(a);
    const PageSet setB = PageSet::of(b);
    for (qint64 id = 0; id < top + 8; ++id) {
        CHECK(setA.contains(id) == in(a, id));
        CHECK(setA.united(setB).contains(id) == (in(a, id) || in(b, id)));
        CHECK(setA.intersected(setB).contains(id) == (in(a, id) && in(b, id)));
        CHECK(setA.inverted().contains(id) == !in(a, id));
    }
    CHECK(setA.inverted().inverted() == setA);
    CHECK(PageSet::of(setA.runs()) == setA);
}

TEST_CASE("all pages without any are none")
{
    CHECK(PageSet::all().inverted().isEmpty());
    CHECK(PageSet().inverted() == PageSet::all());
    CHECK(PageSet::of({{3, 4}, {5, 6}}).runs().size() == 1);
}
