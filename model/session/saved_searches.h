// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

/// Queries that the reporter keeps under names. They are remembered with the case (remembered.h), as JSON.
namespace model::session {

struct SavedSearch {
    QString name; ///< no two have the same
    QString query;
    qint64 seen = 0; ///< pages that answered it when it was last opened

    friend bool operator==(const SavedSearch &, const SavedSearch &) = default;
};

/// Under which name they are remembered.
inline const QString savedSearchesKey = QStringLiteral("savedSearches");

QString toText(const std::vector<SavedSearch> &searches);
/// Without what cannot be read.
std::vector<SavedSearch> savedSearchesFromText(const QString &text);

Result<std::vector<SavedSearch>> savedSearches(const CaseFile &file);

/// How many pages answer a query now.
struct PageCount {
    qint64 pages = 0;
    bool isExact = true; ///< false: at least so many

    friend bool operator==(const PageCount &, const PageCount &) = default;
};
/// One for each; nothing for a query that cannot be searched for.
Result<std::vector<std::optional<PageCount>>> countPages(const CaseFile &file,
                                                         const std::vector<SavedSearch> &searches);

} // namespace model::session
