// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/taking.h"

#include "model/intake/importer.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "tests/model/intake/importing.h"
#include "tests/support/archive_builder.h"
#include "tests/support/catch.h"
#include "tests/support/encrypted_pdf.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/temporary_case.h"

#include <QFile>

using namespace model;
using namespace model::intake;

namespace {

QByteArray holding(const QByteArray &line, const std::vector<PdfAttachment> &files)
{
    PdfFile file;
    file.pages.push_back({595, 842, {{72, 72, line}}});
    file.attachments = files;
    return pdfBytes(file);
}

QByteArray keptBytes(TemporaryCase &temporary, const QByteArray &bytes)
{
    QFile file(temporary.file().originalPath(Sha256::of(bytes)));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList originsIn(TemporaryCase &temporary)
{
    QStringList origins;
    for (const Document &document : must(temporary.file().documents()))
        origins += document.origins;
    origins.sort();
    return origins;
}

} // namespace

TEST_CASE("files inside a PDF, listed or pinned to a page, are documents of their own, byte for byte")
{
    TemporaryCase temporary;
    QByteArray table = "name;right\n";
    for (int i = 0; i < 200'000; ++i)
        table += "Alder Bank " + QByteArray::number(i) + ";messages\n";
    const QByteArray note = "Birch Media could read messages.";
    const QByteArray pdf = holding("report", {{"rights.csv", table}, {"../note.txt", note, true}});
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("report.pdf"), pdf)});
    CHECK(report.isComplete());
    CHECK(report.read == 3);
    CHECK(originsIn(temporary) == QStringList({QStringLiteral("report.pdf"), QStringLiteral("report.pdf/_.._note.txt"),
                                               QStringLiteral("report.pdf/rights.csv")}));
    CHECK(keptBytes(temporary, table) == table);
    CHECK(must(temporary.file().pageText(Sha256::of(note), 0)).text.contains(QString::fromLatin1(note)));
    CHECK(must(session::verify(temporary.file())).problems == QStringList());

    // Once more, nothing is new; from another place, they are found there, too.
    CHECK(import(temporary, {temporary.folder() + QStringLiteral("/report.pdf")}).files == 1);
    import(temporary, {put(temporary, QStringLiteral("copy.pdf"), pdf)});
    CHECK(must(temporary.file().documents()).size() == 3);
    CHECK(originsIn(temporary).contains(QStringLiteral("copy.pdf/rights.csv")));
}

TEST_CASE("files of one name inside a PDF are all taken out, and an archive or a PDF among them is gone through")
{
    TemporaryCase temporary;
    const QByteArray inner = holding("inner", {{"deep.txt", "deep words"}});
    const QByteArray zip = archiveBytes(ArchiveFormat::Zip, {{"z.txt", "zipped words"}, {"in.pdf", inner}});
    const QByteArray pdf = holding("outer", {{"a.txt", "first words"}, {"a.txt", "second words"}, {"b.zip", zip}});
    const ImportReport report = import(
        temporary, {put(temporary, QStringLiteral("c.zip"), archiveBytes(ArchiveFormat::Zip, {{"p.pdf", pdf}}))});
    CHECK(report.isComplete());
    CHECK(
        originsIn(temporary) ==
        QStringList({QStringLiteral("c.zip/p.pdf"), QStringLiteral("c.zip/p.pdf/a (2).txt"),
                     QStringLiteral("c.zip/p.pdf/a.txt"), QStringLiteral("c.zip/p.pdf/b.zip/in.pdf"),
                     QStringLiteral("c.zip/p.pdf/b.zip/in.pdf/deep.txt"), QStringLiteral("c.zip/p.pdf/b.zip/z.txt")}));
}

TEST_CASE("PDFs in PDFs are gone through to a depth of four, and what lies deeper is told of")
{
    TemporaryCase temporary;
    QByteArray pdf = holding("innermost", {});
    for (int depth = 0; depth < 7; ++depth)
        pdf = holding("around", {{"in.pdf", pdf}});
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("out.pdf"), pdf)});
    CHECK(report.read == 5);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped.front().sentence.contains(QStringLiteral("4 files deep")));
    // It stays so.
    CHECK(import(temporary, {}).files == 0);
    CHECK(must(temporary.file().documents()).size() == 5);
}

TEST_CASE("a file inside a PDF that is made to fill the disk is left there, and the PDF is read")
{
    TemporaryCase temporary;
    PdfAttachment zeros{"zeros.bin", QByteArray(qsizetype(100) << 20, '\0')};
    zeros.isPacked = true;
    const QByteArray pdf = holding("report", {{"a.txt", "honest words"}, zeros});
    REQUIRE(pdf.size() < (1 << 20));
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("report.pdf"), pdf)});
    CHECK(report.read == 2);
    REQUIRE(report.skipped.size() == 1);
    CHECK(report.skipped.front().origin == QStringLiteral("report.pdf"));
    CHECK(originsIn(temporary) == QStringList({QStringLiteral("report.pdf"), QStringLiteral("report.pdf/a.txt")}));
}

TEST_CASE("a file that is withdrawn takes along the PDF it lies in, which holds its bytes")
{
    TemporaryCase temporary;
    const QByteArray note = "a name that must not be known";
    const QByteArray pdf = holding("report", {{"note.txt", note}, {"other.txt", "other words"}});
    import(temporary, {put(temporary, QStringLiteral("report.pdf"), pdf)});
    must(session::withdraw(temporary.file(), Sha256::of(note), QStringLiteral("a source")));
    CHECK(originsIn(temporary) == QStringList(QStringLiteral("report.pdf/other.txt")));
    CHECK_FALSE(QFile::exists(temporary.file().originalPath(Sha256::of(pdf))));
}
