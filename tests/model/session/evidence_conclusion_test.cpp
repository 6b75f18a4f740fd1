// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/evidence_conclusion.h"

#include "model/session/gestures.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include <utility>

using namespace model;
using namespace model::session;

namespace {

using Said = std::pair<Stance, QString>;

/// Passages on one finding, each in a document of its own.
class Evidence {
public:
    explicit Evidence(const std::vector<Said> &passages)
    {
        int number = 0;
        for (const auto &[stance, words] : passages) {
            const Sha256 memo = kept.addDocument(QStringLiteral("memo-%1.pdf").arg(++number), {words});
            const auto tagged = must(tagPassage(file(), {kept.passage(memo, 0, words), TagKind::Evidence, {}}));
            must(file().decide(tagged));
            const TagId tag = std::get<journal::AddTag>(tagged.changes.back()).tag.id;
            must(file().decide(must(
                linkEvidence(file(), {tag, {QStringLiteral("Larkspur")}, {QStringLiteral("read · mail")}, stance}))));
        }
    }
    CaseFile &file() { return kept.file(); }
    FindingKey finding() { return must(file().evidence()).front().finding; }
    Conclusion proposed() { return must(concludedBy(file(), must(file().evidence()))); }
    Conclusion now() { return must(file().conclusion(finding())); }
    void conclude(Over over = Over::WhatIsOpen)
    {
        must(file().decide(must(concludeFromEvidence(file(), {finding()}, over))));
    }

    TemporaryCase kept;
};

Verdict verdictOf(const std::vector<Said> &passages)
{
    return Evidence(passages).proposed().verdict;
}

QString periodOf(const std::vector<Said> &passages)
{
    return Evidence(passages).proposed().period.toString();
}

const Said reads{Stance::Supports, QStringLiteral("Larkspur read all mail.")};
const Said readsToo{Stance::Supports, QStringLiteral("The mail was open to Larkspur.")};
const Said never{Stance::Denies, QStringLiteral("Larkspur never read any mail.")};

} // namespace

TEST_CASE("the verdict that evidence adds up to weighs who supports it and who denies it")
{
    CHECK(verdictOf({reads}) == Verdict::Alleged);
    CHECK(verdictOf({reads, readsToo}) == Verdict::Confirmed);
    CHECK(verdictOf({reads, never}) == Verdict::Disputed);
    CHECK(verdictOf({never}) == Verdict::Dismissed);
    CHECK(verdictOf({{Stance::Planned, QStringLiteral("Larkspur is to read mail.")}}) == Verdict::Open);
    // A document that only plans it, or is context, confirms nothing.
    CHECK(verdictOf({reads, {Stance::Context, QStringLiteral("Larkspur makes an app for mail.")}}) == Verdict::Alleged);
    // That it is denied after it ended is no dispute.
    CHECK(verdictOf({{Stance::Ended, QStringLiteral("Larkspur lost the mail.")}, never}) == Verdict::Alleged);
}

TEST_CASE("the period reaches from the earliest beginning to the latest end that the evidence names, to the month")
{
    const Said since{Stance::Supports, QStringLiteral("Larkspur has read mail since May 2013.")};
    const Said ended{Stance::Ended, QStringLiteral("Larkspur was cut off on 9 October 2017.")};
    CHECK(periodOf({since, ended}) == QStringLiteral("2013-05–2017-10"));
    CHECK(periodOf({since, ended, {Stance::Supports, QStringLiteral("Larkspur read mail from 2013 to 2016.")}}) ==
          QStringLiteral("2013-05–2017-10"));
    // A line of a table names its beginning without saying so.
    CHECK(periodOf({{Stance::Supports, QStringLiteral("Larkspur reads mail Jan. 2014 live")}}) ==
          QStringLiteral("from 2014-01"));
    CHECK(periodOf({{Stance::Ended, QStringLiteral("Larkspur: mail off since 22 May")}}).isEmpty());
    // Where several say more exactly which month of the year it was: from the first, to the last.
    CHECK(periodOf({{Stance::Supports, QStringLiteral("Larkspur has read mail since 2010.")},
                    {Stance::Supports, QStringLiteral("Larkspur reads mail Sep. 2010 live")},
                    {Stance::Supports, QStringLiteral("Larkspur reads mail Jul. 2010 test")},
                    {Stance::Ended, QStringLiteral("Larkspur read no mail after 2015.")},
                    {Stance::Ended, QStringLiteral("Larkspur was cut off in March 2015.")},
                    {Stance::Ended, QStringLiteral("Larkspur was cut off in June 2015.")}}) ==
          QStringLiteral("2010-07–2015-06"));
    CHECK(periodOf({never, {Stance::Denies, QStringLiteral("Larkspur read none since May 2013.")}}).isEmpty());
}

TEST_CASE("an end without a year is in the year that its page names first")
{
    TemporaryCase kept;
    const Sha256 memo = kept.addDocument(
        QStringLiteral("tracker.pdf"), {QStringLiteral("Tracker, week 27 of 2018. Larkspur: mail off since 22 May.")});
    const auto tagged = must(
        tagPassage(kept.file(),
                   {kept.passage(memo, 0, QStringLiteral("Larkspur: mail off since 22 May.")), TagKind::Evidence, {}}));
    must(kept.file().decide(tagged));
    const TagId tag = std::get<journal::AddTag>(tagged.changes.back()).tag.id;
    must(kept.file().decide(must(linkEvidence(
        kept.file(), {tag, {QStringLiteral("Larkspur")}, {QStringLiteral("read · mail")}, Stance::Ended}))));
    CHECK(must(concludedBy(kept.file(), must(kept.file().evidence()))).period.toString() ==
          QStringLiteral("until 2018-05"));
}

TEST_CASE("what the reporter said holds unless it is to be replaced, and both are one step of undo")
{
    Evidence evidence({{Stance::Supports, QStringLiteral("Larkspur read mail from May 2013 to June 2016.")}, reads});
    const FindingKey finding = evidence.finding();
    const Period own{PartialDate::fromString(QStringLiteral("2012")), std::nullopt};
    must(evidence.file().decide({{journal::SetVerdict{finding, Verdict::Disputed}}}));
    must(evidence.file().decide({{journal::SetPeriod{finding, own}}}));
    evidence.conclude();
    CHECK(evidence.now().verdict == Verdict::Disputed);
    CHECK(evidence.now().period.toString() == QStringLiteral("2012–2016-06"));
    evidence.conclude(Over::Everything);
    CHECK(evidence.now().verdict == Verdict::Confirmed);
    CHECK(evidence.now().period.toString() == QStringLiteral("2013-05–2016-06"));
    must(evidence.file().undo());
    CHECK(evidence.now().period.toString() == QStringLiteral("2012–2016-06"));
    CHECK(must(concludeFromEvidence(evidence.file(), {finding})).changes.empty());
}

TEST_CASE("in the place of what the reporter said comes the period of the evidence as a whole, or nothing of it")
{
    Evidence evidence({{Stance::Supports, QStringLiteral("Larkspur has read mail since 2015.")}});
    const FindingKey finding = evidence.finding();
    const Period own{PartialDate::fromString(QStringLiteral("2010")), PartialDate::fromString(QStringLiteral("2012"))};
    must(evidence.file().decide({{journal::SetPeriod{finding, own}}}));
    evidence.conclude();
    CHECK(evidence.now().period == own);
    evidence.conclude(Over::Everything);
    CHECK(evidence.now().period.toString() == QStringLiteral("from 2015"));

    Evidence context({{Stance::Context, QStringLiteral("Larkspur makes an app for mail since 2015.")}});
    must(context.file().decide({{journal::SetPeriod{context.finding(), own}}}));
    CHECK(must(concludeFromEvidence(context.file(), {context.finding()}, Over::Everything)).changes.empty());
}
