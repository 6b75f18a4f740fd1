// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/invocation.h"
#include "model/intake/importer.h"

#include <functional>
#include <stop_token>

namespace app {

struct ImportChoices {
    int jobs = 0;              ///< readers at once; 0: as many as there are processors
    bool withdrawnToo = false; ///< takes in also what was withdrawn earlier
    bool suggests = true;
    bool readsScans = true; ///< by OCR, at the end
};

using Importing =
    std::function<model::Result<model::intake::ImportReport>(model::intake::Importer &, const std::stop_token &)>;

/// Runs an import until it is done or interrupted, with a line of progress, and says what became of it: results on
/// standard output, what went wrong on standard error.
model::Result<ExitStatus> runImport(const Invocation &invocation, model::session::CaseFile &file,
                                    const ImportChoices &choices, const Importing &act);

} // namespace app
