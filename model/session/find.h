// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/found.h"
#include "model/session/case_file.h"

/// One box for the whole case: what is found while the reporter types.
namespace model::session {

/// At most `each` of every kind.
Result<Found> findInCase(const CaseFile &file, const QString &typed, int each);

/// What is searched for when this is entered: where it is words alone, the last as a beginning, as findInCase() does.
QString queryEntered(const QString &typed);

/// What may stand in the place of a part of the query.
struct QueryCompletion {
    qsizetype start = 0; ///< UTF-16 units; the part goes from here to `end`
    qsizetype end = 0;
    QString text;  ///< a field's name with its colon, or a value with a blank behind it
    QString shown; ///< by which the reporter knows it

    friend bool operator==(const QueryCompletion &, const QueryCompletion &) = default;
};

/// Of the name or value of a field that the caret stands behind; empty where none is being typed.
Result<std::vector<QueryCompletion>> completionsOf(const CaseFile &file, const QString &query, qsizetype caret,
                                                   int count);

} // namespace model::session
