// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/whole_file.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace model;

TEST_CASE("a file is there whole, or as it was before")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.svg"));
    const auto content = [&path] {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    REQUIRE(writeWhole(path, [](QIODevice &file) { return file.write("whole") == 5; }));
    CHECK(content() == "whole");
    const auto failed = writeWhole(path, [](QIODevice &file) {
        file.write("ha");
        return false;
    });
    REQUIRE_FALSE(failed);
    CHECK(failed.error().sentence.contains(QStringLiteral("untouched")));
    CHECK(content() == "whole");
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 1);
    CHECK_FALSE(writeWhole(folder.filePath(QStringLiteral("none/there.svg")), [](QIODevice &) { return true; }));
}
