// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_gestures.h"

#include "model/intake/suggesting.h"
#include "model/session/gestures.h"
#include "model/session/suggestions.h"
#include "model/session/verify.h"
#include "model/store/rejection_table.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

#include <algorithm>

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    TemporaryCase kept;
    Sha256 memo = kept.addDocument(QStringLiteral("memo.pdf"),
                                   {QStringLiteral("Alder Bank could read messages. Birch Media never could write "
                                                   "posts."),
                                    QStringLiteral("Alder Bank could write posts.")});

    Fixture() { must(suggestEverywhere(file(), must(suggestingFor(file(), scriptedProposer())))); }
    CaseFile &file() { return kept.file(); }
    Suggestions open() { return must(suggestionsOfDocument(file(), memo)); }
    LinkSuggestion link(const QString &partner)
    {
        const Suggestions all = open();
        return *std::find_if(all.links.begin(), all.links.end(),
                             [&](const LinkSuggestion &one) { return one.partner == partner; });
    }
    TagSuggestion tag(TagKind kind, const QString &quote)
    {
        const Suggestions all = open();
        return *std::find_if(all.tags.begin(), all.tags.end(),
                             [&](const TagSuggestion &one) { return one.kind == kind && one.passage.quote == quote; });
    }
    bool isOpen(const SuggestionId &id)
    {
        const Suggestions all = open();
        const auto isIt = [&id](const auto &one) { return one.id == id; };
        return std::any_of(all.tags.begin(), all.tags.end(), isIt) ||
               std::any_of(all.links.begin(), all.links.end(), isIt);
    }
    void correct(const SuggestionId &id, const Correction &correction)
    {
        must(file().decide(must(acceptCorrected(file(), id, correction))));
        CHECK_FALSE(isOpen(id));
        CHECK(must(verify(file())).problems == QStringList());
    }
};

const QString alder = QStringLiteral("Alder Bank");
const QString birch = QStringLiteral("Birch Media");

} // namespace

TEST_CASE_METHOD(Fixture, "A finding accepted with another stance has that one and is settled, in one step of undo")
{
    const Suggestions before = open();
    const LinkSuggestion denied = link(birch);
    REQUIRE(denied.stance == Stance::Denies);
    Correction correction;
    correction.stance = Stance::Ended;
    correct(denied.id, correction);
    const auto lines = must(file().evidence());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].link.stance == Stance::Ended);
    must(file().undo());
    CHECK(open() == before);
}

TEST_CASE_METHOD(Fixture, "A passage accepted as another kind is that kind, and not what was suggested")
{
    const TagSuggestion bank = tag(TagKind::Partner, alder);
    Correction correction;
    correction.kind = TagKind::Evidence;
    correct(bank.id, correction);
    const auto tags = must(file().tagsOfDocument(memo));
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].kind == TagKind::Evidence);
    CHECK(tags[0].passage == bank.passage);
    CHECK(must(file().subjects(SubjectKind::Partner)).empty());
}

TEST_CASE_METHOD(Fixture, "A passage accepted with other boundaries has those words, and the suggestion is settled")
{
    const TagSuggestion bank = tag(TagKind::Partner, alder);
    Correction correction;
    correction.passage = kept.passage(memo, 0, QStringLiteral("Alder Bank could"));
    correct(bank.id, correction);
    const auto tags = must(file().tagsOfDocument(memo));
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].passage.quote == QStringLiteral("Alder Bank could"));

    const LinkSuggestion denied = link(birch);
    correction.passage = kept.passage(memo, 0, QStringLiteral("never could write posts"));
    correct(denied.id, correction);
    CHECK(must(file().evidence())[0].tag.passage.quote == QStringLiteral("never could write posts"));
}

TEST_CASE_METHOD(Fixture, "Words that are moved away from what was suggested leave that rejected")
{
    const TagSuggestion bank = tag(TagKind::Partner, alder);
    Correction correction;
    correction.passage = kept.passage(memo, 0, birch);
    correction.name = birch;
    correct(bank.id, correction);
}

TEST_CASE_METHOD(Fixture, "Another name for a suggested partner becomes its alias, which the next suggestion goes by")
{
    Correction correction;
    correction.name = QStringLiteral("Royal Alder Bank");
    correct(link(alder).id, correction);
    const auto partners = must(file().subjects(SubjectKind::Partner));
    REQUIRE(partners.size() == 1);
    CHECK(partners[0].name == QStringLiteral("Royal Alder Bank"));
    CHECK(partners[0].aliases == QStringList(alder));
    // The passage that names it is tagged as that partner, too.
    CHECK(must(file().tagsNaming(partners[0].id)).size() == 1);
    must(file().decide(must(acceptSuggestions(file(), {link(alder).id}))));
    CHECK(must(file().subjects(SubjectKind::Partner)).size() == 1);
    CHECK(must(file().matrix()).cells.size() == 2);
}

TEST_CASE_METHOD(Fixture, "A name that is somebody's stays theirs, and the finding suggested for them is rejected")
{
    must(file().decide({{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, alder}}}));
    Correction correction;
    correction.name = QStringLiteral("Oak Trust");
    const LinkSuggestion first = link(alder);
    correct(first.id, correction);
    const Subject bank = must(file().findSubject(SubjectKind::Partner, alder));
    CHECK(bank.name == alder);
    CHECK(must(file().linksOfSubject(bank.id)).empty());
    must(file().undo());
    CHECK(isOpen(first.id));
}

TEST_CASE_METHOD(Fixture, "A finding accepted with another permission is that one, and the suggested one is settled")
{
    Correction correction;
    correction.permission = QStringLiteral("read · thread participants");
    correct(link(alder).id, correction);
    const auto lines = must(file().evidence());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].permission == QStringLiteral("read · thread participants"));
    CHECK(must(file().subjects(SubjectKind::Permission)).size() == 1);
    correction.permission = QStringLiteral("delete · contacts");
    correct(link(birch).id, correction);
    CHECK(must(file().evidence()).size() == 2);
}

TEST_CASE_METHOD(Fixture, "A finding accepted under its partner's main name is not rejected as well")
{
    const SubjectId royal = SubjectId::create();
    must(file().decide({{journal::AddSubject{royal, SubjectKind::Partner, QStringLiteral("Royal Alder Bank")}}}));
    SECTION("the suggested name is another one of it")
    {
        must(file().decide({{journal::AddAlias{royal, alder}}}));
    }
    SECTION("the suggested name is that of a partner merged into it")
    {
        const SubjectId merged = SubjectId::create();
        must(file().decide(
            {{journal::AddSubject{merged, SubjectKind::Partner, alder}, journal::MergeSubject{merged, royal}}}));
    }
    SECTION("the suggested name is one of it but for the legal form")
    {
        must(file().decide({{journal::AddAlias{royal, QStringLiteral("Alder Bank Ltd")}}}));
    }
    Correction correction;
    correction.name = QStringLiteral("Royal Alder Bank");
    correct(link(alder).id, correction);
    CHECK(must(file().evidence()).size() == 1);
    CHECK(must(store::RejectionTable(file().database()).all()).empty());
}

TEST_CASE_METHOD(Fixture,
                 "A finding accepted under a permission that the suggested one was merged into is not rejected")
{
    const SubjectId whole = SubjectId::create();
    const SubjectId merged = SubjectId::create();
    must(file().decide({{journal::AddSubject{whole, SubjectKind::Permission, QStringLiteral("delete · contacts")},
                         journal::AddSubject{merged, SubjectKind::Permission, link(alder).permission},
                         journal::MergeSubject{merged, whole}}}));
    Correction correction;
    correction.permission = QStringLiteral("delete · contacts");
    correct(link(alder).id, correction);
    CHECK(must(store::RejectionTable(file().database()).all()).empty());
}

TEST_CASE_METHOD(Fixture, "Evidence that is moved away from what was suggested leaves that finding rejected there")
{
    Correction correction;
    correction.passage = kept.passage(memo, 0, QStringLiteral("Birch Media never"));
    correct(link(alder).id, correction);
    const auto lines = must(file().evidence());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].partner == alder);
    CHECK(lines[0].tag.passage.quote == QStringLiteral("Birch Media never"));
}

TEST_CASE_METHOD(Fixture, "A tag that is there already does not quietly stand for words or a name that were corrected")
{
    const Passage could = kept.passage(memo, 0, QStringLiteral("could"));
    const Passage words = kept.passage(memo, 0, QStringLiteral("Alder Bank could"));
    const auto tryTo = [this](const SuggestionId &id, const Correction &correction) {
        const auto decision = acceptCorrected(file(), id, correction);
        REQUIRE_FALSE(decision);
        CHECK(decision.error().kind == ErrorKind::Invalid);
        return decision.error().sentence;
    };
    Correction correction;
    SECTION("of a partner, with other words")
    {
        must(file().decide(must(tagPassage(file(), {could, TagKind::Partner, birch}))));
        correction.passage = words;
        CHECK(tryTo(tag(TagKind::Partner, alder).id, correction).contains(QStringLiteral("“could”")));
    }
    SECTION("of another kind, with another name")
    {
        must(file().decide(
            must(tagPassage(file(), {kept.passage(memo, 0, QStringLiteral("read")), TagKind::Partner, birch}))));
        correction.kind = TagKind::Partner;
        correction.name = alder;
        CHECK(tryTo(tag(TagKind::Permission, QStringLiteral("read messages")).id, correction)
                  .contains(QStringLiteral("“read”")));
        // Where it is that partner already, what was suggested is wrong, and nothing more.
        correction.name = birch;
        correct(tag(TagKind::Permission, QStringLiteral("read messages")).id, correction);
        CHECK(must(file().tagsOfDocument(memo)).size() == 1);
    }
    SECTION("of a finding, with other evidence")
    {
        must(file().decide(must(tagPassage(file(), {could, TagKind::Evidence, {}}))));
        correction.passage = words;
        CHECK(tryTo(link(alder).id, correction).contains(QStringLiteral("“could”")));
        // Said as they are tagged, they are that evidence; and without a word, too.
        correction.passage = could;
        SECTION("as it is")
        {
            correct(link(alder).id, correction);
        }
        SECTION("without a word")
        {
            correct(link(alder).id, {});
        }
        CHECK(must(file().tagsNaming(must(file().subjects(SubjectKind::Partner)).front().id)).size() == 1);
        CHECK(must(file().evidence()).size() == 1);
    }
}

TEST_CASE_METHOD(Fixture, "Corrected words of another document than the suggestion's are refused")
{
    const Sha256 letter = kept.addDocument(QStringLiteral("letter.pdf"), {QStringLiteral("Quite another matter.")});
    Correction correction;
    correction.passage = kept.passage(letter, 0, QStringLiteral("another"));
    CHECK(acceptCorrected(file(), link(alder).id, correction).error().kind == ErrorKind::Invalid);
    CHECK(acceptCorrected(file(), tag(TagKind::Partner, alder).id, correction).error().kind == ErrorKind::Invalid);
}

TEST_CASE_METHOD(
    Fixture, "Of several suggestions some are accepted, one of them corrected, and the others rejected, in one step")
{
    const Suggestions before = open();
    REQUIRE(before.links.size() == 3);
    Batch batch;
    batch.accepted.push_back({before.links[0].id, {}});
    Correction ended;
    ended.stance = Stance::Ended;
    batch.accepted.push_back({before.links[1].id, ended});
    batch.rejected = {before.links[2].id};
    must(file().decide(must(decideBatch(file(), batch)).decision));
    CHECK(open().links.empty());
    const auto lines = must(file().evidence());
    REQUIRE(lines.size() == 2);
    CHECK(std::count_if(lines.begin(), lines.end(),
                        [](const EvidenceLine &line) { return line.link.stance == Stance::Ended; }) == 1);
    // There is nothing to decide on what is not suggested any more.
    const BatchDecision again = must(decideBatch(file(), batch));
    CHECK(again.decision.changes.empty());
    CHECK(again.gone == std::vector{before.links[0].id, before.links[1].id, before.links[2].id});
    must(file().undo());
    CHECK(open() == before);
}

TEST_CASE_METHOD(Fixture, "Of several suggestions what is open is decided as said, and what is not is named")
{
    const Suggestions before = open();
    REQUIRE(before.links.size() == 3);
    must(file().decide(must(rejectSuggestions(file(), {before.links[1].id}))));
    Batch batch;
    Correction ended;
    ended.stance = Stance::Ended;
    batch.accepted = {{before.links[0].id, ended}, {before.links[1].id, {}}};
    batch.rejected = {before.links[2].id};
    const BatchDecision some = must(decideBatch(file(), batch));
    CHECK(some.gone == std::vector{before.links[1].id});
    must(file().decide(some.decision));
    const auto lines = must(file().evidence());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].link.stance == Stance::Ended);
    CHECK(open().links.empty());
}

TEST_CASE_METHOD(Fixture, "What an accepted finding rests on is not rejected in the same step")
{
    const QString words = QStringLiteral("Alder Bank could read messages and write posts.");
    const Sha256 letter = kept.addDocument(QStringLiteral("letter.pdf"), {words});
    const Sha256 copy = kept.addDocument(QStringLiteral("copy.pdf"), {words});
    must(suggestEverywhere(file(), must(suggestingFor(file(), scriptedProposer()))));
    const Suggestions here = must(suggestionsOfDocument(file(), letter));
    const Suggestions there = must(suggestionsOfDocument(file(), copy));
    REQUIRE(here.links.size() == 2);
    REQUIRE(here.tags.size() == 4);
    const LinkSuggestion &accepted = here.links[0];
    Batch batch;
    SECTION("its passages, of which the other finding on them stays open")
    {
        batch.accepted.push_back({accepted.id, {}});
        batch.rejected = {accepted.evidence, *accepted.partnerTag, *accepted.permissionTag};
        must(file().decide(must(decideBatch(file(), batch)).decision));
        const Suggestions left = must(suggestionsOfDocument(file(), letter));
        REQUIRE(left.links.size() == 1);
        CHECK(left.links[0].id == here.links[1].id);
    }
    SECTION("the finding that it is corrected to")
    {
        Correction other;
        other.permission = here.links[1].permission;
        batch.accepted.push_back({accepted.id, other});
        batch.rejected = {here.links[1].id};
        must(file().decide(must(decideBatch(file(), batch)).decision));
        const Suggestions left = must(suggestionsOfDocument(file(), copy));
        CHECK(std::any_of(left.links.begin(), left.links.end(),
                          [&](const LinkSuggestion &link) { return link.permission == here.links[1].permission; }));
    }
    SECTION("but what it does not need is")
    {
        batch.accepted.push_back({accepted.id, {}});
        batch.rejected = {*here.links[1].permissionTag};
        must(file().decide(must(decideBatch(file(), batch)).decision));
        CHECK(must(suggestionsOfDocument(file(), letter)).links.empty());
        return;
    }
    // Nothing is refused for the same words elsewhere.
    const Suggestions elsewhere = must(suggestionsOfDocument(file(), copy));
    CHECK(elsewhere.tags.size() == there.tags.size());
}
