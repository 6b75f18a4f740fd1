// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_frames.h"

#include "model/store/database.h"

namespace model::store {

Result<std::vector<PageFrame>> pageFrames(Database &database, const Sha256 &document)
{
    auto statement = database.prepare("SELECT page.width, page.height, page.label, page.fonts_substituted FROM page "
                                      "JOIN document ON document.number = page.document "
                                      "WHERE document.sha256 = ?1 ORDER BY page.id");
    if (!statement)
        return statement.error();
    statement->bind(1, document);
    std::vector<PageFrame> frames;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return frames;
        frames.push_back({statement->real(0), statement->real(1), statement->text(2), statement->integer(3) != 0});
    }
}

} // namespace model::store
