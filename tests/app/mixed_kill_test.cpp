// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/archive_builder.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/scanned_page.h"

#include "model/session/case_file.h"
#include "model/store/query.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QProcess>

#include <map>
#include <random>

using namespace model;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray mail(const QByteArray &subject, const QByteArray &text, const QByteArray &attachment = {})
{
    QByteArray bytes = "From: Ada <ada@alder.example>\nTo: ben@birch.example\nDate: Mon, 6 Apr 2015 10:00:00 +0000\n"
                       "Message-ID: <" +
                       subject.toHex() + "@alder.example>\nSubject: " + subject + '\n';
    if (attachment.isEmpty())
        return bytes + "Content-Type: text/plain\n\n" + text + '\n';
    return bytes + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" + text +
           "\n--b\nContent-Type: application/pdf; name=list.pdf\nContent-Transfer-Encoding: base64\n\n" +
           attachment.toBase64() + "\n--b--\n";
}

/// Words white on white, and a page of another kind of text behind it.
QByteArray pdfThatHides(const QByteArray &seen, const QByteArray &hidden)
{
    PdfFile file;
    file.pages.resize(1);
    file.pages[0].lines = {{72, 90, seen}};
    file.pages[0].content = "1 1 1 rg BT /Helvetica 12 Tf 72 600 Td (" + hidden + ") Tj ET";
    return pdfBytes(file);
}

/// Something of all that is read: texts, a table, a web page, mails and a mailbox, archives in archives, scans, copies,
/// hidden words, and what cannot be read.
QString makeBundle(const Program &program)
{
    for (int i = 0; i < 12; ++i) {
        std::vector<QByteArray> pages;
        for (int page = 0; page <= i % 4; ++page)
            pages.push_back("Fernbank gave Quill Bank number " + QByteArray::number(i * 7 + page) +
                            " access to the private messages of its users until the spring.");
        program.put(s("leak/a/%1.pdf").arg(i), pdfOfLines(pages));
    }
    program.put(s("leak/a/0 resaved.pdf"),
                pdfOfLines({"Fernbank gave Quill Bank number 0 access to the private messages "
                            "of its users until the spring."}) +
                    "\n% saved again\n");
    program.put(s("leak/b/notes.txt"), "What Larkspur could read\n\nLarkspur was allowed to read all mails.\n");
    program.put(s("leak/b/list.csv"), "partner,permission\nQuill Bank,read messages\nLarkspur,friends\n");
    program.put(s("leak/b/page.html"), "<html><body><h1>Partners</h1><p>Larkspur could see friends.</p></body></html>");
    program.put(s("leak/b/hidden.pdf"), pdfThatHides("Nothing is said here.", "Quill Bank could delete messages."));
    program.put(s("leak/b/unknown.bin"), QByteArray("\0\0no document", 13));
    program.put(s("leak/c/one.eml"), mail("one", "See the list.", pdfOfLines({"Larkspur reads friends lists."})));
    QByteArray box;
    for (int i = 0; i < 5; ++i)
        box += "From ada@alder.example Mon Apr  6 10:00:00 2015\n" +
               mail("box " + QByteArray::number(i), "Quill Bank asks for more.",
                    i % 2 == 0 ? pdfOfLines({"attached to " + QByteArray::number(i)}) : QByteArray()) +
               '\n';
    program.put(s("leak/c/all.mbox"), box);
    const QByteArray inner =
        archiveBytes(ArchiveFormat::TarGz, {{"deep/memo.pdf", pdfOfLines({"A memo within two archives."})},
                                            {"deep/scan.png", scannedPng({"Larkspur may write mails"})}});
    program.put(s("leak/d/outer.zip"),
                archiveBytes(ArchiveFormat::Zip, {{"inner.tar.gz", inner}, {"readme.txt", "This is what they had."}}));
    for (int i = 0; i < 3; ++i)
        program.put(s("leak/d/scan%1.png").arg(i),
                    scannedPng({"Minutes of the meeting", "Item " + QByteArray::number(i) + " of the agenda"}));
    return program.folder() + s("/leak");
}

/// Every table with all its rows, but for when something was done: times, and the journal, in which an import that was
/// begun again has its receipts in other parts. Of the search index the words, not how SQLite laid them out.
std::map<QString, QStringList> contentOf(const QString &casePath)
{
    const auto file = session::CaseFile::open(casePath, session::Access::ReadOnly, {s("test")});
    REQUIRE(file);
    store::Database &database = (*file)->database();
    const auto texts = [&database](const QByteArray &sql) {
        const auto rows = store::queryAll(database, sql, [](const store::Statement &row) { return row.text(0); });
        INFO(sql.toStdString() << ": " << (rows ? QString() : rows.error().detail).toStdString());
        REQUIRE(rows);
        return QStringList(rows->begin(), rows->end());
    };
    std::map<QString, QStringList> content;
    for (const QString &table :
         texts("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal%' AND name NOT LIKE "
               "'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'page\\_index\\_%' ESCAPE '\\' AND name NOT LIKE "
               "'page\\_joint%' ESCAPE '\\'")) {
        QStringList columns;
        for (const QString &column : texts("SELECT name FROM pragma_table_info('" + table.toUtf8() + "')")) {
            if (column.endsWith(u"_ms"))
                continue;
            columns += column == u"receipt" ? s("(receipt IS NULL)") : s("quote(\"%1\")").arg(column);
        }
        content[table] = texts("SELECT " + columns.join(s(" || ' ' || ")).toUtf8() + " AS line FROM " + table.toUtf8() +
                               " ORDER BY line");
    }
    return content;
}

QStringList without(QStringList rows, const QStringList &others)
{
    for (const QString &row : others)
        rows.removeOne(row);
    return rows;
}

} // namespace

TEST_CASE("a mixed import that is killed fifty times ends, table by table, as one that is not disturbed")
{
    const Program undisturbed;
    const QString bundle = makeBundle(undisturbed);
    REQUIRE(undisturbed.run(s("new"), {s("--holder"), s("Fernbank")}).status == 0);
    QElapsedTimer timer;
    timer.start();
    REQUIRE(undisturbed.run(s("import"), {bundle}).status == 3);
    const int wholeMs = static_cast<int>(timer.elapsed());
    const auto expected = contentOf(undisturbed.casePath());
    for (const char *table : {"page_ocr", "hidden_passage", "copy_group", "suggestion_tag"})
        CHECK_FALSE(expected.at(s(table)).isEmpty());

    constexpr int cases = 10;
    constexpr int killsOfEach = 5;
    std::mt19937 random(Catch::rngSeed());
    int kills = 0;
    for (int i = 0; i < cases; ++i) {
        CAPTURE(i, Catch::rngSeed());
        const Program disturbed;
        REQUIRE(disturbed.run(s("new"), {s("--holder"), s("Fernbank")}).status == 0);
        for (int kill = 0; kill < killsOfEach; ++kill) {
            const auto import = disturbed.start({s("import"), disturbed.casePath(), bundle});
            // What is left becomes less each time.
            const int most = std::max(2, wholeMs / (1 + kill));
            if (!import->waitForFinished(static_cast<int>(random() % static_cast<unsigned>(most)))) {
                import->kill();
                ++kills;
            }
            import->waitForFinished(-1);
        }
        const Outcome last = disturbed.run(s("import"), {bundle});
        INFO(last.errors.toStdString());
        CHECK(last.status != 1);
        const auto content = contentOf(disturbed.casePath());
        REQUIRE(content.size() == expected.size());
        for (const auto &[table, rows] : content) {
            INFO(table.toStdString());
            CHECK(without(rows, expected.at(table)) == QStringList());
            CHECK(without(expected.at(table), rows) == QStringList());
        }
        CHECK(disturbed.run(s("verify")).status == 0);
    }
    WARN(kills << " of " << cases * killsOfEach << " imports were killed before they were done");
    CHECK(kills * 2 > cases * killsOfEach);
}
