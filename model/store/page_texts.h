// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"

#include <QString>

#include <functional>
#include <vector>

namespace model::store {

class Database;

/// Shows `visit` the text of every page of a document, in order, one at a time; false ends it. Pages count from 0.
Result<void> visitPageTexts(Database &database, const Sha256 &document,
                            const std::function<bool(int pageIndex, const QString &text)> &visit);

/// All of them, in order; of the document with this number.
Result<std::vector<QString>> pageTexts(Database &database, qint64 document);

} // namespace model::store
