// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/edit_distance.h"
#include "tests/support/catch.h"

#include <map>
#include <random>
#include <set>
#include <string>

using namespace model::search;

namespace {

/// The textbook's table, over code points.
int distance(const QString &first, const QString &second)
{
    const QList<uint> a = first.toUcs4();
    const QList<uint> b = second.toUcs4();
    std::vector<std::vector<int>> d(static_cast<std::size_t>(a.size()) + 1,
                                    std::vector<int>(static_cast<std::size_t>(b.size()) + 1));
    for (std::size_t i = 0; i < d.size(); ++i) {
        for (std::size_t j = 0; j < d[i].size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<int>(i + j);
                continue;
            }
            const auto at = [](const QList<uint> &text, std::size_t k) { return text[static_cast<qsizetype>(k)]; };
            d[i][j] =
                std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (at(a, i - 1) == at(b, j - 1) ? 0 : 1)});
            if (i > 1 && j > 1 && at(a, i - 1) == at(b, j - 2) && at(a, i - 2) == at(b, j - 1))
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d.back().back();
}

/// Walks the list as a search does; counts the terms looked at.
std::map<std::string, int> walk(const std::set<std::string> &terms, const QByteArray &word, int edits,
                                int *looked = nullptr)
{
    std::map<std::string, int> found;
    FuzzyWord fuzzy(word, edits);
    for (auto term = terms.begin(); term != terms.end();) {
        if (looked)
            ++*looked;
        const FuzzyWord::Step step = fuzzy.take(*term);
        if (step.edits)
            found[*term] = *step.edits;
        if (step.skipTo.isNull())
            break;
        CHECK(step.skipTo.toStdString() > *term);
        term = terms.lower_bound(step.skipTo.toStdString());
    }
    return found;
}

} // namespace

TEST_CASE("an edit is a letter put in, left out, replaced, or swapped with its neighbour")
{
    const std::set<std::string> terms = {"agrement",  "agreement", "agreements", "argeement",
                                         "bgreement", "greement",  "xgreementy"};
    CHECK(
        walk(terms, "agreement", 1) ==
        std::map<std::string, int>{
            {"agrement", 1}, {"agreement", 0}, {"agreements", 1}, {"argeement", 1}, {"bgreement", 1}, {"greement", 1}});
    CHECK(walk(terms, "agreement", 2).at("xgreementy") == 2);
}

TEST_CASE("the walk over a sorted list finds what comparing each word finds")
{
    const unsigned seed = GENERATE(range(0u, 40u));
    std::mt19937 random(seed);
    const QString letters = QStringLiteral("abcé\uFF5E\U00010400\u4E00");
    const auto make = [&] {
        QString word;
        const QList<uint> all = letters.toUcs4();
        for (std::size_t i = 0, length = random() % 8; i <= length; ++i) {
            const char32_t letter = all[static_cast<qsizetype>(random() % static_cast<unsigned>(all.size()))];
            word += QString::fromUcs4(&letter, 1);
        }
        return word;
    };
    std::set<std::string> terms;
    for (int i = 0; i < 1500; ++i)
        terms.insert(make().toStdString());
    const QString word = make();
    for (int edits = 1; edits <= 2; ++edits) {
        std::map<std::string, int> expected;
        for (const std::string &term : terms)
            if (const int d = distance(word, QString::fromStdString(term)); d <= edits)
                expected[term] = d;
        INFO(seed << ' ' << word.toStdString() << '~' << edits);
        CHECK(walk(terms, word.toUtf8(), edits) == expected);
    }
}

TEST_CASE("most of a large list is never looked at")
{
    std::mt19937 random(1);
    std::set<std::string> terms;
    while (terms.size() < 50000) {
        std::string term;
        for (unsigned i = 0; i < 9; ++i)
            term += static_cast<char>('a' + random() % 26);
        terms.insert(term);
    }
    int looked = 0;
    walk(terms, "agreement", 1, &looked);
    CHECK(looked < 2500);
}
