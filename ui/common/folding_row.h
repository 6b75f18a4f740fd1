// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace ui {

/// A row of widgets that puts the less important ones away where it has no room for all. What is put away must be
/// within reach some other way.
class FoldingRow : public QWidget {
    Q_OBJECT
public:
    /// How soon a widget goes: those of the highest number first, 0 never.
    using Rank = int;

    explicit FoldingRow(QWidget *parent = nullptr);

    void add(QWidget *widget, Rank rank, int stretch = 0);
    /// Whether the widget is to be seen where there is room; it is at first.
    void setWanted(QWidget *widget, bool wanted);
    QHBoxLayout *row() const { return m_row; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item {
        QWidget *widget = nullptr;
        Rank rank = 0;
        bool wanted = true;
    };
    void fold();
    int widthUpTo(Rank rank) const; ///< that the wanted widgets of this rank and below need

    QHBoxLayout *m_row = nullptr;
    std::vector<Item> m_items;
};

} // namespace ui
