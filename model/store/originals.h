// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/store/case_folder.h"

#include <QFile>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace model::store {

/// The file, open for reading; null when there is none. Something else in its place, a link or a pipe, is not the
/// original and counts as none.
Result<std::unique_ptr<QFile>> openPlainFile(const QString &path);

/// The hash of a file's bytes, read in pieces. `onBytes` is called with the number of bytes of each piece. Nothing when
/// there is no such file, as openPlainFile sees it. Cancelled.
Result<std::optional<Sha256>> hashOfFile(const QString &path, const std::function<void(qint64)> &onBytes = {},
                                         const std::stop_token &stop = {});

/// What lies in originals/ under a name that is not one of `expected`, sorted.
QStringList strayOriginals(const CaseFolder &folder, const std::vector<Sha256> &expected);

/// The same in converted/, but for what is being made there.
QStringList strayConversions(const CaseFolder &folder, const std::vector<Sha256> &expected);

/// Deletes an original, which is read-only, durably. None there is fine.
Result<void> removeOriginal(const CaseFolder &folder, const Sha256 &sha);

} // namespace model::store
