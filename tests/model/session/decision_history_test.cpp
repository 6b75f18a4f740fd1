// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/decision_history.h"

#include "model/session/gestures.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    void tag(const char *words, TagKind kind)
    {
        must(file.decide(must(tagPassage(file, {kept.passage(memo, 1, QString::fromUtf8(words)), kind, {}}))));
    }
    std::vector<HistoryLine> lines(qint64 count = 100) { return must(decisionHistory(file, count)).lines; }
    std::vector<int> steps()
    {
        std::vector<int> all;
        for (const HistoryLine &line : lines())
            all.push_back(line.steps);
        return all;
    }

    TemporaryCase kept;
    CaseFile &file = kept.file();
    Sha256 memo =
        kept.addDocument(QStringLiteral("memo.pdf"),
                         {QStringLiteral("first"), QStringLiteral("Alder Bank and Birch Film and Cedar Mail")});
};

} // namespace

TEST_CASE_METHOD(Fixture, "the history says what was done, by whom, where, and how many steps take it back")
{
    tag("Alder Bank", TagKind::Partner);
    must(file.decide({{journal::MarkPage{memo, 0, journal::ReadMark::ReadByScrolling}}}));
    tag("Birch Film", TagKind::Partner);
    const std::vector<HistoryLine> all = lines();
    REQUIRE(all.size() == 4);
    CHECK(all[0].description == QStringLiteral("tag “Birch Film” as partner"));
    CHECK(all[0].author == QStringLiteral("Ada"));
    CHECK(all[0].place == DocumentPage{memo, 1});
    CHECK(all[0].file == QStringLiteral("memo.pdf"));
    REQUIRE(all[0].passage);
    CHECK(all[0].passage->quote == QStringLiteral("Birch Film"));
    CHECK_FALSE(all[2].passage);
    CHECK(all[1].description == QStringLiteral("tag “Alder Bank” as partner"));
    CHECK(all[2].kind == journal::EntryKind::Receipt);
    CHECK(steps() == std::vector<int>{1, 2, 0, 0});
    CHECK(must(decisionHistory(file, 1)).lines.size() == 1);
    CHECK_FALSE(must(decisionHistory(file, 1)).isWhole);
    CHECK(must(decisionHistory(file, 100)).isWhole);
}

TEST_CASE_METHOD(Fixture, "what was concluded can be seen in its cell of the matrix")
{
    tag("Alder Bank", TagKind::Partner);
    tag("Birch Film", TagKind::Permission);
    const FindingKey finding{must(file.subjects(SubjectKind::Partner)).front().id,
                             must(file.subjects(SubjectKind::Permission)).front().id};
    must(file.decide({{journal::SetVerdict{finding, Verdict::Confirmed}}}));
    CHECK(lines()[0].finding == finding);
    CHECK_FALSE(lines()[0].place);
    CHECK_FALSE(lines()[1].finding);
}

TEST_CASE_METHOD(Fixture, "a rejection, and a finding that was accepted, are seen at the words they are about")
{
    const Passage words = kept.passage(memo, 1, QStringLiteral("Cedar Mail"));
    const Rejection rejection{RejectionId::create(), words,
                              RejectedLink{QStringLiteral("Cedar Mail"), QStringLiteral("read · messages"), {}}};
    must(file.decide({{journal::AddRejection{rejection}}}));
    const HistoryLine rejected = lines()[0];
    CHECK(rejected.description == QStringLiteral("reject Cedar Mail × read · messages (supports) in “Cedar Mail”"));
    CHECK(rejected.place == DocumentPage{memo, 1});
    CHECK(rejected.file == QStringLiteral("memo.pdf"));
    CHECK(rejected.passage == words);
    must(file.undo());
    CHECK(lines()[0].passage == words);

    tag("Alder Bank", TagKind::Partner);
    tag("Birch Film", TagKind::Permission);
    const FindingKey finding{must(file.subjects(SubjectKind::Partner)).front().id,
                             must(file.subjects(SubjectKind::Permission)).front().id};
    const Tag named{TagId::create(), TagKind::Partner, kept.passage(memo, 1, QStringLiteral("Cedar Mail")),
                    finding.partner};
    const Tag evidence{
        TagId::create(), TagKind::Evidence, kept.passage(memo, 1, QStringLiteral("Alder Bank and Birch Film")), {}};
    must(file.decide({{journal::AddTag{named}, journal::AddTag{evidence},
                       journal::AddLink{{LinkId::create(), evidence.id, finding, Stance::Denies}}}}));
    const HistoryLine accepted = lines()[0];
    CHECK(accepted.description == QStringLiteral("link evidence to Alder Bank × Birch Film (denies)"));
    CHECK(accepted.passage == evidence.passage);
    CHECK(accepted.place == DocumentPage{memo, 1});
}

TEST_CASE_METHOD(Fixture, "as many undos as the history says take a decision back, and no longer once they did")
{
    tag("Alder Bank", TagKind::Partner);
    tag("Birch Film", TagKind::Partner);
    tag("Cedar Mail", TagKind::Partner);
    REQUIRE(lines()[1].steps == 2);
    must(file.undo());
    must(file.undo());
    CHECK(must(file.subjects(SubjectKind::Partner)).size() == 1);
    CHECK(steps() == std::vector<int>{0, 0, 0, 0, 1, 0, 0});
    CHECK(lines()[0].kind == journal::EntryKind::Undo);
    CHECK(lines()[0].description == QStringLiteral("tag “Birch Film” as partner"));
    must(file.redo());
    CHECK(steps() == std::vector<int>{1, 0, 0, 0, 0, 2, 0, 0});
    must(file.undo());
    CHECK(must(file.subjects(SubjectKind::Partner)).size() == 1);
}
