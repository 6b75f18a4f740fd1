// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <stop_token>

/// The invented documents that come with the program, and what a reviewer decided on them: to try Carveout on, and to
/// measure it by.
namespace model::session {

/// Makes a case of them in `path`, a folder that does not exist: it stands there when all is done. May take some
/// seconds. `readerProgram`: path of carveout-reader.
Result<void> makeSampleCase(const QString &path, const QString &readerProgram, const CaseFile::Options &options,
                            const std::stop_token &stop = {});

} // namespace model::session
