// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

namespace ui {

/// Hears the back and forward buttons at a mouse's side, wherever in the window it points. Goes with the window.
class SideButtons final : public QObject {
    Q_OBJECT
public:
    explicit SideButtons(QWidget *window);

Q_SIGNALS:
    void back();
    void forward();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_window;
};

} // namespace ui
