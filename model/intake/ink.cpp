// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/ink.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace model::intake {
namespace {

constexpr int paper = 200;        ///< what is lighter is no ink
constexpr qint64 leastInk = 12;   ///< pixels of a sketch, about a word
constexpr double muchInk = 0.004; ///< part of a sketch, about five lines

/// 1 where there is ink.
std::vector<quint8> inkOn(const PagePicture &sketch)
{
    std::vector<quint8> ink(static_cast<size_t>(sketch.width) * static_cast<size_t>(sketch.height));
    for (size_t i = 0; i < ink.size(); ++i) {
        quint32 pixel = 0;
        std::memcpy(&pixel, sketch.pixels.constData() + i * sizeof pixel, sizeof pixel);
        // Green is about as light as the whole.
        ink[i] = (pixel >> 8 & 0xff) < paper ? 1 : 0;
    }
    return ink;
}

/// Takes away what the text accounts for: its boxes, and a little around them.
void coverText(std::vector<quint8> &ink, const PagePicture &sketch, const std::vector<TextBox> &boxes)
{
    constexpr int around = 2;
    const auto span = [](double from, double to, int length) {
        return std::pair(std::clamp(static_cast<int>(from * length) - around, 0, length),
                         std::clamp(static_cast<int>(to * length) + around, 0, length));
    };
    for (const TextBox &box : boxes) {
        const auto [left, right] = span(box.area.left, box.area.right, sketch.width);
        const auto [top, bottom] = span(box.area.top, box.area.bottom, sketch.height);
        for (int y = top; y < bottom && left < right; ++y) {
            const auto line = ink.begin() + static_cast<std::ptrdiff_t>(y) * sketch.width;
            std::fill(line + left, line + right, quint8(0));
        }
    }
}

} // namespace

bool showsMore(const PagePicture &sketch, const PageLayout &own)
{
    std::vector<quint8> ink = inkOn(sketch);
    coverText(ink, sketch, own.boxes);
    const auto left = static_cast<qint64>(std::count(ink.begin(), ink.end(), quint8(1)));
    if (own.boxes.empty())
        return left >= leastInk;
    return static_cast<double>(left) > muchInk * static_cast<double>(ink.size());
}

} // namespace model::intake
