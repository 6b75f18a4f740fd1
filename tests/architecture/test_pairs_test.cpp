// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_files.h"
#include "tests/support/catch.h"

#include <QFileInfo>

// A list for whoever looks for what to test next, not a rule: some files are tested through their neighbours.
TEST_CASE("the model's files without a test file of their own are listed")
{
    QStringList missing;
    for (const QString &file : sourceFiles(QStringLiteral("model"))) {
        if (!file.endsWith(u".cpp"))
            continue;
        const QString test = QStringLiteral("tests/") + file.chopped(4) + QStringLiteral("_test.cpp");
        if (!QFileInfo::exists(QStringLiteral(CARVEOUT_SOURCE_DIR "/") + test))
            missing << file;
    }
    WARN("without a test file of their own: " << missing.join(QStringLiteral(", ")).toStdString());
    CHECK(missing.size() < sourceFiles(QStringLiteral("model")).size());
}
