// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/prompts.h"

/// Answers every question at once with what the test laid out; an empty answer is a reporter who cancels.
class ScriptedPrompts final : public ui::Prompts {
public:
    QStringList files;
    QString folder;
    QString csvFile;
    QString sheetFile;
    QString pictureFile;
    QString backupFile;
    QString learnedFile;
    QString lastSuggestion;

    void askWhatToImport(QWidget *, Paths then) override { give(files, then); }
    void askCaseToOpen(QWidget *, Path then) override { give(folder, then); }
    void askFolderForCase(QWidget *, const QString &, Path then) override { give(folder, then); }
    void askCsvFile(QWidget *, const QString &suggestion, Path then) override
    {
        lastSuggestion = suggestion;
        give(csvFile, then);
    }
    void askSheetFile(QWidget *, const QString &suggestion, Path then) override
    {
        lastSuggestion = suggestion;
        give(sheetFile, then);
    }
    void askPictureFile(QWidget *, const QString &suggestion, Path then) override
    {
        lastSuggestion = suggestion;
        give(pictureFile, then);
    }
    void askLearnedFile(QWidget *, const QString &, Path then) override { give(learnedFile, then); }
    void askLearnedToTakeOver(QWidget *, Path then) override { give(learnedFile, then); }
    void askBackupFile(QWidget *, const QString &, Path then) override { give(backupFile, then); }

private:
    static void give(const QStringList &paths, const Paths &then)
    {
        if (!paths.isEmpty() && !paths.front().isEmpty())
            then(paths);
    }
    static void give(const QString &path, const Path &then)
    {
        if (!path.isEmpty())
            then(path);
    }
};
