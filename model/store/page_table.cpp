// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_table.h"

#include "model/store/copy_search.h"
#include "model/store/hidden_table.h"
#include "model/store/ocr_table.h"
#include "model/store/page_index.h"
#include "model/store/query.h"

namespace model::store {

Result<std::optional<PageText>> PageTable::find(qint64 document, int pageIndex) const
{
    const qint64 id = document * maximumPages + pageIndex;
    auto page = queryOne(
        m_database, "SELECT text, width, height, label, fonts_substituted FROM page WHERE id = ? AND document = ?",
        [](const Statement &row) {
            return PageText{row.text(0), row.real(1), row.real(2), row.text(3), row.integer(4) != 0};
        },
        id, document);
    if (!page || !*page)
        return page;
    auto hidden = HiddenTable(m_database).onPage(id);
    if (!hidden)
        return hidden.error();
    (*page)->hidden = *std::move(hidden);
    return page;
}

Result<void> PageTable::replaceAll(qint64 document, const std::vector<PageText> &pages)
{
    if (const auto removed = removeAll(document); !removed)
        return removed;
    if (const auto appended = append(document, 0, pages); !appended)
        return appended;
    return finish(document);
}

Result<void> PageTable::append(qint64 document, int firstPage, const std::vector<PageText> &pages)
{
    Result<Statement> insert =
        m_database.prepare("INSERT INTO page (id, document, width, height, label, fonts_substituted, text)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    HiddenTable hidden(m_database);
    qint64 id = document * maximumPages + firstPage;
    for (const PageText &page : pages) {
        insert->bind(1, id)
            .bind(2, document)
            .bind(3, page.width)
            .bind(4, page.height)
            .bind(5, page.label)
            .bind(6, page.fontsSubstituted ? 1 : 0)
            .bind(7, page.text);
        if (const auto inserted = insert->run(); !inserted)
            return inserted;
        if (const auto added = hidden.add(id++, page.hidden); !added)
            return added;
    }
    for (qsizetype i = 0; i < static_cast<qsizetype>(pages.size()); ++i) {
        const OcrNeed need = pages[static_cast<size_t>(i)].ocr;
        if (need == OcrNeed::None)
            continue;
        const auto waits = OcrTable(m_database).addNeed(document, firstPage + static_cast<int>(i), need);
        if (!waits)
            return waits;
    }
    return {};
}

Result<void> PageTable::replaceText(qint64 document, int pageIndex, const QString &text)
{
    return reindexPage(m_database, document, pageIndex, [&] {
        return execute(m_database, "UPDATE page SET text = ?2 WHERE id = ?1", document * maximumPages + pageIndex,
                       text);
    });
}

Result<void> PageTable::finish(qint64 document)
{
    return indexDocument(m_database, document);
}

Result<void> PageTable::removeAll(qint64 document)
{
    if (const auto forgotten = forgetCopyText(m_database, document); !forgotten)
        return forgotten;
    // Taking out of the index what is not in it would damage the index.
    const auto isRead = queryNumber(m_database, "SELECT state = 'read' FROM document WHERE number = ?", document);
    if (!isRead)
        return isRead.error();
    if (*isRead != 0) {
        if (const auto unindexed = unindexDocument(m_database, document); !unindexed)
            return unindexed;
    }
    return execute(m_database, "DELETE FROM page WHERE id >= ?1 * ?2 AND id < (?1 + 1) * ?2", document, maximumPages);
}

} // namespace model::store
