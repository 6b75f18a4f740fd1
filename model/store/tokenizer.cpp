// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/match_expression.h"
#include "model/search/page_joint.h"
#include "model/search/word_breaker.h"
#include "model/store/fts5.h"

#include <sqlite3.h>

#include <algorithm>
#include <new>
#include <string_view>

namespace model::store {
namespace {

using TakeToken = int (*)(void *, int, const char *, int, int, int);

/// Hands tokens on to FTS5.
class Fts5Sink final : public search::TokenSink {
public:
    Fts5Sink(void *context, TakeToken handOn)
        : m_context(context)
        , m_handOn(handOn)
    {
    }
    bool take(const search::Token &token) override
    {
        code =
            m_handOn(m_context, token.opensPosition ? 0 : FTS5_TOKEN_COLOCATED, token.text.data(),
                     static_cast<int>(token.text.size()), static_cast<int>(token.start), static_cast<int>(token.end));
        return code == SQLITE_OK;
    }
    int code = SQLITE_OK;

private:
    void *m_context;
    TakeToken m_handOn;
};

int takeWords(std::string_view text, void *context, TakeToken take)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const bool same = text[at] == search::jointSamePosition;
        const std::size_t start = at + (same ? 1 : 0);
        if (end > start) {
            const int code = take(context, same ? FTS5_TOKEN_COLOCATED : 0, text.data() + start,
                                  static_cast<int>(end - start), static_cast<int>(start), static_cast<int>(end));
            if (code != SQLITE_OK)
                return code;
        }
        at = end + 1;
    }
    return SQLITE_OK;
}

int makeBreaker(void *, const char **, int, Fts5Tokenizer **made)
{
    *made = reinterpret_cast<Fts5Tokenizer *>(new (std::nothrow) search::WordBreaker);
    return *made ? SQLITE_OK : SQLITE_NOMEM;
}

void deleteBreaker(Fts5Tokenizer *breaker)
{
    delete reinterpret_cast<search::WordBreaker *>(breaker);
}

int breakText(Fts5Tokenizer *breaker, void *context, int flags, const char *text, int length, TakeToken take)
{
    const std::string_view all(text ? text : "", static_cast<std::size_t>(length));
    if ((flags & FTS5_TOKENIZE_QUERY) != 0)
        return takeWords(all, context, take);
    if ((flags & FTS5_TOKENIZE_DOCUMENT) != 0)
        if (const int code = take(context, 0, search::everyPage, 1, 0, 0); code != SQLITE_OK)
            return code;
    Fts5Sink sink(context, take);
    reinterpret_cast<search::WordBreaker *>(breaker)->breakText(all, sink);
    return sink.code;
}

int makeNothing(void *, const char **, int, Fts5Tokenizer **made)
{
    // FTS5 wants a pointer, and never looks behind it.
    static char nothing = 0;
    *made = reinterpret_cast<Fts5Tokenizer *>(&nothing);
    return SQLITE_OK;
}

void deleteNothing(Fts5Tokenizer *) {}

int breakWords(Fts5Tokenizer *, void *context, int, const char *text, int length, TakeToken take)
{
    return takeWords({text ? text : "", static_cast<std::size_t>(length)}, context, take);
}

} // namespace

int registerTokenizers(fts5_api *api)
{
    fts5_tokenizer text = {makeBreaker, deleteBreaker, breakText};
    fts5_tokenizer words = {makeNothing, deleteNothing, breakWords};
    const int code = api->xCreateTokenizer(api, "carveout_text", nullptr, &text, nullptr);
    return code == SQLITE_OK ? api->xCreateTokenizer(api, "carveout_words", nullptr, &words, nullptr) : code;
}

} // namespace model::store
