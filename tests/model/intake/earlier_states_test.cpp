// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/earlier_states.h"

#include "model/intake/importer.h"
#include "model/session/copies.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/temporary_case.h"

#include <QFile>

using namespace model;
using namespace model::intake;

namespace {

const QByteArray first = pdfOfLines({"Alder Bank could read messages."});
const QByteArray second = pdfSavedWithLine(first, "Alder Bank could read nothing.");
const QByteArray third = pdfSavedWithLine(second, "Nobody could read a thing, and there never was a bank.");

Importer importerFor(TemporaryCase &temporary)
{
    static const auto host = must(reader::ReaderHost::start({reader::ReaderHost::programBesideThis(), {}, true}));
    Importer::Options options;
    options.caseFolder = temporary.path();
    options.reviewer = QStringLiteral("Ada");
    options.host = host;
    options.jobs = 2;
    options.write = [&temporary](const Importer::Step &step) { step(temporary.file().database()); };
    return Importer(options);
}

void importFile(TemporaryCase &temporary, const QString &name, const QByteArray &bytes)
{
    const QString path = temporary.folder() + QLatin1Char('/') + name;
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    must(importerFor(temporary).import({path}));
}

} // namespace

TEST_CASE("earlier states of a PDF become documents that are read, named for what they are, and one source with it")
{
    TemporaryCase temporary;
    importFile(temporary, QStringLiteral("report.pdf"), third);
    REQUIRE(must(temporary.file().documents()).size() == 1); // nobody asked yet
    CHECK(must(importerFor(temporary).takeEarlierStates({Sha256::of(third)})).isComplete());

    const Document oldest = must(temporary.file().document(Sha256::of(first)));
    CHECK(oldest.origins == QStringList(QStringLiteral("report.pdf/revision 1 of 3.pdf")));
    CHECK(oldest.title.contains(QStringLiteral("as saved before (revision 1 of 3)")));
    CHECK(must(temporary.file().pageText(oldest.sha256, 0)).text.contains(QStringLiteral("could read messages")));
    const Document middle = must(temporary.file().document(Sha256::of(second)));
    CHECK(middle.origins == QStringList(QStringLiteral("report.pdf/revision 2 of 3.pdf")));
    QFile kept(temporary.file().originalPath(Sha256::of(second)));
    REQUIRE(kept.open(QIODevice::ReadOnly));
    CHECK(kept.readAll() == second);
    CHECK(must(session::copiesOf(temporary.file(), Sha256::of(third))).size() == 3);
    CHECK(must(session::verify(temporary.file())).problems == QStringList());

    // Asked again, nothing is new, and what the reporter decided stays.
    must(temporary.file().decide(must(session::splitCopy(temporary.file(), oldest.sha256))));
    must(importerFor(temporary).takeEarlierStates({Sha256::of(third)}));
    CHECK(must(temporary.file().documents()).size() == 3);
    CHECK(must(session::copiesOf(temporary.file(), oldest.sha256)).size() == 1);
}

TEST_CASE("a PDF that was saved once has no earlier state to take out")
{
    TemporaryCase temporary;
    importFile(temporary, QStringLiteral("report.pdf"), first);
    const auto report = importerFor(temporary).takeEarlierStates({Sha256::of(first)});
    REQUIRE_FALSE(report);
    CHECK(report.error().kind == ErrorKind::Invalid);
    CHECK(importerFor(temporary).takeEarlierStates({Sha256::of("not here")}).error().kind == ErrorKind::NotFound);
}

TEST_CASE("an earlier state that is withdrawn takes along the later ones, which begin with its bytes")
{
    TemporaryCase temporary;
    importFile(temporary, QStringLiteral("report.pdf"), third);
    must(importerFor(temporary).takeEarlierStates({Sha256::of(third)}));
    must(session::withdraw(temporary.file(), Sha256::of(second), QStringLiteral("privileged")));
    const auto left = must(temporary.file().documents());
    REQUIRE(left.size() == 1);
    CHECK(left.front().sha256 == Sha256::of(first));
    CHECK_FALSE(QFile::exists(temporary.file().originalPath(Sha256::of(third))));
}
