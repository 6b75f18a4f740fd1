// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/hidden_passage.h"
#include "model/reader/drawn_page.h"

#include <cstddef>
#include <vector>

namespace model::reader {

/// What has to be seen of the page's picture before a glyph is called hidden.
enum class Proof {
    None,
    NoInk,     ///< the picture is the same whether the glyph is drawn smoothly or not
    OneColour, ///< nothing at all is seen where it stands
    OneDark    ///< only black is seen where it stands: the scan was made black after its text was read
};

struct HiddenGlyph {
    std::size_t glyph = 0; ///< of the page's
    HiddenReason reason = HiddenReason::UnderBox;
    Proof proof = Proof::None;
    bool isOutside = false;    ///< so far that it is not in the text of the page
    bool isShownAgain = false; ///< the same character is drawn in the same place, and seen

    friend bool operator==(const HiddenGlyph &, const HiddenGlyph &) = default;
};

/// Which glyphs of the page are not seen, by the order, the colours and the clips it is drawn with. Blanks are left
/// out.
std::vector<HiddenGlyph> hiddenGlyphs(const DrawnPage &page);

} // namespace model::reader
