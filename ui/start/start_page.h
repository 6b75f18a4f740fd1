// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/preferences.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {
class Prompts;
}

namespace ui::start {

/// What shows while no case is open: a new case, one to open, and the recent ones.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    StartPage(Preferences &preferences, Prompts &prompts, QWidget *parent = nullptr);

    void refresh();   ///< the list of recent cases
    void emptyForm(); ///< of the new case
    void focusNewCase();

Q_SIGNALS:
    void newCaseWanted(const QString &folder, const QStringList &holders);
    void caseWanted(const QString &folder);
    void tourWanted(const QString &folder); ///< for the sample case; it may be there already

private:
    QWidget *makeNewCase();
    QWidget *makeRecent();
    QWidget *makeTour();
    void updatePlace();
    void create();
    QString caseFolder() const;

    Preferences &m_preferences;
    Prompts &m_prompts;
    QString m_parentFolder;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_holders = nullptr;
    QLabel *m_place = nullptr;
    QPushButton *m_create = nullptr;
    QListWidget *m_recent = nullptr;
    QLabel *m_recentHint = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace ui::start
