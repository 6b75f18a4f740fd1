// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// A case with one document in which Klangwerk is given access and Nordlicht is not.
void fill(const Program &program, const QStringList &importOptions = {})
{
    REQUIRE(program.run(s("new"), {s("--holder"), s("Fernbank")}).status == 0);
    const QString path =
        program.put(s("memo.pdf"), pdfOfLines({"Fernbank gave Klangwerk access to the private messages of its users.",
                                               "Nordlicht never had access to private messages."}));
    REQUIRE(program.run(s("import"), QStringList(path) + importOptions).status == 0);
}

QJsonArray suggested(const Program &program)
{
    const Outcome outcome = program.run(s("suggest"), {s("--json")});
    INFO(outcome.errors.toStdString());
    REQUIRE(outcome.status == 0);
    return outcome.json().array();
}

/// The suggested findings of a partner.
QList<QJsonObject> findingsOf(const Program &program, const QString &partner)
{
    QList<QJsonObject> findings;
    for (const QJsonValue &value : suggested(program)) {
        if (value[u"kind"].toString() == u"finding" && value[u"partner"].toString() == partner)
            findings += value.toObject();
    }
    return findings;
}

QList<QJsonObject> lines(const QByteArray &output)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : output.split('\n')) {
        if (!line.isEmpty())
            objects += QJsonDocument::fromJson(line).object();
    }
    return objects;
}

Outcome annotated(const Program &program, const QByteArray &input, const QStringList &options = {s("--jsonl")})
{
    return program.run(QStringList(s("annotate")) + options + QStringList(program.put(s("input"), input)));
}

} // namespace

TEST_CASE("an import suggests, and a suggested finding that is accepted is in the matrix until that is undone")
{
    const Program program;
    fill(program);
    const Outcome before = program.run(s("matrix"), {s("--suggested"), s("--json")});
    CHECK(before.json().array().size() >= 1);
    for (const QJsonValue &cell : before.json().array())
        CHECK_FALSE(cell[u"decided"].toBool());
    CHECK(program.run(s("matrix"), {s("--json")}).json().array().isEmpty());
    CHECK(program.run(s("matrix"), {s("--suggested")}).output.contains("suggested: 1 "));

    const auto findings = findingsOf(program, s("Klangwerk"));
    REQUIRE(!findings.isEmpty());
    const QJsonObject finding = findings.front();
    CHECK(finding[s("data")].toString() == s("messages"));
    CHECK(finding[s("page")].toInt() == 1);
    CHECK(finding[s("stance")].toString() == s("supports"));
    const QString page = QString::fromUtf8(program.run(s("text"), {s("1"), s("1")}).output);
    CHECK(page.mid(finding[s("start")].toInt(), finding[s("end")].toInt() - finding[s("start")].toInt()) ==
          finding[s("quote")].toString());

    CHECK(program.run(s("accept"), {finding[s("id")].toString()}).status == 0);
    const QJsonArray cells = program.run(s("matrix"), {s("--json")}).json().array();
    REQUIRE(cells.size() == 1);
    CHECK(cells[0][u"partner"].toString() == s("Klangwerk"));
    CHECK(cells[0][u"supports"].toInt() == 1);
    const Outcome again = program.run(s("accept"), {finding[s("id")].toString()});
    CHECK(again.status == 1);
    CHECK(again.errors.contains("\"carveout suggest\" lists"));
    CHECK(program.run(s("undo")).status == 0);
    CHECK(program.run(s("matrix"), {s("--json")}).json().array().isEmpty());
    CHECK(findingsOf(program, s("Klangwerk")) == findings);
    CHECK(program.run(s("verify")).status == 0);
}

TEST_CASE("the coverage tells what you read from what only the model read")
{
    const Program program;
    fill(program);
    const auto coverage = [&program] { return program.run(s("coverage"), {s("--json")}).json().object(); };
    const QJsonObject before = coverage();
    const int pages = before[s("pages")].toInt();
    CHECK(pages > 0);
    CHECK(before[s("read_by_reporter")].toInt() == 0);
    CHECK(before[s("read_only_by_model")].toInt() == pages);
    CHECK(before[s("read_by_nobody")].toInt() == 0);
    REQUIRE(program.run(s("read"), {s("1"), s("1")}).status == 0);
    const QJsonObject after = coverage();
    CHECK(after[s("read_by_reporter")].toInt() == 1);
    CHECK(after[s("read_only_by_model")].toInt() == pages - 1);
    CHECK(after[s("documents")].toArray().first().toObject()[s("read_by_reporter")].toInt() == 1);
    CHECK(program.run(s("coverage")).output.contains("All\t"));
}

TEST_CASE("what was rejected or blocked is not suggested again")
{
    const Program program;
    fill(program);
    const auto findings = findingsOf(program, s("Klangwerk"));
    REQUIRE(!findings.isEmpty());
    CHECK(program.run(s("reject"), {findings.front()[s("id")].toString()}).status == 0);
    CHECK(findingsOf(program, s("Klangwerk")).size() == findings.size() - 1);
    CHECK(program.run(s("block"), {s("Klangwerk")}).status == 0);
    CHECK(findingsOf(program, s("Klangwerk")).isEmpty());
    CHECK(program.run(s("block"), {s("klangwerk")}).status == 1);
    CHECK(program.run(s("unblock"), {s("klangwerk")}).status == 0);
    CHECK(findingsOf(program, s("Klangwerk")).size() == findings.size() - 1);
    CHECK(program.run(s("reject"), {s("no-such-id")}).status == 2);
    CHECK(program.run(s("accept"), {s("000000000000")}).status == 1);
}

TEST_CASE("an import may leave the suggesting for later")
{
    const Program program;
    fill(program, {s("--no-suggestions")});
    CHECK(program.run(s("matrix"), {s("--suggested"), s("--json")}).json().array().isEmpty());
    CHECK(!findingsOf(program, s("Klangwerk")).isEmpty());
}

TEST_CASE("a text is annotated without a case, as a table or line by line, with offsets in code points")
{
    const Program program;
    const QByteArray sentence = "Fernbank gave Klangwerk access to the private messages of its users.";
    const Outcome table = annotated(program, sentence, {s("--holder"), s("Fernbank")});
    CHECK(table.status == 0);
    CHECK(table.output.contains("Klangwerk"));

    const Outcome outcome = annotated(program, "{\"id\":\"a\",\"holder\":\"Fernbank\",\"text\":\"\xF0\x9F\x98\x80 " +
                                                   sentence + "\"}\n\n{\"id\":7,\"text\":\"\"}");
    CHECK(outcome.status == 0);
    const auto objects = lines(outcome.output);
    REQUIRE(objects.size() == 2);
    CHECK(objects[1][s("id")].toInt() == 7);
    CHECK(objects[1][s("spans")].toArray().isEmpty());
    bool foundPartner = false;
    for (const QJsonValue &span : objects[0][s("spans")].toArray()) {
        const QString label = span[u"label"].toString();
        CHECK((label == u"EVIDENCE") == span.toObject().contains(s("stance")));
        foundPartner =
            foundPartner || (label == u"PARTNER" && span[u"start"].toInt() == 16 && span[u"end"].toInt() == 25);
    }
    CHECK(foundPartner);
    REQUIRE(!objects[0][s("findings")].toArray().isEmpty());
    const QJsonObject finding = objects[0][s("findings")].toArray()[0].toObject();
    CHECK(finding[s("partner")].toString() == s("Klangwerk"));
    CHECK(finding[s("data")].toString() == s("messages"));
    CHECK(finding[s("stance")].toString() == s("asserts"));
    CHECK(finding[s("period")].toString() == QString());
    CHECK(finding[s("end")].toInt() == 1 + static_cast<int>(sentence.size())); // without the full stop
}

TEST_CASE("a line that is no request is named and passed over; half a character, any bytes and long lines do no harm")
{
    const Program program;
    const Outcome outcome = annotated(program, "{\"id\":1,\"text\":\"Klangwerk\\ud800 read \\udc00messages.\"}\n"
                                               "nonsense\n"
                                               "{\"id\":2}\n"
                                               "{\"id\":3,\"text\":\"x\",\"holder\":[\"A\",\"B\"]}\n"
                                               "{\"id\":4,\"text\":\"x\",\"holder\":5}\n"
                                               "[]\n"
                                               "{\"id\":5,\"text\":\"\xFF\xFE\"}\n");
    CHECK(outcome.status == 1);
    CHECK(lines(outcome.output).size() == 2);
    for (const char *line : {"line 2:", "line 3:", "line 5:", "line 6:", "line 7:"})
        CHECK(outcome.errors.contains(line));
    QByteArray bytes;
    for (int i = 0; i < 30'000; ++i)
        bytes += static_cast<char>(i * 7919 >> 3);
    CHECK(annotated(program, bytes, {}).status == 0);
    CHECK(annotated(program, {}, {}).status == 0);
    CHECK(annotated(program, "{\"id\":1,\"text\":\"" + QByteArray(10'000'000, 'a') + "\"}").status == 0);
    CHECK(program.run({s("annotate"), s("/nowhere")}).status == 1);
}

TEST_CASE("training on the same texts gives the same bytes, and texts that are not there give none")
{
    const Program program;
    const QString corpus = QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/annotator/corpus");
    int copied = 0;
    for (const QString &name : QDir(corpus).entryList({s("*.txt")}, QDir::Files, QDir::Name)) {
        QFile file(corpus + u'/' + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        program.put(s("corpus/") + name, file.readAll());
        if (++copied == 12)
            break;
    }
    const auto train = [&](const QString &folder, const QString &out) {
        return program.run({s("train"), s("--corpus"), program.folder() + folder, s("--out"), program.folder() + out});
    };
    const auto contents = [&](const QString &out) {
        QFile file(program.folder() + out);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const Outcome trained = train(s("/corpus"), s("/one"));
    INFO(trained.errors.toStdString());
    REQUIRE(trained.status == 0);
    REQUIRE(train(s("/corpus"), s("/two")).status == 0);
    CHECK((contents(s("/one")) == contents(s("/two"))));
    CHECK(train(s("/nowhere"), s("/three")).status == 1);
    CHECK_FALSE(QFile::exists(program.folder() + s("/three")));
    CHECK(program.run(QStringList(s("train"))).status == 2);
}
