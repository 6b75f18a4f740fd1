// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/night_colours.h"

#include "tests/support/catch.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

using namespace model::session;

namespace {

quint32 atNight(quint32 pixel)
{
    model::PagePicture picture{1, 1, QByteArray(reinterpret_cast<const char *>(&pixel), 4)};
    turnToNight(picture);
    std::memcpy(&pixel, picture.pixels.constData(), 4);
    return pixel;
}

struct Shade {
    explicit Shade(quint32 pixel)
    {
        const double red = (pixel >> 16) & 0xff;
        const double green = (pixel >> 8) & 0xff;
        const double blue = pixel & 0xff;
        const double largest = std::max({red, green, blue});
        const double smallest = std::min({red, green, blue});
        lightness = (largest + smallest) / 2;
        chroma = largest - smallest;
        if (chroma == 0)
            return;
        hue = largest == red     ? std::fmod((green - blue) / chroma + 6, 6)
              : largest == green ? (blue - red) / chroma + 2
                                 : (red - green) / chroma + 4;
    }
    double lightness = 0;
    double chroma = 0;
    double hue = 0; ///< 0 to 6
};

} // namespace

TEST_CASE("paper turns dark and ink light at night, though neither fully")
{
    CHECK(atNight(0xffffffff) == 0xff181818);
    CHECK(atNight(0xff000000) == 0xffe8e8e8);
    CHECK(atNight(0xff808080) == 0xff808080);
}

TEST_CASE("every colour keeps its hue at night, and what was lighter is darker")
{
    std::mt19937 random(2018);
    for (int i = 0; i < 5000; ++i) {
        const quint32 pixel = 0xff000000 | static_cast<quint32>(random());
        const Shade day(pixel);
        const Shade night(atNight(pixel));
        CHECK(night.lightness == Approx(24 + (255 - day.lightness) * 208 / 255).margin(1));
        if (day.chroma < 40)
            continue; // too grey to have a hue that outlasts rounding
        const double apart = std::abs(night.hue - day.hue);
        CHECK(std::min(apart, 6 - apart) < 0.1);
    }
}
