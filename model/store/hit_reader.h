// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/search_hit.h"
#include "model/search/highlighter.h"
#include "model/search/word_breaker.h"

namespace model::store {

class Database;

/// Makes hits from pages: what they are called, and where the words stand.
class HitReader final {
public:
    /// `shown`: what is to be highlighted.
    HitReader(Database &database, const std::vector<search::TextMatch> &shown);

    /// Whether some of it runs on over the page's end; to find out here would mean to read its neighbours.
    enum class Break { None, Crossed };
    Result<SearchHit> read(qint64 pageId, Break atEnd);

private:
    Result<void> addCrossing(qint64 pageId, const QByteArray &text, SearchHit &hit);
    Result<std::vector<QByteArray>> textsAround(qint64 pageId, std::size_t &index) const;

    Database &m_database;
    search::Highlighter m_highlighter;
    search::WordBreaker m_breaker;
    bool m_hasWords = false;
};

} // namespace model::store
