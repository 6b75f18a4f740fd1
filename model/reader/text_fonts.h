// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

struct FT_FaceRec_;
struct hb_font_t;

namespace model::reader {

/// The fonts that plain text is drawn with: the system's own for typewriting and, for what that has not, the others in
/// the order in which fontconfig would take them.
class TextFonts final {
public:
    TextFonts();
    ~TextFonts();
    TextFonts(const TextFonts &) = delete;
    TextFonts &operator=(const TextFonts &) = delete;

    /// Makes the list of fonts, which takes a while and is kept for every TextFonts to come. Opens none.
    static void warmUp();

    struct Font {
        FT_FaceRec_ *face = nullptr;
        hb_font_t *shaper = nullptr; ///< of the face's present size
    };
    /// The first font that has all of the characters; else the first of all, which draws a box for what it lacks. Owned
    /// by this; nullptr when not a single font can be opened.
    const Font *fontFor(QStringView characters);
    /// Sets the size of every font from now on: `pixels` is the advance of a digit of the first one.
    void setColumn(double pixels);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace model::reader
