// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/store/case_folder.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace model::store {

/// The hash of a file's bytes, read in pieces. `onBytes` is called with the number of bytes of each piece. Nothing when
/// there is no such file. Cancelled.
Result<std::optional<Sha256>> hashOfFile(const QString &path, const std::function<void(qint64)> &onBytes = {},
                                         const std::stop_token &stop = {});

/// What lies in originals/ under a name that is not one of `expected`, sorted.
QStringList strayOriginals(const CaseFolder &folder, const std::vector<Sha256> &expected);

/// Deletes an original, which is read-only, durably. None there is fine.
Result<void> removeOriginal(const CaseFolder &folder, const Sha256 &sha);

} // namespace model::store
