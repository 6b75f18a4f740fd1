// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace ui {

/// A column of widgets that lies over another widget, at its lower edge or in its upper right corner, and is only there
/// while one of them is shown. So nothing that is read moves when they come and go.
class Floating final : public QWidget {
    Q_OBJECT
public:
    enum class Place { Foot, TopRight };
    /// `over` must be the parent or lie in it.
    Floating(QWidget &over, Place place, QWidget *parent);

    void add(QWidget *widget); ///< takes it; it is shown and hidden as before

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();

    QPointer<QWidget> m_over;
    const Place m_place;
};

} // namespace ui
