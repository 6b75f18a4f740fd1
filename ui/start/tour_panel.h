// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui::start {

/// A strip that leads through the program a step at a time, while everything else can be used.
class TourPanel final : public QFrame {
    Q_OBJECT
public:
    explicit TourPanel(QWidget *parent = nullptr);

    void start();
    int step() const { return m_step; } ///< from 0
    int steps() const;

Q_SIGNALS:
    /// The step wants this action of the menus done first, by object name.
    void actionWanted(const QString &name);
    void ended();

private:
    void go(int step);

    int m_step = 0;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace ui::start
