// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_panel.h"

#include "tests/support/catch.h"

using ui::review::SuggestionPanel;

TEST_CASE("the reason of a suggestion has its room kept for it, so that the list above it does not move")
{
    SuggestionPanel panel;
    panel.resize(300, 500);
    panel.show();
    const QSize least = panel.minimumSizeHint();
    const QSize wanted = panel.sizeHint();
    panel.showReason(QStringLiteral("Almost certainly right. ").repeated(40));
    CHECK(panel.minimumSizeHint() == least);
    CHECK(panel.sizeHint() == wanted);
}
