// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/progress_line.h"

#include "tests/support/catch.h"

using model::intake::ImportProgress;

TEST_CASE("progress is said in one line with count, rate and time left")
{
    ImportProgress progress;
    progress.stage = ImportProgress::Stage::Reading;
    progress.done = 118;
    progress.total = 386;
    progress.bytesPerSecond = 12'400'000;
    progress.secondsLeft = 65;
    CHECK(app::progressText(progress) == QStringLiteral("reading 118 of 386, 12.4 MB/s, 1 min left"));
    progress.stage = ImportProgress::Stage::TakingIn;
    progress.total = 0;
    progress.secondsLeft.reset();
    CHECK(app::progressText(progress) == QStringLiteral("taking in 118, 12.4 MB/s"));
    progress.secondsLeft = 7500;
    CHECK(app::progressText(progress).endsWith(QStringLiteral("2 h 5 min left")));
}
