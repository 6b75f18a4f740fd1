// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/calibration.h"

#include "tests/support/catch.h"

#include <random>

using namespace model::annotate;

TEST_CASE("a calibration rises, stays between 0 and 1, and is never quite sure")
{
    const unsigned seed = GENERATE(range(0U, 20U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<Outcome> outcomes(50 + random() % 2000);
    for (Outcome &outcome : outcomes) {
        outcome.raw = float(random() % 1001) / 1000;
        outcome.right = random() % 1000 < (seed % 3 == 0 ? 1000U : quint32(outcome.raw * 1000) / (1 + seed % 3));
    }
    const Calibration calibration = calibrate(outcomes);
    REQUIRE_FALSE(calibration.empty());
    float before = 0;
    for (int i = -10; i <= 110; ++i) {
        const float now = calibrated(calibration, float(i) / 100);
        CHECK(now >= before);
        CHECK(now > 0);
        CHECK(now < 1);
        before = now;
    }
}

TEST_CASE("a score that is right as often as it says stays near what it was")
{
    std::vector<Outcome> outcomes;
    for (int i = 0; i < 10000; ++i) {
        const int tenth = i % 10;
        outcomes.push_back({float(tenth) / 10, (i / 10) % 10 < tenth});
    }
    const Calibration calibration = calibrate(outcomes);
    for (int tenth = 1; tenth < 10; ++tenth)
        CHECK(calibrated(calibration, float(tenth) / 10) == Approx(tenth / 10.0).margin(0.03));
}

TEST_CASE("too few outcomes calibrate nothing")
{
    CHECK(calibrate({{0.5F, true}, {0.6F, false}}).empty());
    CHECK(calibrated({}, 0.3F) == 0.3F);
}
