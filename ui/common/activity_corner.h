// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;

namespace ui {

class ElidedLabel;
class ProblemBar;

/// The corner of the window that says what goes on behind it, how far it is, and lets it be stopped.
class ActivityCorner final : public QWidget {
    Q_OBJECT
public:
    explicit ActivityCorner(QWidget *parent = nullptr);

    /// `total` 0 while it is not known.
    void show(const QString &text, qint64 done, qint64 total);
    void finish();
    /// The same for what goes on behind, for hours maybe: shown while nothing else is, and nothing has to wait for it.
    void showBehind(const QString &text, qint64 done, qint64 total);
    void finishBehind();
    QString text() const;
    /// Whether something goes on already, and then says in the bar that nothing else can: one thing at a time.
    bool isTaken(ProblemBar &bar) const;

Q_SIGNALS:
    void cancelRequested();
    void cancelBehindRequested();

private:
    struct State {
        QString text;
        qint64 done = 0;
        qint64 total = 0;
    };
    void display(const State &state);

    std::optional<State> m_front;
    std::optional<State> m_behind;
    ElidedLabel *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace ui
