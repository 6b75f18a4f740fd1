// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/page_tags.h"

#include "model/session/gestures.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

class TaggedPage {
public:
    TaggedPage()
        : document(temporary.addDocument(
              QStringLiteral("memo.pdf"),
              {QStringLiteral("Larkspur could read messages. Harebell saw names.\nAll this ended in 2015."),
               QStringLiteral("Foxglove wrote nothing.")}))
    {
    }
    TagId tag(int pageIndex, const QString &words, TagKind kind, const QString &name = {})
    {
        const auto decision =
            must(tagPassage(temporary.file(), {temporary.passage(document, pageIndex, words), kind, name}));
        must(temporary.file().decide(decision));
        return std::get<journal::AddTag>(decision.changes.back()).tag.id;
    }
    LinkProposal proposalFor(const TagId &evidence)
    {
        return proposeLink(must(documentTags(temporary.file(), document)), must(temporary.file().tag(evidence)));
    }

    TemporaryCase temporary;
    Sha256 document;
};

} // namespace

TEST_CASE("a link is proposed to all partners and permissions tagged inside the evidence")
{
    TaggedPage page;
    page.tag(0, QStringLiteral("Larkspur"), TagKind::Partner);
    page.tag(0, QStringLiteral("Harebell"), TagKind::Partner);
    page.tag(0, QStringLiteral("read messages"), TagKind::Permission);
    page.tag(1, QStringLiteral("Foxglove"), TagKind::Partner);
    const auto evidence =
        page.tag(0, QStringLiteral("Larkspur could read messages. Harebell saw names."), TagKind::Evidence);
    const LinkProposal proposal = page.proposalFor(evidence);
    CHECK(proposal.partners == QStringList{QStringLiteral("Larkspur"), QStringLiteral("Harebell")});
    CHECK(proposal.permissions.size() == 1);
    CHECK(proposal.nearestPartner.isEmpty());
    CHECK(proposal.nearestPermission.isEmpty());
}

TEST_CASE("where none stands inside, none is proposed and the nearest before or behind is named")
{
    TaggedPage page;
    page.tag(0, QStringLiteral("Larkspur"), TagKind::Partner);
    page.tag(0, QStringLiteral("Harebell"), TagKind::Partner);
    page.tag(1, QStringLiteral("Foxglove"), TagKind::Partner);
    const auto evidence = page.tag(0, QStringLiteral("All this ended in 2015."), TagKind::Evidence);
    CHECK(page.proposalFor(evidence) == LinkProposal{{}, {}, QStringLiteral("Harebell"), {}});
}

TEST_CASE("the tags of a document come with names after merging, links and notes")
{
    TaggedPage page;
    CaseFile &file = page.temporary.file();
    const auto larkspur = page.tag(0, QStringLiteral("Larkspur"), TagKind::Partner);
    page.tag(0, QStringLiteral("Harebell"), TagKind::Partner);
    const auto evidence = page.tag(0, QStringLiteral("could read messages"), TagKind::Evidence);
    must(file.decide(must(linkEvidence(
        file, {evidence, {QStringLiteral("Larkspur")}, {QStringLiteral("read messages")}, Stance::Denies}))));
    const auto from = must(file.findSubject(SubjectKind::Partner, QStringLiteral("Larkspur"))).id;
    const auto into = must(file.findSubject(SubjectKind::Partner, QStringLiteral("Harebell"))).id;
    must(file.decide({{journal::MergeSubject{from, into}}}));
    must(file.decide({{journal::AddNote{{NoteId::create(), NoteTarget(larkspur), QStringLiteral("check the date")}}}}));

    const DocumentTags tags = must(documentTags(file, page.document));
    REQUIRE(tags.tags.size() == 3);
    CHECK(tags.names.value(from) == QStringLiteral("Harebell"));
    REQUIRE(tags.links.value(evidence).size() == 1);
    const NamedLink link = tags.links.value(evidence).front();
    CHECK(link.partner == QStringLiteral("Harebell"));
    CHECK(link.finding.partner == into);
    CHECK(link.link.stance == Stance::Denies);
    REQUIRE(tags.notes.size() == 1);
    CHECK(tags.notes.front().text == QStringLiteral("check the date"));
}

TEST_CASE("a tag of a partner or a permission feeds the cells whose evidence it stands in")
{
    TaggedPage page;
    CaseFile &file = page.temporary.file();
    const auto larkspur = page.tag(0, QStringLiteral("Larkspur"), TagKind::Partner);
    const auto harebell = page.tag(0, QStringLiteral("Harebell"), TagKind::Partner);
    const auto reading = page.tag(0, QStringLiteral("read messages"), TagKind::Permission);
    const auto both = page.tag(0, QStringLiteral("Larkspur could read messages."), TagKind::Evidence);
    const auto part = page.tag(0, QStringLiteral("could read messages. Harebell"), TagKind::Evidence);
    const QString readMessages = QStringLiteral("read messages");
    must(file.decide(must(
        linkEvidence(file, {both, {QStringLiteral("Larkspur")}, {readMessages, QStringLiteral("see names")}, {}}))));
    must(file.decide(must(linkEvidence(file, {part, {QStringLiteral("Larkspur")}, {readMessages}, Stance::Denies}))));
    const DocumentTags tags = must(documentTags(file, page.document));
    const auto fedBy = [&](const TagId &id) {
        QStringList cells;
        for (const NamedLink &link : linksThrough(tags, must(file.tag(id))))
            cells += link.partner + u'/' + link.permission;
        cells.sort();
        return cells;
    };
    const QString first = QStringLiteral("Larkspur/read · messages");
    CHECK(fedBy(larkspur) == QStringList({first, QStringLiteral("Larkspur/see · names")}));
    CHECK(fedBy(reading) == QStringList({first}));
    CHECK(fedBy(harebell).isEmpty());
    CHECK(fedBy(both).size() == 2);
}
