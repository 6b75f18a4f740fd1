// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"
#include "model/reader/drawn_page.h"
#include "model/reader/hidden_glyphs.h"

#include <functional>

namespace model::reader {

/// Whether the page's picture proves the glyph hidden.
using ProofOf = std::function<bool(const DrawnGlyph &, Proof)>;

/// Notes in the text of the page which words of it are hidden. Words outside the page, which Poppler leaves out of its
/// text, are added to it as lines at its end; their boxes lie flat at the page's edge.
void noteHiddenText(PageLayout &layout, const DrawnPage &drawn, const ProofOf &proof);

} // namespace model::reader
