// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/column_layout.h"
#include "model/reader/text_fonts.h"

#include <QHash>
#include <QImage>
#include <QString>

#include <vector>

namespace model::reader {

/// Draws characters into the columns they were laid out in, black on what is there: what is wider than its columns is
/// drawn narrower. The letters of a joined script are drawn a word at a time.
class TextPainter final {
public:
    /// `image`, of Format_RGB32, stays the caller's and must outlive this. Its left top corner is the pixel `origin` of
    /// the page, which is drawn at `scale` pixels a point.
    TextPainter(QImage &image, QPoint origin, double scale, TextFonts &fonts);

    /// `line`: from 0, of the page. Cells in the order of the text.
    void drawLine(QStringView text, const std::vector<TextCell> &cells, int line);

private:
    /// What is drawn at once: a character with its marks, or a word.
    struct Piece {
        QStringView text;
        int column = 0;
        int columns = 0;
        bool rightToLeft = false;
        bool isWord = false;
    };
    struct Stamp {
        int left = 0; ///< pixels from the left side of the piece's first column
        int top = 0;  ///< pixels from the base line, up
        int width = 0;
        int height = 0;
        QByteArray coverage; ///< a byte a pixel
    };
    using Stamps = std::vector<Stamp>;

    Stamps stampsFor(const Piece &piece, double fraction);
    void drawPiece(const Piece &piece, double baseLine);
    void stamp(const Stamp &one, int x, int y);

    QImage &m_image;
    const QPoint m_origin;
    const double m_scale;
    TextFonts &m_fonts;
    QHash<QString, Stamps> m_known;
};

} // namespace model::reader
