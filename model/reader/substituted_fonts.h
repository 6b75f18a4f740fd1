// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace Poppler {
class Document;
}

namespace model::reader {

/// Which pages of a document use fonts that are neither in the file nor on this machine, so that another is drawn in
/// their place. One of the fourteen fonts every PDF program has counts only when it is drawn with a font of other
/// widths.
class SubstitutedFonts final {
public:
    /// `document` must stay.
    explicit SubstitutedFonts(const Poppler::Document &document)
        : m_document(document)
    {
    }

    bool onPage(int pageIndex) const;

private:
    const Poppler::Document &m_document;
};

} // namespace model::reader
