// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_range.h"
#include "model/session/case_file.h"

namespace model::session {

struct FoundInDocument {
    std::vector<PageRange> places; ///< in reading order
    bool isCut = false;            ///< there are more
};

/// More are of no use to anybody who goes from one to the next.
inline constexpr qsizetype mostFound = 10'000;

/// Where what was typed stands in the document's pages, see search::TextFinder; what runs on over a page break is not
/// found.
Result<FoundInDocument> findInDocument(const CaseFile &file, const Sha256 &document, const QString &typed);

} // namespace model::session
