// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"

#include "model/journal/describe.h"

using namespace model;
using namespace model::journal;

namespace {

const Sha256 sha = Sha256::of("x");
const SubjectId alder = SubjectId::create();
const SubjectId permission = SubjectId::create();

const Names names{[](const SubjectId &id) {
                      return id == alder        ? QStringLiteral("Alder Bank")
                             : id == permission ? QStringLiteral("read · messages")
                                                : QString();
                  },
                  [](const Sha256 &) { return QStringLiteral("memo.pdf"); }};

Tag tagOf(TagKind kind, const QString &quote, const std::optional<SubjectId> &subject = std::nullopt)
{
    return {TagId::create(), kind, Passage{sha, 0, 0, 0, quote.size(), quote, {}, {}}, subject};
}

AppliedChange adding(const Tag &tag)
{
    return {AddTag{tag}, RemoveTag{tag.id}};
}

} // namespace

TEST_CASE("A decision is described in one plain line")
{
    CHECK(describe({adding(tagOf(TagKind::Partner, QStringLiteral("Alder Bank"), alder))}, names) ==
          u"tag “Alder Bank” as partner");
    CHECK(describe({adding(tagOf(TagKind::Partner, QStringLiteral("the bank"), alder))}, names) ==
          u"tag “the bank” as partner Alder Bank");
    const EvidenceLink link{LinkId::create(), TagId::create(), {alder, permission}, Stance::Supports};
    CHECK(describe({{AddLink{link}, RemoveLink{link.id}}}, names) ==
          u"link evidence to Alder Bank × read · messages (supports)");
    CHECK(describe({{MarkPage{sha, 3, ReadMark::Read}, MarkPage{sha, 3, ReadMark::Unread}}}, names) ==
          u"mark page 4 of “memo.pdf” as seen");
    CHECK(describe({}, names) == u"(withdrawn)");
}

TEST_CASE("What was rejected and blocked is described as it was suggested")
{
    const Passage passage = tagOf(TagKind::Evidence, QStringLiteral("Alder Bank")).passage;
    const Rejection tag{RejectionId::create(), passage, RejectedTag{TagKind::Partner, QStringLiteral("Alder Bank")}};
    CHECK(describe({{AddRejection{tag}, RemoveRejection{tag.id}}}, names) == u"reject “Alder Bank” as partner");
    const Rejection link{RejectionId::create(), passage,
                         RejectedLink{QStringLiteral("Birch"), QStringLiteral("read · messages"), Stance::Denies}};
    CHECK(describe({{RemoveRejection{link.id}, AddRejection{link}}}, names) ==
          u"no longer reject Birch × read · messages (denies) in “Alder Bank”");
    const QString name = QStringLiteral("Harbour");
    CHECK(describe({{BlockName{name}, UnblockName{name}}}, names) == u"block the name “Harbour”");
    CHECK(describe({{UnblockName{name}, BlockName{name}}}, names) == u"unblock the name “Harbour”");
}

TEST_CASE("A group that is set or taken away is named, with the partner")
{
    const QString banks = QStringLiteral("Banks");
    CHECK(describe({{SetGroup{alder, banks}, SetGroup{alder, {}}}}, names) == u"put Alder Bank into the group “Banks”");
    CHECK(describe({{SetGroup{alder, {}}, SetGroup{alder, banks}}}, names) ==
          u"take Alder Bank out of the group “Banks”");
}

TEST_CASE("A long quote over several lines is shortened to one")
{
    const QString quote = QStringLiteral("word\n").repeated(40);
    const QString line = describe({adding(tagOf(TagKind::Evidence, quote))}, names);
    CHECK(line == u"tag “word word word word word word word word …” as evidence");
}

TEST_CASE("Of several changes the weightiest is named, with how many more there are of its kind")
{
    const SubjectId birch = SubjectId::create();
    const Tag tag = tagOf(TagKind::Partner, QStringLiteral("Birch"), birch);
    CHECK(describe(
              {{AddSubject{birch, SubjectKind::Partner, QStringLiteral("Birch")}, RemoveSubject{birch}}, adding(tag)},
              names) == u"tag “Birch” as partner");
    const EvidenceLink link{LinkId::create(), TagId::create(), {birch, permission}, Stance::Denies};
    const AppliedChange added{AddLink{link}, RemoveLink{link.id}};
    CHECK(describe(
              {{AddSubject{birch, SubjectKind::Partner, QStringLiteral("Birch")}, RemoveSubject{birch}}, added, added},
              names) == u"link evidence to Birch × read · messages (denies) and 1 more");
    // The tags that an accepted finding brings along do not name it.
    const EvidenceLink known{LinkId::create(), TagId::create(), {alder, permission}, Stance::Denies};
    CHECK(describe({adding(tag),
                    adding(tagOf(TagKind::Evidence, QStringLiteral("Birch may not."))),
                    {AddLink{known}, RemoveLink{known.id}}},
                   names) == u"link evidence to Alder Bank × read · messages (denies)");
}

TEST_CASE("A period with one end only is described as such")
{
    const FindingKey finding{alder, permission};
    const auto describeSetting = [&finding](const Period &period) {
        return describe({{SetPeriod{finding, period}, SetPeriod{finding, {}}}}, names);
    };
    CHECK(describeSetting({PartialDate{2013, 0, 0}, std::nullopt}).endsWith(u"read · messages: from 2013"));
    CHECK(describeSetting({std::nullopt, PartialDate{2013, 0, 0}}).endsWith(u"read · messages: until 2013"));
    CHECK(describeSetting({}).startsWith(u"clear the period of "));
}
