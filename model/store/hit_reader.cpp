// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/hit_reader.h"

#include "model/search/snippet.h"
#include "model/store/database.h"
#include "model/store/page_table.h"

namespace model::store {

HitReader::HitReader(Database &database, const std::vector<search::TextMatch> &shown)
    : m_database(database)
    , m_highlighter(shown)
    , m_hasWords(!shown.empty())
{
}

Result<SearchHit> HitReader::read(qint64 pageId, Break atEnd)
{
    Result<Statement> find =
        m_database.prepare("SELECT d.sha256, d.number, coalesce (t.title, nullif (d.own_title, ''), "
                           "(SELECT path FROM origin WHERE document = d.number ORDER BY id LIMIT 1), ''), t.title IS "
                           "NULL AND d.own_title = '', "
                           "p.label, p.text "
                           "FROM page AS p JOIN document AS d ON d.number = p.document LEFT JOIN document_title AS t "
                           "ON t.document = d.number "
                           "WHERE p.id = ?1");
    if (!find)
        return find.error();
    const Result<bool> row = find->bind(1, pageId).step();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorKind::Damaged,
                     QStringLiteral("The search index and the pages of this case do not fit together."),
                     QStringLiteral("page %1").arg(pageId)};
    SearchHit hit = {find->sha256(0), 0, {}, 0, {}, {}, {}, {}};
    hit.number = find->integer(1);
    hit.title = find->integer(3) ? find->text(2).section(u'/', -1) : find->text(2);
    hit.pageIndex = static_cast<int>(pageId % PageTable::maximumPages);
    hit.pageLabel = find->text(4);
    const QString text = find->text(5);
    if (m_hasWords) {
        const QByteArray utf8 = text.toUtf8();
        hit.inPage = m_highlighter.find(utf8, m_breaker);
        if (atEnd == Break::Crossed)
            if (const Result<void> added = addCrossing(pageId, utf8, hit); !added)
                return added.error();
    }
    if (hit.snippet.isEmpty()) {
        search::Snippet snippet = search::makeSnippet(text, hit.inPage);
        hit.snippet = std::move(snippet.text);
        hit.inSnippet = std::move(snippet.marks);
    }
    return hit;
}

/// Finds what runs on to the next page, and shows it when nothing stands on this page alone.
Result<void> HitReader::addCrossing(qint64 pageId, const QByteArray &text, SearchHit &hit)
{
    std::size_t index = 0;
    const Result<std::vector<QByteArray>> texts = textsAround(pageId, index);
    if (!texts)
        return texts.error();
    if (index + 1 >= texts->size())
        return {};
    const search::PageBody page = search::bodyAmong(*texts, index);
    const search::PageBody next = search::bodyAmong(*texts, index + 1);
    const auto crossing = m_highlighter.findCrossing(page, next, m_breaker);
    if (!crossing)
        return {};
    hit.runsOnToNextPage = true;
    const std::vector<qsizetype> units = search::unitsOfBytes(text);
    const TextRange range{units[crossing->start], units[page.end]};
    if (hit.inPage.empty()) {
        // One text without the running heads between.
        const QString before = QString::fromUtf8(page.text.left(static_cast<qsizetype>(page.end)));
        const QByteArray behind = next.text.mid(static_cast<qsizetype>(next.start));
        const QByteArray match = behind.left(static_cast<qsizetype>(crossing->end - next.start));
        const TextRange whole{range.start, before.size() + 1 + QString::fromUtf8(match).size()};
        search::Snippet snippet = search::makeSnippet(before + u'\n' + QString::fromUtf8(behind), {whole});
        hit.snippet = std::move(snippet.text);
        hit.inSnippet = std::move(snippet.marks);
    }
    while (!hit.inPage.empty() && hit.inPage.back().end > range.start)
        hit.inPage.pop_back();
    hit.inPage.push_back(range);
    return {};
}

/// The texts of the pages that the joint behind this page depends on; `index`: this page among them.
Result<std::vector<QByteArray>> HitReader::textsAround(qint64 pageId, std::size_t &index) const
{
    const qint64 first = pageId - pageId % PageTable::maximumPages;
    Result<Statement> find = m_database.prepare("SELECT id, text FROM page WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
    if (!find)
        return find.error();
    find->bind(1, std::max(first, pageId - 2)).bind(2, std::min(first + PageTable::maximumPages - 1, pageId + 3));
    std::vector<QByteArray> texts;
    for (;;) {
        const Result<bool> row = find->step();
        if (!row)
            return row.error();
        if (!*row)
            return texts;
        if (find->integer(0) == pageId)
            index = texts.size();
        texts.push_back(find->text(1).toUtf8());
    }
}

} // namespace model::store
