// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_painter.h"

#include "model/reader/text_pages.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <ft2build.h>
#include <hb-ft.h>
#include <unicode/uscript.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace model::reader {
namespace {

constexpr double baseLineInLine = 0.76; // of a line's height, from its top
constexpr int fractionsOfPixel = 4;     // places within a pixel where a letter can stand

struct BufferEnd {
    void operator()(hb_buffer_t *buffer) const { hb_buffer_destroy(buffer); }
};

/// Whether the letters of the script change with those next to them.
bool isJoined(QStringView text, const TextCell &cell)
{
    const QChar first = text[cell.range.start];
    if (first.unicode() < 0x590 || (first.unicode() >= 0x1100 && !first.isSurrogate() && first.unicode() < 0x1780))
        return false;
    UErrorCode fault = U_ZERO_ERROR;
    const char32_t code = first.isHighSurrogate() && cell.range.start + 1 < text.size()
                              ? QChar::surrogateToUcs4(first, text[cell.range.start + 1])
                              : first.unicode();
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &fault);
    switch (script) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_HEBREW:
    case USCRIPT_UNKNOWN:
        return false;
    default:
        return true;
    }
}

bool isNextTo(const TextCell &cell, const TextCell &before)
{
    if (cell.rightToLeft != before.rightToLeft || cell.range.start != before.range.end)
        return false;
    return cell.rightToLeft ? cell.column + cell.columns == before.column
                            : before.column + before.columns == cell.column;
}

} // namespace

TextPainter::TextPainter(QImage &image, QPoint origin, double scale, TextFonts &fonts)
    : m_image(image)
    , m_origin(origin)
    , m_scale(scale)
    , m_fonts(fonts)
{
    m_fonts.setColumn(columnWidth * scale);
}

void TextPainter::drawLine(QStringView text, const std::vector<TextCell> &cells, int line)
{
    const double top = (textTop + line * lineHeight) * m_scale - m_origin.y();
    // What sticks out of its line is drawn too.
    if (top - lineHeight * m_scale > m_image.height() || top + 2 * lineHeight * m_scale < 0)
        return;
    const double baseLine = top + baseLineInLine * lineHeight * m_scale;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::size_t last = i;
        if (isJoined(text, cells[i])) {
            while (last + 1 < cells.size() && isNextTo(cells[last + 1], cells[last]) && isJoined(text, cells[last + 1]))
                ++last;
        }
        Piece piece;
        piece.text = text.sliced(cells[i].range.start, cells[last].range.end - cells[i].range.start);
        piece.column = std::min(cells[i].column, cells[last].column);
        for (std::size_t at = i; at <= last; ++at)
            piece.columns += cells[at].columns;
        piece.rightToLeft = cells[i].rightToLeft;
        piece.isWord = last > i;
        drawPiece(piece, baseLine);
        i = last;
    }
}

void TextPainter::drawPiece(const Piece &piece, double baseLine)
{
    const double left = (textLeft + piece.column * columnWidth) * m_scale - m_origin.x();
    const double right = left + piece.columns * columnWidth * m_scale;
    if (right + lineHeight * m_scale < 0 || left - lineHeight * m_scale > m_image.width())
        return;
    const int quarter = static_cast<int>(std::floor((left - std::floor(left)) * fractionsOfPixel));
    const QString key = piece.text.toString() + QChar(static_cast<ushort>(piece.rightToLeft)) +
                        QChar(static_cast<ushort>(quarter)) + QChar(static_cast<ushort>(piece.columns));
    auto known = m_known.constFind(key);
    if (known == m_known.constEnd())
        known = m_known.insert(key, stampsFor(piece, static_cast<double>(quarter) / fractionsOfPixel));
    const int y = static_cast<int>(std::floor(baseLine + 0.5));
    for (const Stamp &one : *known)
        stamp(one, static_cast<int>(std::floor(left)) + one.left, y - one.top);
}

TextPainter::Stamps TextPainter::stampsFor(const Piece &piece, double fraction)
{
    const TextFonts::Font *const font = m_fonts.fontFor(piece.text);
    if (!font)
        return {};
    const std::unique_ptr<hb_buffer_t, BufferEnd> buffer(hb_buffer_create());
    hb_buffer_add_utf16(buffer.get(), reinterpret_cast<const uint16_t *>(piece.text.utf16()),
                        static_cast<int>(piece.text.size()), 0, -1);
    hb_buffer_set_direction(buffer.get(), piece.rightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(font->shaper, buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t *const glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t *const places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    double advance = 0;
    for (unsigned i = 0; i < count; ++i)
        advance += places[i].x_advance / 64.0;
    const double room = piece.columns * columnWidth * m_scale;
    const bool squeezed = advance > room * 1.02 || (piece.isWord && advance > 0);
    const double stretch = squeezed ? room / advance : 1;
    double x = fraction + (room - advance * stretch) / 2;

    Stamps stamps;
    for (unsigned i = 0; i < count; ++i) {
        FT_Face const face = font->face;
        if (FT_Load_Glyph(face, glyphs[i].codepoint, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) == 0 &&
            face->glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
            const FT_Matrix narrow{std::lround(stretch * 0x10000), 0, 0, 0x10000};
            FT_Outline_Transform(&face->glyph->outline, &narrow);
            FT_Outline_Translate(&face->glyph->outline, std::lround((x + places[i].x_offset / 64.0 * stretch) * 64),
                                 places[i].y_offset);
            if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) == 0) {
                const FT_Bitmap &bitmap = face->glyph->bitmap;
                Stamp one{face->glyph->bitmap_left,
                          face->glyph->bitmap_top,
                          static_cast<int>(bitmap.width),
                          static_cast<int>(bitmap.rows),
                          {}};
                for (unsigned row = 0; row < bitmap.rows; ++row)
                    one.coverage.append(reinterpret_cast<const char *>(bitmap.buffer) +
                                            static_cast<std::ptrdiff_t>(row) * bitmap.pitch,
                                        static_cast<qsizetype>(bitmap.width));
                if (!one.coverage.isEmpty())
                    stamps.push_back(std::move(one));
            }
        }
        x += places[i].x_advance / 64.0 * stretch;
    }
    return stamps;
}

void TextPainter::stamp(const Stamp &one, int x, int y)
{
    const int firstColumn = std::max(0, -x);
    const int lastColumn = std::min(one.width, m_image.width() - x);
    for (int row = std::max(0, -y); row < std::min(one.height, m_image.height() - y); ++row) {
        auto *const pixels = reinterpret_cast<QRgb *>(m_image.scanLine(y + row));
        const char *const coverage = one.coverage.constData() + static_cast<qsizetype>(row) * one.width;
        for (int column = firstColumn; column < lastColumn; ++column) {
            const int light = 255 - static_cast<unsigned char>(coverage[column]);
            QRgb &pixel = pixels[x + column];
            pixel = qRgb(qRed(pixel) * light / 255, qGreen(pixel) * light / 255, qBlue(pixel) * light / 255);
        }
    }
}

} // namespace model::reader
