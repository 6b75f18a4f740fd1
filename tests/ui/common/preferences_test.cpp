// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/preferences.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

using namespace ui;

TEST_CASE("preferences last in one file")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("carveout.ini"));
    {
        Preferences preferences(file);
        preferences.setReviewer(QStringLiteral("  Ada  Lovelace "));
        preferences.setAppearance(Appearance::Dark);
        preferences.addRecentCase(QStringLiteral("/a"));
        preferences.addRecentCase(QStringLiteral("/b"));
        preferences.addRecentCase(QStringLiteral("/a"));
    }
    const Preferences again(file);
    CHECK(again.reviewer() == QStringLiteral("Ada Lovelace"));
    CHECK(again.appearance() == Appearance::Dark);
    CHECK(again.recentCases() == QStringList{QStringLiteral("/a"), QStringLiteral("/b")});
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("carveout.ini")});
}

TEST_CASE("recent cases can be turned off, which forgets them")
{
    const QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("carveout.ini")));
    preferences.addRecentCase(QStringLiteral("/a"));
    preferences.setKeepsRecentCases(false);
    CHECK(preferences.recentCases().isEmpty());
    preferences.addRecentCase(QStringLiteral("/b"));
    preferences.setKeepsRecentCases(true);
    CHECK(preferences.recentCases().isEmpty());
}
