// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"

#include <QString>

#include <vector>

namespace model::search {

/// Some words of a page, white space folded to single blanks, "…" where it was cut.
struct Snippet {
    QString text;
    std::vector<TextRange> marks;
};

/// The words around the first of `ranges` (of `page`, sorted), or the beginning of the page when there are none.
Snippet makeSnippet(const QString &page, const std::vector<TextRange> &ranges);

} // namespace model::search
