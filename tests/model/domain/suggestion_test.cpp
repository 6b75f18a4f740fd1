// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/suggestion.h"
#include "tests/support/catch.h"

using namespace model;

namespace {

const QString text = QStringLiteral("Alder Bank could read messages.");
const Passage passage = *makePassage(Sha256::of("a"), 0, text, 0, 0, text, 10);

} // namespace

TEST_CASE("the same suggestion made anew has the same id, and another one has another")
{
    const SuggestionId id = SuggestionId::ofTag(passage, TagKind::Partner, QStringLiteral("Alder Bank"));
    CHECK(id == SuggestionId::ofTag(passage, TagKind::Partner, QStringLiteral("Alder Bank")));
    CHECK_FALSE(id == SuggestionId::ofTag(passage, TagKind::Partner, QStringLiteral("Alder")));
    CHECK_FALSE(id == SuggestionId::ofTag(passage, TagKind::Evidence, QStringLiteral("Alder Bank")));
    Passage elsewhere = passage;
    elsewhere.document = Sha256::of("b");
    CHECK_FALSE(id == SuggestionId::ofTag(elsewhere, TagKind::Partner, QStringLiteral("Alder Bank")));
    CHECK_FALSE(
        SuggestionId::ofLink(passage, QStringLiteral("A"), QStringLiteral("read · messages"), Stance::Supports) ==
        SuggestionId::ofLink(passage, QStringLiteral("A"), QStringLiteral("read · messages"), Stance::Denies));
}

TEST_CASE("a suggestion's id is twelve digits and small letters, and comes back from them")
{
    const SuggestionId id = SuggestionId::ofTag(passage, TagKind::Evidence, {});
    CHECK(id.toString().size() == 12);
    CHECK(SuggestionId::fromString(id.toString()) == id);
    CHECK(SuggestionId::fromNumber(id.number()) == id);
    for (const char *wrong : {"", "abc", "0123456789abc", "0123456789aI", "0123456789aé"})
        CHECK_FALSE(SuggestionId::fromString(QString::fromUtf8(wrong)));
    CHECK_FALSE(SuggestionId::fromString(QString(12, QChar::Null)));
}
