// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/named_contexts.h"

#include "model/store/passage_columns.h"
#include "model/store/query.h"

namespace model::store {

Result<std::vector<NamedPassage>> passagesOfKinship(Database &database)
{
    // Which of them really do is looked at by the caller; this only keeps what is read small.
    QByteArray kinship = "quote || suffix LIKE '%''s %' OR quote || suffix LIKE '%\xe2\x80\x99s %'";
    for (const char *words : {"subsidiary of", "unit of", "division of", "arm of", "brand of", "part of", "owned by",
                              "formerly ", "previously ", " now ", "known as ", "called ", "trading as "})
        kinship += QByteArray(" OR suffix LIKE '%") + words + "%'";
    return queryAll(
        database,
        QByteArray("SELECT subject.root, ") + passageColumns +
            " FROM tag JOIN subject ON subject.id = tag.subject JOIN document ON document.number = tag.document"
            " WHERE tag.kind = 'partner' AND (" +
            kinship + ") GROUP BY subject.root, suffix ORDER BY document.number, first_page, start",
        [](const Statement &row) {
            return NamedPassage{row.id<Subject>(0), passageFrom(row, 1)};
        });
}

} // namespace model::store
