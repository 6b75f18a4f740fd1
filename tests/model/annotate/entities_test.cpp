// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/entities.h"

#include "model/annotate/annotator.h"
#include "model/annotate/weights.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::annotate;

namespace {

/// Each entity as "name: how many mentions", in order.
QStringList entitiesIn(const QString &text, const QStringList &holders = {}, const KnownNames &known = {})
{
    const Analysis analysis(text, holders, Annotator::shipped()->weights().common, known);
    QStringList list;
    for (const Entity &entity : findEntities(analysis).all)
        list << QStringLiteral("%1: %2").arg(entity.name).arg(entity.chunks.size());
    return list;
}

} // namespace

TEST_CASE("mentions that differ in legal form, article and possessive are one")
{
    CHECK(entitiesIn(QStringLiteral("The contract names Corvane Media, Inc. as partner. Later Corvane Media’s app read "
                                    "messages, and they paid Corvane Media for it.")) ==
          QStringList{QStringLiteral("Corvane Media: 3")});
}

TEST_CASE("an abbreviation in brackets is joined with the name before it")
{
    CHECK(
        entitiesIn(QStringLiteral("The right was given to Harrow Savings Bank (“HSB”). In 2014 HSB could read it.")) ==
        QStringList{QStringLiteral("Harrow Savings Bank: 3")});
    CHECK(entitiesIn(QStringLiteral("The right was given to the Royal Bank of Canada (RBC), and RBC used it.")) ==
          QStringList{QStringLiteral("Royal Bank of Canada: 3")});
}

TEST_CASE("what a contract calls a party is the party")
{
    const QString contract =
        QStringLiteral("between (1) Quelle, Inc., a company of Port Ellery (“Quelle”) and (2) Harrow "
                       "Savings Bank, having its office at Dellmark House, Corvane (“HSB” or the "
                       "“Bank”). Later the Bank could read it.");
    const auto found = entitiesIn(contract, {QStringLiteral("Quelle")});
    CHECK(found.contains(QStringLiteral("Harrow Savings Bank: 4")));
    CHECK(found.contains(QStringLiteral("Quelle: 2")));
}

TEST_CASE("a name that a line's end divides is the name")
{
    CHECK(entitiesIn(QStringLiteral("Then they gave it to Cor-\nvane Media. Corvane Media could read it."))
              .contains(QStringLiteral("Corvane Media: 2")));
}

TEST_CASE("an abbreviation that two names claim does not make one of them")
{
    const auto found = entitiesIn(QStringLiteral("The right was given to Harrow Savings Bank (HSB) first. Then it was "
                                                 "given to Hadley Steam Bakery (HSB) as well."));
    CHECK(found.filter(QStringLiteral("Harrow Savings Bank: ")).size() == 1);
    CHECK(found.filter(QStringLiteral("Hadley Steam Bakery: ")).size() == 1);
}

TEST_CASE("a shortened name is joined with the only longer one that adds its kind or its place")
{
    CHECK(entitiesIn(QStringLiteral("They met people from Corvane Group in May. Since then Corvane can read it."))
              .size() == 1);
    CHECK(entitiesIn(QStringLiteral("They met people from Corvane of Canada in June. Since then Corvane can read it."))
              .filter(QStringLiteral("Corvane"))
              .size() == 1);
    CHECK(
        entitiesIn(QStringLiteral("They met Corvane Bank and Corvane Group. Since then Corvane can read it.")).size() ==
        3);
}

TEST_CASE("a name is not joined with one that goes on with a thing of its own")
{
    CHECK(entitiesIn(QStringLiteral("Both Corvane and Corvane News could read messages.")).size() == 2);
}

TEST_CASE("the holder and what carries its name are known as such, and so are the reporter's decisions")
{
    const QString text =
        QStringLiteral("From Kestrel Circle and its Kestrel Circle Messages the data went to Dellmark and to Quelle.");
    KnownNames known;
    known.partners << nameKeyOf(u"Dellmark");
    known.blocked << nameKeyOf(u"Quelle");
    const Analysis analysis(text, {QStringLiteral("Kestrel Circle, Inc.")}, Annotator::shipped()->weights().common,
                            known);
    const auto entities = findEntities(analysis);
    REQUIRE(entities.all.size() == 4);
    CHECK(entities.all[0].isHolder);
    CHECK(entities.all[1].isHolder);
    CHECK(entities.all[2].isKnown);
    CHECK(entities.all[3].isBlocked);
    REQUIRE(entities.ofChunk.size() == analysis.names.size());
    for (size_t e = 0; e < entities.all.size(); ++e) {
        for (const int chunk : entities.all[e].chunks)
            CHECK(entities.ofChunk[size_t(chunk)] == int(e));
    }
}
