// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/password_trial.h"

#include "model/intake/importer.h"
#include "tests/support/archive_builder.h"
#include "tests/support/catch.h"
#include "tests/support/encrypted_pdf.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/temporary_case.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace model;
using namespace model::intake;

namespace {

const QByteArray password = "Birch-and-Alder-77";

QString put(const TemporaryCase &temporary, const QString &name, const QByteArray &bytes)
{
    const QString path = temporary.folder() + QLatin1Char('/') + name;
    REQUIRE(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
}

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

/// The folder "bundle": three PDFs and a zip with a fourth, all of one password, and a PDF with another one.
QString putBundle(const TemporaryCase &temporary)
{
    for (const char *name : {"one", "two", "three"})
        put(temporary, QStringLiteral("bundle/%1.pdf").arg(QLatin1String(name)), encryptedPdf(name, password));
    put(temporary, QStringLiteral("bundle/more.zip"),
        encryptedZip({{"in.pdf", encryptedPdf("inside", password)}}, password));
    put(temporary, QStringLiteral("bundle/other.pdf"), encryptedPdf("other", "quite another"));
    return temporary.folder() + QStringLiteral("/bundle");
}

/// Files in the case folder that have the bytes in them.
QStringList filesWith(const TemporaryCase &temporary, const QByteArray &bytes)
{
    QStringList found;
    QDirIterator all(temporary.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        if (file.readAll().contains(bytes))
            found += file.fileName();
    }
    return found;
}

QStringList textsOf(TemporaryCase &temporary)
{
    QStringList texts;
    for (const Document &document : must(temporary.file().documents())) {
        if (document.state == DocumentState::Read)
            texts += must(temporary.file().pageText(document.sha256, 0)).text.trimmed();
    }
    texts.sort();
    return texts;
}

} // namespace

TEST_CASE("a password typed once opens all that came with the document, and is nowhere in the case")
{
    TemporaryCase temporary;
    Importer importer = importerFor(temporary);
    const ImportReport first = must(importer.import({putBundle(temporary)}));
    CHECK(first.refused.size() == 5);
    const QString before =
        must(temporary.file().document(Sha256::of(encryptedPdf("other", "quite another")))).reasonText;

    const ImportReport second = must(importer.retry({Sha256::of(encryptedPdf("two", password))}, password));
    CHECK(second.read == 4);
    // What the password was not given for, and does not open, is no news.
    CHECK(second.refused.empty());
    CHECK(textsOf(temporary) == QStringList({QStringLiteral("inside"), QStringLiteral("one"), QStringLiteral("three"),
                                             QStringLiteral("two")}));
    const Document other = must(temporary.file().document(Sha256::of(encryptedPdf("other", "quite another"))));
    CHECK(other.reason == RefusalReason::Encrypted);
    CHECK(other.reasonText == before);
    REQUIRE(filesWith(temporary, "bundle/one.pdf").size() > 0); // the search finds what is there
    CHECK(filesWith(temporary, password) == QStringList());
}

TEST_CASE("a password is not tried on what came in another bundle")
{
    TemporaryCase temporary;
    Importer importer = importerFor(temporary);
    const QByteArray one = encryptedPdf("one", password);
    must(importer.import({put(temporary, QStringLiteral("a.pdf"), one)}));
    must(importer.import({put(temporary, QStringLiteral("b.pdf"), encryptedPdf("two", password))}));
    CHECK(must(importer.retry({Sha256::of(one)}, password)).read == 1);
    CHECK(textsOf(temporary) == QStringList(QStringLiteral("one")));
}

TEST_CASE("a password that is known beforehand opens a bundle as it is imported")
{
    TemporaryCase temporary;
    const ImportReport report = must(importerFor(temporary).import({putBundle(temporary)}, {}, password));
    CHECK(report.read == 4);
    CHECK(report.refused.size() == 1);
    CHECK(filesWith(temporary, password) == QStringList());
}

TEST_CASE("the wrong password for an archive or a PDF says so, and the right one opens it later")
{
    TemporaryCase temporary;
    Importer importer = importerFor(temporary);
    const QByteArray zip = encryptedZip({{"in.pdf", pdfOfLines({"inside"})}}, password);
    const QByteArray pdf = encryptedPdf("one", password);
    must(importer.import({put(temporary, QStringLiteral("a.zip"), zip), put(temporary, QStringLiteral("a.pdf"), pdf)}));
    CHECK(must(importer.retry({}, "wrong")).refused.size() == 2);
    for (const QByteArray &bytes : {zip, pdf})
        CHECK(must(temporary.file().document(Sha256::of(bytes))).reason == RefusalReason::Encrypted);
    CHECK(must(importer.retry({}, password)).isComplete());
    CHECK(textsOf(temporary) == QStringList({QStringLiteral("inside"), QStringLiteral("one")}));
}
