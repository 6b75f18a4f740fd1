// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/session/case_file.h"

namespace model::session {

/// A page that the reporter has not read and that names a partner.
struct UnreadPage {
    SearchHit hit;           ///< `inPage` has every partner that is tagged, suggested or named, in reading order
    bool isBehindAll = true; ///< false: there was none after the page looked from, so it is one before
    friend bool operator==(const UnreadPage &, const UnreadPage &) = default;
};

/// The next one after this page, by document and page; then from the beginning of the case again. Nothing when there is
/// none but the page itself.
Result<std::optional<UnreadPage>> nextUnreadPage(const CaseFile &file, const std::optional<DocumentPage> &from);

} // namespace model::session
