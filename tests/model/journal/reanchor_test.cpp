// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/reanchor.h"

#include "model/session/verify.h"
#include "model/store/document_table.h"
#include "model/store/ocr_table.h"
#include "model/store/page_table.h"
#include "model/store/transaction.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::journal;

namespace {

TagId tagOf(TemporaryCase &test, const Sha256 &document, const QString &words)
{
    const Tag tag{TagId::create(), TagKind::Evidence, test.passage(document, 0, words), std::nullopt};
    must(test.file().decide({{AddTag{tag}}}));
    return tag.id;
}

Reanchored readAnew(TemporaryCase &test, const Sha256 &document, const QString &text)
{
    store::Database &database = test.file().database();
    auto transaction = must(store::Transaction::begin(database));
    const qint64 number = must(store::DocumentTable(database).numberOf(document)).value_or(0);
    if (!must(store::OcrTable(database).find(number, 0)))
        must(store::OcrTable(database).addNeed(number, 0, OcrNeed::NoText));
    must(store::PageTable(database).replaceText(number, 0, text));
    const Reanchored result = must(reanchorTags(database, document, 0, {QStringLiteral("Bea"), 7}));
    must(transaction.commit());
    return result;
}

} // namespace

TEST_CASE("tags go with their words when their page is read anew, and stay whose they were")
{
    TemporaryCase test;
    const Sha256 document = test.addDocument(QStringLiteral("scan.pdf"), {QStringLiteral("Brightmail may read it")});
    const TagId moves = tagOf(test, document, QStringLiteral("may read"));
    const TagId stays = tagOf(test, document, QStringLiteral("Brightmail"));
    const Reanchored result = readAnew(test, document, QStringLiteral("Brightmail really may read it"));
    CHECK(result.moved == 1);
    CHECK(result.unplaced == 0);
    CHECK(must(test.file().tag(moves)).passage == test.passage(document, 0, QStringLiteral("may read")));
    CHECK(must(test.file().tag(stays)).passage.start == 0);
    CHECK(must(tagsOutOfPlace(test.file().database())).empty());
    CHECK(must(session::verify(test.file(), {})).problems.isEmpty());
}

TEST_CASE("a tag whose words are gone stays, and is listed")
{
    TemporaryCase test;
    const Sha256 document = test.addDocument(QStringLiteral("scan.pdf"), {QStringLiteral("Brightmail may read it")});
    const TagId tag = tagOf(test, document, QStringLiteral("Brightmail"));
    CHECK(readAnew(test, document, QStringLiteral("Something else altogether")).unplaced == 1);
    const auto astray = must(tagsOutOfPlace(test.file().database()));
    REQUIRE(astray.size() == 1);
    CHECK(astray.front().id == tag);
    CHECK(must(test.file().tag(tag)).passage.quote == QStringLiteral("Brightmail"));
    CHECK(must(session::verify(test.file(), {})).problems.isEmpty());
    // And comes back with its words.
    readAnew(test, document, QStringLiteral("Here is Brightmail"));
    CHECK(must(tagsOutOfPlace(test.file().database())).empty());
}

TEST_CASE("undo passes over tags that went with their words")
{
    TemporaryCase test;
    const Sha256 document = test.addDocument(QStringLiteral("scan.pdf"), {QStringLiteral("Brightmail may read it")});
    const TagId tag = tagOf(test, document, QStringLiteral("may read"));
    readAnew(test, document, QStringLiteral("Now Brightmail may read it"));
    must(test.file().undo());
    CHECK_FALSE(test.file().tag(tag));
}
