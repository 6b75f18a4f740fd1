// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/fts5.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <vector>

namespace model::store {
namespace {

// BM25's usual constants.
constexpr double saturation = 1.2;
constexpr double lengthWeight = 0.75;

/// How many pages of a phrase are counted. FTS5's own bm25() counts them all, which for a common word takes longer than
/// the whole answer may.
constexpr sqlite3_int64 countedPages = 1000;

struct Weights {
    double averageLength = 1;
    std::vector<double> rarity; ///< by phrase
    std::vector<int> frequency; ///< by phrase; on the row at hand
};

struct Counter {
    sqlite3_int64 pages = 0;
    sqlite3_int64 lastId = 0;
};

int countPage(const Fts5ExtensionApi *api, Fts5Context *context, void *data)
{
    Counter &counter = *static_cast<Counter *>(data);
    counter.lastId = api->xRowid(context);
    return ++counter.pages >= countedPages ? SQLITE_DONE : SQLITE_OK;
}

void deleteWeights(void *weights)
{
    delete static_cast<Weights *>(weights);
}

int makeWeights(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_int64 largestId, Weights &weights)
{
    sqlite3_int64 pages = 0;
    sqlite3_int64 words = 0;
    int code = api->xRowCount(context, &pages);
    if (code == SQLITE_OK)
        code = api->xColumnTotalSize(context, -1, &words);
    weights.averageLength = pages > 0 ? std::max(1.0, static_cast<double>(words) / static_cast<double>(pages)) : 1.0;
    const int phrases = api->xPhraseCount(context);
    weights.frequency.resize(static_cast<std::size_t>(phrases));
    for (int phrase = 0; phrase < phrases && code == SQLITE_OK; ++phrase) {
        Counter counter;
        code = api->xQueryPhrase(context, phrase, &counter, countPage);
        double found = static_cast<double>(counter.pages);
        // Counting ended early: as many in the rest as in what was counted.
        if (counter.pages >= countedPages && counter.lastId > 0)
            found *= std::max(1.0, static_cast<double>(largestId) / static_cast<double>(counter.lastId));
        const double all = static_cast<double>(pages);
        found = std::min(found, all);
        weights.rarity.push_back(std::max(1e-6, std::log((all - found + 0.5) / (found + 0.5))));
    }
    return code;
}

int weightsOf(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_int64 largestId, Weights **weights)
{
    *weights = static_cast<Weights *>(api->xGetAuxdata(context, 0));
    if (*weights)
        return SQLITE_OK;
    auto *made = new (std::nothrow) Weights;
    if (!made)
        return SQLITE_NOMEM;
    const int code = makeWeights(api, context, largestId, *made);
    if (code != SQLITE_OK) {
        delete made;
        return code;
    }
    *weights = made;
    return api->xSetAuxdata(context, made, deleteWeights);
}

int rankOf(const Fts5ExtensionApi *api, Fts5Context *context, Weights &weights, double *rank)
{
    std::fill(weights.frequency.begin(), weights.frequency.end(), 0);
    int instances = 0;
    int length = 0;
    int code = api->xInstCount(context, &instances);
    for (int i = 0; i < instances && code == SQLITE_OK; ++i) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        code = api->xInst(context, i, &phrase, &column, &offset);
        if (code == SQLITE_OK)
            ++weights.frequency[static_cast<std::size_t>(phrase)];
    }
    if (code == SQLITE_OK)
        code = api->xColumnSize(context, -1, &length);
    const double lengthPart = 1 - lengthWeight + lengthWeight * length / weights.averageLength;
    double score = 0;
    for (std::size_t i = 0; i < weights.frequency.size(); ++i) {
        const double frequency = weights.frequency[i];
        score += weights.rarity[i] * frequency * (saturation + 1) / (frequency + saturation * lengthPart);
    }
    *rank = -score;
    return code;
}

void pageRank(const Fts5ExtensionApi *api, Fts5Context *context, sqlite3_context *answer, int count,
              sqlite3_value **values)
{
    Weights *weights = nullptr;
    double rank = 0;
    int code = weightsOf(api, context, count > 0 ? sqlite3_value_int64(values[0]) : 0, &weights);
    if (code == SQLITE_OK)
        code = rankOf(api, context, *weights, &rank);
    if (code == SQLITE_OK)
        sqlite3_result_double(answer, rank);
    else
        sqlite3_result_error_code(answer, code);
}

} // namespace

int registerPageRank(fts5_api *api)
{
    return api->xCreateFunction(api, "page_rank", nullptr, pageRank, nullptr);
}

} // namespace model::store
