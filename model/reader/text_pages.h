// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"
#include "model/domain/page_content.h"
#include "model/reader/column_layout.h"

#include <QString>

#include <vector>

namespace model::reader {

inline constexpr int linesOfPage = 60;

/// The measures of a page of plain text, A4, in points.
inline constexpr double textPageWidth = 595;
inline constexpr double textPageHeight = 842;
inline constexpr double columnWidth = 5.4;
inline constexpr double lineHeight = 12.8;
inline constexpr double textLeft = (textPageWidth - columnsOfLine * columnWidth) / 2;
inline constexpr double textTop = (textPageHeight - linesOfPage * lineHeight) / 2;

/// A text on pages of linesOfPage lines. The texts of the pages, one behind another, are the text, but for the form
/// feeds, which begin a new page.
class TextPages final {
public:
    /// What must not be in a page's text becomes U+FFFD. Lines may end in any way.
    explicit TextPages(QString text);

    const QString &text() const { return m_text; }
    int pageCount() const { return static_cast<int>(m_starts.size()); } ///< at least 1
    /// The lines of a page, ranges of text().
    std::vector<TextRange> linesOf(int pageIndex) const;
    PageText pageText(int pageIndex) const;
    PageLayout layout(int pageIndex) const;

private:
    TextRange rangeOf(int pageIndex) const; ///< without the form feed at its end

    QString m_text;
    std::vector<qsizetype> m_starts; ///< of the pages
};

} // namespace model::reader
