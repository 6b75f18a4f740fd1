// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/remove_tree.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace model::convert;

namespace {

void put(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
}

} // namespace

TEST_CASE("a folder goes with all in it, and what its links lead to stays")
{
    const QTemporaryDir outside;
    put(outside.filePath(QStringLiteral("kept")));
    const QTemporaryDir inside;
    const QString tree = inside.filePath(QStringLiteral("tree"));
    REQUIRE(QDir().mkpath(tree + QStringLiteral("/a/b/c")));
    put(tree + QStringLiteral("/a/b/file"));
    put(tree + QStringLiteral("/.hidden"));
    REQUIRE(QFile::link(outside.path(), tree + QStringLiteral("/a/out")));
    // As whoever does not want it deleted would leave it.
    REQUIRE(QFile::setPermissions(tree + QStringLiteral("/a/b"), QFile::Permissions()));
    CHECK(removeTree(tree.toStdString()));
    CHECK_FALSE(QFile::exists(tree));
    CHECK(QFile::exists(outside.filePath(QStringLiteral("kept"))));
    CHECK(removeTree(tree.toStdString()));
}
