// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"
#include "ui/matrix/legend.h"

#include <QFont>
#include <QSize>

#include <stop_token>

namespace ui::matrix {

/// The matrix as it is shown, for a picture or for paper: dark on white whatever the window's colours are, with its
/// title and its legend. A value: to be painted on any thread. Lengths are in pixels of 1/96 inch.
class MatrixSheet {
public:
    struct Texts {
        QString title;    ///< the case's name
        QString subtitle; ///< when, and what is left out
    };
    MatrixSheet(model::ArrangedMatrix matrix, Texts texts, bool heat, bool suggested);

    const Texts &texts() const { return m_texts; }
    /// Rows and columns from the first to before the end.
    struct Part {
        int firstRow = 0;
        int endRow = 0;
        int firstColumn = 0;
        int endColumn = 0;
    };
    Part whole() const;
    QSize sizeOf(const Part &part) const;
    /// Into a rectangle of sizeOf(), from 0, 0. `footer` may be empty. Told to stop, leaves the rest of the rows out.
    void paint(QPainter &painter, const Part &part, const QString &footer, const std::stop_token &stop = {}) const;
    /// What goes on pages of this size: parts from left to right, then down.
    std::vector<Part> partsFor(const QSize &page) const;

private:
    int headHeight(int width) const; ///< of title and subtitle
    int legendHeight(int width) const;
    int widthOf(const Part &part) const;
    void paintHeads(QPainter &painter, const Part &part, const std::stop_token &stop) const;
    void paintCells(QPainter &painter, const Part &part, const std::stop_token &stop) const;
    QRect cellRect(const Part &part, int row, int column) const; ///< from the table's corner

    model::ArrangedMatrix m_matrix;
    Texts m_texts;
    bool m_heat = false;
    QFont m_font;
    QPalette m_palette;
    std::vector<LegendItem> m_legend;
    QSize m_cell;
    QSize m_corner; ///< width of the partners' names, height of the permissions'
};

} // namespace ui::matrix
