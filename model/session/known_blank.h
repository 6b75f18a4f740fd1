// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/session/case_file.h"

namespace model::session {

struct NamingPage {
    SearchHit hit; ///< both names are in its ranges, in the order of the text
    bool isRead = false;
    friend bool operator==(const NamingPage &, const NamingPage &) = default;
};

/// What an empty cell of the matrix rests on: the pages that name its partner and its permission and may say something
/// of the two.
struct KnownBlank {
    qint64 pages = 0;
    qint64 unread = 0;             ///< of them, by the reporter
    std::vector<NamingPage> first; ///< unread ones first, else by document and page; at most mostNamingPages
    QStringList wordless = {};     ///< names of the two that have no word to look for: only tags and suggestions count

    friend bool operator==(const KnownBlank &, const KnownBlank &) = default;
};

inline constexpr int mostNamingPages = 100;

/// What naming means is said at store::pagesNaming. The subjects may be ones that are only suggested.
Result<KnownBlank> knownBlank(const CaseFile &file, const Subject &partner, const Subject &permission);

} // namespace model::session
