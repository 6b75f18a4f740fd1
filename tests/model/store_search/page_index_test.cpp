// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/page_index.h"

#include "model/search/word_breaker.h"
#include "model/store/page_table.h"
#include "tests/model/store_search/searchable_case.h"
#include "tests/support/catch.h"

#include <QFile>

#include <random>

using namespace model;
using namespace model::store;

namespace {

void checkIndex(SearchableCase &file)
{
    file.run("INSERT INTO page_index (page_index, rank) VALUES ('integrity-check', 1)");
    file.run("INSERT INTO page_joint (page_joint) VALUES ('integrity-check')");
}

qint64 number(SearchableCase &file, const QByteArray &sql)
{
    auto statement = file.database().prepare(sql);
    REQUIRE(statement);
    REQUIRE(*statement->step());
    return statement->integer(0);
}

} // namespace

TEST_CASE("a document that is taken out leaves nothing to find and no word of its own")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"),
                     {QStringLiteral("the secretname of the"), QStringLiteral("informant is here")});
    file.addDocument(QStringLiteral("b.pdf"), {QStringLiteral("the other bank"), QStringLiteral("is here")});
    CHECK(file.pages(QStringLiteral("\"the informant\"")).size() == 1);
    REQUIRE(PageTable(file.database()).removeAll(1));
    REQUIRE(purgeIndex(file.database()));
    checkIndex(file);
    CHECK(file.pages(QStringLiteral("secretname")).isEmpty());
    CHECK(file.pages(QStringLiteral("\"the informant\"")).isEmpty());
    CHECK(file.pages(QStringLiteral("NOT xyzzy")) == QStringList{QStringLiteral("2/1"), QStringLiteral("2/2")});
    CHECK(number(file, "SELECT count (*) FROM term WHERE term IN ('secretname', 'informant')") == 0);
    CHECK(number(file, "SELECT count (*) FROM term WHERE term IN ('the', 'other', 'here')") == 3);
    QFile bytes(file.path());
    REQUIRE(bytes.open(QFile::ReadOnly));
    const QByteArray all = bytes.readAll();
    CHECK_FALSE(all.contains("secretname"));
    CHECK_FALSE(all.contains("secretnam"));
    CHECK_FALSE(all.contains("nformant"));
}

TEST_CASE("pages that are written anew are found by their new words alone")
{
    SearchableCase file;
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("old words"), QStringLiteral("old end")});
    PageText page;
    page.text = QStringLiteral("new words");
    REQUIRE(PageTable(file.database()).replaceAll(1, {page, page, page}));
    checkIndex(file);
    CHECK(file.pages(QStringLiteral("old")).isEmpty());
    CHECK(file.pages(QStringLiteral("\"words new\"")) == QStringList{QStringLiteral("1/1"), QStringLiteral("1/2")});
}

TEST_CASE("an index made by other rules is noticed, and rebuilt before the next document goes in")
{
    SearchableCase file;
    CHECK(*indexIsCurrent(file.database()));
    file.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("some words"), QStringLiteral("and more")});
    CHECK(*indexIsCurrent(file.database()));
    file.run("UPDATE index_state SET words = 'of old'");
    file.run("INSERT INTO page_index (page_index) VALUES ('delete-all')");
    CHECK_FALSE(*indexIsCurrent(file.database()));
    CHECK(file.search(QStringLiteral("words")).remarks.size() == 1);
    SECTION("by adding one")
    {
        file.addDocument(QStringLiteral("b.pdf"), {QStringLiteral("further words")});
        CHECK(file.pages(QStringLiteral("words")) == QStringList{QStringLiteral("1/1"), QStringLiteral("2/1")});
    }
    SECTION("by taking one out")
    {
        REQUIRE(unindexDocument(file.database(), 1));
        file.run("DELETE FROM page");
        CHECK(file.pages(QStringLiteral("NOT xyzzy")).isEmpty());
    }
    SECTION("by itself")
    {
        REQUIRE(rebuildIndex(file.database()));
        CHECK(file.pages(QStringLiteral("\"words and\"")) == QStringList{QStringLiteral("1/1")});
    }
    CHECK(*indexIsCurrent(file.database()));
    checkIndex(file);
}

TEST_CASE("an index is rebuilt in steps, between which others write; it is current after the last")
{
    SearchableCase file;
    for (int i = 0; i < 3; ++i)
        file.addDocument(QStringLiteral("%1.pdf").arg(i), {QStringLiteral("some words"), QStringLiteral("and more")});
    file.run("UPDATE index_state SET words = 'of old'");
    IndexRebuild rebuild;
    CHECK_FALSE(*rebuild.step(file.database(), 0));
    CHECK(rebuild.total() == 3);
    CHECK_FALSE(*indexIsCurrent(file.database()));
    SECTION("to the end")
    {
        while (!*rebuild.step(file.database(), 1000)) {
        }
        CHECK(rebuild.done() == 3);
    }
    SECTION("until another write has made it current")
    {
        file.addDocument(QStringLiteral("more.pdf"), {QStringLiteral("further words")});
        CHECK(*rebuild.step(file.database(), 0));
    }
    SECTION("given up and begun anew")
    {
        IndexRebuild again;
        while (!*again.step(file.database(), 1000)) {
        }
    }
    CHECK(*indexIsCurrent(file.database()));
    checkIndex(file);
}

TEST_CASE("after any documents went in and out the index fits the pages")
{
    std::mt19937 random(GENERATE(range(0u, 8u)));
    const char *const words[] = {"bank", "part-\nner", "opt-out", "消息", "ข้อความ", "Café", "a-", "the", "2018", "\n"};
    SearchableCase file;
    QList<qint64> documents;
    for (int step = 0; step < 25; ++step) {
        if (!documents.isEmpty() && random() % 3 == 0) {
            REQUIRE(PageTable(file.database())
                        .removeAll(documents.takeAt(
                            static_cast<qsizetype>(random() % static_cast<unsigned>(documents.size())))));
            continue;
        }
        QStringList pages;
        for (std::size_t page = 0, count = random() % 9; page < count; ++page) {
            QString text = QStringLiteral("Head\n");
            for (std::size_t i = 0, length = random() % 60; i < length; ++i)
                text += QString::fromUtf8(words[random() % std::size(words)]) + u' ';
            pages += text;
        }
        documents += file.addDocument(QStringLiteral("%1.pdf").arg(step), pages);
    }
    checkIndex(file);
    const qint64 joints =
        number(file, "SELECT count (*) FROM page_joint WHERE page_joint MATCH '\"<the\" OR \"<bank\" OR \">bank\"'");
    REQUIRE(rebuildIndex(file.database()));
    CHECK(
        number(file, "SELECT count (*) FROM page_joint WHERE page_joint MATCH '\"<the\" OR \"<bank\" OR \">bank\"'") ==
        joints);
    for (const qint64 document : std::as_const(documents))
        REQUIRE(PageTable(file.database()).removeAll(document));
    CHECK(number(file, "SELECT count (*) FROM term") == 0);
    checkIndex(file);
}

TEST_CASE("a page whose text changes is found by its new words, alone and over its breaks, and by no former one")
{
    std::mt19937 random(11);
    const auto word = [&random] { return QStringLiteral("w%1").arg(random() % 40); };
    const auto text = [&] {
        QStringList words;
        for (int i = 0; i < 30; ++i)
            words += word() + (i % 7 == 6 ? QStringLiteral("\n") : QString());
        return words.join(u' ');
    };
    SearchableCase changed;
    SearchableCase fresh;
    QStringList pages;
    for (int i = 0; i < 16; ++i)
        pages += i % 5 == 3 ? QString() : QStringLiteral("Page head\n") + text();
    changed.addDocument(QStringLiteral("a.pdf"), pages);
    for (const int page : {0, 3, 7, 8, 15, 3}) {
        pages[page] = text() + QStringLiteral(" new%1").arg(page);
        REQUIRE(PageTable(changed.database()).replaceText(1, page, pages[page]));
    }
    fresh.addDocument(QStringLiteral("a.pdf"), pages);
    checkIndex(changed);
    const QByteArray terms = "SELECT group_concat (term) FROM (SELECT term FROM term ORDER BY term)";
    const auto listed = [&terms](SearchableCase &file) {
        auto statement = file.database().prepare(terms);
        REQUIRE(*statement->step());
        return statement->text(0);
    };
    CHECK(listed(changed) == listed(fresh));
    CHECK(changed.pages(QStringLiteral("new7")) == QStringList{QStringLiteral("1/8")});
    for (int run = 0; run < 200; ++run) {
        const QString query = QStringLiteral("\"%1 %2\"").arg(word(), word());
        INFO(query.toStdString());
        CHECK(changed.pages(query) == fresh.pages(query));
    }
}
