// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/gestures.h"
#include "model/session/joint_sources.h"
#include "model/store/matrix_query.h"

using namespace model;
using namespace model::session;

namespace {

const QString page = QStringLiteral("one two three four five six seven");

struct Fixture {
    TemporaryCase kept;
    CaseFile &file = kept.file();
    std::vector<Sha256> documents = {kept.addDocument(QStringLiteral("a.pdf"), {page}),
                                     kept.addDocument(QStringLiteral("b.pdf"), {page})};

    void evidence(size_t document, const QString &words, const QString &partner, Stance stance,
                  const QStringList &permissions = {QStringLiteral("read mail")})
    {
        const auto decision =
            must(tagPassage(file, {kept.passage(documents[document], 0, words), TagKind::Evidence, QString()}));
        must(file.decide(decision));
        must(file.decide(must(linkEvidence(
            file, {std::get<journal::AddTag>(decision.changes.back()).tag.id, {partner}, permissions, stance}))));
    }
    SubjectId partner(const QString &name) { return must(file.findSubject(SubjectKind::Partner, name)).id; }
    SubjectId permission() { return must(file.findSubject(SubjectKind::Permission, QStringLiteral("read mail"))).id; }
    void conclude(const SubjectId &partnerId, Verdict verdict, const char *from, const char *to)
    {
        const FindingKey finding{partnerId, permission()};
        must(file.decide({{journal::SetVerdict{finding, verdict},
                           journal::SetPeriod{finding,
                                              {PartialDate::fromString(QString::fromLatin1(from)),
                                               PartialDate::fromString(QString::fromLatin1(to))}}}}));
    }
};

const QString a = QStringLiteral("A");
const QString b = QStringLiteral("B");
const QString c = QStringLiteral("C");

} // namespace

TEST_CASE_METHOD(Fixture, "Passages of merged findings add up, and a document they share counts once")
{
    evidence(0, QStringLiteral("one"), a, Stance::Supports);
    evidence(0, QStringLiteral("two"), b, Stance::Denies);
    evidence(1, QStringLiteral("three"), b, Stance::Supports);
    evidence(1, QStringLiteral("four"), c, Stance::Context);
    must(file.decide({{journal::MergeSubject{partner(b), partner(a)}}}));
    must(file.decide({{journal::MergeSubject{partner(c), partner(a)}}}));
    const Matrix matrix = must(file.matrix());
    REQUIRE(matrix.cells.size() == 1);
    CHECK(matrix.cells[0].passages == std::array<int, 5>{2, 1, 0, 0, 1});
    CHECK(matrix.cells[0].documents == 2);
}

TEST_CASE_METHOD(Fixture,
                 "A document that speaks of several permissions over one kind of data counts once for the kind")
{
    const QString readMail = QStringLiteral("read mail");
    evidence(0, QStringLiteral("one"), a, Stance::Supports, {readMail, QStringLiteral("delete Mail")});
    evidence(1, QStringLiteral("two"), a, Stance::Supports, {readMail});
    evidence(1, QStringLiteral("three"), b, Stance::Supports, {QStringLiteral("delete Mail")});
    evidence(0, QStringLiteral("four"), b, Stance::Supports, {QStringLiteral("see photos")});
    const QString mail = QStringLiteral("mail");
    CHECK((must(jointSources(file)) == JointSources{{{{partner(a), mail}, 2}, {{partner(b), mail}, 1}}, {}, {}}));
    must(file.decide({{journal::MergeSubject{partner(b), partner(a)}}}));
    CHECK((must(jointSources(file)) == JointSources{{{{partner(a), mail}, 2}}, {}, {}}));
}

TEST_CASE_METHOD(Fixture,
                 "Of merged findings the root's own conclusion holds; else what they agree on; else they are disputed")
{
    evidence(0, QStringLiteral("one"), a, Stance::Supports);
    evidence(0, QStringLiteral("two"), b, Stance::Supports);
    evidence(0, QStringLiteral("three"), c, Stance::Supports);
    const SubjectId root = partner(a);
    const SubjectId second = partner(b);
    const SubjectId third = partner(c);
    conclude(second, Verdict::Confirmed, "2011", "2012-05");
    must(file.decide({{journal::MergeSubject{second, root}, journal::MergeSubject{third, root}}}));
    const auto concluded = [&] {
        const Conclusion conclusion = must(file.conclusion({root, permission()}));
        CHECK(must(file.matrix()).cells.at(0).conclusion == conclusion);
        CHECK(must(file.evidence()).at(0).conclusion == conclusion);
        return conclusion;
    };
    CHECK(concluded().verdict == Verdict::Confirmed);

    conclude(third, Verdict::Alleged, "2010-03", "2012");
    const Conclusion disputed = concluded();
    CHECK(disputed.verdict == Verdict::Disputed);
    CHECK(disputed.period.from == PartialDate::fromString(QStringLiteral("2010-03")));
    CHECK(disputed.period.to == PartialDate::fromString(QStringLiteral("2012")));

    conclude(root, Verdict::Dismissed, "", "");
    CHECK(concluded().verdict == Verdict::Dismissed);
}

TEST_CASE_METHOD(Fixture, "A finding with a verdict alone is a cell too, and partners without any finding are rows")
{
    evidence(0, QStringLiteral("one"), a, Stance::Supports);
    must(file.decide({{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, b}}}));
    must(file.decide({{journal::SetVerdict{{partner(b), permission()}, Verdict::Alleged}}}));
    must(file.decide({{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, c}}}));
    const Matrix matrix = must(file.matrix());
    CHECK(matrix.partners.size() == 3);
    REQUIRE(matrix.cells.size() == 2);
    CHECK(cellAt(matrix, 1, 0)->passageCount() == 0);
    CHECK(cellAt(matrix, 1, 0)->conclusion.verdict == Verdict::Alleged);
}

TEST_CASE("Permissions are sorted by data, then action")
{
    std::vector<Subject> subjects;
    for (const char *name : {"write · mail", "read · mail", "read · contacts", "Anything"})
        subjects.push_back({SubjectId::create(), SubjectKind::Permission, QString::fromUtf8(name), {}, std::nullopt});
    store::sortForMatrix(subjects);
    CHECK(subjects[0].name == u"Anything");
    CHECK(subjects[1].name == u"read · contacts");
    CHECK(subjects[2].name == u"read · mail");
    CHECK(subjects[3].name == u"write · mail");
}

TEST_CASE_METHOD(Fixture, "Partners go by group and name, and a document that speaks of several of a group counts once")
{
    evidence(0, QStringLiteral("one"), a, Stance::Supports,
             {QStringLiteral("read mail"), QStringLiteral("delete mail")});
    evidence(0, QStringLiteral("two"), c, Stance::Supports);
    evidence(1, QStringLiteral("three"), c, Stance::Supports);
    evidence(1, QStringLiteral("four"), b, Stance::Supports);
    must(file.decide(must(setGroup(file, {partner(a), partner(c)}, QStringLiteral("Media")))));
    const Matrix matrix = must(file.matrix());
    REQUIRE(matrix.partners.size() == 3);
    CHECK(matrix.partners[1].name == c);
    CHECK(matrix.partners[1].group == u"Media");
    CHECK(matrix.partners[2].name == b);
    CHECK(must(file.subjects(SubjectKind::Partner))[1].name == b); // a register goes by name
    const JointSources joint = must(jointSources(file));
    const QString media = QStringLiteral("media");
    CHECK((joint.ofGroups.value({media, permission()}) == 2));
    CHECK((joint.ofGroupsKinds.value({media, QStringLiteral("mail")}) == 2));
    CHECK((joint.ofGroupsKinds.value({QString(), QStringLiteral("mail")}) == 1));
    CHECK(must(file.evidence({{partner(a), permission()}})).front().group == u"Media");
}
