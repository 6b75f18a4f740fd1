// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/heat.h"

#include "tests/support/catch.h"
#include "tests/ui/contrast.h"
#include "ui/common/appearance.h"
#include "ui/common/marks.h"

using namespace ui::matrix;

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
    const bool dark = GENERATE(false, true);
    const QPalette palette = ui::paletteFor(dark);
    for (int level = 1; level <= heatLevels; ++level) {
        const QColor ground = heatGround(level, dark);
        INFO("level " << level << (dark ? " dark" : " light"));
        CHECK(contrast(palette.color(QPalette::Text), ground) >= 4.5);
        CHECK(contrast(heatBar(dark), ground) >= 3);
        for (const model::Stance stance : model::allStances)
            CHECK(contrast(ui::stanceColour(stance, dark), ground) >= 3);
    }
}
