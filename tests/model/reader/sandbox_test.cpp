// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/sandbox.h"

#include "model/reader/landlock.h"
#include "tests/model/reader/probe.h"
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <map>

using namespace model;
using namespace model::reader;

namespace {

QString firstFileBelow(const QString &folder, const QStringList &patterns)
{
    QDirIterator files(folder, patterns, QDir::Files, QDirIterator::Subdirectories);
    REQUIRE(files.hasNext());
    return files.next();
}

/// What the probe could do: name to yes.
std::map<QByteArray, bool> probed(const QString &mode)
{
    QTemporaryDir scratch;
    REQUIRE(scratch.isValid());
    for (const char *name : {"there", "spare"}) {
        QFile file(scratch.filePath(QLatin1String(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write("bytes") == 5);
    }
    QProcess probe;
    probe.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    probe.start(programBeside(QStringLiteral("test_reader_probe")),
                {mode, scratch.path(), firstFileBelow(QStringLiteral("/usr/share/fonts"), {QStringLiteral("*.ttf")}),
                 firstFileBelow(QStringLiteral("/usr/share/poppler/cMap"), {})});
    REQUIRE(probe.waitForFinished(60'000));
    CHECK(probe.exitStatus() == QProcess::NormalExit);
    CHECK(probe.exitCode() == 0);
    std::map<QByteArray, bool> could;
    for (const QByteArray &line : probe.readAllStandardOutput().split('\n')) {
        if (!line.isEmpty())
            could[line.left(line.indexOf(' '))] = line.endsWith(" yes");
    }
    return could;
}

void checkShutIn(const std::map<QByteArray, bool> &could)
{
    for (const char *act : forbiddenActs) {
        INFO(act);
        REQUIRE(could.count(act) == 1);
        CHECK_FALSE(could.at(act));
    }
    for (const char *act : readableFiles) {
        INFO(act);
        REQUIRE(could.count(act) == 1);
        CHECK(could.at(act));
    }
}

bool kernelHasLandlock()
{
    return landlockRules({}).isOpen();
}

} // namespace

TEST_CASE("under Landlock a reader can read fonts and poppler-data, and do nothing else")
{
    if (!kernelHasLandlock()) {
        WARN("this kernel has no Landlock: this mode was not tried");
        return;
    }
    const auto could = probed(QStringLiteral("landlock"));
    CHECK(could.at("mode"));
    checkShutIn(could);
}

TEST_CASE("what needs no file, as OCR, can open none either")
{
    const auto could = probed(QStringLiteral("ocr"));
    CHECK(could.at("mode") == kernelHasLandlock());
    for (const char *act : forbiddenActs) {
        INFO(act);
        CHECK_FALSE(could.at(act));
    }
    for (const char *act : readableFiles) {
        INFO(act);
        CHECK_FALSE(could.at(act));
    }
}

TEST_CASE("without Landlock a reader gets fonts and poppler-data from memory, and can do nothing else")
{
    const auto could = probed(QStringLiteral("no-files"));
    CHECK(could.at("mode"));
    checkShutIn(could);
}

TEST_CASE("outside of the sandbox the same program can do all of it")
{
    const auto could = probed(QStringLiteral("none"));
    // Some machines refuse these to everybody.
    const std::map<QByteArray, bool> refusedHere{{"mount", true},       {"socket-packet", true}, {"io-uring", true},
                                                 {"ptrace", true},      {"keyring", true},       {"userfault", true},
                                                 {"read-memory", true}, {"write-memory", true}};
    for (const char *act : forbiddenActs) {
        INFO(act);
        REQUIRE(could.count(act) == 1);
        if (could.at(act))
            continue;
        if (refusedHere.count(act))
            WARN(act << " is refused on this machine anyway");
        else
            CHECK(could.at(act));
    }
}

TEST_CASE("each document is read in the mode that was asked for, and looks the same in both")
{
    PdfFile file;
    file.pages.push_back(
        {300,
         200,
         {PdfLine{20, 40, "Spotify could read"}, PdfLine{20, 80, "a font nobody has", 14, "Grotesk-Nowhere"},
          PdfLine{20, 120, "letters", 14, "Times-Italic"}}});
    const QByteArray bytes = pdfBytes(file);
    std::vector<QByteArray> pictures;
    for (const bool useLandlock : {true, false}) {
        ReaderHost::Options options;
        options.useLandlock = useLandlock;
        const OpenReader open = readerOf(bytes, options);
        const bool landlock = useLandlock && kernelHasLandlock();
        CHECK(open.reader->sandboxMode() == (landlock ? SandboxMode::Landlock : SandboxMode::NoFiles));
        REQUIRE(open.reader->facts());
        const auto page = open.reader->pageLayout(0);
        REQUIRE(page);
        CHECK(page->text.text == QStringLiteral("Spotify could read\na font nobody has\nletters"));
        CHECK(page->text.fontsSubstituted);
        const auto picture = open.reader->render({0, 2, 0, QRect(0, 0, 600, 400)});
        REQUIRE(picture);
        pictures.push_back(picture->pixels);
        CHECK(picture->pixels.count('\0') > 1000);
    }
    CHECK(pictures[0] == pictures[1]);
}

TEST_CASE("the standard fonts are not called substituted where fonts of their widths are there")
{
    const OpenReader open = readerOf(pdfOfLines({"Helvetica"}));
    REQUIRE(open.reader->facts());
    CHECK_FALSE(open.reader->pageText(0)->fontsSubstituted);
}

TEST_CASE("a document that needs more memory than a reader may have is too large, and the host goes on")
{
    ReaderHost::Options options;
    options.limits.memoryBytes = qint64(128) << 20; // the program itself takes most of it: nothing large can be had
    const OpenReader open = readerOf(pdfOfLines({"one"}), options);
    ErrorKind fault = ErrorKind::Bug;
    if (const auto facts = open.reader->facts(); !facts)
        fault = facts.error().kind;
    // Under a sanitizer resident memory is looked at now and then only, so this can take a few pictures.
    while (fault == ErrorKind::Bug) {
        const auto picture = open.reader->render({0, 8, 0, QRect(0, 0, 4096, 4096)});
        if (!picture)
            fault = picture.error().kind;
    }
    CHECK(fault == ErrorKind::TooLarge);
    const Descriptor next = fileOf(pdfOfLines({"next"}));
    CHECK(open.host->open(next.get()));
}
