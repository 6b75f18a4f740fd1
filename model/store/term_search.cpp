// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/term_search.h"

#include "model/search/edit_distance.h"
#include "model/store/query.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace model::store {
namespace {

/// Counting the pages of a word takes a look at all of them, so it is not done for any number of words.
constexpr std::size_t maxCounted = 512;
/// Reading on is quicker than seeking anew when the place is this near.
constexpr int rowsBeforeSeek = 8;

Result<std::vector<NearTerm>> allNear(Database &database, const QByteArray &word, int edits)
{
    Result<Statement> seek = database.prepare("SELECT term FROM term WHERE term >= ?1 ORDER BY term");
    if (!seek)
        return seek.error();
    std::vector<NearTerm> found;
    search::FuzzyWord fuzzy(word, edits);
    QByteArray wanted = QByteArrayLiteral("");
    seek->bind(1, QString());
    int passed = 0;
    for (;;) {
        const Result<bool> row = seek->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const QByteArray term = seek->text(0).toUtf8();
        if (term < wanted) {
            if (++passed < rowsBeforeSeek)
                continue;
            passed = 0;
            seek->reset();
            seek->bind(1, QString::fromUtf8(wanted));
            continue;
        }
        passed = 0;
        const search::FuzzyWord::Step step = fuzzy.take({term.constData(), static_cast<std::size_t>(term.size())});
        if (step.edits)
            found.push_back({term, *step.edits});
        if (step.skipTo.isNull())
            break;
        wanted = step.skipTo;
    }
    return found;
}

Result<void> countPages(Database &database, std::vector<NearTerm> &terms)
{
    for (NearTerm &term : terms) {
        const Result<qint64> pages =
            queryNumber(database, "SELECT doc FROM term_count WHERE term = ?1", QString::fromUtf8(term.term));
        if (!pages)
            return pages.error();
        term.pages = *pages;
    }
    return {};
}

} // namespace

Result<NearTerms> termsNear(Database &database, const QByteArray &word, int edits)
{
    Result<std::vector<NearTerm>> all = allNear(database, word, edits);
    if (!all)
        return all.error();
    NearTerms result;
    result.terms = std::move(*all);
    std::stable_sort(result.terms.begin(), result.terms.end(),
                     [](const NearTerm &a, const NearTerm &b) { return a.edits < b.edits; });
    if (result.terms.size() > maxCounted) {
        result.terms.resize(maxCounted);
        result.isCut = true;
    }
    if (const Result<void> counted = countPages(database, result.terms); !counted)
        return counted.error();
    std::stable_sort(result.terms.begin(), result.terms.end(), [](const NearTerm &a, const NearTerm &b) {
        return std::make_tuple(a.edits, -a.pages) < std::make_tuple(b.edits, -b.pages);
    });
    if (result.terms.size() > static_cast<std::size_t>(maxNearTerms)) {
        result.terms.resize(maxNearTerms);
        result.isCut = true;
    }
    return result;
}

} // namespace model::store
