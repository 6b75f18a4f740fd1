// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
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
    explicit SubstitutedFonts(const Poppler::Document &document);

    bool onPage(int pageIndex) const;
    /// As onPage for the first eight pages; whether it holds for any of them, for the others. To look at a page's fonts
    /// takes as long as to read its text in some documents.
    bool guessFor(int pageIndex) const;

private:
    bool cachedOnPage(int pageIndex) const;

    const Poppler::Document &m_document;
    mutable std::vector<std::optional<bool>> m_first;
};

} // namespace model::reader
