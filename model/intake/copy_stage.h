// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/importer.h"

#include <stop_token>

namespace model::intake {

/// Finds the copies among the documents whose text is new, a transaction at a time. It is not lost where it is stopped:
/// what is left is found the next time.
Result<void> findCopies(const Importer::Options &options, const std::stop_token &stop);

} // namespace model::intake
