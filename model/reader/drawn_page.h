// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QRgb>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

/// What the program of a page draws, in the order it is drawn. Lengths are points from the top left corner of the page
/// as shown.
namespace model::reader {

struct DrawnGlyph {
    int order = 0; ///< among all that is drawn on the page
    QString text;  ///< what it stands for
    QPointF origin;
    QPointF along; ///< from the origin to its other end on the base line
    QPointF up;    ///< the size of the font, upwards
    QRectF clip;
    std::optional<QRgb> colour; ///< nothing when it has several, or one that cannot be told
    bool isPainted = true;      ///< not for text of the invisible kind, or as clear as glass

    /// The point `across` of the glyph's width and `high` of the font's size from the origin.
    QPointF at(double across, double high) const { return origin + across * along + high * up; }
    QRectF area() const;
    double size() const { return QLineF(QPointF(), up).length(); }
};

struct DrawnShape {
    enum class Kind {
        Fill,  ///< of one colour that hides what it is drawn over
        Image, ///< hides what it is drawn over, or not
        Unsure ///< half clear, a pattern, or cut out by another shape
    };
    int order = 0;
    Kind kind = Kind::Fill;
    QRectF bounds;                   ///< within its clip
    std::vector<QPolygonF> outlines; ///< empty where the shape is its bounds
    Qt::FillRule rule = Qt::WindingFill;
    QRgb colour = 0;

    bool covers(const QPointF &point) const;
};

struct DrawnPage {
    QSizeF size;
    std::vector<DrawnGlyph> glyphs;
    std::vector<DrawnShape> shapes;
    std::vector<QRectF> redactions; ///< marked to be made black, which nobody has done
};

} // namespace model::reader
