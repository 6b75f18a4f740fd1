// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>
#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace ui::matrix {

/// A mark and what it means; a sentence where there is no mark.
struct LegendItem {
    std::function<void(QPainter &, const QRectF &, const QPalette &)> mark;
    QString text;
};

/// What the matrix shows and means.
std::vector<LegendItem> legendItems(bool heat, bool suggested);
/// Where each item stands when they flow into a width; the first at 0, 0.
std::vector<QRect> legendPlaces(const std::vector<LegendItem> &items, const QFont &font, int width);
int legendHeight(const std::vector<LegendItem> &items, const QFont &font, int width);
void paintLegend(QPainter &painter, const std::vector<LegendItem> &items, const QPoint &at, int width,
                 const QPalette &palette);

/// All items, on as many lines as they need.
class Legend final : public QWidget {
    Q_OBJECT
public:
    explicit Legend(QWidget *parent = nullptr);
    void setItems(std::vector<LegendItem> items);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<LegendItem> m_items;
};

} // namespace ui::matrix
