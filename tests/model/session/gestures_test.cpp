// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/gestures.h"

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    TemporaryCase kept;
    Sha256 sha = kept.addDocument(QStringLiteral("memo.pdf"),
                                  {QStringLiteral("Alder Bank and Alder could read private messages."),
                                   QStringLiteral("Birch Film could delete them.")});
    CaseFile &file = kept.file();

    Tag tag(int page, const QString &words, TagKind kind, const QString &name = {})
    {
        const auto decision = must(tagPassage(file, {kept.passage(sha, page, words), kind, name}));
        must(file.decide(decision));
        return std::get<journal::AddTag>(decision.changes.back()).tag;
    }
    void link(const Tag &evidence, const QStringList &partners, const QStringList &permissions,
              Stance stance = Stance::Supports)
    {
        must(file.decide(must(linkEvidence(file, {evidence.id, partners, permissions, stance}))));
    }
};

const QString alder = QStringLiteral("Alder Bank");
const QString birch = QStringLiteral("Birch Film");
const QString readMessages = QStringLiteral("read private messages");
const QString deleteMessages = QStringLiteral("delete private messages");

} // namespace

TEST_CASE_METHOD(Fixture, "Tags that name the same thing share a subject, also by alias")
{
    const Tag first = tag(0, alder, TagKind::Partner);
    must(file.decide({{journal::AddAlias{*first.subject, QStringLiteral("Alder")}}}));
    const Tag second = tag(0, QStringLiteral("Alder"), TagKind::Partner, QStringLiteral("ALDER"));
    CHECK(second.subject == first.subject);
    CHECK(must(file.subjects(SubjectKind::Partner)).size() == 1);
    CHECK(must(file.tagsNaming(*first.subject)).size() == 2);
}

TEST_CASE_METHOD(Fixture, "A tag over a page break is named by its words, without the foot and the head between")
{
    const QStringList pages = {QStringLiteral("Sworn\nIt was Harrow &\nFoot 1"), QStringLiteral("Head\nFinch.\nFoot 2"),
                               QStringLiteral("Head\nNothing.\nFoot 3")};
    const Sha256 broken = kept.addDocument(QStringLiteral("statement.pdf"), pages);
    // As made by who sees these two pages only.
    const auto seen = makePassage(broken, 0, pages[0], 13, 1, pages[1], 10);
    REQUIRE(seen);
    must(file.decide(must(tagPassage(file, {*seen, TagKind::Partner, {}}))));
    const std::vector<Tag> tags = must(file.tagsOfDocument(broken));
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].passage.quote == QStringLiteral("Harrow &\nFinch"));
    CHECK(tags[0].passage.isSamePlace(*seen));
    CHECK(must(file.subject(*tags[0].subject)).name == QStringLiteral("Harrow & Finch"));
}

TEST_CASE_METHOD(Fixture, "The holder cannot be tagged as a partner of itself")
{
    const auto refused = tagPassage(file, {kept.passage(sha, 0, alder), TagKind::Partner, QStringLiteral("fernbank")});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Invalid);
}

TEST_CASE_METHOD(Fixture, "Evidence is linked to every partner and permission named, and the matrix counts it")
{
    const Tag evidence = tag(0, QStringLiteral("could read private messages"), TagKind::Evidence);
    link(evidence, {alder, birch}, {readMessages, deleteMessages});
    link(evidence, {birch}, {deleteMessages}, Stance::Denies);
    const Matrix matrix = must(file.matrix());
    REQUIRE(matrix.partners.size() == 2);
    REQUIRE(matrix.permissions.size() == 2);
    CHECK(matrix.permissions[0].name == u"delete · private messages");
    REQUIRE(matrix.cells.size() == 4);
    CHECK(cellAt(matrix, 0, 1)->passages[static_cast<size_t>(Stance::Supports)] == 1);
    CHECK(cellAt(matrix, 1, 0)->passages[static_cast<size_t>(Stance::Denies)] == 1);
    CHECK(cellAt(matrix, 1, 0)->passageCount() == 1);
    CHECK(cellAt(matrix, 1, 0)->documents == 1);

    const auto lines = must(file.evidence(must(findingNamed(file, birch, deleteMessages))));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].partner == birch);
    CHECK(lines[0].tag.passage.quote == u"could read private messages");
    CHECK(lines[0].file == u"memo.pdf");
    CHECK(lines[0].pageLabel == u"1");
    CHECK(lines[0].reviewer == u"Ada");
    CHECK(must(file.evidence()).size() == 4);
}

TEST_CASE_METHOD(Fixture, "Merged partners count as one until they are split again")
{
    const Tag first = tag(0, QStringLiteral("could read private messages"), TagKind::Evidence);
    const Tag second = tag(1, QStringLiteral("could delete them"), TagKind::Evidence);
    link(first, {alder}, {readMessages});
    link(second, {birch}, {readMessages});
    const SubjectId into = must(file.findSubject(SubjectKind::Partner, alder)).id;
    const SubjectId merged = must(file.findSubject(SubjectKind::Partner, birch)).id;
    const FindingKey firstKey = must(findingNamed(file, alder, readMessages));
    must(file.decide({{journal::SetVerdict{{merged, firstKey.permission}, Verdict::Confirmed}}}));
    must(file.decide({{journal::MergeSubject{merged, into}}}));

    CHECK(must(file.findSubject(SubjectKind::Partner, birch)).id == into);
    Matrix matrix = must(file.matrix());
    REQUIRE(matrix.cells.size() == 1);
    CHECK(matrix.cells[0].passageCount() == 2);
    CHECK(matrix.cells[0].documents == 1);
    CHECK(matrix.cells[0].conclusion.verdict == Verdict::Confirmed);
    CHECK(must(file.evidence(firstKey)).size() == 2);
    CHECK(must(file.conclusion(firstKey)).verdict == Verdict::Confirmed);

    must(file.decide({{journal::SplitSubject{merged}}}));
    matrix = must(file.matrix());
    CHECK(matrix.cells.size() == 2);
}

TEST_CASE_METHOD(Fixture, "Partners are put into a group together, and it is written as it was before")
{
    link(tag(0, QStringLiteral("could read private messages"), TagKind::Evidence), {alder, birch}, {readMessages});
    const SubjectId first = must(file.findSubject(SubjectKind::Partner, alder)).id;
    const SubjectId second = must(file.findSubject(SubjectKind::Partner, birch)).id;
    must(file.decide(must(setGroup(file, {first, second}, QStringLiteral("  Big  banks ")))));
    CHECK(must(file.undoDescription()).contains(QStringLiteral("and 1 more")));
    CHECK(must(file.subject(first)).group == u"Big banks");
    must(file.decide(must(setGroup(file, {first}, {}))));
    CHECK(must(file.subject(first)).group.isEmpty());
    must(file.decide(must(setGroup(file, {first}, QStringLiteral("big BANKS")))));
    CHECK(must(file.subject(first)).group == u"Big banks");
    CHECK(must(setGroup(file, {first, second}, QStringLiteral("BIG banks"))).changes.size() == 2);
    CHECK(must(setGroup(file, {first, second}, QStringLiteral("Big banks"))).changes.empty());
    must(file.decide({{journal::MergeSubject{second, first}}}));
    must(file.decide(must(setGroup(file, {second}, QStringLiteral("Media")))));
    CHECK(must(file.subject(first)).group == u"Media");
    CHECK(must(file.subject(second)).group == u"Big banks");
}

TEST_CASE_METHOD(Fixture, "A partner that another is merged into keeps its group, or takes on the other's")
{
    link(tag(0, QStringLiteral("could read private messages"), TagKind::Evidence), {alder, birch}, {readMessages});
    const SubjectId into = must(file.findSubject(SubjectKind::Partner, alder)).id;
    const SubjectId merged = must(file.findSubject(SubjectKind::Partner, birch)).id;
    must(file.decide(must(setGroup(file, {merged}, QStringLiteral("Media")))));
    must(file.decide(must(mergeSubject(file, merged, into))));
    CHECK(must(file.undoDescription()).startsWith(QStringLiteral("merge")));
    CHECK(must(file.matrix()).partners.front().group == u"Media");
    must(file.undo());
    CHECK(must(file.subject(into)).group.isEmpty());

    must(file.decide(must(setGroup(file, {into}, QStringLiteral("Banks")))));
    must(file.decide(must(mergeSubject(file, merged, into))));
    CHECK(must(file.matrix()).partners.front().group == u"Banks");
    must(file.decide({{journal::SplitSubject{merged}}}));
    CHECK(must(file.subject(into)).group == u"Banks");
    CHECK(must(file.subject(merged)).group == u"Media");
}

TEST_CASE_METHOD(Fixture, "Untagging takes links and notes along, and undo brings all of them back")
{
    const Tag evidence = tag(0, QStringLiteral("could read private messages"), TagKind::Evidence);
    link(evidence, {alder}, {readMessages});
    const EvidenceLink made = must(file.linksOfEvidence(evidence.id)).front();
    must(file.decide({{journal::AddNote{{NoteId::create(), made.id, QStringLiteral("Really?")}},
                       journal::AddNote{{NoteId::create(), evidence.id, QStringLiteral("Look again")}}}}));
    const auto lines = must(file.evidence());
    must(file.decide(must(untag(file, evidence.id))));
    CHECK(must(file.evidence()).empty());
    CHECK(must(file.notes()).empty());
    CHECK(must(file.matrix()).cells.empty());
    must(file.undo());
    CHECK(must(file.evidence()) == lines);
    CHECK(must(file.notes()).size() == 2);
}

TEST_CASE_METHOD(Fixture, "A tag that stops being evidence loses its links")
{
    const Tag evidence = tag(0, alder, TagKind::Evidence);
    link(evidence, {alder}, {readMessages});
    must(file.decide(must(changeTag(file, evidence.id, {evidence.passage, TagKind::Partner, QString()}))));
    CHECK(must(file.tag(evidence.id)).kind == TagKind::Partner);
    CHECK(must(file.evidence()).empty());
    must(file.undo());
    CHECK(must(file.evidence()).size() == 1);
}

TEST_CASE_METHOD(Fixture, "What belongs to an alias can be moved to a subject of its own")
{
    const Tag first = tag(0, alder, TagKind::Partner);
    must(file.decide({{journal::AddAlias{*first.subject, birch}}}));
    const Tag second = tag(1, birch, TagKind::Partner);
    REQUIRE(second.subject == first.subject);
    const Tag evidence = tag(1, QStringLiteral("could delete them"), TagKind::Evidence);
    link(evidence, {birch}, {deleteMessages});
    const LinkId linkId = must(file.linksOfEvidence(evidence.id)).front().id;

    must(file.decide(must(moveToSubject(file, {*first.subject, birch, {birch}, {second.id}, {linkId}}))));
    const Subject moved = must(file.findSubject(SubjectKind::Partner, birch));
    CHECK_FALSE(moved.id == *first.subject);
    CHECK(must(file.tag(second.id)).subject == moved.id);
    CHECK(must(file.link(linkId)).finding.partner == moved.id);
    CHECK(must(file.subject(*first.subject)).aliases.isEmpty());
    must(file.undo());
    CHECK(must(file.findSubject(SubjectKind::Partner, birch)).id == *first.subject);
}

TEST_CASE_METHOD(Fixture, "A name that is given up stays as an alias, unless only its case or signs change")
{
    const SubjectId id = SubjectId::create();
    must(file.decide({{journal::AddSubject{id, SubjectKind::Partner, QStringLiteral("Alder")}}}));
    const auto rename = [&](const char *name) {
        must(file.decide(must(renameSubject(file, id, QString::fromLatin1(name)))));
    };
    rename("ALDER");
    CHECK(must(file.subject(id)).aliases == QStringList());
    rename("Alder Bank");
    CHECK(must(file.subject(id)).aliases == QStringList{QStringLiteral("ALDER")});
    rename("Alder");
    CHECK(must(file.subject(id)).name == u"Alder");
    CHECK(must(file.subject(id)).aliases == QStringList{QStringLiteral("Alder Bank")});
    must(file.undo());
    CHECK(must(file.subject(id)).name == u"Alder Bank");
    CHECK(must(file.subject(id)).aliases == QStringList{QStringLiteral("ALDER")});
}

TEST_CASE_METHOD(Fixture, "A partner that nothing rests on any more goes with its aliases, notes and verdicts")
{
    const Tag named = tag(0, alder, TagKind::Partner);
    const Tag evidence = tag(0, QStringLiteral("could read private messages"), TagKind::Evidence);
    const SubjectId id = *named.subject;
    link(evidence, {alder}, {readMessages});
    const FindingKey finding = must(findingNamed(file, alder, readMessages));
    must(file.decide({{journal::AddAlias{id, QStringLiteral("Alder")}}}));
    must(file.decide({{journal::SetGroup{id, QStringLiteral("Banks")}}}));
    must(file.decide({{journal::SetVerdict{finding, Verdict::Confirmed}}}));
    must(file.decide({{journal::AddNote{{NoteId::create(), id, QStringLiteral("Ask them.")}}}}));
    must(file.decide({{journal::AddNote{{NoteId::create(), finding, QStringLiteral("Twice.")}}}}));

    CHECK(removeSubject(file, id).error().sentence.contains(QStringLiteral("tagged")));
    must(file.decide(must(untag(file, named.id))));
    CHECK(removeSubject(file, id).error().sentence.contains(QStringLiteral("linked")));
    must(file.decide(must(untag(file, evidence.id))));

    must(file.decide(must(removeSubject(file, id))));
    CHECK(must(file.subjects(SubjectKind::Partner)).empty());
    CHECK(must(file.notes()).empty());
    CHECK(must(file.undoDescription()) == u"remove the partner “Alder Bank”");
    must(file.undo());
    CHECK(must(file.subject(id)).aliases == QStringList{QStringLiteral("Alder")});
    CHECK(must(file.subject(id)).group == u"Banks");
    CHECK(must(file.notes()).size() == 2);
    CHECK(must(file.conclusion(finding)).verdict == Verdict::Confirmed);
}

TEST_CASE_METHOD(Fixture, "A name that others count as stays, and one that counts as another can go")
{
    const SubjectId first = SubjectId::create();
    const SubjectId second = SubjectId::create();
    must(file.decide(
        {{journal::AddSubject{first, SubjectKind::Partner, alder},
          journal::AddSubject{second, SubjectKind::Partner, birch}, journal::MergeSubject{second, first}}}));
    CHECK(removeSubject(file, first).error().sentence.contains(birch));
    must(file.decide(must(removeSubject(file, second))));
    CHECK(must(file.subjects(SubjectKind::Partner)).size() == 1);
    must(file.undo());
    CHECK(must(file.rootOf(second)) == first);
}

TEST_CASE_METHOD(Fixture, "A partner that counts as another goes with what was concluded on it before the merge")
{
    const SubjectId first = SubjectId::create();
    const SubjectId second = SubjectId::create();
    const SubjectId permission = SubjectId::create();
    const FindingKey finding{second, permission};
    const Period period{PartialDate::fromString(QStringLiteral("2013")), std::nullopt};
    must(file.decide(
        {{journal::AddSubject{first, SubjectKind::Partner, alder},
          journal::AddSubject{second, SubjectKind::Partner, birch},
          journal::AddSubject{permission, SubjectKind::Permission, QStringLiteral("read · private messages")},
          journal::SetVerdict{finding, Verdict::Confirmed}, journal::SetPeriod{finding, period},
          journal::MergeSubject{second, first}}}));
    must(file.decide(must(removeSubject(file, second))));
    CHECK(must(file.subjects(SubjectKind::Partner)).size() == 1);
    must(file.undo());
    must(file.decide({{journal::SplitSubject{second}}}));
    CHECK(must(file.conclusion(finding)).verdict == Verdict::Confirmed);
    CHECK(must(file.conclusion(finding)).period == period);
}

TEST_CASE_METHOD(Fixture, "A range without words, outside the page or through a character is not tagged")
{
    Passage outside = kept.passage(sha, 0, alder);
    outside.end = 10000;
    CHECK(tagPassage(file, {outside, TagKind::Evidence, QString()}).error().kind == ErrorKind::Invalid);
    const Sha256 smileys = kept.addDocument(QStringLiteral("s.pdf"), {QStringLiteral("a 😀 b")});
    Passage half = kept.passage(smileys, 0, QStringLiteral("😀"));
    half.end -= 1;
    CHECK(tagPassage(file, {half, TagKind::Evidence, QString()}).error().kind == ErrorKind::Invalid);
}
