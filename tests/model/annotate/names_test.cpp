// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/names.h"

#include "model/annotate/analysis.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::annotate;

namespace {

QStringList namesIn(const QString &text)
{
    CommonWords common;
    for (const auto *word : {u"the", u"both", u"when", u"members", u"after", u"it", u"bank"})
        common.insert(hashOf(QStringView(word)));
    const Analysis analysis(text, {}, common, {});
    QStringList names;
    for (const NameChunk &name : analysis.names) {
        const TextRange range = analysis.words.range(name.first, name.last);
        names << text.mid(range.start, range.length());
    }
    return names;
}

} // namespace

TEST_CASE("a name is what remains without article, possessive and legal form")
{
    CHECK(coreName(u"the Corvane Media Co.") == QStringLiteral("Corvane Media"));
    CHECK(coreName(u"Corvane’s") == QStringLiteral("Corvane"));
    CHECK(coreName(u"Dellmark  Payments,\nInc.") == QStringLiteral("Dellmark Payments"));
    CHECK(coreName(u"The") == QStringLiteral("The"));
    CHECK(coreName(u"Cor-\n  vane Media") == QStringLiteral("Corvane Media"));
    CHECK(coreName(u"Dell-\nMark") == QStringLiteral("Dell-Mark"));
    CHECK(coreName(u"Dell -") == QStringLiteral("Dell -"));
    CHECK(coreName(u"Ltd") == QStringLiteral("Ltd"));
    CHECK(coreName(u"") == QString());
}

TEST_CASE("spellings that a reader takes for one name have one key")
{
    CHECK(nameKeyOf(u"Dellmark Payments, Inc.") == nameKeyOf(u"the DELLMARK-PAYMENTS"));
    CHECK(nameKeyOf(u"Dorn N.V.") == nameKeyOf(u"Dorn"));
    CHECK(nameKeyOf(u"Dellmark Payments") != nameKeyOf(u"Dellmark"));
    CHECK(nameKeyOf(u"Marl & Sons") != nameKeyOf(u"Marl Sons"));
    CHECK(nameKeyOf(u"()") == QString());
}

TEST_CASE("a name of several words may be abbreviated with and without its small words")
{
    CHECK(abbreviationsOf(u"the Royal Bank of Canada") == QStringList{QStringLiteral("RBOC"), QStringLiteral("RBC")});
    CHECK(abbreviationsOf(u"Harrow Savings Ltd").contains(QStringLiteral("HS")));
    CHECK(abbreviationsOf(u"Corvane").isEmpty());
}

TEST_CASE("names are found with their legal form, small words and initials, without what only begins the sentence")
{
    CHECK(
        namesIn(QStringLiteral("When Corvane Media, Inc. asked, the Royal Bank of Canada agreed with Marl & Sons.")) ==
        QStringList{QStringLiteral("Corvane Media, Inc."), QStringLiteral("Royal Bank of Canada"),
                    QStringLiteral("Marl & Sons")});
    CHECK(namesIn(QStringLiteral("Both got it. Members were not told.")).isEmpty());
    CHECK(namesIn(QStringLiteral("We asked Tom J. Okoro about it.")) == QStringList{QStringLiteral("Tom J. Okoro")});
}

TEST_CASE("names side by side are names of their own, in one coordination")
{
    const QString text =
        QStringLiteral("In 2014 Corvane, Dellmark and the Harrow Group could read it, but Quelle could not.");
    const Analysis analysis(text, {}, {}, {});
    REQUIRE(analysis.names.size() == 5); // "In", without a list of common words, counts as one
    const auto group = analysis.coordinationOf(2);
    CHECK(group == analysis.coordinationOf(3));
    CHECK(group.first == analysis.names[1].first);
    CHECK(group.second == analysis.names[3].last);
    CHECK(analysis.coordinationOf(4) == std::pair(analysis.names[4].first, analysis.names[4].last));
}

TEST_CASE("a name ends with its cell, and what a list calls its entries is none")
{
    CHECK(namesIn(QStringLiteral("WD-05 Corvane Media\tMembers area\tthey asked Dellmark")) ==
          QStringList{QStringLiteral("Corvane Media"), QStringLiteral("Dellmark")});
}

TEST_CASE("a text all in capitals has no names")
{
    CHECK(namesIn(QStringLiteral("CORVANE AND DELLMARK READ ALL MESSAGES OF MEMBERS.")).isEmpty());
}
