// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/counted.h"

#include "tests/support/catch.h"

TEST_CASE("one thing is counted with its own word")
{
    const auto files = [](qint64 count) {
        return model::counted(count, QStringLiteral("file"), QStringLiteral("files"));
    };
    CHECK(files(0) == u"0 files");
    CHECK(files(1) == u"1 file");
    CHECK(files(2) == u"2 files");
}
