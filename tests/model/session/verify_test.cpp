// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/gestures.h"
#include "model/session/verify.h"
#include "model/store/database.h"

#include <QFile>

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    TemporaryCase kept;
    CaseFile &file = kept.file();
    Sha256 sha = kept.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Alder Bank could read messages.")});

    Fixture()
    {
        const auto decision =
            must(tagPassage(file, {kept.passage(sha, 0, QStringLiteral("could read")), TagKind::Evidence, QString()}));
        must(file.decide(decision));
        must(file.decide(must(linkEvidence(file, {std::get<journal::AddTag>(decision.changes.back()).tag.id,
                                                  {QStringLiteral("Alder Bank")},
                                                  {QStringLiteral("read messages")}}))));
    }
    QStringList problemsAfter(const char *sql)
    {
        must(file.database().run("PRAGMA foreign_keys = OFF"));
        must(file.database().run(sql));
        return must(verify(file)).problems;
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "A case that nobody touched is clean, and its head is told")
{
    qint64 last = 0;
    VerifyOptions options;
    options.progress = [&last](qint64 done, qint64 total) {
        CHECK(done <= total);
        last = done;
    };
    const auto report = must(verify(file, options));
    CHECK(report.problems == QStringList());
    CHECK(report.remarks == QStringList());
    CHECK(report.head == must(file.journalHead()));
    CHECK(report.entries == 4);
    CHECK(report.documents == 1);
    CHECK(last == must(file.document(sha)).size);
}

TEST_CASE_METHOD(Fixture, "An earlier head is found in the chain, and one from a journal that was cut short is not")
{
    const auto earlier = must(file.journalEntries())[1].hash;
    CHECK(must(verify(file, {earlier})).isClean());
    const Sha256 last = must(file.journalHead());
    must(file.database().run("PRAGMA foreign_keys = OFF"));
    must(file.database().run("DELETE FROM journal_part WHERE seq = 4; DELETE FROM journal WHERE seq = 4"));
    CHECK_FALSE(must(verify(file)).isClean()); // the link is still in the tables
    const auto report = must(verify(file, {last}));
    CHECK(report.problems.filter(QStringLiteral("rewritten or cut short")).size() == 1);
}

TEST_CASE_METHOD(Fixture, "Tables that do not follow from the journal are named")
{
    CHECK(problemsAfter("UPDATE tag SET quote = 'could write'") ==
          QStringList{QStringLiteral("The tags are not what the journal adds up to.")});
}

TEST_CASE_METHOD(Fixture, "Counts that are wrong are found")
{
    CHECK(problemsAfter("UPDATE finding_count SET supports = 2")
              .contains(QStringLiteral("The counts of findings are not what the journal adds up to.")));
}

TEST_CASE_METHOD(Fixture, "A document put in or taken out behind the journal's back is found")
{
    CHECK(problemsAfter("UPDATE origin SET path = 'elsewhere/memo.pdf'").size() == 2);
}

TEST_CASE_METHOD(Fixture, "A row that points nowhere is found")
{
    CHECK_FALSE(problemsAfter("DELETE FROM bundle").isEmpty());
}

TEST_CASE_METHOD(Fixture, "A trigger that somebody put into the file is found")
{
    CHECK(problemsAfter("CREATE TRIGGER spy AFTER INSERT ON tag BEGIN DELETE FROM note; END")
              .filter(QStringLiteral("changed by another program"))
              .size() == 1);
}

TEST_CASE_METHOD(Fixture, "An original that was changed or is missing is named, and a stray file is remarked")
{
    QFile original(file.originalPath(sha));
    REQUIRE(original.open(QIODevice::Append));
    original.write("x");
    original.close();
    CHECK(must(verify(file)).problems.filter(QStringLiteral("was changed")).size() == 1);
    REQUIRE(original.rename(original.fileName() + QStringLiteral(".moved")));
    const auto report = must(verify(file));
    CHECK(report.problems.filter(QStringLiteral("is missing")).size() == 1);
    CHECK(report.remarks.filter(QStringLiteral("belongs to no document")).size() == 1);
}

TEST_CASE_METHOD(Fixture, "Verification can be stopped")
{
    std::stop_source source;
    source.request_stop();
    VerifyOptions options;
    options.stop = source.get_token();
    const auto stopped = verify(file, options);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::Cancelled);
}
