// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/mail_threads.h"
#include "model/session/case_file.h"

#include <vector>

namespace model::session {

/// All mails of the case that were read, conversation by conversation.
Result<std::vector<ThreadedMail>> conversations(const CaseFile &file);

} // namespace model::session
