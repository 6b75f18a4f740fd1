// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/corpus.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace model;
using namespace model::annotate;

namespace {

Result<GoldDocument> parsed(const QString &body)
{
    return parseCorpusDocument(QStringLiteral("one"),
                               QStringLiteral("# holder: Lumen Circle\n# form: memo\n\n") + body);
}

QString wordsOf(const GoldDocument &document, int span)
{
    const TextRange range = document.spans[size_t(span)].range;
    return document.text.mid(range.start, range.length());
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

TEST_CASE("a corpus text gives its plain text, its passages and every partner with every permission")
{
    const auto document = parsed(QStringLiteral("Note. {E supports 2013-05..2015|{P Corvane Media|Corvane} and "
                                                "{P|Dellmark} could {D read,write:messages|read and "
                                                "write messages}} then.\n=== page ===\n{P|Quelle} left."));
    REQUIRE(document.has_value());
    CHECK(document->holders == QStringList{QStringLiteral("Lumen Circle")});
    CHECK(document->text ==
          QStringLiteral("Note. Corvane and Dellmark could read and write messages then.\n\f\nQuelle left."));
    REQUIRE(document->spans.size() == 5);
    CHECK(document->spans[0].kind == TagKind::Evidence);
    CHECK(wordsOf(*document, 0) == QStringLiteral("Corvane and Dellmark could read and write messages"));
    CHECK(document->spans[1].name == QStringLiteral("Corvane Media"));
    CHECK(wordsOf(*document, 1) == QStringLiteral("Corvane"));
    CHECK(document->spans[2].name == QStringLiteral("Dellmark"));
    CHECK(document->spans[3].kind == TagKind::Permission);
    CHECK(wordsOf(*document, 3) == QStringLiteral("read and write messages"));
    CHECK(wordsOf(*document, 4) == QStringLiteral("Quelle"));
    REQUIRE(document->links.size() == 4);
    for (const GoldLink &link : document->links) {
        CHECK(link.evidence == 0);
        CHECK(link.permissionSpan == 3);
        CHECK(link.stance == Stance::Supports);
        CHECK(link.period == Period{PartialDate{2013, 5, 0}, PartialDate{2015, 0, 0}});
        CHECK(link.permission.data == DataKind::Messages);
    }
    CHECK(document->links[1].permission.action == Action::Write);
    CHECK(document->links[3].partner == QStringLiteral("Dellmark"));
    CHECK(document->links[3].partnerSpan == 2);
}

TEST_CASE("a head says whom and what a passage takes over from elsewhere, and who says it")
{
    const auto document = parsed(QStringLiteral(
        "{E denies ..2016-03 @ Corvane; Dellmark # receive:friends use:posts ~ Lumen Circle|That was switched off}. "
        "{E context 2014|{P Quelle|It} may {D read:messages @ Harrow Bank|read messages}}."));
    REQUIRE(document.has_value());
    REQUIRE(document->links.size() == 5);
    CHECK(document->links[0].partner == QStringLiteral("Corvane"));
    CHECK(document->links[0].partnerSpan == -1);
    CHECK(document->links[0].permissionSpan == -1);
    CHECK(document->links[0].stance == Stance::Denies);
    CHECK(document->links[0].period == Period{std::nullopt, PartialDate{2016, 3, 0}});
    CHECK(document->links[3].permission == Permission{Action::Use, DataKind::Posts});
    CHECK(document->links[4].partner == QStringLiteral("Harrow Bank"));
    CHECK(document->links[4].period == Period{PartialDate{2014, 0, 0}, PartialDate{2014, 0, 0}});
}

TEST_CASE("a fault in a corpus text is refused, and the error names the file and the line")
{
    struct Fault {
        const char *body;
        int line;
    };
    const auto fault =
        GENERATE(as<Fault>(), Fault{"fine\nfine\n{P|Corvane", 6}, Fault{"fine\n{P Corvane\n", 5},
                 Fault{"\nno passage}", 5}, Fault{"{P|}", 4}, Fault{"\n{X|Corvane}", 5},
                 Fault{"{E perhaps|it could}", 4}, Fault{"{E supports|it could {D look:messages|read}}", 4},
                 Fault{"\n\n{E supports 2013-17|it could}", 6}, Fault{"{E supports # read|it}", 4});
    CAPTURE(fault.body);
    const auto document = parsed(QString::fromLatin1(fault.body));
    REQUIRE_FALSE(document.has_value());
    CAPTURE(document.error().sentence);
    CHECK(document.error().sentence.contains(QStringLiteral("one")));
    CHECK(document.error().sentence.contains(QStringLiteral("(line %1)").arg(fault.line)));
}

TEST_CASE("a corpus text needs a header")
{
    CHECK_FALSE(parseCorpusDocument(QStringLiteral("one"), QStringLiteral("# holder: X")).has_value());
    CHECK_FALSE(parseCorpusDocument(QStringLiteral("one"), QStringLiteral("holder X\n\ntext")).has_value());
    CHECK_FALSE(parseCorpusDocument(QStringLiteral("one"), QString()).has_value());
}

TEST_CASE("a folder is read by name, and what lies in held-back is held back")
{
    const QTemporaryDir folder;
    CHECK_FALSE(readCorpus(folder.path()).has_value());
    CHECK_FALSE(readCorpus(folder.filePath(QStringLiteral("absent"))).has_value());
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("held-back")));
    writeFile(folder.filePath(QStringLiteral("b.txt")), "# holder: H\n\n{P|Corvane}");
    writeFile(folder.filePath(QStringLiteral("a.txt")), "# holder: H\n\nText");
    writeFile(folder.filePath(QStringLiteral("held-back/c.txt")), "# holder: H\n\nText");
    const auto documents = readCorpus(folder.path());
    REQUIRE(documents.has_value());
    REQUIRE(documents->size() == 3);
    CHECK((*documents)[0].id == QStringLiteral("a"));
    CHECK((*documents)[1].spans.size() == 1);
    CHECK_FALSE((*documents)[1].heldBack);
    CHECK((*documents)[2].heldBack);
    writeFile(folder.filePath(QStringLiteral("d.txt")), "# holder: H\n\n{P|");
    CHECK_FALSE(readCorpus(folder.path()).has_value());
}

TEST_CASE("a file of JSON lines gives spans by code points, without links")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("spans.jsonl"));
    writeFile(path, "{\"id\":\"x\",\"text\":\"\xf0\x9f\x98\x80 Corvane read\",\"spans\":[{\"start\":2,\"end\":9,"
                    "\"label\":\"PARTNER\"}]}\n\n");
    const auto documents = readCorpus(path);
    REQUIRE(documents.has_value());
    REQUIRE(documents->size() == 1);
    CHECK_FALSE(documents->front().hasLinks);
    CHECK(wordsOf(documents->front(), 0) == QStringLiteral("Corvane"));
    writeFile(path, "{\"id\":\"x\",\"text\":\"short\",\"spans\":[{\"start\":2,\"end\":9,\"label\":\"PARTNER\"}]}\n");
    CHECK_FALSE(readCorpus(path).has_value());
}
