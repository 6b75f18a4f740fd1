// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/mail_threads.h"

#include <vector>

namespace model::store {

class Database;

/// What every mail of the case that was read says of itself, by number.
Result<std::vector<NumberedMail>> mailsOf(Database &database);

} // namespace model::store
