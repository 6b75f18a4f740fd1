// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/page_geometry.h"

#include <QString>

#include <optional>

namespace ui::page {

enum class Fit { Width, Page, Free };

/// Where in a document the reporter is, and how the pages are shown there.
struct PagePlace {
    int pageIndex = 0; ///< from 0
    QPointF offset;    ///< of the view's top left corner, 0..1 of the page as it is shown; may lie beside it
    Fit fit = Fit::Width;
    double zoom = 1; ///< where nothing is fitted
    PageArrangement arrangement;

    friend bool operator==(const PagePlace &, const PagePlace &) = default;
};

QString toText(const PagePlace &place);
/// Nothing for what is no such text: it comes out of a case, and a case may come from anybody. The page may still be
/// one that the document does not have.
std::optional<PagePlace> placeFromText(const QString &text);

} // namespace ui::page
