// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_frames.h"

#include "model/store/query.h"

#include <algorithm>
#include <cmath>

namespace model::store {
namespace {

/// A case may come from anybody, and a page without bounds would take the view all memory.
double soundSide(double side)
{
    return std::isfinite(side) ? std::clamp(side, 1.0, maximumPageSide) : 1;
}

} // namespace

Result<std::vector<PageFrame>> pageFrames(Database &database, const Sha256 &document)
{
    return queryAll(
        database,
        "SELECT page.width, page.height, page.label, page.fonts_substituted FROM page "
        "JOIN document ON document.number = page.document "
        "WHERE document.sha256 = ?1 ORDER BY page.id",
        [](const Statement &row) {
            return PageFrame{soundSide(row.real(0)), soundSide(row.real(1)), row.text(2), row.integer(3) != 0};
        },
        document);
}

} // namespace model::store
