// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"
#include "model/store/copy_search.h"

namespace model::session {

/// Looks for the copies that nobody has looked for yet, in transactions that are short enough for decisions to pass
/// between them.
class CopyRenewal final {
public:
    /// One transaction of about half a second, unless two very long documents are compared. True: all are found.
    Result<bool> step(CaseFile &file);

private:
    store::CopySearch m_search;
};

} // namespace model::session
