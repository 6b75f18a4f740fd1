// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/ocr_table.h"

#include "model/store/ocr_words.h"
#include "model/store/page_table.h"
#include "model/store/query.h"

#include <array>

namespace model::store {
namespace {

constexpr std::array<std::pair<OcrNeed, QStringView>, 3> needWords{
    {{OcrNeed::NoText, u"no text"}, {OcrNeed::Garbled, u"garbled"}, {OcrNeed::LittleText, u"little text"}}};

QString toWord(OcrNeed need)
{
    for (const auto &[candidate, word] : needWords) {
        if (candidate == need)
            return word.toString();
    }
    return {};
}

OcrNeed needFromWord(const QString &word)
{
    for (const auto &[need, candidate] : needWords) {
        if (candidate == word)
            return need;
    }
    return OcrNeed::None;
}

qint64 idOf(qint64 document, int pageIndex)
{
    return document * PageTable::maximumPages + pageIndex;
}

} // namespace

Result<void> OcrTable::addNeed(qint64 document, int pageIndex, OcrNeed need)
{
    return execute(m_database, "INSERT INTO page_ocr (page, need, state) VALUES (?, ?, 'waiting')",
                   idOf(document, pageIndex), toWord(need));
}

Result<std::vector<OcrTable::Waiting>> OcrTable::waiting() const
{
    return queryAll(
        m_database,
        "SELECT document.number, document.sha256, page_ocr.page % ?1, need, words IS NOT NULL, conversion.sha256 "
        "FROM page_ocr JOIN document ON document.number = page_ocr.page / ?1 "
        "LEFT JOIN conversion ON conversion.document = document.number "
        "WHERE page_ocr.state = 'waiting' AND document.state = 'read' "
        "ORDER BY NOT EXISTS (SELECT 1 FROM suggestion_tag AS s WHERE s.document = number AND s.kind = 'partner'), "
        "document.page_count, page_ocr.page",
        [](const Statement &row) {
            return Waiting{row.integer(0),
                           row.sha256(1),
                           static_cast<int>(row.integer(2)),
                           needFromWord(row.text(3)),
                           row.integer(4) != 0,
                           row.isNull(5) ? std::nullopt : std::optional(row.sha256(5))};
        },
        PageTable::maximumPages);
}

Result<qint64> OcrTable::waitingCount() const
{
    return queryNumber(m_database, "SELECT count(*) FROM page_ocr WHERE state = 'waiting'");
}

Result<bool> OcrTable::hasUnsuggested() const
{
    const auto there =
        queryNumber(m_database, "SELECT EXISTS (SELECT 1 FROM page_ocr WHERE state = 'read' AND NOT EXISTS"
                                " (SELECT 1 FROM suggestion_basis WHERE document = page / 1048576))");
    return there ? Result<bool>(*there != 0) : Result<bool>(there.error());
}

Result<bool> OcrTable::isReadWhole(qint64 document) const
{
    const auto isWhole = queryNumber(m_database,
                                     "SELECT coalesce(max(state = 'read') AND NOT max(state = 'waiting'), 0)"
                                     " FROM page_ocr WHERE page >= ?1 AND page < ?2",
                                     idOf(document, 0), idOf(document + 1, 0));
    return isWhole ? Result<bool>(*isWhole != 0) : Result<bool>(isWhole.error());
}

Result<std::optional<OcrTable::Page>> OcrTable::find(qint64 document, int pageIndex) const
{
    return queryOne(
        m_database, "SELECT need, state = 'waiting', words IS NOT NULL FROM page_ocr WHERE page = ?",
        [](const Statement &row) {
            return Page{needFromWord(row.text(0)), row.integer(1) != 0, row.integer(2) != 0};
        },
        idOf(document, pageIndex));
}

Result<void> OcrTable::storeRead(qint64 document, int pageIndex, const RecognisedPage &page, int confidence,
                                 const QStringList &languages)
{
    return execute(m_database,
                   "UPDATE page_ocr SET state = 'read', languages = ?2, confidence = ?3, turns = ?4, skew = ?5,"
                   " reason = '', words = ?6 WHERE page = ?1",
                   idOf(document, pageIndex), languages.join(u'+'), confidence, page.turns, page.skew,
                   packedWords(page.layout));
}

Result<void> OcrTable::storeKept(qint64 document, int pageIndex, const QStringList &languages)
{
    return execute(m_database,
                   "UPDATE page_ocr SET state = iif(words IS NULL, 'kept', 'read'), reason = '',"
                   " languages = iif(words IS NULL, ?2, languages) WHERE page = ?1",
                   idOf(document, pageIndex), languages.join(u'+'));
}

Result<void> OcrTable::storeFailure(qint64 document, int pageIndex, const QString &reason)
{
    return execute(m_database, "UPDATE page_ocr SET state = 'failed', reason = ?2 WHERE page = ?1",
                   idOf(document, pageIndex), reason);
}

Result<qint64> OcrTable::letAllWait()
{
    if (const auto waits = execute(m_database, "UPDATE page_ocr SET state = 'waiting' WHERE state <> 'waiting'");
        !waits)
        return waits.error();
    return waitingCount();
}

Result<std::optional<PageLayout>> OcrTable::layout(const Sha256 &document, int pageIndex) const
{
    struct Row {
        PageText text;
        QByteArray words;
    };
    const auto row = queryOne(
        m_database,
        "SELECT text, width, height, label, fonts_substituted, words FROM document "
        "JOIN page ON page.id = document.number * ?2 + ?3 JOIN page_ocr ON page_ocr.page = page.id "
        "WHERE document.sha256 = ?1 AND words IS NOT NULL",
        [](const Statement &found) {
            return Row{{found.text(0), found.real(1), found.real(2), found.text(3), found.integer(4) != 0},
                       found.blob(5)};
        },
        document, PageTable::maximumPages, pageIndex);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<PageLayout>();
    PageLayout layout;
    layout.text = (**row).text;
    unpackWords((**row).words, layout);
    return std::optional<PageLayout>(std::move(layout));
}

Result<QStringList> OcrTable::languages() const
{
    const auto rows = queryAll(m_database, "SELECT language FROM ocr_language ORDER BY place",
                               [](const Statement &row) { return row.text(0); });
    if (!rows)
        return rows.error();
    return rows->empty() ? QStringList{QStringLiteral("eng")} : QStringList(rows->begin(), rows->end());
}

Result<void> OcrTable::setLanguages(const QStringList &languages)
{
    if (const auto cleared = execute(m_database, "DELETE FROM ocr_language"); !cleared)
        return cleared;
    for (const QString &language : languages) {
        if (const auto added =
                execute(m_database, "INSERT OR IGNORE INTO ocr_language (language) VALUES (?)", language);
            !added)
            return added;
    }
    return {};
}

} // namespace model::store
