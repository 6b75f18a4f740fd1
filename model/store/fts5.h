// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

struct sqlite3;
struct fts5_api;

namespace model::store {

/// Teaches a connection our words (the tokenizers that the schema names) and our ranking. Before anything is searched.
Result<void> registerSearch(sqlite3 *connection);

/// "carveout_text": breaks page texts as model/search does. In a query it takes words that are broken and folded
/// already, apart by blanks. "carveout_words": takes such words from texts too, as jointText makes them.
int registerTokenizers(fts5_api *api);

/// page_rank(page_index, LARGEST-PAGE-ID): BM25, smaller is better. How rare a word is is estimated where it is not
/// rare.
int registerPageRank(fts5_api *api);

} // namespace model::store
