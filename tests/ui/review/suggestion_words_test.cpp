// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_words.h"

#include "tests/support/catch.h"

using namespace model;
using namespace ui::review;

namespace {

Passage passage(const QString &quote)
{
    return {Sha256::of("memo"), 0, 0, 0, quote.size(), quote, {}, {}};
}

TagSuggestion suggestedTag(TagKind kind, const QString &quote, const QString &name, double score)
{
    return {SuggestionId::ofTag(passage(quote), kind, name), kind, passage(quote), name, score};
}

} // namespace

TEST_CASE("a suggestion says what it would make and how sure it is")
{
    LinkSuggestion link{SuggestionId::fromNumber(1), SuggestionId::fromNumber(2),       passage(QStringLiteral("a")),
                        QStringLiteral("Larkspur"),  QStringLiteral("read · messages"), Stance::Denies};
    link.score = 0.804;
    CHECK(suggestionText(link) == QStringLiteral("Larkspur × read · messages — denies — 80\u00a0%"));
    CHECK(suggestionText(suggestedTag(TagKind::Partner, QStringLiteral("Larkspur"), QStringLiteral("Larkspur"), 1)) ==
          QStringLiteral("Larkspur — 100\u00a0%"));
    CHECK(suggestionText(suggestedTag(TagKind::Permission, QStringLiteral("could read messages"),
                                      QStringLiteral("read · messages"), 0.5)) ==
          QStringLiteral("read · messages: “could read messages” — 50\u00a0%"));
    CHECK(suggestionText(suggestedTag(TagKind::Evidence, QStringLiteral("It could."), {}, 0.25)) ==
          QStringLiteral("“It could.” — 25\u00a0%"));
}

TEST_CASE("the reason begins with the score in words, and passes over passages without one")
{
    CHECK(reasonText(0.95, {}) == QStringLiteral("Almost certainly right (95\u00a0%)."));
    CHECK(reasonText(0.75, {{TagKind::Partner, QStringLiteral("Larkspur"), {}}}) ==
          QStringLiteral("Probably right (75\u00a0%)."));
    CHECK(reasonText(0.2, {{TagKind::Partner,
                            QStringLiteral("Larkspur"),
                            {QStringLiteral("it is written like a name"), QStringLiteral("“to” stands before it")}}}) ==
          QStringLiteral("Doubtful (20\u00a0%).\n"
                         "As partner, “Larkspur”: it is written like a name; “to” stands before it."));
}

TEST_CASE("the count says what is on the page and what is left")
{
    CHECK(suggestionCountText(0, 0, 1).isEmpty());
    CHECK(suggestionCountText(0, 4, {}) == QStringLiteral("0 suggestions left in this document, 4 in the case"));
    CHECK(suggestionCountText(1, 4, {}) == QStringLiteral("1 suggestion left in this document, 4 in the case"));
    const qint64 minute = 60'000;
    CHECK(suggestionCountText(3, 412, minute) ==
          QStringLiteral("3 suggestions left in this document, 412 in the case; at your pace about a minute"));
    CHECK(suggestionCountText(3, 412, 25 * minute - 1).endsWith(QStringLiteral("about 25 minutes")));
    CHECK(suggestionCountText(3, 412, 7 * minute).endsWith(QStringLiteral("about 7 minutes")));
    // In steps, so that it stays while one decides.
    CHECK(suggestionCountText(3, 412, 21 * minute).endsWith(QStringLiteral("about 25 minutes")));
    CHECK(suggestionCountText(3, 412, 180 * minute).endsWith(QStringLiteral("about 3 hours")));
}

TEST_CASE("where nothing is listed it is said why, and what to do")
{
    CHECK(nothingListedText({}, false).startsWith(QStringLiteral("There are no documents yet. Import some")));
    CHECK(nothingListedText({0, 0, 0, true}, false).startsWith(QStringLiteral("No suggestions are left: ")));
    CHECK(
        nothingListedText({0, 3, 3, true}, true) ==
        QStringLiteral("No suggestions are left in this document, but 3 are in the case: choose the whole case in the "
                       "filter ({filterSuggestions})."));
    CHECK(nothingListedText({2, 2, 2, true}, true) == QStringLiteral("No suggestions are left in the list."));
    CHECK(nothingListedText({0, 0, 1, true}, false) ==
          QStringLiteral("The filter hides 1 suggestion. Change it with {filterSuggestions}."));
    CHECK(nothingListedText({0, 0, 12, true}, true) ==
          QStringLiteral("The filter hides all 12 suggestions that are left. Change it with {filterSuggestions}."));
}
