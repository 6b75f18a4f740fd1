// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"

#include "tests/support/catch.h"
#include "tests/ui/contrast.h"
#include "ui/common/marks.h"

TEST_CASE("all text stands out from its ground, light and dark")
{
    const bool dark = GENERATE(false, true);
    const QPalette palette = ui::paletteFor(dark);
    CHECK(ui::isDark(palette) == dark);
    struct Pair {
        QPalette::ColorRole text;
        QPalette::ColorRole ground;
    };
    for (const auto &[text, ground] :
         {Pair{QPalette::WindowText, QPalette::Window}, Pair{QPalette::Text, QPalette::Base},
          Pair{QPalette::Text, QPalette::AlternateBase}, Pair{QPalette::ButtonText, QPalette::Button},
          Pair{QPalette::HighlightedText, QPalette::Highlight}, Pair{QPalette::ToolTipText, QPalette::ToolTipBase},
          Pair{QPalette::PlaceholderText, QPalette::Base}, Pair{QPalette::PlaceholderText, QPalette::Window},
          Pair{QPalette::Link, QPalette::Base}, Pair{QPalette::Link, QPalette::Window}}) {
        CAPTURE(dark, int(text), int(ground));
        CHECK(contrast(palette.color(text), palette.color(ground)) >= 4.5);
    }
}

TEST_CASE("the marks stand out from what they are painted on, light and dark")
{
    const bool dark = GENERATE(false, true);
    const QPalette palette = ui::paletteFor(dark);
    for (const model::Stance stance : model::allStances) {
        for (const auto ground : {QPalette::Base, QPalette::Window}) {
            CAPTURE(dark, int(stance), int(ground));
            CHECK(contrast(ui::stanceColour(stance, dark), palette.color(ground)) >= 3);
        }
    }
    for (const auto kind : {model::TagKind::Partner, model::TagKind::Permission, model::TagKind::Evidence}) {
        CAPTURE(int(kind));
        CHECK(contrast(ui::paperColour(kind), Qt::white) >= 3);
    }
}
