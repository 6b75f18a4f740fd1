// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/ocr_stage.h"

#include "model/session/copies.h"
#include "model/session/search.h"
#include "model/session/verify.h"
#include "model/store/database.h"
#include "model/store/document_table.h"
#include "model/store/page_table.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/scanned_page.h"
#include "tests/support/temporary_case.h"

#include <QFile>
#include <QImage>

using namespace model;
using namespace model::intake;

namespace {

const std::shared_ptr<reader::ReaderHost> &readers()
{
    static const std::shared_ptr<reader::ReaderHost> one =
        must(reader::ReaderHost::start({reader::ReaderHost::programBesideThis(), {}, true}));
    return one;
}

Importer::Options optionsFor(TemporaryCase &test)
{
    Importer::Options options;
    options.caseFolder = test.path();
    options.reviewer = QStringLiteral("Ada");
    options.clock = steppingClock();
    options.host = readers();
    options.jobs = 2;
    options.write = [&test](const Importer::Step &step) { step(test.file().database()); };
    return options;
}

QString saved(const TemporaryCase &test, const QString &name, const std::vector<QByteArray> &lines)
{
    const QString path = test.folder() + u'/' + name;
    REQUIRE(scannedPage(lines).save(path, "PNG"));
    return path;
}

ImportReport import(TemporaryCase &test, const QStringList &paths)
{
    return must(Importer(optionsFor(test)).import(paths));
}

OcrReport recognise(TemporaryCase &test, std::function<void(const ImportStep &)> written = {},
                    const std::stop_token &stop = {})
{
    const auto ocr = must(startOcr(ocrProgramBesideThis(), {QStringLiteral("eng")}));
    Importer::Options options = optionsFor(test);
    options.written = std::move(written);
    return must(OcrStage(options, ocr, {QStringLiteral("eng")}).run(stop));
}

QStringList found(TemporaryCase &test, const QString &query)
{
    QStringList files;
    for (const SearchHit &hit : must(session::searchCase(test.file(), query, 0, 100)).hits)
        files += must(test.file().document(hit.document)).file;
    return files;
}

} // namespace

TEST_CASE("an image is a document that waits for OCR, which makes it a page that is found")
{
    TemporaryCase test;
    const QString path = saved(test, QStringLiteral("scan.dat"), {"Fernbank gave Brightmail", "the list of friends."});
    CHECK(import(test, {path}).isComplete());
    const auto documents = must(test.file().documents());
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].kind == FileKind::Image);
    CHECK(documents[0].pageCount == 1);
    const store::OcrTable table(test.file().database());
    CHECK(must(table.waitingCount()) == 1);

    std::vector<std::pair<Sha256, int>> told;
    const OcrReport report = recognise(test, [&told](const ImportStep &step) {
        if (step.page)
            told.push_back(*step.page);
    });
    CHECK(report.read == 1);
    CHECK(report.failed == 0);
    CHECK_FALSE(report.cancelled);
    CHECK(told == std::vector<std::pair<Sha256, int>>{{documents[0].sha256, 0}});
    CHECK(must(test.file().pageText(documents[0].sha256, 0)).text ==
          QStringLiteral("Fernbank gave Brightmail\nthe list of friends."));
    CHECK(found(test, QStringLiteral("brightmail ocr:yes")) == QStringList{QStringLiteral("scan.dat")});
    const auto layout = must(table.layout(documents[0].sha256, 0));
    REQUIRE(layout);
    CHECK(layout->boxes.size() == 7);
    CHECK(layout->confidences.size() == 7);
    CHECK(must(session::verify(test.file(), {})).problems.isEmpty());
    CHECK(recognise(test).read == 0);
}

TEST_CASE("a page with text does without OCR, and a blank one too")
{
    TemporaryCase test;
    const QString path = test.folder() + QStringLiteral("/letter.pdf");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    PdfFile pdf;
    pdf.pages = {PdfPage{400, 200, {PdfLine{30, 60, "A letter of few words"}}}, PdfPage{400, 200, {}}};
    file.write(pdfBytes(pdf));
    file.close();
    import(test, {path});
    const OcrReport report = recognise(test);
    CHECK(report.read == 0);
    CHECK(report.kept == 2);
    CHECK(must(store::OcrTable(test.file().database()).waitingCount()) == 0);
    CHECK(must(test.file().pageText(must(test.file().documents())[0].sha256, 0)).text ==
          QStringLiteral("A letter of few words"));
}

TEST_CASE("two scans of one paper count as one source once OCR has read them")
{
    TemporaryCase test;
    const QImage scan = scannedPage(
        {"Fernbank gave Brightmail the list of friends of all", "its users, and the private messages that they wrote,",
         "until the spring of the year in which the contract", "between the two companies came to its end."});
    const QString one = test.folder() + QStringLiteral("/one.png");
    const QString other = test.folder() + QStringLiteral("/other.jpg");
    REQUIRE(scan.save(one, "PNG"));
    REQUIRE(scan.save(other, "JPEG", 95));
    CHECK(import(test, {one, other}).isComplete());
    const Sha256 first = must(test.file().documents()).front().sha256;
    CHECK(must(session::copiesOf(test.file(), first)).size() < 2);
    CHECK(recognise(test).read == 2);
    CHECK(must(session::copiesOf(test.file(), first)).size() == 2);
}

TEST_CASE("a page on which words are hidden keeps the text that the file itself has, for OCR does not see them")
{
    TemporaryCase test;
    PdfFile pdf;
    pdf.pages.resize(1);
    pdf.pages[0].lines = {{72, 90, "Nothing is said here."}};
    pdf.pages[0].content = "1 1 1 rg BT /Helvetica 12 Tf 72 600 Td (Brightmail could delete messages.) Tj ET";
    const QString path = test.folder() + QStringLiteral("/hidden.pdf");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdfBytes(pdf));
    file.close();
    CHECK(import(test, {path}).isComplete());
    const Document document = must(test.file().documents()).front();
    const QString text = must(test.file().pageText(document.sha256, 0)).text;
    REQUIRE(must(test.file().hiddenText(document.sha256)).size() == 1);
    REQUIRE(test.file().database().run("DELETE FROM page_ocr"));
    must(store::OcrTable(test.file().database()).addNeed(document.number, 0, OcrNeed::NoText));
    const OcrReport report = recognise(test);
    CHECK(report.read == 0);
    CHECK(report.kept == 1);
    CHECK(must(test.file().pageText(document.sha256, 0)).text == text);
    CHECK(must(test.file().hiddenText(document.sha256)).front().text ==
          QStringLiteral("Brightmail could delete messages."));
}

TEST_CASE("OCR that is stopped goes on with the pages that are left")
{
    TemporaryCase test;
    QStringList paths;
    for (const char *name : {"one", "two", "three", "four"})
        paths += saved(test, QLatin1String(name), {QByteArray("This is letter number ") + name});
    import(test, paths);
    std::stop_source stop;
    const OcrReport first = recognise(
        test, [&stop](const ImportStep &) { stop.request_stop(); }, stop.get_token());
    CHECK(first.cancelled);
    CHECK(first.read >= 1);
    CHECK(first.read < 4);
    const OcrReport second = recognise(test);
    CHECK(first.read + second.read == 4);
    for (const char *name : {"one", "two", "three", "four"})
        CHECK(found(test, QStringLiteral("\"number %1\"").arg(QLatin1String(name))).size() == 1);
}

TEST_CASE("a language that is not installed ends OCR with a sentence that says so, and the pages wait on")
{
    TemporaryCase test;
    import(test, {saved(test, QStringLiteral("scan.png"), {"Fernbank gave Brightmail"})});
    const auto ocr = must(startOcr(ocrProgramBesideThis(), {QStringLiteral("qqq")}));
    const auto report = OcrStage(optionsFor(test), ocr, {QStringLiteral("qqq")}).run({});
    REQUIRE_FALSE(report);
    CHECK(report.error().sentence.contains(QStringLiteral("tesseract-ocr-qqq")));
    CHECK(must(store::OcrTable(test.file().database()).waitingCount()) == 1);
}

TEST_CASE("tags go with their words when a page is read again")
{
    TemporaryCase test;
    import(test, {saved(test, QStringLiteral("scan.png"), {"Fernbank gave Brightmail", "the list of friends."})});
    const Sha256 document = must(test.file().documents())[0].sha256;
    const qint64 number = must(store::DocumentTable(test.file().database()).numberOf(document)).value_or(0);
    recognise(test);
    // As if another language had made this of it.
    must(store::PageTable(test.file().database())
             .replaceText(number, 0, QStringLiteral("Fembank gave\nto Brightmail the Iist of friends.")));
    const Tag tag{TagId::create(), TagKind::Partner, test.passage(document, 0, QStringLiteral("Brightmail")), {}};
    must(test.file().decide({{journal::AddTag{tag}}}));
    must(store::OcrTable(test.file().database()).letAllWait());
    const OcrReport report = recognise(test);
    CHECK(report.movedTags == 1);
    CHECK(report.unplacedTags == 0);
    CHECK(must(test.file().tag(tag.id)).passage == test.passage(document, 0, QStringLiteral("Brightmail")));
}
