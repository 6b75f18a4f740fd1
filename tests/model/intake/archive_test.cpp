// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/importer.h"

#include "model/session/verify.h"
#include "tests/model/intake/importing.h"
#include "tests/support/archive_builder.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/rar_builder.h"
#include "tests/support/temporary_case.h"

#include <QDir>
#include <QFile>

using namespace model;
using namespace model::intake;

namespace {

QStringList originsIn(TemporaryCase &temporary)
{
    QStringList origins;
    for (const Document &document : must(temporary.file().documents()))
        origins += document.origins;
    origins.sort();
    return origins;
}

QStringList leftIn(const TemporaryCase &temporary)
{
    return QDir(temporary.path() + QStringLiteral("/originals")).entryList(QDir::Files | QDir::Hidden);
}

} // namespace

TEST_CASE("the files in an archive are documents, the archive is kept and not listed")
{
    const auto [format, name] = GENERATE(table<ArchiveFormat, const char *>({{ArchiveFormat::Zip, "b.zip"},
                                                                             {ArchiveFormat::SevenZip, "b.7z"},
                                                                             {ArchiveFormat::Tar, "b.tar"},
                                                                             {ArchiveFormat::TarGz, "b.tar.gz"},
                                                                             {ArchiveFormat::TarBz2, "b.tar.bz2"},
                                                                             {ArchiveFormat::TarXz, "b.tar.xz"},
                                                                             {ArchiveFormat::TarZst, "b.tar.zst"}}));
    TemporaryCase temporary;
    const QString file = QString::fromLatin1(name);
    CAPTURE(file);
    const QByteArray archive = archiveBytes(format, {{"a.pdf", pdfOfLines({"one"})},
                                                     {"sub/b.pdf", pdfOfLines({"two", "three"})},
                                                     {".hidden.pdf", pdfOfLines({"hidden"})},
                                                     {"__MACOSX/sub/._b.pdf", "shadow"}});
    const ImportReport report = import(temporary, {put(temporary, file, archive)});
    CHECK(report.files == 3);
    CHECK(report.read == 2);
    CHECK(report.isComplete());
    CHECK(originsIn(temporary) == QStringList({file + QStringLiteral("/a.pdf"), file + QStringLiteral("/sub/b.pdf")}));
    CHECK(QFile::exists(temporary.file().originalPath(Sha256::of(archive))));
    CHECK(must(temporary.file().document(Sha256::of(archive))).state == DocumentState::Read);

    CHECK(import(temporary, {temporary.folder() + QLatin1Char('/') + file}).newDocuments == 0);
    CHECK(must(temporary.file().documents()).size() == 2);
}

TEST_CASE("archives of any kind are unpacked inside each other, and a rar is known without its name")
{
    const RarFormat format = GENERATE(RarFormat::Rar4, RarFormat::Rar5);
    TemporaryCase temporary;
    const QByteArray seven = archiveBytes(ArchiveFormat::SevenZip, {{"deep/c.pdf", pdfOfLines({"in 7z"})}});
    const QByteArray rar = rarBytes(format, {{"a.pdf", pdfOfLines({"in rar"})}, {"sub/b.7z", seven}});
    const QByteArray zip = archiveBytes(ArchiveFormat::Zip, {{"scans", rar}});
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("all.zip"), zip)});
    CHECK(report.isComplete());
    CHECK(originsIn(temporary) ==
          QStringList({QStringLiteral("all.zip/scans/a.pdf"), QStringLiteral("all.zip/scans/sub/b.7z/deep/c.pdf")}));
}

TEST_CASE("an archive that cannot be unpacked says why, and what else was imported is read")
{
    TemporaryCase temporary;
    const RarFormat format = GENERATE(RarFormat::Rar4, RarFormat::Rar5);
    const ArchiveFiles files{{"a.pdf", pdfOfLines({"one"})}};
    const QByteArray seven = archiveBytes(ArchiveFormat::SevenZip, files);
    QByteArray lastOfZip = archiveBytes(ArchiveFormat::Zip, files);
    lastOfZip[lastOfZip.lastIndexOf("PK\x05\x06") + 4] = 2;
    const auto [name, bytes, words] = GENERATE_COPY(table<QString, QByteArray, QString>({
        {QStringLiteral("a.part1.rar"), rarBytes(format, files, RarTrait::Volume), QStringLiteral("volume")},
        {QStringLiteral("a.rar"), rarBytes(format, files, RarTrait::Sealed), QStringLiteral("encrypted")},
        {QStringLiteral("a.7z.001"), seven.first(seven.size() - 20), QStringLiteral("volume")},
        {QStringLiteral("a.zip"), lastOfZip, QStringLiteral("volume")},
        {QStringLiteral("b.zip"), lastOfZip.sliced(40), QStringLiteral("volume")},
    }));
    CAPTURE(name);
    const ImportReport report =
        import(temporary, {put(temporary, name, bytes), put(temporary, QStringLiteral("b.pdf"), pdfOfLines({"two"}))});
    CHECK(report.read == 1);
    const Document refused = must(temporary.file().document(Sha256::of(bytes)));
    CHECK(refused.state == DocumentState::Refused);
    CHECK(refused.reason == RefusalReason::NotSupported);
    CHECK(refused.reasonText.contains(words));
}

TEST_CASE("a 7z whose list of files is no such list is damaged")
{
    TemporaryCase temporary;
    QByteArray seven = archiveBytes(ArchiveFormat::SevenZip, {{"a.pdf", pdfOfLines({"one"})}});
    seven.replace(seven.size() - 8, 8, "nonsense");
    import(temporary, {put(temporary, QStringLiteral("a.7z"), seven)});
    CHECK(must(temporary.file().document(Sha256::of(seven))).reason == RefusalReason::Damaged);
}

TEST_CASE("a file inside an archive that is also beside it is one document with two origins")
{
    TemporaryCase temporary;
    const QByteArray pdf = pdfOfLines({"one"});
    const QStringList paths = {
        put(temporary, QStringLiteral("a.pdf"), pdf),
        put(temporary, QStringLiteral("b.zip"), archiveBytes(ArchiveFormat::Zip, {{"x.pdf", pdf}}))};
    CHECK(import(temporary, paths).newDocuments == 2);
    CHECK(originsIn(temporary) == QStringList({QStringLiteral("a.pdf"), QStringLiteral("b.zip/x.pdf")}));
    CHECK(must(temporary.file().documents()).size() == 1);
}

TEST_CASE("archives in archives are unpacked to a depth of four")
{
    TemporaryCase temporary;
    QByteArray inner = archiveBytes(ArchiveFormat::Zip, {{"deep.pdf", pdfOfLines({"too deep"})}});
    for (int depth = 4; depth >= 1; --depth) {
        const QByteArray number = QByteArray::number(depth);
        inner =
            archiveBytes(ArchiveFormat::Zip, {{number + ".pdf", pdfOfLines({"depth " + number})}, {"in.zip", inner}});
    }
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("out.zip"), inner)});
    CHECK(report.read == 4);
    REQUIRE(report.refused.size() == 1);
    const Document refused = must(temporary.file().document(report.refused.front()));
    CHECK(refused.reason == RefusalReason::Unsafe);
    CHECK(refused.origins == QStringList(QStringLiteral("out.zip/in.zip/in.zip/in.zip/in.zip")));
}

TEST_CASE("an archive that climbs out of its folder puts no file anywhere, and is marked")
{
    TemporaryCase temporary;
    const QByteArray archive = archiveBytes(ArchiveFormat::Tar, {{"../../evil.pdf", pdfOfLines({"evil"})},
                                                                 {"/tmp/carveout-evil.pdf", pdfOfLines({"worse"})}});
    const QString path = put(temporary, QStringLiteral("evil.tar"), archive);
    import(temporary, {path});
    const Document document = must(temporary.file().document(Sha256::of(archive)));
    CHECK(document.state == DocumentState::Refused);
    CHECK(document.reason == RefusalReason::Unsafe);
    CHECK(originsIn(temporary) ==
          QStringList({QStringLiteral("evil.tar"), QStringLiteral("evil.tar/tmp/carveout-evil.pdf")}));
    CHECK_FALSE(QFile::exists(QStringLiteral("/tmp/carveout-evil.pdf")));
    CHECK_FALSE(QFile::exists(temporary.folder() + QStringLiteral("/evil.pdf")));
    CHECK(leftIn(temporary).isEmpty());
}

TEST_CASE("a bomb is refused, and what it filled the disk with is gone")
{
    TemporaryCase temporary;
    const QByteArray bomb = archiveBytes(ArchiveFormat::TarGz, {{"a.pdf", pdfOfLines({"honest"})},
                                                                {"zeros.pdf", QByteArray(qsizetype(300) << 20, '\0')}});
    REQUIRE(bomb.size() < (1 << 20));
    const ImportReport report = import(temporary, {put(temporary, QStringLiteral("bomb.tar.gz"), bomb)});
    const Document document = must(temporary.file().document(Sha256::of(bomb)));
    CHECK(document.state == DocumentState::Refused);
    CHECK((document.reason == RefusalReason::TooLarge || document.reason == RefusalReason::Unsafe));
    CHECK(report.read == 1);
    CHECK(leftIn(temporary).isEmpty());
}

TEST_CASE("a damaged archive is refused with a reason, and a PDF with an archive's name is read")
{
    TemporaryCase temporary;
    const QByteArray archive =
        archiveBytes(ArchiveFormat::TarGz, {{"a.pdf", pdfOfLines({"one"})}, {"b.pdf", QByteArray(100'000, 'x')}});
    const QByteArray cut = archive.left(archive.size() / 2);
    const QByteArray pdf = pdfOfLines({"a PDF"});
    import(temporary,
           {put(temporary, QStringLiteral("cut.tar.gz"), cut), put(temporary, QStringLiteral("pdf.zip"), pdf)});
    const Document damaged = must(temporary.file().document(Sha256::of(cut)));
    CHECK(damaged.state == DocumentState::Refused);
    CHECK_FALSE(damaged.reasonText.isEmpty());
    CHECK(must(temporary.file().document(Sha256::of(pdf))).state == DocumentState::Read);
    CHECK(leftIn(temporary).isEmpty());
}

TEST_CASE("the numbers of the list have no gap where an archive came in, and stay when more comes")
{
    TemporaryCase temporary;
    const auto zip = [&](const char *name, const QByteArray &words) {
        return put(temporary, QString::fromLatin1(name),
                   archiveBytes(ArchiveFormat::Zip, {{"x.pdf", pdfOfLines({words})}}));
    };
    const auto numbers = [&] {
        QList<qint64> all;
        for (const Document &document : must(temporary.file().documents()))
            all += document.number;
        return all;
    };
    import(temporary, {zip("first.zip", "one")});
    CHECK(numbers() == QList<qint64>{1});
    const Sha256 first = must(temporary.file().documents()).front().sha256;
    // One that is no archive but for its name, and a broken one, are listed when that turns out.
    const QStringList paths = {zip("second.zip", "two"),
                               put(temporary, QStringLiteral("broken.zip"), "PK\x03\x04 and no more"),
                               put(temporary, QStringLiteral("really.zip"), pdfOfLines({"a PDF"}))};
    import(temporary, paths);
    CHECK(numbers() == QList<qint64>({1, 2, 3, 4}));
    CHECK(must(temporary.file().document(first)).number == 1);
    CHECK(must(temporary.file().findDocument(QStringLiteral("second.zip"))).number < 0);
    CHECK_FALSE(temporary.file().findDocument(QStringLiteral("-1")));
    import(temporary, {put(temporary, QStringLiteral("last.pdf"), pdfOfLines({"last"}))});
    CHECK(numbers() == QList<qint64>({1, 2, 3, 4, 5}));
    for (const Document &document : must(temporary.file().documents()))
        CHECK(document.origins.size() == 1);
    CHECK(must(session::verify(temporary.file())).problems == QStringList());
}
