// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/copy_stage.h"

#include "model/intake/write_step.h"
#include "model/store/copy_search.h"

namespace model::intake {

Result<void> findCopies(const Importer::Options &options, const std::stop_token &stop)
{
    constexpr qint64 stepMs = 400;
    store::CopySearch search;
    bool done = false;
    bool wrote = false;
    while (!done && !stop.stop_requested()) {
        const auto written = writeStep(options, [&](store::Database &database) -> Result<void> {
            const auto isFound = store::copiesAreFound(database);
            if (!isFound)
                return isFound.error();
            wrote = wrote || !*isFound;
            const auto step = search.step(database, stepMs);
            if (!step)
                return step.error();
            done = *step;
            return {};
        });
        if (!written)
            return written;
    }
    if (wrote && options.written)
        options.written({{}, false, std::nullopt, true});
    return {};
}

} // namespace model::intake
