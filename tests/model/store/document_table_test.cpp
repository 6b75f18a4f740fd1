// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/store/document_table.h"
#include "model/store/page_table.h"
#include "model/store/query.h"

using namespace model;
using namespace model::store;

namespace {

PageText textPage(const char *words)
{
    PageText page;
    page.text = QString::fromLatin1(words);
    return page;
}

struct Fixture {
    TemporaryCase kept;
    session::CaseFile &file = kept.file();
    DocumentTable table{file.database()};
    Sha256 sha = Sha256::of("x");
    qint64 bundle = must(table.addBundle(QStringLiteral("leak"), 5));
    qint64 number = must(table.addDocument(sha, 1));
};

} // namespace

TEST_CASE_METHOD(Fixture, "The same bytes are one document with several places of origin")
{
    must(table.addOrigin(number, bundle, QStringLiteral("leak/a.pdf")));
    CHECK(must(table.addDocument(sha, 1)) == number);
    must(table.addOrigin(number, bundle, QStringLiteral("leak/copy/b.pdf")));
    must(table.addOrigin(number, bundle, QStringLiteral("leak/a.pdf")));
    const Document document = must(file.document(sha));
    CHECK(document.origins == QStringList{QStringLiteral("leak/a.pdf"), QStringLiteral("leak/copy/b.pdf")});
    CHECK(document.file == u"a.pdf");
    CHECK(document.title == u"a.pdf");
    CHECK(must(table.originsWithoutReceipt()).size() == 2);
    CHECK(must(file.findDocument(QStringLiteral("b.pdf"))).number == number);
}

TEST_CASE_METHOD(Fixture, "A document waits, is read or refused, and can be retried")
{
    CHECK(must(table.waiting()).size() == 1);
    CHECK_FALSE(must(table.retry(number)));
    must(table.storeRefusal(number, RefusalReason::Damaged, QStringLiteral("It is broken."), {QStringLiteral("xref")}));
    Document document = must(file.document(sha));
    CHECK(document.state == DocumentState::Refused);
    CHECK(document.reason == RefusalReason::Damaged);
    CHECK(document.reasonText == u"It is broken.");
    CHECK(document.complaints == QStringList{QStringLiteral("xref")});
    CHECK(must(table.retry(number)));
    CHECK(must(table.waiting()).size() == 1);

    DocumentFacts facts;
    facts.kind = FileKind::Pdf;
    facts.title = QStringLiteral(" Agreement\nof 2012 ");
    must(table.storeRead(number, facts, {{QStringLiteral("one"), 1, 2, QStringLiteral("i"), true}, textPage("two")}, {},
                         QStringLiteral("v1")));
    document = must(file.document(sha));
    CHECK(document.state == DocumentState::Read);
    CHECK(document.reasonText.isEmpty());
    CHECK(document.pageCount == 2);
    CHECK(document.title == u"Agreement of 2012");
    CHECK(must(file.pageText(sha, 0)) == PageText{QStringLiteral("one"), 1, 2, QStringLiteral("i"), true});
    CHECK(must(file.facts(sha)) == facts);
    CHECK(file.pageText(sha, 2).error().kind == ErrorKind::NotFound);

    must(table.storeRead(number, facts, {textPage("anew")}, {}, QStringLiteral("v2")));
    CHECK(must(file.pageText(sha, 0)).text == u"anew");
    CHECK(file.pageText(sha, 1).error().kind == ErrorKind::NotFound);
}

TEST_CASE_METHOD(Fixture, "An archive that was unpacked is not listed among the documents")
{
    must(table.storeArchive(number));
    CHECK(must(file.documents()).empty());
    CHECK(must(file.document(sha)).kind == FileKind::Archive);
    CHECK(must(table.waiting()).empty());
}

TEST_CASE_METHOD(Fixture,
                 "A removed document takes its pages, origins and lone bundle along, and its number is not given again")
{
    must(table.addOrigin(number, bundle, QStringLiteral("a.pdf")));
    must(table.storeRead(number, {}, {textPage("one")}, {}, QString()));
    must(table.remove(number));
    CHECK(must(file.bundles()).empty());
    CHECK(must(queryNumber(file.database(), "SELECT count(*) FROM page")) == 0);
    CHECK(must(table.origins()).empty());
    CHECK(must(table.addDocument(sha, 1)) == number + 1);
}
