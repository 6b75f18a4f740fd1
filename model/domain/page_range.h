// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"

namespace model {

/// A range of the text of one page of a document.
struct PageRange {
    int pageIndex = 0; ///< from 0
    TextRange range;

    friend bool operator==(const PageRange &, const PageRange &) = default;
};

} // namespace model
