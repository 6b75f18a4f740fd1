// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/heat.h"

#include "tests/support/catch.h"
#include "ui/common/appearance.h"
#include "ui/common/marks.h"

#include <QApplication>
#include <QPalette>

#include <cmath>

using namespace ui::matrix;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor &colour)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

TEST_CASE("heat has four levels, each twice the evidence of the one before")
{
    CHECK(heatLevel(0) == 0);
    CHECK(heatLevel(1) == 1);
    CHECK(heatLevel(3) == 2);
    CHECK(heatLevel(4) == 3);
    CHECK(heatLevel(8) == 4);
    CHECK(heatLevel(5000) == 4);
}

TEST_CASE("words and marks can be told from every ground that heat gives, in light and dark")
{
    for (const ui::Appearance appearance : {ui::Appearance::Light, ui::Appearance::Dark}) {
        ui::applyAppearance(appearance);
        const QPalette palette = QApplication::palette();
        const bool dark = ui::isDark(palette);
        for (int level = 1; level <= heatLevels; ++level) {
            const QColor ground = heatGround(level, dark);
            INFO("level " << level << (dark ? " dark" : " light"));
            CHECK(contrast(palette.color(QPalette::Text), ground) >= 4.5);
            CHECK(contrast(heatBar(dark), ground) >= 3);
            for (const model::Stance stance : model::allStances)
                CHECK(contrast(ui::stanceColour(stance, dark), ground) >= 3);
        }
    }
    ui::applyAppearance(ui::Appearance::Light);
}
