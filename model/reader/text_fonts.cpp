// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_fonts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <hb-ft.h>
#include FT_FREETYPE_H

namespace model::reader {
namespace {

constexpr double usualColumn = 0.6; // of a typewriter font's size

/// A font as fontconfig lists it.
struct Listed {
    std::string file;
    int index = 0;
    const FcCharSet *characters = nullptr; ///< kept by the list
};

std::vector<Listed> listFonts()
{
    FcPattern *const asked = FcNameParse(reinterpret_cast<const FcChar8 *>("monospace"));
    FcPatternAddBool(asked, FC_OUTLINE, FcTrue);
    FcConfigSubstitute(nullptr, asked, FcMatchPattern);
    FcDefaultSubstitute(asked);
    FcResult result = FcResultNoMatch;
    // Never destroyed: it is for as long as the program lives.
    const FcFontSet *const fonts = FcFontSort(nullptr, asked, FcTrue, nullptr, &result);
    FcPatternDestroy(asked);
    std::vector<Listed> listed;
    for (int i = 0; fonts && i < fonts->nfont; ++i) {
        FcChar8 *file = nullptr;
        FcCharSet *characters = nullptr;
        int index = 0;
        FcBool outline = FcFalse;
        FcPatternGetBool(fonts->fonts[i], FC_OUTLINE, 0, &outline);
        FcPatternGetInteger(fonts->fonts[i], FC_INDEX, 0, &index);
        // A variation of a font, in the upper half, is not looked up in it.
        if (outline && index <= 0xffff && FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &file) == FcResultMatch &&
            FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch)
            listed.push_back({reinterpret_cast<const char *>(file), index, characters});
    }
    return listed;
}

const std::vector<Listed> &listedFonts()
{
    static const std::vector<Listed> fonts = listFonts();
    return fonts;
}

bool isInvisible(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Format || (character >= 0xfe00 && character <= 0xfe0f);
}

} // namespace

struct TextFonts::Private {
    const Font *opened(std::size_t number)
    {
        const auto known = fonts.find(number);
        if (known != fonts.end())
            return known->second.face ? &known->second : nullptr;
        Font &font = fonts[number];
        const Listed &listed = listedFonts()[number];
        if (FT_New_Face(library, listed.file.c_str(), listed.index, &font.face) != 0 || !FT_IS_SCALABLE(font.face)) {
            font.face = nullptr;
            return nullptr;
        }
        font.shaper = hb_ft_font_create_referenced(font.face);
        resize(font);
        return &font;
    }

    void resize(const Font &font) const
    {
        if (!font.face)
            return;
        FT_Set_Char_Size(font.face, 0, std::max<FT_F26Dot6>(std::lround(size * 64), 1), 72, 72);
        hb_ft_font_changed(font.shaper);
    }

    FT_Library library = nullptr;
    std::map<std::size_t, Font> fonts;
    double size = 10; ///< pixels
};

TextFonts::TextFonts()
    : d(std::make_unique<Private>())
{
    FT_Init_FreeType(&d->library);
}

TextFonts::~TextFonts()
{
    for (const auto &[number, font] : d->fonts) {
        if (!font.face)
            continue;
        hb_font_destroy(font.shaper);
        FT_Done_Face(font.face);
    }
    FT_Done_FreeType(d->library);
}

void TextFonts::warmUp()
{
    static_cast<void>(listedFonts());
}

const TextFonts::Font *TextFonts::fontFor(QStringView characters)
{
    const auto codes = characters.toUcs4();
    const std::vector<Listed> &listed = listedFonts();
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const bool hasAll = std::all_of(codes.begin(), codes.end(), [&](char32_t code) {
            return isInvisible(code) || FcCharSetHasChar(listed[i].characters, code);
        });
        if (!hasAll)
            continue;
        if (const Font *const font = d->opened(i))
            return font;
    }
    for (std::size_t i = 0; i < listed.size(); ++i) {
        if (const Font *const font = d->opened(i))
            return font;
    }
    return nullptr;
}

void TextFonts::setColumn(double pixels)
{
    d->size = pixels / usualColumn;
    const Font *const first = fontFor(u"0");
    if (first && FT_Load_Char(first->face, '0', FT_LOAD_NO_SCALE) == 0 && first->face->glyph->advance.x > 0) {
        d->size = pixels * static_cast<double>(first->face->units_per_EM) /
                  static_cast<double>(first->face->glyph->advance.x);
    }
    for (const auto &[number, font] : d->fonts)
        d->resize(font);
}

} // namespace model::reader
