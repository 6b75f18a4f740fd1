// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace ui {

/// A column of widgets that lies over another widget, at its lower edge or in its upper right corner, and is only there
/// while one of them is shown. So nothing that is read moves when they come and go. From the lower edge it goes to the
/// upper one where it would cover what has the keyboard.
class Floating final : public QWidget {
    Q_OBJECT
public:
    enum class Place { Foot, TopRight };
    /// `over` must be the parent or lie in it.
    Floating(QWidget &over, Place place, QWidget *parent);

    void add(QWidget *widget); ///< takes it; it is shown and hidden as before
    /// While of what was added only `alone` is shown, it lies over `part` of what it floats over; null: over all of it.
    void setPartFor(QWidget &alone, QWidget *part);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    QWidget *under() const; ///< what it lies over; null where nothing is shown
    QRect inHand() const;   ///< what has the keyboard, in the parent's coordinates

    QPointer<QWidget> m_over;
    QPointer<QWidget> m_alone;
    QPointer<QWidget> m_part;
    bool m_isAtHead = false;
    const Place m_place;
};

} // namespace ui
