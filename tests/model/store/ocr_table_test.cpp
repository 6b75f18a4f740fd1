// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/ocr_table.h"

#include "model/store/document_table.h"
#include "model/store/field_search.h"
#include "model/store/page_table.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::store;

namespace {

qint64 numberOf(TemporaryCase &test, const Sha256 &document)
{
    return must(DocumentTable(test.file().database()).numberOf(document)).value_or(0);
}

RecognisedPage pageOf(const QString &text, quint8 confidence)
{
    RecognisedPage page;
    page.layout.text.text = text;
    TextBox box;
    box.range = {0, text.size()};
    box.area = {0.1, 0.1, 0.9, 0.2};
    box.edges.assign(static_cast<size_t>(text.size()), 0.9F);
    page.layout.boxes = {box};
    page.layout.confidences = {confidence};
    return page;
}

std::vector<int> pagesWith(TemporaryCase &test, const QString &value, const Sha256 &document, int pages)
{
    QStringList remarks;
    const auto found = must(pagesOfField(test.file().database(), search::Field::Ocr, value, remarks));
    std::vector<int> indices;
    for (int page = 0; page < pages; ++page) {
        if (found.contains(numberOf(test, document) * PageTable::maximumPages + page))
            indices.push_back(page);
    }
    return indices;
}

} // namespace

TEST_CASE("pages wait for OCR until it has read them, those of short documents first")
{
    TemporaryCase test;
    const Sha256 longer = test.addDocument(QStringLiteral("long.pdf"), {QString(), QString(), QString()});
    const Sha256 shorter = test.addDocument(QStringLiteral("short.pdf"), {QString()});
    OcrTable table(test.file().database());
    must(table.addNeed(numberOf(test, longer), 2, OcrNeed::NoText));
    must(table.addNeed(numberOf(test, longer), 0, OcrNeed::Garbled));
    must(table.addNeed(numberOf(test, shorter), 0, OcrNeed::LittleText));
    const auto waiting = must(table.waiting());
    REQUIRE(waiting.size() == 3);
    CHECK(waiting[0].sha256 == shorter);
    CHECK((waiting[1].sha256 == longer && waiting[1].pageIndex == 0));
    CHECK(waiting[2].pageIndex == 2);
    CHECK(must(table.find(numberOf(test, longer), 0))->need == OcrNeed::Garbled);
    CHECK_FALSE(must(table.find(numberOf(test, longer), 1)));

    must(table.storeFailure(numberOf(test, shorter), 0, QStringLiteral("Damaged.")));
    must(table.storeKept(numberOf(test, longer), 2, {QStringLiteral("eng")}));
    CHECK(must(table.waitingCount()) == 1);
    CHECK_FALSE(must(table.isReadWhole(numberOf(test, longer))));
    must(table.storeKept(numberOf(test, longer), 0, {QStringLiteral("eng")}));
    CHECK_FALSE(must(table.isReadWhole(numberOf(test, longer)))); // nothing was read on it
    CHECK(must(table.letAllWait()) == 3);
}

TEST_CASE("the layout of a page is what OCR found, and is found by how sure it is")
{
    TemporaryCase test;
    const Sha256 document = test.addDocument(QStringLiteral("scan.pdf"), {QString(), QStringLiteral("own"), QString()});
    const qint64 number = numberOf(test, document);
    OcrTable table(test.file().database());
    PageTable pages(test.file().database());
    for (const int page : {0, 2})
        must(table.addNeed(number, page, OcrNeed::NoText));
    CHECK(pagesWith(test, QStringLiteral("waiting"), document, 3) == std::vector<int>{0, 2});
    must(pages.replaceText(number, 0, QStringLiteral("Brightmail")));
    must(table.storeRead(number, 0, pageOf(QStringLiteral("Brightmail"), 55), 55, {QStringLiteral("eng")}));
    must(pages.replaceText(number, 2, QStringLiteral("Tidewater")));
    must(table.storeRead(number, 2, pageOf(QStringLiteral("Tidewater"), 93), 93, {QStringLiteral("eng")}));

    const auto layout = must(table.layout(document, 0));
    REQUIRE(layout);
    CHECK(layout->text.text == QStringLiteral("Brightmail"));
    REQUIRE(layout->boxes.size() == 1);
    CHECK(layout->confidences == std::vector<quint8>{55});
    CHECK_FALSE(must(table.layout(document, 1)));
    CHECK(pagesWith(test, QStringLiteral("<70"), document, 3) == std::vector<int>{0});
    CHECK(pagesWith(test, QStringLiteral(">=55"), document, 3) == std::vector<int>{0, 2});
    CHECK(pagesWith(test, QStringLiteral(">55%"), document, 3) == std::vector<int>{2});
    CHECK(pagesWith(test, QStringLiteral("yes"), document, 3) == std::vector<int>{0, 2});
    CHECK(pagesWith(test, QStringLiteral("no"), document, 3) == std::vector<int>{1});
    // Read again to no avail, it keeps what was read before.
    must(table.letAllWait());
    must(table.storeKept(number, 0, {QStringLiteral("deu")}));
    CHECK(must(table.layout(document, 0)));
    CHECK(must(table.find(number, 0))->hasOcrText);
}

TEST_CASE("a case expects English until it is told otherwise")
{
    TemporaryCase test;
    OcrTable table(test.file().database());
    CHECK(must(table.languages()) == QStringList{QStringLiteral("eng")});
    must(table.setLanguages({QStringLiteral("deu"), QStringLiteral("eng"), QStringLiteral("deu")}));
    test.reopen();
    CHECK(must(OcrTable(test.file().database()).languages()) ==
          QStringList{QStringLiteral("deu"), QStringLiteral("eng")});
}
