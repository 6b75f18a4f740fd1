// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed: either a fault at a place inside the query, or an expression that FTS5 takes, also over page
// breaks.

#include "model/search/highlighter.h"
#include "model/search/match_expression.h"
#include "model/search/query.h"
#include "model/search/text_match.h"
#include "model/search/word_breaker.h"
#include "model/store/database.h"

#include <cstdlib>

using namespace model;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

std::unique_ptr<store::Database> emptyIndex()
{
    auto database = store::Database::open(QStringLiteral(":memory:"), store::OpenMode::ReadWrite);
    require(database.has_value());
    require((*database)
                ->run("CREATE VIRTUAL TABLE page_index USING fts5 (text, tokenize = 'carveout_text');"
                      "INSERT INTO page_index VALUES ('the bank reads private messages');"
                      "CREATE VIRTUAL TABLE page_joint USING fts5 (words, tokenize = 'carveout_words')")
                .has_value());
    return std::move(*database);
}

void requireTaken(store::Database &database, const QByteArray &sql, const QByteArray &expression)
{
    Result<store::Statement> statement = database.prepare(sql);
    require(statement.has_value());
    require(statement->bind(1, QString::fromUtf8(expression)).step().has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const std::unique_ptr<store::Database> database = emptyIndex();
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    search::WordBreaker breaker;
    const auto parsed = search::parseQuery(text, breaker);
    if (const auto *fault = std::get_if<search::QueryFault>(&parsed)) {
        require(fault->position >= 0 && fault->position <= text.size() && !fault->sentence.isEmpty());
        return 0;
    }
    const auto &query = std::get<search::Query>(parsed);
    const auto expand = [](const QByteArray &word, int) { return std::vector<QByteArray>{word, word + "x"}; };
    const std::vector<search::TextMatch> matches = search::textMatches(query, breaker, expand);
    requireTaken(*database, "SELECT count (*) FROM page_index WHERE page_index MATCH ?1",
                 search::matchExpression(query.root, matches));
    for (const search::TextMatch &match : matches)
        if (const QByteArray joint = search::jointExpression(match); !joint.isEmpty())
            requireTaken(*database, "SELECT count (*) FROM page_joint WHERE page_joint MATCH ?1", joint);
    search::Highlighter(matches).find(text.toUtf8(), breaker);
    return 0;
}
