// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/same_names.h"

#include "model/session/gestures.h"
#include "tests/support/catch.h"
#include "tests/support/strings.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

class CaseOfNames {
public:
    SubjectId add(const QString &name, SubjectKind kind = SubjectKind::Partner)
    {
        const SubjectId id = SubjectId::create();
        must(test.file().decide({{journal::AddSubject{id, kind, name}}}));
        return id;
    }
    /// "one > into: why", by name.
    QStringList found(SubjectKind kind = SubjectKind::Partner)
    {
        static const QStringList words{QStringLiteral("form"), QStringLiteral("initials"), QStringLiteral("spelling"),
                                       QStringLiteral("part"), QStringLiteral("meaning"),  QStringLiteral("text")};
        QStringList pairs;
        for (const LikelySame &pair : must(likelySame(test.file(), kind)).pairs)
            pairs << must(test.file().subject(pair.one)).name + QStringLiteral(" > ") +
                         must(test.file().subject(pair.into)).name + QStringLiteral(": ") + words[int(pair.why)];
        return pairs;
    }
    TemporaryCase test;
};

} // namespace

TEST_CASE(
    "Names that differ by legal form, initials, a letter or their end are proposed to be the same, the fuller stays")
{
    CaseOfNames names;
    for (const char *name : {"Alder", "Alder Inc.", "Royal Cedar Bank", "RCB", "Larkspurr", "Larkspur", "Royal Cedar"})
        names.add(QString::fromLatin1(name));
    CHECK(names.found() == QStringList{QStringLiteral("Alder > Alder Inc.: form"),
                                       QStringLiteral("RCB > Royal Cedar Bank: initials"),
                                       QStringLiteral("Larkspur > Larkspurr: spelling"),
                                       QStringLiteral("Royal Cedar > Royal Cedar Bank: part")});
}

TEST_CASE("Names that only look alike are not proposed")
{
    CaseOfNames names;
    for (const char *name : {"Tier 1 Media", "Tier 2 Media", "Alder", "Elder Care", "Bank", "Oak", "Oat"})
        names.add(QString::fromLatin1(name));
    CHECK(names.found() == QStringList());
}

TEST_CASE("A text that says what belongs to whom, or what it was called, proposes it with the passage")
{
    CaseOfNames names;
    const Sha256 memo = names.test.addDocument(
        QStringLiteral("memo.pdf"),
        {QStringLiteral(
            "Harbour, a wholly-owned subsidiary of Alder Holdings, read mail.\nLarkspur (formerly Wrenhouse) "
            "did too.\nNobody asked Alder Holdings’s Tidewater.")});
    for (const char *name : {"Alder Holdings", "Wrenhouse", "Tidewater", "Harbour", "Larkspur"})
        must(names.test.file().decide(must(tagPassage(
            names.test.file(), {names.test.passage(memo, 0, QString::fromLatin1(name)), TagKind::Partner, {}}))));
    must(names.test.file().decide(
        must(tagPassage(names.test.file(), {names.test.passage(memo, 0, QStringLiteral("Alder Holdings’s")),
                                            TagKind::Partner, QStringLiteral("Alder Holdings")}))));
    CHECK(names.found() == QStringList{QStringLiteral("Harbour > Alder Holdings: text"),
                                       QStringLiteral("Wrenhouse > Larkspur: text"),
                                       QStringLiteral("Tidewater > Alder Holdings: text")});
    CHECK(must(likelySame(names.test.file(), SubjectKind::Partner)).pairs.front().passage->quote == u"Harbour");
}

TEST_CASE("Permissions that mean the same action on the same kind of data are proposed to be the same")
{
    CaseOfNames names;
    names.add(QStringLiteral("read · private messages"), SubjectKind::Permission);
    names.add(QStringLiteral("read · messages"), SubjectKind::Permission);
    names.add(QStringLiteral("write · messages"), SubjectKind::Permission);
    CHECK(names.found(SubjectKind::Permission) ==
          QStringList{QStringLiteral("read · messages > read · private messages: meaning")});
}

TEST_CASE("What is merged already is not proposed again")
{
    CaseOfNames names;
    const SubjectId one = names.add(QStringLiteral("Alder"));
    const SubjectId into = names.add(QStringLiteral("Alder Inc."));
    CHECK(names.found().size() == 1);
    must(names.test.file().decide({{journal::MergeSubject{one, into}}}));
    CHECK(names.found() == QStringList());
}

TEST_CASE("A pair that is said not to be the same is not proposed, until that is taken back")
{
    CaseOfNames names;
    names.add(QStringLiteral("Alder"));
    names.add(QStringLiteral("Alder Inc."));
    CaseFile &file = names.test.file();
    const LikelySame pair = must(likelySame(file, SubjectKind::Partner)).pairs.front();
    must(setApart(file, pair, true));
    CHECK(names.found() == QStringList());
    CHECK(must(likelySame(file, SubjectKind::Partner)).apart == std::vector<LikelySame>{pair});
    must(setApart(file, pair, false));
    CHECK(names.found().size() == 1);
}
