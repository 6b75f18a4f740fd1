// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"

#include <QTextLayout>

#include <vector>

namespace ui {

/// Formats that set these ranges of a layout's text in bold: what was searched for.
inline QList<QTextLayout::FormatRange> boldRanges(const std::vector<model::TextRange> &ranges)
{
    QList<QTextLayout::FormatRange> formats;
    for (const model::TextRange &range : ranges) {
        QTextLayout::FormatRange format;
        format.start = static_cast<int>(range.start);
        format.length = static_cast<int>(range.length());
        format.format.setFontWeight(QFont::Bold);
        formats += format;
    }
    return formats;
}

} // namespace ui
