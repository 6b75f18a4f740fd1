// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/store/case_folder.h"

#include <vector>

namespace model::store {

class Database;

/// Notes durably, before anything is erased, that a purge is under way, so that one that was cut short is finished when
/// the case is next opened for writing.
Result<void> announcePurge(const CaseFolder &folder);
bool isPurgeAnnounced(const CaseFolder &folder);

/// After rows were deleted for good: deletes these originals, the PDFs made of them, all backups
/// and what was set aside, and makes SQLite
/// rewrite its files, so that no byte of what was deleted remains; then takes the announcement back. Busy while another
/// program reads the case.
Result<void> purge(Database &database, const CaseFolder &folder, const std::vector<Sha256> &originals);

} // namespace model::store
