// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"
#include "model/store/page_index.h"

namespace model::session {

/// Makes a search index that is not current anew, in transactions that are short enough for decisions to pass between
/// them.
class SearchRenewal final {
public:
    /// One transaction of less than half a second, unless a single document takes longer. True: the index is current.
    Result<bool> step(CaseFile &file);

    qint64 done() const { return m_rebuild.done(); } ///< documents
    qint64 total() const { return m_rebuild.total(); }

private:
    store::IndexRebuild m_rebuild;
};

} // namespace model::session
