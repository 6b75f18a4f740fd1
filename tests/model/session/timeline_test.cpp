// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/timeline.h"

#include "model/session/gestures.h"
#include "model/session/suggestions.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

/// A memo on three findings: one with two dated passages, one without any date, one with a concluded period alone.
class DatedCase {
public:
    DatedCase()
        : memo(temporary.addDocument(
              QStringLiteral("memo.pdf"),
              {QStringLiteral("Larkspur read mail from May 2013. That ended in 2015. Cedar deleted posts.")}))
    {
        link(QStringLiteral("Larkspur read mail from May 2013."), QStringLiteral("Larkspur"),
             QStringLiteral("read · mail"), Stance::Supports);
        link(QStringLiteral("That ended in 2015."), QStringLiteral("Larkspur"), QStringLiteral("read · mail"),
             Stance::Ended);
        link(QStringLiteral("Cedar deleted posts."), QStringLiteral("Cedar"), QStringLiteral("delete · posts"),
             Stance::Supports);
    }
    void link(const QString &words, const QString &partner, const QString &permission, Stance stance)
    {
        CaseFile &file = temporary.file();
        const auto decision = must(tagPassage(file, {temporary.passage(memo, 0, words), TagKind::Evidence, {}}));
        must(file.decide(decision));
        const Tag tag = std::get<journal::AddTag>(decision.changes.back()).tag;
        must(file.decide(must(linkEvidence(file, {tag.id, {partner}, {permission}, stance}))));
    }
    QString partnerOf(const Timeline &timeline, size_t row) const
    {
        return timeline.matrix.partners[static_cast<size_t>(timeline.matrix.cells[row].partner)].name;
    }

    TemporaryCase temporary;
    Sha256 memo;
};

} // namespace

TEST_CASE("evidence stands at the time that its own words name")
{
    DatedCase dated;
    const Timeline all = must(timeline(dated.temporary.file()));
    REQUIRE(all.rows.size() == 2);
    CHECK(dated.partnerOf(all, 0) == QStringLiteral("Cedar"));
    CHECK_FALSE(all.rows[0].isDated());
    const TimelineRow &row = all.rows[1];
    REQUIRE(row.marks.size() == 2);
    CHECK(row.marks[0].period.toString() == QStringLiteral("from 2013-05"));
    CHECK(row.marks[0].file == QStringLiteral("memo.pdf"));
    CHECK(row.marks[0].passage.quote == QStringLiteral("Larkspur read mail from May 2013."));
    CHECK(row.marks[1].stance == Stance::Ended);
    REQUIRE(row.bars.size() == 1);
    CHECK(row.bars.front().period.toString() == QStringLiteral("2013-05–2015"));
    CHECK(all.undatedCount() == 1);
    CHECK(all.days() == row.days());
}

TEST_CASE("what was merged is in one row, with the period that holds for it")
{
    DatedCase dated;
    CaseFile &file = dated.temporary.file();
    const auto idOf = [&](const char *name) {
        return must(file.findSubject(SubjectKind::Partner, QString::fromLatin1(name))).id;
    };
    dated.link(QStringLiteral("Cedar"), QStringLiteral("Cedar"), QStringLiteral("read · mail"), Stance::Context);
    const FindingKey finding{idOf("Larkspur"),
                             must(file.findSubject(SubjectKind::Permission, QStringLiteral("read · mail"))).id};
    must(file.decide({{journal::SetPeriod{finding, {PartialDate{2012, 0, 0}, std::nullopt}}}}));
    must(file.decide({{journal::MergeSubject{idOf("Cedar"), idOf("Larkspur")}}}));
    const Timeline all = must(timeline(file));
    REQUIRE(all.rows.size() == 2);
    const TimelineRow &mail = all.rows[0].isDated() ? all.rows[0] : all.rows[1];
    CHECK(mail.marks.size() == 3);
    CHECK(mail.bars.front().isConcluded);
    CHECK(mail.bars.front().period.toString() == QStringLiteral("from 2012"));
}

TEST_CASE("a filtered timeline shares the evidence of the whole one")
{
    DatedCase dated;
    const Timeline all = must(timeline(dated.temporary.file()));
    MatrixFilter filter;
    filter.text = QStringLiteral("larks");
    const Timeline some = filtered(all, filter);
    REQUIRE(some.rows.size() == 1);
    CHECK(some.rows[0].marks.isSharedWith(all.rows[1].marks));
    CHECK(filtered(all, {}).rows[1].marks.isSharedWith(all.rows[1].marks));
}

TEST_CASE("the timeline is filtered as the matrix is")
{
    DatedCase dated;
    const Timeline all = must(timeline(dated.temporary.file()));
    const auto rowsWith = [&](MatrixFilter filter) { return filtered(all, filter).rows; };
    MatrixFilter filter;
    CHECK(rowsWith(filter) == all.rows);
    filter.text = QStringLiteral("larks");
    CHECK(rowsWith(filter) == std::vector<TimelineRow>{all.rows[1]});
    filter.text = QStringLiteral("posts");
    CHECK(rowsWith(filter) == std::vector<TimelineRow>{all.rows[0]});
    CHECK(filtered(all, filter).undatedCount() == 1);
    filter.text = QStringLiteral("nobody");
    CHECK(rowsWith(filter).empty());
}

TEST_CASE("what is suggested and names a time stands beside what is decided, and in rows of its own")
{
    DatedCase dated;
    CaseFile &file = dated.temporary.file();
    const Sha256 letter = dated.temporary.addDocument(
        QStringLiteral("letter.pdf"),
        {QStringLiteral("Alder Bank could read messages in 2013. Birch Media could write posts.")});
    must(suggestEverywhere(file, must(suggestingFor(file, scriptedProposer()))));
    const Timeline decided = must(timeline(file));
    const Timeline all = must(suggestedTimeline(file));
    // The one without a time is not there.
    REQUIRE(all.rows.size() == decided.rows.size() + 1);
    CHECK(all.rows.size() == all.matrix.cells.size());
    CHECK(dated.partnerOf(all, 0) == QStringLiteral("Alder Bank"));
    const TimelineRow &row = all.rows[0];
    REQUIRE(row.marks.size() == 1);
    CHECK(row.marks[0].isSuggested());
    CHECK(row.marks[0].passage.document == letter);
    CHECK(row.marks[0].file == QStringLiteral("letter.pdf"));
    REQUIRE(row.bars.size() == 1);
    CHECK(row.bars[0].isSuggested);
    CHECK(std::vector(all.rows.begin() + 1, all.rows.end()) == decided.rows);
}
