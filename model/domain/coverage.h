// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document.h"

namespace model {

/// Who looked at the pages of a document, or of many; every page that could be read counts once.
struct Coverage {
    qint64 byReporter = 0;
    qint64 onlyByModel = 0; ///< the annotation model made its suggestions, the reporter has not read them
    qint64 byNobody = 0;

    qint64 pages() const { return byReporter + onlyByModel + byNobody; }
    Coverage &operator+=(const Coverage &other);
    friend bool operator==(const Coverage &, const Coverage &) = default;
};

/// Nothing for a document that waits or could not be read: nobody knows how many pages it has.
Coverage coverageOf(const Document &document);

} // namespace model
