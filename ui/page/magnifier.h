// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

namespace ui::page {

/// The frame of a lens that lies over the pages and lets the mouse through.
class Magnifier final : public QWidget {
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter &)>; ///< what is seen in it, within the painter's clip

    Magnifier(QWidget *parent, Paint paint);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Paint m_paint;
};

} // namespace ui::page
