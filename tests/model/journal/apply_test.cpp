// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/random_reporter.h"
#include "tests/support/temporary_case.h"

#include "model/journal/apply.h"
#include "model/store/database.h"
#include "model/store/decided_tables.h"
#include "model/store/rejection_table.h"
#include "model/store/transaction.h"

using namespace model;
using namespace model::journal;

namespace {

const QString page = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

ErrorKind refusal(TemporaryCase &test, const Change &change)
{
    const auto decided = test.file().decide({{change}});
    return decided ? ErrorKind::Bug : decided.error().kind;
}

} // namespace

TEST_CASE("The inverse of a change restores the former state, and its inverse is the change again")
{
    const quint32 seed = GENERATE(1u, 2u);
    CAPTURE(seed);
    TemporaryCase test;
    const Sha256 first = test.addDocument(QStringLiteral("a.pdf"), {page, page});
    const Sha256 second = test.addDocument(QStringLiteral("b.pdf"), {page, page});
    test.doWithoutSync();
    RandomReporter reporter(test.file(), {first, second}, seed);
    store::Database &database = test.file().database();
    // Until a transaction is committed, another connection still sees what was before.
    const auto before = must(session::CaseFile::open(test.path(), session::Access::ReadOnly, {}));
    for (int i = 0; i < 100; ++i) {
        const Decision decision = reporter.next();
        auto transaction = must(store::Transaction::begin(database));
        const Signature by{QStringLiteral("Bob"), 5};
        std::vector<Change> inverses;
        for (const Change &change : decision.changes)
            inverses.push_back(must(apply(database, change, by)));
        std::vector<Change> again;
        for (auto inverse = inverses.rbegin(); inverse != inverses.rend(); ++inverse)
            again.push_back(must(apply(database, *inverse, {QStringLiteral("Eve"), 9})));
        CHECK(must(store::differingTables(database, before->database())).isEmpty());

        std::vector<Change> inversesOfAgain;
        for (auto change = again.rbegin(); change != again.rend(); ++change)
            inversesOfAgain.push_back(must(apply(database, *change, {QStringLiteral("Eve"), 9})));
        CHECK(inversesOfAgain == inverses);
        must(transaction.commit());
    }
}

TEST_CASE("Names are unique within their kind, and an alias may stand for several")
{
    TemporaryCase test;
    const SubjectId first = SubjectId::create();
    const SubjectId second = SubjectId::create();
    must(test.file().decide({{AddSubject{first, SubjectKind::Partner, QStringLiteral("Alder Bank")},
                              AddSubject{second, SubjectKind::Partner, QStringLiteral("Alder Insurance")},
                              AddSubject{SubjectId::create(), SubjectKind::Permission, QStringLiteral("alder bank")},
                              AddAlias{first, QStringLiteral("Alder")}, AddAlias{second, QStringLiteral("Alder")}}}));
    CHECK(test.file().findSubject(SubjectKind::Partner, QStringLiteral("alder")).error().kind == ErrorKind::Ambiguous);
    CHECK(refusal(test, RenameSubject{second, QStringLiteral("ALDER BANK")}) == ErrorKind::Invalid);
    CHECK(refusal(test, AddAlias{first, QStringLiteral("ALDER")}) == ErrorKind::Invalid);
    CHECK(refusal(test, AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("  ")}) ==
          ErrorKind::Invalid);
    must(test.file().decide({{MergeSubject{second, first}}}));
    CHECK(must(test.file().findSubject(SubjectKind::Partner, QStringLiteral("alder"))).id == first);
}

TEST_CASE("Merges cannot form a ring or join different kinds")
{
    TemporaryCase test;
    const SubjectId a = SubjectId::create();
    const SubjectId b = SubjectId::create();
    const SubjectId c = SubjectId::create();
    const SubjectId permission = SubjectId::create();
    must(test.file().decide({{AddSubject{a, SubjectKind::Partner, QStringLiteral("A")},
                              AddSubject{b, SubjectKind::Partner, QStringLiteral("B")},
                              AddSubject{c, SubjectKind::Partner, QStringLiteral("C")},
                              AddSubject{permission, SubjectKind::Permission, QStringLiteral("read · mail")}}}));
    must(test.file().decide({{MergeSubject{a, b}}}));
    must(test.file().decide({{MergeSubject{b, c}}}));
    CHECK(must(test.file().rootOf(a)) == c);
    CHECK(refusal(test, MergeSubject{c, a}) == ErrorKind::Invalid);
    CHECK(refusal(test, MergeSubject{c, c}) == ErrorKind::Invalid);
    CHECK(refusal(test, MergeSubject{a, c}) == ErrorKind::Invalid);
    CHECK(refusal(test, MergeSubject{permission, c}) == ErrorKind::Invalid);
    CHECK(refusal(test, SplitSubject{c}) == ErrorKind::Invalid);
    must(test.file().decide({{SplitSubject{b}}}));
    CHECK(must(test.file().rootOf(a)) == b);
    CHECK(must(test.file().rootOf(c)) == c);
}

TEST_CASE("What is not in the case cannot be changed")
{
    TemporaryCase test;
    const SubjectId subject = SubjectId::create();
    CHECK(refusal(test, RemoveTag{TagId::create()}) == ErrorKind::NotFound);
    CHECK(refusal(test, RemoveLink{LinkId::create()}) == ErrorKind::NotFound);
    CHECK(refusal(test, RemoveNote{NoteId::create()}) == ErrorKind::NotFound);
    CHECK(refusal(test, ChangeNote{NoteId::create(), QString()}) == ErrorKind::NotFound);
    CHECK(refusal(test, RemoveSubject{subject}) == ErrorKind::NotFound);
    CHECK(refusal(test, SetVerdict{{subject, subject}, Verdict::Open}) == ErrorKind::NotFound);
    CHECK(refusal(test, MarkPage{Sha256::of("x"), 0, ReadMark::Read}) == ErrorKind::NotFound);
    CHECK(refusal(test, RetitleDocument{Sha256::of("x"), QStringLiteral("t")}) == ErrorKind::NotFound);
    CHECK(refusal(test, AddNote{{NoteId::create(), subject, QStringLiteral("n")}}) == ErrorKind::NotFound);
}

TEST_CASE("A name is blocked once, whatever its case, and comes back with the document it was met in")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Alder Bank.")});
    must(test.file().decide({{BlockName{QStringLiteral("Alder Bank"), sha}}}));
    CHECK(refusal(test, BlockName{QStringLiteral("ALDER bank")}) == ErrorKind::Invalid);
    CHECK(refusal(test, BlockName{QStringLiteral(" x")}) == ErrorKind::Invalid);
    CHECK(refusal(test, UnblockName{QStringLiteral("Birch")}) == ErrorKind::NotFound);
    must(test.file().decide({{UnblockName{QStringLiteral("alder bank")}}}));
    must(test.file().undo());
    const store::RejectionTable table(test.file().database());
    CHECK(must(table.blocked(QStringLiteral("alder bank"))) == store::BlockedName{QStringLiteral("Alder Bank"), sha});
}

TEST_CASE("A rejection says what is rejected, and where")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Alder Bank.")});
    const Passage passage = test.passage(sha, 0, QStringLiteral("Alder"));
    Passage nowhere = passage;
    nowhere.end = nowhere.start;
    const RejectionId id = RejectionId::create();
    CHECK(refusal(test, AddRejection{{id, passage, RejectedTag{TagKind::Partner, {}}}}) == ErrorKind::Invalid);
    CHECK(refusal(test, AddRejection{{id, passage, RejectedTag{TagKind::Evidence, QStringLiteral("x")}}}) ==
          ErrorKind::Invalid);
    CHECK(refusal(test, AddRejection{{id, passage, RejectedLink{QStringLiteral("Alder"), {}}}}) == ErrorKind::Invalid);
    CHECK(refusal(test, AddRejection{{id, nowhere, RejectedTag{TagKind::Evidence, {}}}}) == ErrorKind::Invalid);
    CHECK(refusal(test, RemoveRejection{id}) == ErrorKind::NotFound);
    must(test.file().decide({{AddRejection{{id, passage, RejectedTag{TagKind::Evidence, {}}}}}}));
    CHECK(refusal(test, AddRejection{{id, passage, RejectedTag{TagKind::Evidence, {}}}}) == ErrorKind::Invalid);
}

TEST_CASE("A text with half a character is refused, for the journal could not say it again")
{
    TemporaryCase test;
    const QString half(QChar(0xd83d));
    CHECK(refusal(test, AddNote{{NoteId::create(), WholeCase{}, half}}) == ErrorKind::Invalid);
    CHECK(must(test.file().notes()).empty());
}

TEST_CASE("A period that ends before it begins is refused")
{
    TemporaryCase test;
    const SubjectId partner = SubjectId::create();
    const SubjectId permission = SubjectId::create();
    must(test.file().decide({{AddSubject{partner, SubjectKind::Partner, QStringLiteral("A")},
                              AddSubject{permission, SubjectKind::Permission, QStringLiteral("read · mail")}}}));
    const auto date = [](const char *text) { return PartialDate::fromString(QString::fromLatin1(text)); };
    CHECK(refusal(test, SetPeriod{{partner, permission}, {date("2014"), date("2013-05")}}) == ErrorKind::Invalid);
    must(test.file().decide({{SetPeriod{{partner, permission}, {date("2013-05"), date("2013")}}}}));
    CHECK(must(test.file().conclusion({partner, permission})).period.from == date("2013-05"));
}

TEST_CASE("A partner has one group, a permission none, and the group goes before the partner")
{
    TemporaryCase test;
    const SubjectId partner = SubjectId::create();
    const SubjectId permission = SubjectId::create();
    must(test.file().decide({{AddSubject{partner, SubjectKind::Partner, QStringLiteral("Alder")},
                              AddSubject{permission, SubjectKind::Permission, QStringLiteral("read · mail")}}}));
    CHECK(refusal(test, SetGroup{permission, QStringLiteral("Banks")}) == ErrorKind::Invalid);
    CHECK(refusal(test, SetGroup{partner, QStringLiteral(" Banks")}) == ErrorKind::Invalid);
    CHECK(refusal(test, SetGroup{SubjectId::create(), QStringLiteral("Banks")}) == ErrorKind::NotFound);
    must(test.file().decide({{SetGroup{partner, QStringLiteral("Banks")}}}));
    must(test.file().decide({{SetGroup{partner, QStringLiteral("Media")}}}));
    CHECK(must(test.file().subject(partner)).group == u"Media");
    CHECK(refusal(test, RemoveSubject{partner}) == ErrorKind::Invalid);
    must(test.file().undo());
    CHECK(must(test.file().subject(partner)).group == u"Banks");
    must(test.file().decide({{SetGroup{partner, {}}, RemoveSubject{partner}}}));
    must(test.file().undo());
    CHECK(must(test.file().subject(partner)).group == u"Banks");
}
