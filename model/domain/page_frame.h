// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

/// Points. What is larger is no page: PDF itself ends at 14 400.
inline constexpr double maximumPageSide = 20'000;

/// What a view must know of a page before it has its text: how large it is and what the document calls it.
struct PageFrame {
    double width = 0;  ///< points, as shown
    double height = 0; ///< points
    QString label;     ///< the document's own name for the page ("iv"); empty when it gives none
    bool fontsSubstituted = false;

    friend bool operator==(const PageFrame &, const PageFrame &) = default;
};

} // namespace model
