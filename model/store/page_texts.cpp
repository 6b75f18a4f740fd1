// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_texts.h"

#include "model/store/page_table.h"
#include "model/store/query.h"

namespace model::store {

Result<void> visitPageTexts(Database &database, const Sha256 &document,
                            const std::function<bool(int pageIndex, const QString &text)> &visit)
{
    const QByteArray sql = "SELECT page.id % ?2, page.text FROM page JOIN document ON document.number = page.document "
                           "WHERE document.sha256 = ?1 ORDER BY page.id";
    Result<Statement> pages = bound(database, sql, document, PageTable::maximumPages);
    if (!pages)
        return pages.error();
    for (;;) {
        const Result<bool> row = pages->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        const auto pageIndex = static_cast<int>(pages->integer(0));
        const QString text = pages->text(1);
        if (!pages->isSound())
            return damagedRow(sql);
        if (!visit(pageIndex, text))
            return {};
    }
}

Result<std::vector<QString>> pageTexts(Database &database, qint64 document)
{
    return queryAll(
        database, "SELECT text FROM page WHERE id >= ?1 * ?2 AND id < (?1 + 1) * ?2 ORDER BY id",
        [](const Statement &row) { return row.text(0); }, document, PageTable::maximumPages);
}

} // namespace model::store
