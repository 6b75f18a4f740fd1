// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/name_matches.h"

#include "tests/support/catch.h"

using namespace ui;
using model::Subject;
using model::SubjectId;
using model::SubjectKind;

namespace {

Subject named(const QString &name, const QStringList &aliases = {}, std::optional<SubjectId> into = std::nullopt)
{
    return {SubjectId::create(), SubjectKind::Partner, name, aliases, into};
}

std::vector<Subject> companies()
{
    std::vector<Subject> made = {named(QStringLiteral("Royal Bank of Larkspur"), {QStringLiteral("RBL")}),
                                 named(QStringLiteral("Larkspur Music")), named(QStringLiteral("Harebell"))};
    made.push_back(named(QStringLiteral("Seek"), {}, made[2].id));
    return made;
}

QStringList namesOf(const std::vector<NameMatch> &matches)
{
    QStringList names;
    for (const NameMatch &match : matches)
        names += match.name;
    return names;
}

} // namespace

TEST_CASE("names that begin with what was typed come before those that hold it at a word")
{
    CHECK(namesOf(nameMatches(companies(), QStringLiteral("lark"), 6)) ==
          QStringList{QStringLiteral("Larkspur Music"), QStringLiteral("Royal Bank of Larkspur")});
    CHECK(nameMatches(companies(), QStringLiteral("ark"), 6).empty());
    CHECK(nameMatches(companies(), QStringLiteral("lark"), 1).size() == 1);
}

TEST_CASE("an alias and a merged name lead to the name that stands for itself")
{
    CHECK(nameMatches(companies(), QStringLiteral("rbl"), 6) ==
          std::vector<NameMatch>{{QStringLiteral("Royal Bank of Larkspur"), QStringLiteral("RBL")}});
    CHECK(nameMatches(companies(), QStringLiteral("seek"), 6) ==
          std::vector<NameMatch>{{QStringLiteral("Harebell"), QStringLiteral("Seek")}});
    CHECK(namesOf(nameMatches(companies(), {}, 9)).size() == 3);
}

TEST_CASE("a quote means the name all of whose words stand in it, the longest")
{
    const std::vector<Subject> permissions = {named(QStringLiteral("read · messages")),
                                              named(QStringLiteral("read · private messages")),
                                              named(QStringLiteral("delete · messages"))};
    CHECK(nameMeantBy(permissions, QStringLiteral("could read users’ private messages")) ==
          QStringLiteral("read · private messages"));
    CHECK(nameMeantBy(companies(), QStringLiteral("HAREBELL")) == QStringLiteral("Harebell"));
    CHECK(nameMeantBy(companies(), QStringLiteral("Seek")) == QStringLiteral("Harebell"));
    CHECK_FALSE(nameMeantBy(companies(), QStringLiteral("Foxglove")).has_value());
}

TEST_CASE("the beginnings of a name's words, in their order, bring it up after what begins with them")
{
    const std::vector<Subject> permissions = {named(QStringLiteral("read · photos")),
                                              named(QStringLiteral("receive · photos")),
                                              named(QStringLiteral("receive · posts"))};
    CHECK(namesOf(nameMatches(permissions, QStringLiteral("rec ph"), 6)) ==
          QStringList(QStringLiteral("receive · photos")));
    CHECK(nameMatches(permissions, QStringLiteral("ph rec"), 6).empty());
}
