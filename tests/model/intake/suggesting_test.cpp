// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/suggesting.h"

#include "model/annotate/names.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"

using namespace model;
using namespace model::intake;

namespace {

const Sha256 document = Sha256::of("a document");

/// Everything that is suggested when a proposer finds evidence in these ranges of the pages, joined by form feeds.
Suggestions suggestedIn(const QStringList &pages, std::vector<annotate::ProposedSpan> spans,
                        std::vector<annotate::ProposedFinding> findings = {}, const annotate::KnownNames &known = {})
{
    const Suggesting suggesting(std::make_shared<const Proposer>(
                                    [&](QStringView, const QStringList &, const annotate::KnownNames &) {
                                        return annotate::Proposal{spans, findings};
                                    },
                                    [](QStringView, const QStringList &, const annotate::KnownNames &,
                                       const annotate::ProposedSpan &) { return QStringList(); },
                                    QStringLiteral("1")),
                                {}, known);
    DocumentSuggester suggester(suggesting, document);
    for (const QString &page : pages)
        CHECK(suggester.add(page).isEmpty());
    return suggester.finish();
}

Passage passageOf(const QStringList &pages, qsizetype start, qsizetype end)
{
    const auto tags = suggestedIn(pages, {{TagKind::Evidence, {start, end}, {}, 0.5F}}).tags;
    REQUIRE(tags.size() == 1);
    return tags.front().passage;
}

/// Permissions that have one name each.
std::vector<store::PermissionName> ownNames(const QStringList &names)
{
    std::vector<store::PermissionName> all;
    for (const QString &name : names)
        all.push_back({name, name});
    return all;
}

} // namespace

TEST_CASE("a passage is put on the page it stands on, with its quote and context")
{
    const QStringList pages = {QStringLiteral("First page."), QStringLiteral("Alder Bank could read.")};
    const Passage passage = passageOf(pages, 12, 22);
    CHECK(passage == *makePassage(document, 1, pages[1], 0, 1, pages[1], 10));
}

TEST_CASE("a passage runs on over one page break and is cut off at the second")
{
    const QStringList pages = {QStringLiteral("one two"), QStringLiteral("three"), QStringLiteral("four")};
    CHECK(passageOf(pages, 4, 11) == *makePassage(document, 0, pages[0], 4, 1, pages[1], 3));
    CHECK(passageOf(pages, 4, 17) == *makePassage(document, 0, pages[0], 4, 1, pages[1], 5));
    // From the page break itself on, and up to it.
    CHECK(passageOf(pages, 7, 13) == *makePassage(document, 1, pages[1], 0, 1, pages[1], 5));
    CHECK(passageOf(pages, 4, 8) == *makePassage(document, 0, pages[0], 4, 0, pages[0], 7));
}

TEST_CASE("what stands between two pages is no part of the words and the name of a passage over the break")
{
    const QStringList pages = {QStringLiteral("Title\nsome phone\n1"), QStringLiteral("Memo\nmakers could.\n2"),
                               QStringLiteral("Memo\nAnd others.\n3")};
    const QString text = pages.join(u'\f');
    const qsizetype start = text.indexOf(QStringLiteral("phone"));
    const qsizetype end = text.indexOf(QStringLiteral(" could"));
    const Suggestions suggested =
        suggestedIn(pages, {{TagKind::Partner, {start, end}, QStringLiteral("(generic)"), 0.5F}}, {},
                    {{QStringLiteral("phone makers")}, {}});
    REQUIRE(suggested.tags.size() == 1);
    CHECK(suggested.tags[0].passage.quote == QStringLiteral("phone\nmakers"));
    CHECK(suggested.tags[0].name == QStringLiteral("phone makers"));
}

TEST_CASE("what is no text is suggested nowhere, and nor is half a character or a range outside")
{
    const QString smile = QStringLiteral("😀");
    const QStringList pages = {QStringLiteral("a  ") + smile, QString(), QStringLiteral("b")};
    const auto nothing = [&](qsizetype start, qsizetype end) {
        return suggestedIn(pages, {{TagKind::Evidence, {start, end}, {}, 0.5F}}).isEmpty();
    };
    CHECK(nothing(1, 3));
    CHECK(nothing(0, 4));
    CHECK(nothing(4, 5));
    CHECK(nothing(5, 7));
    CHECK(nothing(-1, 1));
    CHECK(nothing(0, 100));
    CHECK(nothing(3, 3));
    CHECK_FALSE(nothing(0, 1));
}

TEST_CASE("nobody in particular is a partner only where the reporter made one of it")
{
    const QStringList pages = {QStringLiteral("Device\nmakers could read messages.")};
    const QString generic = QStringLiteral("(generic)");
    const auto suggested = [&](const annotate::KnownNames &known) {
        return suggestedIn(
            pages, {{TagKind::Evidence, {0, 29}, {}, 0.5F}, {TagKind::Partner, {0, 13}, generic, 0.5F}},
            {{generic,
              {annotate::Action::Read, annotate::DataKind::Messages},
              Stance::Supports,
              {},
              {},
              0,
              1,
              -1,
              0.5F},
             {generic, {annotate::Action::Read, annotate::DataKind::Posts}, Stance::Supports, {}, {}, 0, -1, -1, 0.5F}},
            known);
    };
    const Suggestions unknown = suggested({});
    REQUIRE(unknown.tags.size() == 1);
    CHECK(unknown.tags[0].kind == TagKind::Evidence);
    CHECK(unknown.links.empty());

    const Suggestions made = suggested({{QStringLiteral("device makers")}, {}});
    REQUIRE(made.tags.size() == 2);
    CHECK(made.tags[1].name == QStringLiteral("Device makers"));
    REQUIRE(made.links.size() == 1);
    CHECK(made.links[0].partner == QStringLiteral("Device makers"));
    CHECK(made.links[0].evidence == made.tags[0].id);
    CHECK(made.links[0].partnerTag == made.tags[1].id);
    CHECK_FALSE(made.links[0].permissionTag);
}

TEST_CASE("a partner or permission that is part of no finding is left out, unless the reporter knows the partner")
{
    const QString page =
        QStringLiteral("Alder Bank rang. Cedar Inc. could read messages. Cedar Inc. rang. To write posts.");
    const auto quotes = [&page](const annotate::KnownNames &known) {
        const Suggesting suggesting(scriptedProposer(), {}, known);
        DocumentSuggester suggester(suggesting, document);
        CHECK(suggester.add(page).isEmpty());
        QStringList found;
        for (const TagSuggestion &tag : suggester.finish().tags) {
            if (tag.kind != TagKind::Evidence)
                found += tag.passage.quote;
        }
        found.sort();
        return found;
    };
    const QStringList inFinding = {QStringLiteral("Cedar Inc."), QStringLiteral("Cedar Inc."),
                                   QStringLiteral("read messages")};
    CHECK(quotes({}) == inFinding);
    CHECK(quotes({{annotate::nameKeyOf(u"Alder Bank")}, {}}) == QStringList(QStringLiteral("Alder Bank")) + inFinding);
}

TEST_CASE("a long document is annotated in sections, and each passage keeps its page")
{
    const Suggesting suggesting(scriptedProposer(), {}, {});
    DocumentSuggester suggester(suggesting, document);
    const QString page = QStringLiteral("Alder Bank could read messages.") + QString(99'969, u' ');
    Suggestions all;
    int sections = 0;
    const auto take = [&](const Suggestions &some) {
        sections += some.isEmpty() ? 0 : 1;
        all.tags.insert(all.tags.end(), some.tags.begin(), some.tags.end());
    };
    for (int i = 0; i < 10; ++i)
        take(suggester.add(page));
    take(suggester.finish());
    CHECK(sections == 3);
    REQUIRE(all.tags.size() == 30);
    for (size_t i = 0; i < all.tags.size(); ++i)
        CHECK(all.tags[i].passage.firstPage == static_cast<int>(i / 3));
    CHECK(suggester.finish().isEmpty());
}

TEST_CASE("suggestions rest on the model, the holders and the names, whatever their order")
{
    const QSet<QString> names = {QStringLiteral("alder"), QStringLiteral("birch")};
    const Suggesting one(scriptedProposer(), {QStringLiteral("A"), QStringLiteral("B")}, {names, {}});
    CHECK(Suggesting(scriptedProposer(), {QStringLiteral("B"), QStringLiteral("A")}, {names, {}}).basis.basis ==
          one.basis.basis);
    CHECK_FALSE(Suggesting(scriptedProposer(), {QStringLiteral("A")}, {names, {}}).basis.basis == one.basis.basis);
    CHECK_FALSE(Suggesting(scriptedProposer(), one.holders, {{}, names}).basis.basis == one.basis.basis);
    CHECK_FALSE(Suggesting(scriptedProposer(true), one.holders, {names, {}}).basis.basis == one.basis.basis);
}

TEST_CASE("a permission is suggested under the name that the case has for it, where the passage has its words")
{
    const annotate::Permission readMessages{annotate::Action::Read, annotate::DataKind::Messages};
    const auto called = [&](const QStringList &names, const char *passage) {
        return OwnPermissions(ownNames(names)).nameFor(readMessages, QString::fromUtf8(passage));
    };
    const QString models = QStringLiteral("read · messages");
    const QString ours = QStringLiteral("Read · Private messages");
    const QString members = QStringLiteral("read · thread participants");
    CHECK(called({}, "read messages") == models);
    CHECK(called({QStringLiteral("write · private messages"), QStringLiteral("read · nothing known")},
                 "read messages") == models);
    CHECK(called({ours}, "read users’ messages") == ours);
    CHECK(called({ours}, "see who takes part in a thread") == models);
    CHECK(called({ours, members}, "see the participants of a thread") == members);
    CHECK(called({ours, members}, "read private messages") == ours);
    CHECK(called({ours, models}, "read private messages") == ours);
    CHECK(called({ours, members}, "read private messages and see the thread participants") == models);
    CHECK(OwnPermissions({{QStringLiteral("Inbox access"), ours}}).nameFor(readMessages, QStringLiteral("messages")) ==
          u"Inbox access");
}

TEST_CASE("suggestions rest on what the case calls its permissions, unless that is what the model calls them")
{
    const auto basis = [](const QStringList &names) {
        return Suggesting(scriptedProposer(), {}, {}, ownNames(names)).basis.basis;
    };
    const QString own = QStringLiteral("read · private messages");
    const QString other = QStringLiteral("write · wall posts");
    const QString models = QStringLiteral("read · messages");
    CHECK(basis({own, other}) == basis({other, own}));
    CHECK_FALSE(basis({own}) == basis({}));
    CHECK(basis({models}) == basis({}));
    CHECK_FALSE(basis({models, own}) == basis({own}));
}
