// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/hidden_table.h"

#include "model/store/page_table.h"
#include "model/store/query.h"

#include <limits>

namespace model::store {
namespace {

HiddenPassage passageFrom(const Statement &row, int column)
{
    return {{row.integer(column), row.integer(column + 1)},
            {row.real(column + 2), row.real(column + 3), row.real(column + 4), row.real(column + 5)},
            row.word(column + 6, &hiddenReasonFromWord)};
}

HiddenLine lineFrom(const Statement &row)
{
    HiddenLine line{
        row.sha256(0), row.integer(1),      row.text(2), static_cast<int>(row.integer(3) % PageTable::maximumPages),
        row.text(4),   passageFrom(row, 7), {}};
    const QString path = row.text(5);
    if (line.title.isEmpty())
        line.title = path.mid(path.lastIndexOf(u'/') + 1);
    line.text = row.text(6).mid(line.passage.range.start, line.passage.range.length());
    return line;
}

} // namespace

Result<void> HiddenTable::add(qint64 page, const std::vector<HiddenPassage> &passages)
{
    for (const HiddenPassage &passage : passages) {
        const auto added = execute(m_database,
                                   "INSERT INTO hidden_passage (page, start, \"end\", left, top, right, bottom, reason)"
                                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                   page, static_cast<qint64>(passage.range.start),
                                   static_cast<qint64>(passage.range.end), passage.area.left, passage.area.top,
                                   passage.area.right, passage.area.bottom, toWord(passage.reason));
        if (!added)
            return added;
    }
    return {};
}

Result<std::vector<HiddenPassage>> HiddenTable::onPage(qint64 page) const
{
    return queryAll(
        m_database,
        "SELECT start, \"end\", left, top, right, bottom, reason FROM hidden_passage WHERE page = ? ORDER BY start",
        [](const Statement &row) { return passageFrom(row, 0); }, page);
}

Result<std::vector<HiddenLine>> HiddenTable::list(const std::optional<qint64> &document) const
{
    const qint64 first = document ? *document * PageTable::maximumPages : 0;
    const qint64 last = document ? first + PageTable::maximumPages - 1 : std::numeric_limits<qint64>::max();
    return queryAll(
        m_database,
        "SELECT document.sha256, document.number, coalesce(document_title.title, document.own_title),"
        " page.id, page.label,"
        " coalesce((SELECT path FROM origin WHERE origin.document = document.number ORDER BY id LIMIT 1), ''),"
        " page.text, start, \"end\", left, top, right, bottom, hidden_passage.reason"
        " FROM hidden_passage JOIN page ON page.id = hidden_passage.page"
        " JOIN document ON document.number = page.document"
        " LEFT JOIN document_title ON document_title.document = document.number"
        " WHERE document.state = 'read' AND hidden_passage.page BETWEEN ?1 AND ?2"
        " ORDER BY hidden_passage.page, start",
        lineFrom, first, last);
}

} // namespace model::store
