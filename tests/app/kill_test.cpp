// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include "model/session/case_file.h"
#include "model/store/query.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

#include <random>

using namespace model;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray mailWithAttachment(int number)
{
    return "From: a@alder.example\nTo: b@birch.example\nSubject: mail " + QByteArray::number(number) +
           "\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nhello\n--b\n"
           "Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n" +
           pdfOfLines({"attached to " + QByteArray::number(number)}).toBase64() + "\n--b--\n";
}

QString makeBundle(const Program &program)
{
    for (int i = 0; i < 60; ++i) {
        const QByteArray number = QByteArray::number(i);
        std::vector<QByteArray> lines;
        for (int page = 0; page <= i % 7; ++page)
            lines.push_back("document " + number + " page " + QByteArray::number(page));
        program.put(s("leak/%1/%2.pdf").arg(i % 3).arg(i), pdfOfLines(lines));
    }
    program.put(s("leak/notes.txt"), "no PDF");
    program.put(s("leak/notes.bin"), QByteArray("\0\0no document", 13));
    QByteArray mails;
    for (int i = 0; i < 8; ++i)
        mails += "From a@alder.example Mon Apr  6 10:00:00 2015\n" + mailWithAttachment(i) + "\n";
    program.put(s("leak/1/all.mbox"), mails);
    program.put(s("leak/1/one.eml"), mailWithAttachment(7));
    program.put(s("leak/copy.pdf"), pdfOfLines({"document 7 page 0"}));
    return program.folder() + s("/leak");
}

/// All that an import writes, but for times and receipts, as lines of text.
QStringList contentOf(const QString &casePath)
{
    const auto file = session::CaseFile::open(casePath, session::Access::ReadOnly, {s("test")});
    REQUIRE(file);
    QStringList content;
    for (const char *sql :
         {"SELECT number || ' ' || hex(sha256) || ' ' || size || kind || state || reason || page_count FROM document "
          "ORDER BY 1",
          "SELECT id || ' ' || document || ' ' || bundle || ' ' || path || (receipt IS NULL) FROM origin ORDER BY id",
          "SELECT id || ' ' || document || ' ' || text FROM page ORDER BY id", "SELECT id || label FROM bundle"}) {
        const auto rows =
            store::queryAll((*file)->database(), sql, [](const store::Statement &row) { return row.text(0); });
        REQUIRE(rows);
        content += QStringList(rows->begin(), rows->end());
    }
    QDirIterator originals(casePath + s("/originals"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    QStringList names;
    while (originals.hasNext()) {
        QFile original(originals.next());
        REQUIRE(original.open(QIODevice::ReadOnly));
        const QByteArray bytes = original.readAll();
        CHECK(QFileInfo(original).fileName() == Sha256::of(bytes).toHex());
        names += QFileInfo(original).fileName();
    }
    names.sort();
    return content + names;
}

} // namespace

TEST_CASE("an import that is killed again and again ends as one that is not disturbed")
{
    const Program undisturbed;
    const QString bundle = makeBundle(undisturbed);
    REQUIRE(undisturbed.run(s("new"), {s("--holder"), s("A")}).status == 0);
    QElapsedTimer timer;
    timer.start();
    REQUIRE(undisturbed.run(s("import"), {bundle}).status == 3);
    const int wholeMs = static_cast<int>(timer.elapsed());
    const QStringList expected = contentOf(undisturbed.casePath());
    REQUIRE(expected.size() > 300);

    const unsigned seed = GENERATE(take(4, random(0, 1 << 30)));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Program disturbed;
    REQUIRE(disturbed.run(s("new"), {s("--holder"), s("A")}).status == 0);
    for (int kills = 0; kills < 6; ++kills) {
        const auto import = disturbed.start({s("import"), disturbed.casePath(), bundle});
        const int moment = static_cast<int>(random() % static_cast<unsigned>(std::max(2, wholeMs / 2)));
        if (!import->waitForFinished(moment))
            import->kill();
        import->waitForFinished(-1);
    }
    const Outcome last = disturbed.run(s("import"), {bundle});
    INFO(last.errors.toStdString());
    CHECK(last.status != 1);
    CHECK(contentOf(disturbed.casePath()) == expected);
}

TEST_CASE("a backup that is killed leaves no copy of the database, and the next one clears away its unfinished file")
{
    const Program program;
    REQUIRE(program.run(s("new"), {s("--holder"), s("A")}).status == 0);
    // Large enough that the program is still at it when its file has turned up.
    REQUIRE(program.run(s("import"), {program.put(s("bundle/large.bin"), QByteArray(64 << 20, '\0'))}).status == 3);
    const QString tar = program.put(s("out/case.tar"), "the old one");
    const QDir out(QFileInfo(tar).path());
    const auto names = [&out] { return out.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); };
    const QStringList unfinished = {s("case.tar"), s("case.tar.part")};

    const auto backup = program.start({s("backup"), program.casePath(), tar});
    while (names() != unfinished && !backup->waitForFinished(1)) {
    }
    backup->kill();
    backup->waitForFinished(-1);
    CHECK(names() == unfinished);
    QFile old(tar);
    REQUIRE(old.open(QIODevice::ReadOnly));
    CHECK(old.readAll() == "the old one");

    CHECK(program.run(s("backup"), {tar}).status == 0);
    CHECK(names() == QStringList(s("case.tar")));
    CHECK(program.run({s("restore"), tar, program.folder() + s("/copy.carveout")}).status == 0);
}

TEST_CASE("an import that is asked to stop says so, and the next one goes on where it was")
{
    const Program program;
    const QString bundle = makeBundle(program);
    REQUIRE(program.run(s("new"), {s("--holder"), s("A")}).status == 0);
    const auto import = program.start({s("import"), program.casePath(), bundle});
    const QDir originals(program.casePath() + s("/originals"));
    while (originals.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty() && !import->waitForFinished(5)) {
    }
    import->terminate();
    REQUIRE(import->waitForFinished(-1));
    REQUIRE(import->exitStatus() == QProcess::NormalExit);
    // It may have been done already when it was asked.
    const bool stopped = import->exitCode() == 1;
    CHECK((stopped || import->exitCode() == 3));
    CHECK(import->readAllStandardError().contains("Stopped.") == stopped);
    program.run(s("import"), {bundle});
    // 60 PDFs, 2 notes, 8 mails of the mailbox, one more, and 8 attachments.
    CHECK(program.run(s("documents"), {s("--json")}).json().array().size() == 79);
    CHECK(program.run(s("documents")).output.contains("waiting") == false);
}
