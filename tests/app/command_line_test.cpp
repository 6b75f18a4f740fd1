// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/strict_csv.h"

#include "model/session/case_file.h"
#include "model/store/database.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <sys/stat.h>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A page with these lines, one below the other.
PdfPage pageOf(const std::vector<QByteArray> &lines)
{
    PdfPage page;
    double top = 72;
    for (const QByteArray &line : lines)
        page.lines.push_back({72, top += 18, line});
    return page;
}

/// A case with two documents of two pages each.
void fill(const Program &program)
{
    REQUIRE(program.run(s("new"), {s("--holder"), s("Fernbank")}).status == 0);
    PdfFile agreement;
    agreement.pages = {pageOf({"Partnership agreement", "between Fernbank and Klangwerk."}),
                       pageOf({"Klangwerk could read, write", "and delete private messages of users."})};
    PdfFile press;
    press.pages = {pageOf({"Statement to the press", "Klangwerk never read any messages."})};
    program.put(s("bundle/agreement.pdf"), pdfBytes(agreement));
    program.put(s("bundle/press.pdf"), pdfBytes(press));
    const Outcome imported = program.run(s("import"), {program.folder() + s("/bundle")});
    INFO(imported.errors.toStdString());
    REQUIRE(imported.status == 0);
}

/// Tags the first place of `words` on the page and gives the new tag's id.
QString tag(const Program &program, const QString &document, const QString &page, const QString &words,
            const QString &kind, const QStringList &more = {})
{
    const QString text = QString::fromUtf8(program.run(s("text"), {document, page}).output);
    const auto start = text.indexOf(words);
    REQUIRE(start >= 0);
    // All of the test's text is in the basic plane, where a code point is one unit.
    const Outcome tagged = program.run(
        s("tag"),
        QStringList({document, page, QString::number(start), QString::number(start + words.size()), kind}) + more);
    INFO(tagged.errors.toStdString());
    REQUIRE(tagged.status == 0);
    return tagged.line();
}

void link(const Program &program, const QString &evidence, const QString &stance)
{
    const Outcome linked = program.run(s("link"), {evidence, s("--partner"), s("Klangwerk"), s("--permission"),
                                                   s("read private messages"), s("--stance"), stance});
    INFO(linked.errors.toStdString());
    REQUIRE(linked.status == 0);
    CHECK(linked.line().size() == 36);
}

/// White space and line hyphens folded, as text of a page and of a quote are compared.
QString squeezed(const QString &text)
{
    QString result = text.simplified();
    result.remove(QLatin1Char(' '));
    result.remove(QLatin1Char('-'));
    return result;
}

} // namespace

TEST_CASE("the command line goes from PDFs to a CSV whose every quote stands on the page it names")
{
    const Program program;
    fill(program);
    const QString agreement = s("agreement.pdf");
    tag(program, agreement, s("1"), s("Klangwerk"), s("partner"));
    tag(program, agreement, s("2"), s("read"), s("permission"), {s("--as"), s("read private messages")});
    const QString supports =
        tag(program, agreement, s("2"), s("could read, write\nand delete private messages"), s("evidence"));
    const QString denies = tag(program, s("press.pdf"), s("1"), s("never read any messages"), s("evidence"));
    link(program, supports, s("supports"));
    link(program, denies, s("denies"));
    CHECK(program.run(s("verdict"), {s("klangwerk"), s("read · private messages"), s("disputed")}).status == 0);
    CHECK(program
              .run(s("period"),
                   {s("Klangwerk"), s("read private messages"), s("--from"), s("2013-03"), s("--to"), s("2016")})
              .status == 0);

    const Outcome matrix = program.run(s("matrix"), {s("--json")});
    REQUIRE(matrix.json().array().size() == 1);
    const QJsonObject cell = matrix.json().array().first().toObject();
    CHECK(cell[s("partner")].toString() == s("Klangwerk"));
    CHECK(cell[s("verdict")].toString() == s("disputed"));
    CHECK(cell[s("supports")].toInt() == 1);
    CHECK(cell[s("denies")].toInt() == 1);
    CHECK(cell[s("documents")].toInt() == 2);
    const QString table = QString::fromUtf8(program.run(s("matrix")).output);
    CHECK(table.contains(s("1 supports, 1 denies")));
    CHECK(table.contains(s("2013-03–2016")));

    const QString csv = program.folder() + s("/evidence.csv");
    const Outcome exported = program.run(s("export"), {csv, s("--layout"), s("evidence")});
    REQUIRE(exported.status == 0);
    CHECK(exported.output.isEmpty());
    const QString head =
        program.run(s("journal"), {s("--json")}).json().array().last().toObject()[s("hash")].toString();
    CHECK(exported.errors.contains(head.toUtf8()));
    QFile file(csv);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto lines = parseStrictCsv(file.readAll());
    REQUIRE(lines);
    REQUIRE(lines->size() == 3);
    for (size_t i = 1; i < lines->size(); ++i) {
        const QStringList &line = (*lines)[i];
        const QString sha = line[11];
        const QString original = program.casePath() + s("/originals/") + sha.left(2) + s("/") + sha;
        const Outcome text = runProgram(s("pdftotext"), {s("-f"), line[9], s("-l"), line[9], original, s("-")});
        REQUIRE(text.status == 0);
        CHECK(squeezed(QString::fromUtf8(text.output)).contains(squeezed(line[6])));
    }
    CHECK(program.run(s("export"), {program.folder() + s("/wide.csv"), s("--layout"), s("wide"), s("--bom")}).status ==
          0);
    CHECK(program.run(s("export"), {program.folder() + s("/long.csv"), s("--layout"), s("long")}).status == 0);

    const Outcome printed = program.run(s("export"), {s("-"), s("--layout"), s("evidence")});
    CHECK(printed.status == 0);
    REQUIRE(file.seek(0));
    CHECK(printed.output == file.readAll());
    CHECK(printed.errors.contains(head.toUtf8()));
    CHECK_FALSE(QFile::exists(s("-")));
    CHECK(program.run(s("export"), {s("-"), s("--layout"), s("wide"), s("--bom")}).output.startsWith("\xef\xbb\xbf"));
}

TEST_CASE("documents are listed with number, hash, place, pages and state, and found by each of their names")
{
    const Program program;
    fill(program);
    const QJsonArray documents = program.run(s("documents"), {s("--json")}).json().array();
    REQUIRE(documents.size() == 2);
    const QJsonObject first = documents[0].toObject();
    CHECK(first[s("number")].toInt() == 1);
    CHECK(first[s("file")].toString() == s("agreement.pdf"));
    CHECK(first[s("origin")].toString() == s("bundle/agreement.pdf"));
    CHECK(first[s("pages")].toInt() == 2);
    CHECK(first[s("state")].toString() == s("read"));
    CHECK(first[s("reason")].toString().isEmpty());
    const QString sha = first[s("sha256")].toString();
    CHECK(sha.size() == 64);
    const QByteArray text = program.run(s("text"), {s("1"), s("1")}).output;
    CHECK(text.contains("between Fernbank and Klangwerk."));
    CHECK(program.run(s("text"), {s("agreement.pdf"), s("1")}).output == text);
    CHECK(program.run(s("text"), {sha.left(8), s("1")}).output == text);
    CHECK(program.run(s("documents")).output.contains("agreement.pdf"));
}

TEST_CASE("tag prints the new tag, which can be listed, undone, done again and taken away")
{
    const Program program;
    fill(program);
    const Outcome tagged =
        program.run(s("tag"), {s("1"), s("1"), s("0"), s("11"), s("evidence"), s("--json"), s("--reviewer"), s("Ida")});
    REQUIRE(tagged.status == 0);
    const QJsonObject object = tagged.json().object();
    CHECK(object[s("quote")].toString() == s("Partnership"));
    CHECK(object[s("start")].toInt() == 0);
    CHECK(object[s("end")].toInt() == 11);
    const QString id = object[s("id")].toString();
    CHECK(program.run(s("journal"), {s("--json")}).json().array().last().toObject()[s("reviewer")].toString() ==
          s("Ida"));
    const auto tagCount = [&program] { return program.run(s("tags"), {s("--json")}).json().array().size(); };
    CHECK(tagCount() == 1);
    CHECK(program.run(s("undo")).status == 0);
    CHECK(tagCount() == 0);
    CHECK(program.run(s("redo")).status == 0);
    CHECK(tagCount() == 1);
    CHECK(program.run(s("untag"), {id}).status == 0);
    CHECK(tagCount() == 0);
}

TEST_CASE("a passage can run over the page break")
{
    const Program program;
    fill(program);
    const QString first = QString::fromUtf8(program.run(s("text"), {s("1"), s("1")}).output).trimmed();
    const Outcome tagged = program.run(s("tag"), {s("1"), s("1"), QString::number(first.size() - 10), s("9"),
                                                  s("evidence"), s("--end-page"), s("2"), s("--json")});
    INFO(tagged.errors.toStdString());
    REQUIRE(tagged.status == 0);
    CHECK(tagged.json().object()[s("quote")].toString() == s("Klangwerk.\nKlangwerk"));
    CHECK(tagged.json().object()[s("end_page")].toInt() == 2);
}

TEST_CASE("names, notes, holders, titles and read marks are kept from the command line too")
{
    const Program program;
    fill(program);
    tag(program, s("1"), s("1"), s("Klangwerk"), s("partner"));
    tag(program, s("1"), s("1"), s("Fernbank"), s("partner"), {s("--as"), s("Fernbank Ltd")});
    const auto run = [&program](const QString &command, const QStringList &arguments) {
        const Outcome outcome = program.run(command, arguments);
        INFO(command.toStdString() << outcome.errors.toStdString());
        CHECK(outcome.status == 0);
        return outcome;
    };
    run(s("rename"), {s("partner"), s("Klangwerk"), s("Klangwerk AG")});
    run(s("alias"), {s("partner"), s("Klangwerk AG"), s("KW")});
    run(s("merge"), {s("partner"), s("Fernbank Ltd"), s("kw")});
    const QJsonArray merged = run(s("subjects"), {s("partner"), s("--json")}).json().array();
    CHECK(merged.size() == 2);
    run(s("split"), {s("partner"), s("Fernbank Ltd")});
    run(s("alias"), {s("partner"), s("Klangwerk AG"), s("KW"), s("--remove")});
    run(s("holders"), {s("--set"), s("Fernbank"), s("Fernbank Europe")});
    CHECK(run(s("holders"), {s("--json")}).json().array().size() == 2);
    const QString note = run(s("note"), {s("ask the source"), s("--document"), s("1"), s("--page"), s("2")}).line();
    run(s("note"), {s("ask again"), s("--change"), note});
    const QJsonArray notes = run(s("notes"), {s("--json")}).json().array();
    REQUIRE(notes.size() == 1);
    CHECK(notes.first().toObject()[s("text")].toString() == s("ask again"));
    run(s("note"), {s("--remove"), note});
    // Only the journal still knows the id, which a withdrawal needs.
    const QJsonArray journal = run(s("journal"), {s("--json")}).json().array();
    CHECK(journal.last().toObject()[s("notes")].toArray() == QJsonArray{note});
    CHECK(run(s("journal"), {}).output.count(note.toUtf8()) == 3);
    run(s("title"), {s("1"), s("The agreement")});
    run(s("read"), {s("1"), s("1")});
    run(s("read"), {s("1")});
    run(s("unread"), {s("1"), s("2")});
    const QJsonObject document = run(s("documents"), {s("--json")}).json().array().first().toObject();
    CHECK(document[s("title")].toString() == s("The agreement"));
    CHECK(document[s("pages_read")].toInt() == 1);
}

TEST_CASE("partners are put into a group, which lists and the matrix show, and taken out again")
{
    const Program program;
    fill(program);
    tag(program, s("1"), s("1"), s("Klangwerk"), s("partner"));
    tag(program, s("1"), s("1"), s("Fernbank"), s("partner"), {s("--as"), s("Fernbank Ltd")});
    const Outcome put = program.run(s("group"), {s("Makers"), s("Klangwerk"), s("fernbank ltd")});
    CHECK(put.status == 0);
    CHECK(put.errors.contains("into the group “Makers” and 1 more"));
    const auto groupOf = [&program](int at) {
        const QJsonArray all = program.run(s("subjects"), {s("partner"), s("--json")}).json().array();
        return all[at].toObject()[s("group")].toString();
    };
    CHECK(groupOf(0) == s("Makers"));
    CHECK(program.run(s("subjects"), {}).output.contains("Makers"));
    CHECK(program.run(s("matrix"), {}).output.contains("Makers"));
    CHECK(program.run(s("group"), {s("makers"), s("Klangwerk")}).status == 1);
    CHECK(program.run(s("group"), {s("--none"), s("Klangwerk"), s("Fernbank Ltd")}).status == 0);
    CHECK(groupOf(1).isEmpty());
    CHECK(program.run(s("group"), {s(" "), s("Klangwerk")}).status == 2);
    CHECK(program.run(s("group"), {s("Makers")}).status == 2);
    CHECK(program.run(s("group"), {s("Makers"), s("Nobody")}).status == 1);
}

TEST_CASE("wrong usage is status 2, a failure 1, unread documents 3, each with a sentence on standard error")
{
    const Program program;
    const auto check = [](const Outcome &outcome, int status) {
        CHECK(outcome.status == status);
        CHECK(outcome.output.isEmpty());
        CHECK(outcome.errors.startsWith("carveout: "));
    };
    check(program.run({s("neww"), s("x")}), 2);
    check(program.run(s("new")), 2);
    check(program.run(s("documents")), 1);
    fill(program);
    check(program.run(s("new"), {s("--holder"), s("A")}), 1);
    check(program.run(s("text"), {s("1")}), 2);
    check(program.run(s("text"), {s("1"), s("9")}), 1);
    check(program.run(s("text"), {s("none.pdf"), s("1")}), 1);
    check(program.run(s("tag"), {s("1"), s("1"), s("0"), s("99999"), s("evidence")}), 1);
    check(program.run(s("tag"), {s("1"), s("1"), s("0"), s("5"), s("nothing")}), 2);
    check(program.run(s("documents"), {s("--frobnicate")}), 2);
    check(program.run(s("export"), {program.folder() + s("/x.csv")}), 2);
    check(program.run(s("untag"), {s("not-an-id")}), 2);

    const Outcome imported = program.run(s("import"), {program.put(s("notes.bin"), QByteArray("\0\0no document", 13))});
    CHECK(imported.status == 3);
    CHECK(imported.errors.contains("notes.bin (not supported): "));
    const QJsonObject refused = program.run(s("documents"), {s("--json")}).json().array().last().toObject();
    CHECK(refused[s("state")].toString() == s("refused"));
    CHECK(refused[s("reason")].toString() == s("not supported"));
    CHECK(program.run(s("import"), {s("--retry"), s("3")}).status == 3);
    CHECK(program.run(s("import"), {program.folder() + s("/nowhere.pdf")}).status == 1);
}

TEST_CASE("words that make no sense are status 2 and a hint; words that make sense but name nothing are status 1")
{
    const Program program;
    fill(program);
    const QString nobody = s("12345678");
    struct Row {
        const char *command;
        QStringList arguments;
        int status;
    };
    const std::vector<Row> rows = {
        {"text", {s("1"), s("abc")}, 2},
        {"text", {s("1"), s("0")}, 2},
        {"text", {s("1"), s("9")}, 1},
        {"tags", {s("1"), s("x")}, 2},
        {"read", {s("1"), s("2-x")}, 2},
        {"read", {s("1"), s("2-9")}, 1},
        {"tag", {s("1"), s("1"), s("x"), s("5"), s("evidence")}, 2},
        {"tag", {s("1"), s("1"), s("0"), s("-5"), s("evidence")}, 2},
        {"tag", {s("1"), s("1"), s("0"), s("5"), s("evidence"), s("--end-page"), s("x")}, 2},
        {"tag", {s("1"), s("1"), s("0"), s("99999"), s("evidence")}, 1},
        {"untag", {s("1234567")}, 2},
        {"untag", {nobody}, 1},
        {"unlink", {s("a link")}, 2},
        {"unlink", {nobody}, 1},
        {"link", {s("x"), s("--partner"), s("P"), s("--permission"), s("read"), s("--stance"), s("denies")}, 2},
        {"link", {nobody, s("--partner"), s("P"), s("--permission"), s("read"), s("--stance"), s("denied")}, 2},
        {"link", {nobody, s("--partner"), s("P"), s("--permission"), s("read"), s("--stance"), s("denies")}, 1},
        {"note", {s("a text"), s("--tag"), s("x")}, 2},
        {"note", {s("a text"), s("--link"), nobody}, 1},
        {"note", {s("a text"), s("--change"), s("x")}, 2},
        {"note", {s("a text"), s("--document"), s("1"), s("--page"), s("x")}, 2},
        {"note", {s("--remove"), nobody}, 1},
        {"move", {s("partner"), s("P"), s("Q")}, 1},
        {"move", {s("somebody"), s("P"), s("Q")}, 2},
        {"rename", {s("partner"), s("P"), s(" ")}, 2},
        {"rename", {s("partner"), s("P"), s("Q")}, 1},
        {"alias", {s("partner"), s("P"), s(" ")}, 2},
        {"period", {s("P"), s("read"), s("--from"), s("2013-13")}, 2},
        {"period", {s("P"), s("read"), s("--from"), s("2014"), s("--to"), s("2013")}, 2},
        {"period", {s("P"), s("read"), s("--from"), s("2013")}, 1},
        {"verdict", {s("P"), s("read"), s("guilty")}, 2},
        {"matrix", {s("--verdict"), s("guilty")}, 2},
        {"evidence", {s("--stance"), s("maybe")}, 2},
        {"export", {s("x.csv"), s("--layout"), s("tall")}, 2},
        {"search", {s("word"), s("--count"), s("many")}, 2},
        {"search", {s("(word")}, 2},
        {"import", {s("--jobs"), s("0")}, 2},
        {"verify", {s("--head"), s("abc")}, 2},
        {"withdraw", {s("9"), s("--reason"), s("r")}, 1},
        {"withdraw", {s("9")}, 2},
        {"new", {s("--holder"), s("A")}, 1},
    };
    for (const Row &row : rows) {
        const Outcome outcome = program.run(s(row.command), row.arguments);
        INFO(row.command << " " << row.arguments.join(QLatin1Char(' ')).toStdString() << ": "
                         << outcome.errors.toStdString());
        CHECK(outcome.status == row.status);
        CHECK(outcome.output.isEmpty());
        CHECK(outcome.errors.startsWith("carveout: "));
        CHECK(outcome.errors.contains("usage: carveout ") == (row.status == 2));
    }
}

TEST_CASE("the beginning of an id does for it, and of several that begin alike the candidates are listed")
{
    const Program program;
    fill(program);
    const QString first = tag(program, s("1"), s("1"), s("Partnership"), s("evidence"));
    CHECK(program.run(s("untag"), {first.left(7)}).status == 2);
    CHECK(program.run(s("note"), {s("why"), s("--tag"), first.left(13)}).status == 0);
    CHECK(program.run(s("untag"), {first.left(8)}).status == 0);
    const Outcome gone = program.run(s("untag"), {first.left(8)});
    CHECK(gone.status == 1);
    CHECK(gone.errors.contains("There is no tag"));
}

TEST_CASE("a case is searched, verified, packed, unpacked and rid of a document from the command line")
{
    const Program program;
    fill(program);
    const QJsonArray hits = program.run(s("search"), {s("private"), s("messages"), s("--json")}).json().array();
    REQUIRE(hits.size() == 1);
    CHECK(hits.first().toObject()[s("document")].toInt() == 1);
    CHECK(hits.first().toObject()[s("page")].toInt() == 2);
    CHECK(program.run(s("search"), {s("never OR Fernbank")}).output.contains("«never»"));
    const Outcome bad = program.run(s("search"), {s("(never")});
    CHECK(bad.status == 2);
    CHECK(bad.errors.contains("^"));

    const QString head = program.run(s("verify"), {s("--json")}).json().object()[s("head")].toString();
    CHECK(head.size() == 64);
    const QString tar = program.folder() + s("/case.tar");
    CHECK(program.run(s("backup"), {tar}).status == 0);
    const QString copy = program.folder() + s("/copy.carveout");
    CHECK(program.run({s("restore"), tar, copy}).status == 0);
    CHECK(program.run({s("verify"), copy, s("--head"), head}).status == 0);
    CHECK(program.run({s("verify"), copy, s("--head"), s("0").repeated(64)}).status == 1);
    CHECK(program.run({s("restore"), tar, copy}).status == 1);

    CHECK(program.run(s("withdraw"), {s("2")}).status == 2);
    const Outcome withdrawn = program.run(s("withdraw"), {s("press.pdf"), s("--reason"), s("privileged")});
    INFO(withdrawn.errors.toStdString());
    CHECK(withdrawn.status == 0);
    CHECK(withdrawn.errors.contains("made elsewhere"));
    CHECK_FALSE(withdrawn.errors.contains("archive"));
    const Outcome again = program.run(s("import"), {program.folder() + s("/bundle")});
    CHECK(again.status == 3);
    CHECK(again.errors.contains("press.pdf: It was withdrawn on "));
    CHECK(again.errors.contains("import --again"));
    CHECK(program.run(s("documents"), {s("--json")}).json().array().size() == 1);
    CHECK(program.run(s("search"), {s("never"), s("--json")}).json().array().isEmpty());
    CHECK(program.run(s("verify")).status == 0);
}

TEST_CASE("a damaged case points to its backup whatever is asked, and is rebuilt from it and the originals")
{
    const Program program;
    fill(program);
    tag(program, s("1"), s("1"), s("Klangwerk"), s("partner"));
    // Ends with a backup, which then has the tag.
    CHECK(program.run(s("import")).status == 0);
    CHECK(program.run(s("rebuild")).status == 1);
    QDir backups(program.casePath() + s("/backups"));
    REQUIRE_FALSE(backups.entryList({s("journal-*.sqlite")}).isEmpty());
    program.put(s("test.carveout/case.sqlite"), "no database");
    for (const char *command : {"documents", "matrix", "journal", "tags", "undo", "verify"}) {
        const Outcome outcome = program.run(s(command));
        INFO(command << ": " << outcome.errors.toStdString());
        CHECK(outcome.status == 1);
        CHECK(outcome.errors.contains(backups.path().toUtf8()));
        CHECK(outcome.errors.contains("carveout rebuild " + program.casePath().toUtf8()));
    }
    const Outcome rebuilt = program.run(s("rebuild"));
    INFO(rebuilt.errors.toStdString());
    CHECK(rebuilt.status == 0);
    CHECK(QFile::exists(program.casePath() + s("/case.sqlite.damaged-1")));
    CHECK(program.run(s("text"), {s("1"), s("1")}).output.contains("Klangwerk"));
    CHECK(program.run(s("tags"), {s("--json")}).json().array().size() == 1);
    CHECK(program.run(s("verify")).status == 0);
}

TEST_CASE("an import into a case that took over damaged weights says so and suggests with the shipped ones")
{
    const Program program;
    REQUIRE(program.run(s("new"), {s("--holder"), s("Fernbank")}).status == 0);
    {
        const auto file = model::session::CaseFile::open(program.casePath(), model::session::Access::ReadWrite, {});
        REQUIRE(file);
        REQUIRE((*file)->database().run("INSERT INTO learning (id, weights) VALUES (1, x'00')"));
    }
    PdfFile memo;
    memo.pages = {pageOf({"Fernbank gave Klangwerk access to the private messages of its users."})};
    const Outcome imported = program.run(s("import"), {program.put(s("memo.pdf"), pdfBytes(memo))});
    INFO(imported.errors.toStdString());
    CHECK(imported.status == 0);
    CHECK(imported.errors.contains("weights"));
    CHECK(!program.run(s("matrix"), {s("--suggested"), s("--json")}).json().array().isEmpty());
}

TEST_CASE("an import ends with an automatic backup, and every file in the case is the reporter's alone")
{
    const Program program;
    fill(program);
    const QStringList backups = QDir(program.casePath() + s("/backups")).entryList(QDir::Files);
    REQUIRE_FALSE(backups.isEmpty());
    // The name ends with the journal's last entry that is in it: the receipt.
    CHECK(backups.last().endsWith(s("-2.sqlite")));
    int files = 0;
    QDirIterator entries(program.casePath(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        INFO(path.toStdString());
        struct stat facts = {};
        REQUIRE(stat(QFile::encodeName(path).constData(), &facts) == 0);
        CHECK((facts.st_mode & 077) == 0);
        ++files;
    }
    CHECK(files > 6);
}

TEST_CASE("a search finds the index of another version anew when it may write, and says so")
{
    const Program program;
    fill(program);
    const auto makeStale = [&program] {
        const auto file =
            model::session::CaseFile::open(program.casePath(), model::session::Access::ReadWrite, {s("Ida")});
        REQUIRE(file);
        REQUIRE((*file)->database().run("INSERT INTO page_index (page_index) VALUES ('delete-all');"
                                        "UPDATE index_state SET words = 'of old'"));
    };
    makeStale();
    const Outcome searched = program.run(s("search"), {s("messages"), s("--json")});
    CHECK(searched.errors.contains("made anew"));
    CHECK(searched.json().array().size() == 2);
    CHECK_FALSE(program.run(s("search"), {s("messages")}).errors.contains("made anew"));
    makeStale();
    const auto holder =
        model::session::CaseFile::open(program.casePath(), model::session::Access::ReadWrite, {s("Ida")});
    const Outcome beside = program.run(s("search"), {s("messages")});
    CHECK(beside.status == 0);
    CHECK(beside.errors.contains("some words may be missed"));
}

TEST_CASE("an ambiguous document name lists the candidates")
{
    const Program program;
    fill(program);
    program.put(s("other/agreement.pdf"), pdfOfLines({"another one"}));
    REQUIRE(program.run(s("import"), {program.folder() + s("/other")}).status == 0);
    const Outcome outcome = program.run(s("text"), {s("agreement.pdf"), s("1")});
    CHECK(outcome.status == 1);
    CHECK(outcome.errors.contains("other/agreement.pdf"));
    CHECK(outcome.errors.contains("bundle/agreement.pdf"));
}

TEST_CASE("every command explains itself")
{
    const Program program;
    const QString overall = QString::fromUtf8(program.run({s("--help")}).output);
    CHECK(overall.contains(s("usage: carveout")));
    int commands = 0;
    for (const QString &line : overall.split(QLatin1Char('\n'))) {
        if (!line.startsWith(s("  ")) || line.startsWith(s("   ")))
            continue;
        const QString command = line.trimmed().section(QLatin1Char(' '), 0, 0);
        const Outcome help = program.run({command, s("--help")});
        INFO(command.toStdString());
        CHECK(help.status == 0);
        CHECK(help.output.startsWith("usage: carveout " + command.toUtf8()));
        ++commands;
    }
    CHECK(commands >= 25);
}

TEST_CASE("a work session leaves nothing in the home folder or the folder for temporary files")
{
    const Program program;
    fill(program);
    CHECK(program.run(s("matrix")).status == 0);
    CHECK(QDir(program.home()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}
