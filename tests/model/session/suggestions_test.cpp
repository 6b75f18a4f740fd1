// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestions.h"

#include "model/intake/suggesting.h"
#include "model/session/gestures.h"
#include "model/session/suggestion_gestures.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "model/store/rejection_table.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace model;
using namespace model::session;

namespace {

const QString coordinated = QStringLiteral("Alder Bank and Birch Media could read messages and write posts in 2013.");
const QString denied = QStringLiteral("Cedar Inc. could never read messages.");

struct Fixture {
    TemporaryCase kept;
    Sha256 memo = kept.addDocument(QStringLiteral("memo.pdf"), {coordinated + u'\n' + denied, QStringLiteral("End.")});

    CaseFile &file() { return kept.file(); }
    void suggest(bool wide = false)
    {
        must(suggestEverywhere(file(), must(suggestingFor(file(), scriptedProposer(wide)))));
    }
    Suggestions open(const Sha256 &document) { return must(suggestionsOfDocument(file(), document)); }
    Suggestions open() { return open(memo); }
    std::vector<SuggestionId> linksOf(const QString &partner)
    {
        std::vector<SuggestionId> ids;
        for (const LinkSuggestion &link : must(allSuggestions(file())).links) {
            if (link.partner == partner)
                ids.push_back(link.id);
        }
        return ids;
    }
    std::optional<TagSuggestion> tagOn(const Sha256 &document, TagKind kind, const QString &quote)
    {
        for (const TagSuggestion &tag : open(document).tags) {
            if (tag.kind == kind && tag.passage.quote == quote)
                return tag;
        }
        return std::nullopt;
    }
    void accept(const std::vector<SuggestionId> &ids) { must(file().decide(must(acceptSuggestions(file(), ids)))); }
    void reject(const std::vector<SuggestionId> &ids) { must(file().decide(must(rejectSuggestions(file(), ids)))); }
};

} // namespace

TEST_CASE_METHOD(Fixture, "What the model finds is suggested, in the document and on the page where it stands")
{
    CHECK(open().isEmpty());
    suggest();
    CHECK(open().tags.size() == 8);
    CHECK(open().links.size() == 5);
    for (const TagSuggestion &tag : open().tags)
        CHECK(tag.passage.lastPage == 0);
    CHECK(must(suggestionCount(file())) == 13);
    CHECK(must(documentsToSuggest(file(), must(suggestingFor(file(), scriptedProposer())))).empty());
    const Suggestions before = open();
    kept.reopen();
    CHECK(open() == before);
}

TEST_CASE_METHOD(Fixture, "Accepting one finding of a coordinated sentence makes all it needs in one decision")
{
    suggest();
    const auto links = linksOf(QStringLiteral("Birch Media"));
    REQUIRE(links.size() == 2);
    accept({links.front()});
    CHECK(must(file().tagsOfDocument(memo)).size() == 3);
    const auto lines = must(file().evidence());
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].partner == QStringLiteral("Birch Media"));
    CHECK(lines[0].tag.passage.quote == coordinated);
    CHECK(must(file().conclusion(lines[0].finding)).period.from == PartialDate::fromString(QStringLiteral("2013")));
    // The others of the sentence stay open, and the next one shares what is there.
    CHECK(linksOf(QStringLiteral("Birch Media")).size() == 1);
    CHECK(linksOf(QStringLiteral("Alder Bank")).size() == 2);
    accept({links.back()});
    CHECK(must(file().tagsOfDocument(memo)).size() == 4);
    CHECK(must(file().evidence()).size() == 2);
    CHECK(must(verify(file())).problems == QStringList());
    const auto again = acceptSuggestions(file(), {links.back()});
    CHECK(again.error().kind == ErrorKind::NotFound);
    CHECK(again.error().sentence == u"This suggestion was decided or made anew meanwhile.");
}

TEST_CASE_METHOD(Fixture, "Accepting several at once shares their subjects and their evidence")
{
    suggest();
    auto all = linksOf(QStringLiteral("Alder Bank"));
    for (const SuggestionId &id : linksOf(QStringLiteral("Birch Media")))
        all.push_back(id);
    accept(all);
    CHECK(must(file().evidence()).size() == 4);
    CHECK(must(file().subjects(SubjectKind::Partner)).size() == 2);
    CHECK(must(file().subjects(SubjectKind::Permission)).size() == 2);
    CHECK(must(file().tagsOfDocument(memo)).size() == 5);
    must(file().undo());
    CHECK(must(file().subjects(SubjectKind::Partner)).empty());
    CHECK(open().links.size() == 5);
}

TEST_CASE_METHOD(Fixture, "Undo opens a decided suggestion again and redo closes it, also after the case was closed")
{
    suggest();
    const Suggestions before = open();
    const bool accepts = GENERATE(true, false);
    const auto links = linksOf(QStringLiteral("Cedar Inc."));
    if (accepts)
        accept(links);
    else
        reject(links);
    const Suggestions after = open();
    CHECK_FALSE(after == before);
    kept.reopen();
    must(file().undo());
    CHECK(open() == before);
    kept.reopen();
    must(file().redo());
    CHECK(open() == after);
    CHECK(must(verify(file())).problems == QStringList());
}

TEST_CASE_METHOD(Fixture, "A partner that the case has by another spelling or an alias is that partner")
{
    const SubjectId cedar = SubjectId::create();
    const SubjectId bank = SubjectId::create();
    must(file().decide({{journal::AddSubject{cedar, SubjectKind::Partner, QStringLiteral("CEDAR")},
                         journal::AddSubject{bank, SubjectKind::Partner, QStringLiteral("The Bank")},
                         journal::AddAlias{bank, QStringLiteral("alder bank")}}}));
    suggest();
    accept(linksOf(QStringLiteral("Cedar Inc.")));
    accept({linksOf(QStringLiteral("Alder Bank")).front()});
    CHECK(must(file().subjects(SubjectKind::Partner)).size() == 2);
    for (const EvidenceLine &line : must(file().evidence()))
        CHECK((line.finding.partner == cedar || line.finding.partner == bank));
}

TEST_CASE_METHOD(Fixture, "A name that may be any of several partners is for the reporter to tell")
{
    must(
        file().decide({{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Cedar")},
                        journal::AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("Cedar Ltd")}}}));
    suggest();
    CHECK(acceptSuggestions(file(), linksOf(QStringLiteral("Cedar Inc."))).error().kind == ErrorKind::Ambiguous);
}

TEST_CASE_METHOD(Fixture, "A suggested period does not replace one that the reporter set")
{
    suggest();
    accept({linksOf(QStringLiteral("Alder Bank")).front()});
    const FindingKey finding = must(file().evidence()).front().finding;
    const Period own{PartialDate::fromString(QStringLiteral("2011")), std::nullopt};
    must(file().decide({{journal::SetPeriod{finding, own}}}));
    const Sha256 copy = kept.addDocument(QStringLiteral("copy.pdf"), {coordinated + QStringLiteral(" Again.")});
    suggest();
    for (const LinkSuggestion &link : open(copy).links) {
        if (link.partner == u"Alder Bank")
            accept({link.id});
    }
    CHECK(must(file().conclusion(finding)).period == own);
}

TEST_CASE_METHOD(Fixture,
                 "What the reporter tags or links by hand is no longer suggested, and is again once that is gone")
{
    suggest();
    const Suggestions before = open();
    const auto tagged = must(tagPassage(file(), {kept.passage(memo, 0, coordinated), TagKind::Evidence, {}}));
    must(file().decide(tagged));
    const TagId evidence = std::get<journal::AddTag>(tagged.changes.back()).tag.id;
    CHECK_FALSE(tagOn(memo, TagKind::Evidence, coordinated));
    CHECK(open().links.size() == before.links.size());
    must(file().decide(must(linkEvidence(
        file(), {evidence, {QStringLiteral("The Alder Bank")}, {QStringLiteral("read messages")}, Stance::Supports}))));
    CHECK(linksOf(QStringLiteral("Alder Bank")).size() == 1);
    must(file().decide(must(untag(file(), evidence))));
    CHECK(open() == before);
}

TEST_CASE_METHOD(Fixture,
                 "A rejected passage is not suggested again in its document, however the model draws its bounds")
{
    suggest();
    reject({tagOn(memo, TagKind::Partner, QStringLiteral("Alder Bank"))->id});
    CHECK(linksOf(QStringLiteral("Alder Bank")).empty());
    CHECK(linksOf(QStringLiteral("Birch Media")).size() == 2);
    suggest(true);
    CHECK_FALSE(tagOn(memo, TagKind::Partner, QStringLiteral(" Alder Bank")));
    CHECK(linksOf(QStringLiteral("Alder Bank")).empty());
    reject({tagOn(memo, TagKind::Evidence, coordinated)->id});
    CHECK(linksOf(QStringLiteral("Birch Media")).empty());
    CHECK(linksOf(QStringLiteral("Cedar Inc.")).size() == 1);
}

TEST_CASE_METHOD(Fixture, "Elsewhere the same words are suggested only where other words stand around them")
{
    const Sha256 copy = kept.addDocument(QStringLiteral("copy.pdf"), {coordinated});
    const QString finding = QStringLiteral("\nAlder Bank could write posts.");
    const Sha256 other =
        kept.addDocument(QStringLiteral("other.pdf"),
                         {QStringLiteral("Yesterday Alder Bank rang.\nOf course Alder Bank hung up.") + finding});
    const auto partnersIn = [this](const Sha256 &document) {
        std::vector<qsizetype> starts;
        for (const TagSuggestion &tag : open(document).tags) {
            if (tag.passage.quote == u"Alder Bank")
                starts.push_back(tag.passage.start);
        }
        return starts;
    };
    suggest();
    REQUIRE(tagOn(copy, TagKind::Permission, QStringLiteral("read messages")));
    REQUIRE(partnersIn(other).size() == 3);
    reject({tagOn(memo, TagKind::Permission, QStringLiteral("read messages"))->id,
            tagOn(other, TagKind::Partner, QStringLiteral("Alder Bank"))->id});
    CHECK_FALSE(tagOn(copy, TagKind::Permission, QStringLiteral("read messages")));
    // "Yesterday _ rang" was rejected; "course _ hung up" and what follows are something else.
    CHECK(partnersIn(other).size() == 2);
    CHECK(partnersIn(copy).size() == 1);
    const Sha256 again =
        kept.addDocument(QStringLiteral("again.pdf"), {QStringLiteral("Yesterday Alder Bank rang!.") + finding});
    suggest();
    CHECK(partnersIn(again).size() == 1);
    must(file().undo());
    CHECK(partnersIn(again).size() == 2);
}

TEST_CASE_METHOD(Fixture, "A rejected finding is not suggested for its evidence again; other findings of it are")
{
    suggest();
    const auto links = linksOf(QStringLiteral("Alder Bank"));
    reject({links.front()});
    CHECK(linksOf(QStringLiteral("Alder Bank")) == std::vector<SuggestionId>{links.back()});
    suggest(true);
    CHECK(linksOf(QStringLiteral("Alder Bank")).size() == 1);
    CHECK(rejectSuggestions(file(), {links.front()}).error().kind == ErrorKind::NotFound);
}

TEST_CASE_METHOD(Fixture, "What the case calls a permission is how it is suggested; what was rejected stays so")
{
    const QString own = QStringLiteral("read · private messages");
    const Sha256 other = kept.addDocument(QStringLiteral("other.pdf"), {denied});
    suggest();
    reject(linksOf(QStringLiteral("Birch Media")));
    const Passage evidence = kept.passage(memo, 0, coordinated);
    const auto tagged = must(tagPassage(file(), {evidence, TagKind::Evidence, {}}));
    must(file().decide(tagged));
    const TagId id = must(file().tagsOfDocument(memo)).front().id;
    must(file().decide(must(linkEvidence(file(), {id, {QStringLiteral("Alder Bank")}, {own}, Stance::Supports}))));
    suggest();
    QStringList names;
    for (const LinkSuggestion &link : must(allSuggestions(file())).links)
        names.append(link.partner + u'/' + link.permission);
    names.sort();
    // Alder Bank's messages are decided, all of Birch Media's rejected.
    CHECK(names == QStringList{QStringLiteral("Alder Bank/write · posts"), QStringLiteral("Cedar Inc./") + own,
                               QStringLiteral("Cedar Inc./") + own});
    accept({linksOf(QStringLiteral("Cedar Inc.")).front()});
    CHECK(must(file().matrix()).permissions.size() == 1);
}

TEST_CASE_METHOD(Fixture, "A permission of another name but the same meaning is suggested beside one that is decided")
{
    const Sha256 mail =
        kept.addDocument(QStringLiteral("mail.pdf"), {QStringLiteral("Alder Bank could read messages.")});
    const auto named = [&](const QString &name) {
        must(file().decide(must(
            tagPassage(file(), {kept.passage(memo, 0, QStringLiteral("read messages")), TagKind::Permission, name}))));
    };
    const auto linked = [&](const QString &permission) {
        must(file().decide(must(tagPassage(
            file(),
            {kept.passage(mail, 0, QStringLiteral("Alder Bank could read messages.")), TagKind::Evidence, {}}))));
        must(file().decide(must(linkEvidence(file(), {must(file().tagsOfDocument(mail)).front().id,
                                                      {QStringLiteral("Alder Bank")},
                                                      {permission},
                                                      Stance::Supports}))));
        suggest();
    };
    linked(QStringLiteral("read · inboxes"));
    CHECK(open(mail).links.empty());
    named(QStringLiteral("read · private messages"));
    suggest();
    CHECK(open(mail).links.size() == 1);
}

TEST_CASE_METHOD(Fixture, "A blocked name is suggested nowhere, until it is unblocked")
{
    suggest();
    const Suggestions before = open();
    must(file().decide(must(blockName(file(), QStringLiteral("the  Cedar")))));
    CHECK(must(store::RejectionTable(file().database()).blocked(QStringLiteral("the cedar")))->document == memo);
    CHECK(linksOf(QStringLiteral("Cedar Inc.")).empty());
    CHECK_FALSE(tagOn(memo, TagKind::Partner, QStringLiteral("Cedar Inc.")));
    suggest();
    CHECK(linksOf(QStringLiteral("Cedar Inc.")).empty());
    CHECK(must(suggestingFor(file(), scriptedProposer())).known.blocked == QSet<QString>{QStringLiteral("cedar")});
    must(file().decide(must(unblockName(file(), QStringLiteral("THE cedar")))));
    CHECK(open() == before);
    accept(linksOf(QStringLiteral("Cedar Inc.")));
    CHECK(blockName(file(), QStringLiteral("Cedar")).error().kind == ErrorKind::Invalid);
    CHECK(unblockName(file(), QStringLiteral("Cedar")).error().kind == ErrorKind::NotFound);
}

TEST_CASE_METHOD(Fixture, "The matrix shows suggested findings beside decided ones, by the partners that the case has")
{
    const SubjectId cedar = SubjectId::create();
    must(file().decide({{journal::AddSubject{cedar, SubjectKind::Partner, QStringLiteral("Cedar")}}}));
    kept.addDocument(QStringLiteral("copy.pdf"), {denied + QStringLiteral(" Really.")});
    suggest();
    accept({linksOf(QStringLiteral("Alder Bank")).front()});
    const SuggestedMatrix both = must(suggestedMatrix(file()));
    REQUIRE(both.matrix.partners.size() == 3);
    REQUIRE(both.matrix.permissions.size() == 2);
    REQUIRE(both.matrix.cells.size() == 5);
    REQUIRE(both.suggested.size() == 5);
    int decided = 0;
    for (size_t i = 0; i < both.matrix.cells.size(); ++i) {
        const MatrixCell &cell = both.matrix.cells[i];
        decided += both.isOnlySuggested(i) ? 0 : 1;
        CHECK(cellAt(both.matrix, cell.partner, cell.permission) == &cell);
        if (both.matrix.partners[static_cast<size_t>(cell.partner)].id == cedar) {
            CHECK(both.suggested[i].passages[static_cast<size_t>(Stance::Denies)] == 2);
            CHECK(both.suggested[i].documents == 2);
            CHECK(must(suggestionsOfFinding(file(), both.suggested[i].findings[0].first,
                                            both.suggested[i].findings[0].second))
                      .size() == 2);
        }
    }
    CHECK(decided == 1);
    CHECK(must(file().matrix()).cells.size() == 1);
    // What was chosen in it is found in the next.
    CHECK(must(suggestedMatrix(file())).matrix == both.matrix);
}

TEST_CASE_METHOD(Fixture, "Nothing suggested or rejected is left of a withdrawn document, and others may suggest again")
{
    const Sha256 copy = kept.addDocument(QStringLiteral("copy.pdf"), {coordinated});
    suggest();
    reject({tagOn(memo, TagKind::Permission, QStringLiteral("write posts"))->id});
    CHECK_FALSE(tagOn(copy, TagKind::Permission, QStringLiteral("write posts")));
    must(withdraw(file(), memo, QStringLiteral("privileged")));
    CHECK(tagOn(copy, TagKind::Permission, QStringLiteral("write posts")));
    CHECK(must(allSuggestions(file())).links.size() == open(copy).links.size());
    CHECK(must(store::RejectionTable(file().database()).all()).empty());
    CHECK(must(verify(file())).problems == QStringList());
}

TEST_CASE("The same decisions give the same suggestions, and none contradicts one, whatever was decided and trained")
{
    const quint32 seed = GENERATE(1u, 2u, 3u);
    CAPTURE(seed);
    Fixture f;
    const Sha256 copy = f.kept.addDocument(QStringLiteral("copy.pdf"), {coordinated, denied});
    f.kept.doWithoutSync();
    f.suggest();
    QRandomGenerator dice(seed);
    const auto one = [&dice](const Suggestions &all) -> std::optional<SuggestionId> {
        const auto count = static_cast<int>(all.tags.size() + all.links.size());
        if (count == 0)
            return std::nullopt;
        const auto at = static_cast<size_t>(dice.bounded(count));
        return at < all.tags.size() ? all.tags[at].id : all.links[at - all.tags.size()].id;
    };
    bool wide = false;
    for (int i = 0; i < 60; ++i) {
        const auto id = one(must(allSuggestions(f.file())));
        switch (dice.bounded(6)) {
        case 0:
            f.suggest(wide = !wide);
            break;
        case 1:
            static_cast<void>(f.file().undo());
            break;
        case 2:
            static_cast<void>(f.file().redo());
            break;
        case 3:
            if (id)
                f.accept({*id});
            break;
        default:
            if (id)
                f.reject({*id});
            break;
        }
        const Suggestions all = must(allSuggestions(f.file()));
        for (const Rejection &rejection : must(store::RejectionTable(f.file().database()).all())) {
            const auto *tag = std::get_if<RejectedTag>(&rejection.what);
            const auto *link = std::get_if<RejectedLink>(&rejection.what);
            for (const TagSuggestion &open : all.tags)
                CHECK_FALSE((tag && tag->kind == open.kind && rejection.passage.overlaps(open.passage)));
            for (const LinkSuggestion &open : all.links)
                CHECK_FALSE((link && link->partner == open.partner && link->permission == open.permission &&
                             rejection.passage.overlaps(open.passage)));
        }
        for (const Sha256 &document : {f.memo, copy}) {
            for (const Tag &tag : must(f.file().tagsOfDocument(document))) {
                for (const TagSuggestion &open : all.tags)
                    CHECK_FALSE((tag.kind == open.kind && tag.passage.overlaps(open.passage)));
            }
        }
    }
    // Opened and closed step by step, they are what they are when made anew.
    const Suggestions stepwise = must(allSuggestions(f.file()));
    f.suggest(wide);
    CHECK(must(allSuggestions(f.file())) == stepwise);
    f.suggest(!wide);
    f.suggest(wide);
    CHECK(must(allSuggestions(f.file())) == stepwise);
    CHECK(must(verify(f.file())).problems == QStringList());
}

TEST_CASE_METHOD(Fixture,
                 "A finding is explained by the passages it rests on, each by its own words, over a page break too")
{
    const Sha256 broken =
        kept.addDocument(QStringLiteral("broken.pdf"),
                         {QStringLiteral("So Alder Bank could"), QStringLiteral("read messages and keep them.")});
    suggest();
    const auto links = open(broken).links;
    REQUIRE(links.size() == 1);
    const SuggestionId id = links.front().id;
    const auto reasons = must(suggestionReasons(file(), {id, SuggestionId::fromNumber(1)}, scriptedProposer()));
    REQUIRE(reasons.size() == 1);
    const std::vector<PassageReasons> &why = reasons[id];
    REQUIRE(why.size() == 3);
    CHECK(why[0] ==
          PassageReasons{TagKind::Partner, QStringLiteral("Alder Bank"), {QStringLiteral("it reads “Alder Bank”")}});
    CHECK(why[1].kind == TagKind::Permission);
    CHECK(why[1].reasons == QStringList(QStringLiteral("it reads “read messages”")));
    CHECK(why[2].kind == TagKind::Evidence);
    CHECK(why[2].reasons ==
          QStringList(QStringLiteral("it reads “So Alder Bank could\fread messages and keep them.”")));
    CHECK(must(suggestionReasons(file(), {id}, nullptr)).isEmpty());
}
