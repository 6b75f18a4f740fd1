// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/subject.h"
#include "tests/support/catch.h"

using namespace model;

TEST_CASE("a permission's name has an action and a kind of data, however it was typed")
{
    const PermissionParts expected{QStringLiteral("read"), QStringLiteral("private messages")};
    CHECK(permissionParts(QStringLiteral("read · private messages")) == expected);
    CHECK(permissionParts(QStringLiteral("read  private messages")) == expected);
    CHECK(permissionParts(QStringLiteral("read·private messages")) == expected);
    CHECK(permissionParts(QStringLiteral("friends lists")) ==
          PermissionParts{QString(), QStringLiteral("friends lists")});
    CHECK(tidyName(SubjectKind::Permission, QStringLiteral(" read private  messages ")) ==
          QStringLiteral("read · private messages"));
    CHECK(tidyName(SubjectKind::Partner, QStringLiteral(" Read  Ltd ")) == QStringLiteral("Read Ltd"));
    CHECK(tidyName(SubjectKind::Partner, QStringLiteral("Tesserin De-\nvices")) == QStringLiteral("Tesserin Devices"));
    CHECK(tidyName(SubjectKind::Partner, QStringLiteral("Coca-\nCola")) == QStringLiteral("Coca- Cola"));
}

TEST_CASE("names that look the same have the same key")
{
    CHECK(nameKey(QStringLiteral("Ｎetflix  Inc")) == nameKey(QStringLiteral("netflix inc")));
    CHECK(nameKey(QStringLiteral("CAFÉ")) == nameKey(QStringLiteral("cafe\u0301")));
    CHECK(nameKey(QStringLiteral("Bing")) != nameKey(QStringLiteral("Bong")));
}
