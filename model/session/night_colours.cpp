// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/night_colours.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace model::session {
namespace {

/// From all shades to those between paper and ink: pure black behind pure white tires the eye.
std::array<quint32, 256> softened()
{
    std::array<quint32, 256> shades{};
    for (quint32 shade = 0; shade < shades.size(); ++shade)
        shades[shade] = nightPaper + (shade * (nightInk - nightPaper) + 127) / 255;
    return shades;
}

} // namespace

void turnToNight(PagePicture &picture)
{
    static const std::array<quint32, 256> shades = softened();
    char *bytes = picture.pixels.data();
    for (qsizetype at = 0; at + 4 <= picture.pixels.size(); at += 4) {
        quint32 pixel = 0;
        std::memcpy(&pixel, bytes + at, 4);
        const quint32 red = (pixel >> 16) & 0xff;
        const quint32 green = (pixel >> 8) & 0xff;
        const quint32 blue = pixel & 0xff;
        // The lightness of HSL is the mean of the largest and the smallest; moving all three alike keeps the hue.
        const auto [smallest, largest] = std::minmax({red, green, blue});
        const quint32 move = 255 - smallest - largest; // wraps round where it is negative, and back in the sums
        pixel = 0xff000000 | shades[red + move] << 16 | shades[green + move] << 8 | shades[blue + move];
        std::memcpy(bytes + at, &pixel, 4);
    }
}

} // namespace model::session
