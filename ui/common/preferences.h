// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <optional>

namespace ui {

enum class Appearance { System, Light, Dark };

/// What the program remembers of the reporter's taste: the only file it writes outside a case's folder.
class Preferences final {
public:
    /// `file`: an INI file, made when the first thing is remembered.
    explicit Preferences(const QString &file)
        : m_settings(file, QSettings::IniFormat)
    {
    }

    QString reviewer() const; ///< as set, else the login name
    void setReviewer(const QString &name);

    bool keepsRecentCases() const;
    void setKeepsRecentCases(bool keeps); ///< false forgets them too
    QStringList recentCases() const;      ///< folders, latest first
    void addRecentCase(const QString &folder);
    void forgetRecentCases();

    Appearance appearance() const;
    void setAppearance(Appearance appearance);

    /// The key chosen for a command, as portable text; empty: none. Nothing where it has those that the program gives.
    std::optional<QString> chosenKeys(const QString &command) const;
    void setChosenKeys(const QString &command, const std::optional<QString> &keys);

    QByteArray windowPlace() const; ///< QWidget::saveGeometry
    void setWindowPlace(const QByteArray &place);
    QByteArray splitterPlace() const;
    void setSplitterPlace(const QByteArray &place);

private:
    QSettings m_settings;
};

} // namespace ui
