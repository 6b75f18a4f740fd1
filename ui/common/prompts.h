// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

/// Every question that opens a window of its own. Tests answer them without one. Nothing is called back when the
/// reporter cancels, or when `parent` is gone.
class Prompts {
public:
    using Paths = std::function<void(const QStringList &)>;
    using Path = std::function<void(const QString &)>;

    virtual ~Prompts() = default;
    virtual void askWhatToImport(QWidget *parent, Paths then) = 0; ///< files, folders and archives
    virtual void askCaseToOpen(QWidget *parent, Path then) = 0;
    virtual void askFolderForCase(QWidget *parent, const QString &start, Path then) = 0;
    virtual void askCsvFile(QWidget *parent, const QString &suggestion, Path then) = 0;
    virtual void askSheetFile(QWidget *parent, const QString &suggestion, Path then) = 0;   ///< .pdf, .png or .svg
    virtual void askPictureFile(QWidget *parent, const QString &suggestion, Path then) = 0; ///< .png or .svg
    virtual void askBackupFile(QWidget *parent, const QString &suggestion, Path then) = 0;
    virtual void askLearnedFile(QWidget *parent, const QString &suggestion, Path then) = 0; ///< to write
    virtual void askLearnedToTakeOver(QWidget *parent, Path then) = 0;
};

/// Qt's own dialogs, in the window's thread without a nested event loop; they keep no history.
class DialogPrompts final : public Prompts {
public:
    void askWhatToImport(QWidget *parent, Paths then) override;
    void askCaseToOpen(QWidget *parent, Path then) override;
    void askFolderForCase(QWidget *parent, const QString &start, Path then) override;
    void askCsvFile(QWidget *parent, const QString &suggestion, Path then) override;
    void askSheetFile(QWidget *parent, const QString &suggestion, Path then) override;
    void askPictureFile(QWidget *parent, const QString &suggestion, Path then) override;
    void askBackupFile(QWidget *parent, const QString &suggestion, Path then) override;
    void askLearnedFile(QWidget *parent, const QString &suggestion, Path then) override;
    void askLearnedToTakeOver(QWidget *parent, Path then) override;
};

} // namespace ui
