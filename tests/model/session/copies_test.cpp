// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copies.h"

#include "model/session/gestures.h"
#include "model/session/joint_sources.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "tests/support/catch.h"
#include "tests/support/invented_papers.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

const QString permission = QStringLiteral("read mail");

/// Two versions of one memo, a third one, and another paper.
struct Fixture {
    TemporaryCase kept;
    CaseFile &file = kept.file();
    PaperMaker maker{3};
    InventedPaper memo = maker.paper(6);
    Sha256 first = add("first.pdf", memo);
    Sha256 saved = add("saved.pdf", memo);
    Sha256 revised = add("revised.pdf", changed(memo));
    Sha256 other = add("other.pdf", maker.paper(6));

    Fixture() { must(findCopies(file, {})); }

    InventedPaper changed(InventedPaper paper)
    {
        paper.paragraphs[2] = maker.paragraph();
        return paper;
    }
    Sha256 add(const char *name, const InventedPaper &paper)
    {
        return kept.addDocument(QString::fromLatin1(name), {paper.filledParagraphs().join(u'\n')});
    }
    /// A link from some words of the document to a finding of this partner.
    void link(const Sha256 &document, const QString &partner)
    {
        const QString words = must(file.pageText(document, 0)).text.left(12);
        const auto decision = must(tagPassage(file, {kept.passage(document, 0, words), TagKind::Evidence, QString()}));
        must(file.decide(decision));
        must(file.decide(must(
            linkEvidence(file, {std::get<journal::AddTag>(decision.changes.back()).tag.id, {partner}, {permission}}))));
    }
    int sources()
    {
        const Matrix matrix = must(file.matrix());
        REQUIRE(matrix.cells.size() == 1);
        return matrix.cells[0].documents;
    }
    std::vector<Sha256> with(const Sha256 &document)
    {
        std::vector<Sha256> all;
        for (const Copy &copy : must(copiesOf(file, document)))
            all.push_back(copy.document.sha256);
        return all;
    }
    void linkAll()
    {
        for (const Sha256 &document : {first, saved, revised, other})
            link(document, QStringLiteral("Alder Bank"));
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "The same text and a revision of it are one group, and another paper is alone")
{
    const auto groups = must(copyGroups(file));
    REQUIRE(groups.size() == 1);
    REQUIRE(groups[0].size() == 3);
    CHECK(groups[0][0].document.sha256 == first);
    CHECK(groups[0][0].isOrigin);
    CHECK_FALSE(groups[0][0].likeness);
    CHECK(groups[0][1].likeness == 1.0);
    CHECK(*groups[0][2].likeness < 1.0);
    CHECK(*groups[0][2].likeness > 0.6);
    CHECK(with(other) == std::vector<Sha256>{other});
    CHECK(must(copyOrigins(file)) == QHash<Sha256, Sha256>{{saved, first}, {revised, first}});
}

TEST_CASE_METHOD(Fixture, "Copies count as one source in every cell")
{
    link(first, QStringLiteral("Alder Bank"));
    CHECK(sources() == 1);
    link(saved, QStringLiteral("Alder Bank"));
    CHECK(sources() == 1);
    link(other, QStringLiteral("Alder Bank"));
    CHECK(sources() == 2);
    CHECK(must(file.matrix()).cells[0].passageCount() == 3);
    CHECK(must(verify(file)).problems == QStringList());
    must(file.undo());
    CHECK(sources() == 1);
    must(file.undo());
    must(file.undo());
    CHECK(sources() == 1);
    CHECK(must(verify(file)).problems == QStringList());
}

TEST_CASE_METHOD(Fixture, "Findings that are merged count the copies of a document once")
{
    link(first, QStringLiteral("Alder Bank"));
    link(saved, QStringLiteral("Alder"));
    const auto partner = [this](const char *name) {
        return must(file.findSubject(SubjectKind::Partner, QString::fromLatin1(name))).id;
    };
    must(file.decide({{journal::MergeSubject{partner("Alder"), partner("Alder Bank")}}}));
    CHECK(sources() == 1);
}

TEST_CASE_METHOD(Fixture, "Counts follow when copies are found after the evidence was linked")
{
    linkAll();
    CHECK(sources() == 2);
    const Sha256 late = add("late.pdf", memo);
    link(late, QStringLiteral("Alder Bank"));
    CHECK(sources() == 3);
    must(findCopies(file, {}));
    CHECK(sources() == 2);
    CHECK(must(verify(file)).problems == QStringList());
}

TEST_CASE_METHOD(Fixture, "A document that is split off counts for itself, until that is undone")
{
    linkAll();
    must(file.decide(must(splitCopy(file, revised))));
    CHECK(sources() == 3);
    CHECK(with(revised) == std::vector<Sha256>{revised});
    CHECK(with(first) == std::vector<Sha256>{first, saved});
    CHECK(must(copiesOf(file, revised))[0].decision.rule == CopyRule::Alone);
    CHECK_FALSE(splitCopy(file, revised));
    CHECK(must(verify(file)).problems == QStringList());
    must(file.undo());
    CHECK(sources() == 2);
    must(file.redo());
    CHECK(sources() == 3);
}

TEST_CASE_METHOD(Fixture, "The copies of a document that is split off stay together")
{
    linkAll();
    must(file.decide(must(splitCopy(file, first))));
    CHECK(with(first) == std::vector<Sha256>{first});
    CHECK(with(saved) == std::vector<Sha256>{saved, revised});
    CHECK(sources() == 3);
}

TEST_CASE_METHOD(Fixture, "A document that is joined takes its copies along, and can be split off again")
{
    linkAll();
    must(file.decide(must(joinCopies(file, first, other))));
    CHECK(with(other) == std::vector<Sha256>{first, saved, revised, other});
    CHECK(sources() == 1);
    CHECK_FALSE(joinCopies(file, saved, other));
    CHECK_FALSE(joinCopies(file, saved, saved));
    CHECK(must(verify(file)).problems == QStringList());

    must(file.decide(must(splitCopy(file, other))));
    CHECK(with(other) == std::vector<Sha256>{other});
    CHECK(with(first) == std::vector<Sha256>{first, saved, revised});
    CHECK(must(verify(file)).problems == QStringList());
    must(file.undo());
    must(file.undo());
    CHECK(with(other) == std::vector<Sha256>{other});
    CHECK(with(first) == std::vector<Sha256>{first, saved, revised});
    CHECK(sources() == 2);
}

TEST_CASE_METHOD(Fixture, "What was split off can be joined to another without the group it came from")
{
    must(file.decide(must(splitCopy(file, revised))));
    must(file.decide(must(joinCopies(file, revised, other))));
    CHECK(with(revised) == std::vector<Sha256>{revised, other});
    CHECK(with(first) == std::vector<Sha256>{first, saved});
    must(file.decide(must(splitCopy(file, first))));
    must(file.decide(must(joinCopies(file, other, first))));
    CHECK(with(first) == std::vector<Sha256>{first, revised, other});
}

TEST_CASE_METHOD(Fixture, "A decision on copies says what it is")
{
    must(file.decide(must(splitCopy(file, revised))));
    CHECK(must(file.undoDescription()) == u"count “revised.pdf” as a source of its own");
    must(file.decide(must(joinCopies(file, other, first))));
    CHECK(must(file.undoDescription()) == u"count “other.pdf” as a copy of “first.pdf”");
    CHECK_FALSE(file.decide({{journal::SetCopy{first, {CopyRule::CopyOf, first}}}}));
    CHECK_FALSE(file.decide({{journal::SetCopy{first, {CopyRule::CopyOf, std::nullopt}}}}));
    CHECK_FALSE(file.decide({{journal::SetCopy{first, {CopyRule::Alone, other}}}}));
    CHECK_FALSE(file.decide({{journal::SetCopy{Sha256::of("strange"), {CopyRule::Alone}}}}));
}

TEST_CASE_METHOD(Fixture, "Where the first of a group is withdrawn, the others stay copies of each other")
{
    linkAll();
    must(file.decide(must(joinCopies(file, other, first))));
    must(withdraw(file, first, QStringLiteral("privileged")));
    CHECK(with(saved) == std::vector<Sha256>{saved, revised});
    CHECK(with(other) == std::vector<Sha256>{other});
    CHECK(sources() == 2);
    CHECK(must(verify(file)).problems == QStringList());
}
