// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/merge_preview.h"

#include "model/session/gestures.h"
#include "tests/support/catch.h"
#include "tests/support/strings.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

TEST_CASE("Before two names are merged it is told how many findings they have together and on which they differ")
{
    TemporaryCase test;
    CaseFile &file = test.file();
    const Sha256 memo = test.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Both read and write mail.")});
    const TagId evidence = TagId::create();
    must(file.decide(must(tagPassage(
        file, {test.passage(memo, 0, QStringLiteral("Both read and write")), TagKind::Evidence, {}}, evidence))));
    const QString alder = QStringLiteral("Alder");
    const QString alderInc = QStringLiteral("Alder Inc.");
    const QString read = QStringLiteral("read · mail");
    must(file.decide(must(linkEvidence(file, {evidence, {alder}, {read, QStringLiteral("write · mail")}, {}}))));
    must(file.decide(must(linkEvidence(file, {evidence, {alderInc}, {read}, {}}))));
    // Merged before, so that what holds of the whole is not what was said of its name.
    const bool isWhole = GENERATE(false, true);
    const QString said = isWhole ? QStringLiteral("Alder Holdings") : alderInc;
    if (isWhole) {
        must(file.decide(must(linkEvidence(file, {evidence, {said}, {read}, {}}))));
        must(file.decide({{journal::MergeSubject{must(file.findSubject(SubjectKind::Partner, said)).id,
                                                 must(file.findSubject(SubjectKind::Partner, alderInc)).id}}}));
    }
    must(file.decide({{journal::SetVerdict{must(findingNamed(file, alder, read)), Verdict::Disputed}}}));
    must(file.decide({{journal::SetVerdict{must(findingNamed(file, said, read)), Verdict::Confirmed}}}));

    const SubjectId one = must(file.findSubject(SubjectKind::Partner, alder)).id;
    const SubjectId into = must(file.findSubject(SubjectKind::Partner, alderInc)).id;
    const MergePreview preview = must(mergePreview(file, one, into));
    CHECK(preview.one == alder);
    CHECK(preview.into == alderInc);
    CHECK(preview.findings == 2);
    CHECK(preview.intoFindings == 1);
    CHECK(preview.both == 1);
    REQUIRE(preview.changes.size() == 1);
    CHECK(preview.changes[0].other == read);
    CHECK(preview.changes[0].of.verdict == Verdict::Disputed);
    CHECK(preview.changes[0].into.verdict == Verdict::Confirmed);

    // It becomes what was told.
    must(file.decide({{journal::MergeSubject{one, into}}}));
    const Matrix matrix = must(file.matrix());
    REQUIRE(matrix.partners.size() == 1);
    CHECK(int(matrix.cells.size()) == preview.together());
    CHECK(must(file.conclusion(must(findingNamed(file, alderInc, read)))) == preview.changes[0].after);
}
