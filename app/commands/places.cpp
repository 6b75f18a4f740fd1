// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/places.h"

namespace app {

model::Result<const model::Document *> Places::document(const model::Sha256 &sha)
{
    auto known = m_documents.find(sha);
    if (known == m_documents.end()) {
        auto found = m_file.document(sha);
        if (!found)
            return found.error();
        known = m_documents.insert(sha, *std::move(found));
    }
    return &*known;
}

model::Result<QJsonObject> Places::toJson(const model::Passage &passage)
{
    const auto in = document(passage.document);
    if (!in)
        return in.error();
    const auto start = codePoint(passage.document, passage.firstPage, passage.start);
    if (!start)
        return start.error();
    const auto end = codePoint(passage.document, passage.lastPage, passage.end);
    if (!end)
        return end.error();
    return QJsonObject{{QStringLiteral("document"), (*in)->number},
                       {QStringLiteral("sha256"), passage.document.toHex()},
                       {QStringLiteral("file"), (*in)->file},
                       {QStringLiteral("page"), passage.firstPage + 1},
                       {QStringLiteral("start"), *start},
                       {QStringLiteral("end_page"), passage.lastPage + 1},
                       {QStringLiteral("end"), *end},
                       {QStringLiteral("quote"), passage.quote}};
}

model::Result<qint64> Places::codePoint(const model::Sha256 &sha, int page, qsizetype unit)
{
    if (!m_positions || m_page != std::pair(sha, page)) {
        const auto found = m_file.pageText(sha, page);
        if (!found)
            return found.error();
        m_page = std::pair(sha, page);
        m_positions.emplace(found->text);
    }
    return m_positions->codePointOf(unit);
}

} // namespace app
