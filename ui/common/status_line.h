// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace ui {

class ElidedLabel;

/// The line at the foot of the window that says what has just been done. What it says goes with the next thing done, or
/// after some seconds; its height stays, so that nothing moves.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void say(const QString &sentence);
    /// With something to do about it; `act` runs while `context` lives.
    void say(const QString &sentence, const QString &action, QObject *context, std::function<void()> act);
    /// What stands at the line's end all the time, until it is said anew; empty for nothing.
    void setStanding(const QString &sentence);
    void clear();
    QString sentence() const;

private:
    ElidedLabel *m_text = nullptr;
    QToolButton *m_action = nullptr;
    ElidedLabel *m_standing = nullptr;
    QTimer m_forget;
};

} // namespace ui
