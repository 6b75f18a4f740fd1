// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/password.h"

#include "tests/support/catch.h"

#include <QTemporaryFile>

TEST_CASE("the password is the first line of the file, without its line break")
{
    QTemporaryFile file;
    REQUIRE(file.open());
    file.write("hunter2 \r\nmore\n");
    file.close();
    const auto password = app::passwordFromFile(file.fileName());
    REQUIRE(password);
    CHECK(*password == "hunter2 ");
    CHECK_FALSE(app::passwordFromFile(file.fileName() + QStringLiteral(".none")));
}
