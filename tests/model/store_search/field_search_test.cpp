// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/store_search/searchable_case.h"
#include "tests/support/catch.h"

using namespace model;

namespace {

QStringList list(const char *words)
{
    return QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts);
}

/// Three documents of three pages. Partners Film (alias Flicks) and Bank, merged into it Kiosk; permissions read and
/// write. Tags: Film on 1/1, Kiosk on 1/2, read on 2/1, evidence E on 2/2..2/3 (Film x read, supports, confirmed),
/// evidence F on 3/1 (Kiosk x write, denies). Read: 1/1 and 3/3.
void fill(SearchableCase &file)
{
    file.addDocument(QStringLiteral("bundle/Agreement with Film.pdf"),
                     {QStringLiteral("bank one"), QStringLiteral("one"), QStringLiteral("bank")},
                     QStringLiteral("A contract"));
    file.addDocument(QStringLiteral("bundle/memo-12.pdf"),
                     {QStringLiteral("bank two"), QStringLiteral("two"), QStringLiteral("bank")});
    file.addDocument(QStringLiteral("bundle/press.pdf"),
                     {QStringLiteral("bank three"), QStringLiteral("three"), QString()});
    file.run(
        "INSERT INTO subject (id, kind, name, name_key, root) VALUES "
        "(x'01010101010101010101010101010101', 'partner', 'Film Service', 'film service', "
        "x'01010101010101010101010101010101'),"
        "(x'02020202020202020202020202020202', 'partner', 'Royal Bank', 'royal bank', "
        "x'02020202020202020202020202020202'),"
        "(x'05050505050505050505050505050505', 'permission', 'read', 'read', x'05050505050505050505050505050505'),"
        "(x'06060606060606060606060606060606', 'permission', 'write', 'write', x'06060606060606060606060606060606')");
    file.run("INSERT INTO subject (id, kind, name, name_key, root, merged_into) VALUES "
             "(x'03030303030303030303030303030303', 'partner', 'Kiosk', 'kiosk', x'02020202020202020202020202020202', "
             "x'02020202020202020202020202020202')");
    file.run("INSERT INTO alias (subject, alias, alias_key) VALUES (x'01010101010101010101010101010101', 'Flicks', "
             "'flicks')");
    const auto tag = [&file](const char *id, const char *kind, const char *place, const char *subject) {
        file.run(
            QByteArray(
                "INSERT INTO tag (id, kind, document, first_page, start, last_page, \"end\", quote, prefix, suffix, "
                "subject, author, decided_ms) VALUES (x'") +
            QByteArray(id).repeated(16) + "', '" + kind + "', " + place + ", 'q', '', '', " +
            (*subject ? "x'" + QByteArray(subject).repeated(16) + "'" : QByteArray("NULL")) + ", 'me', 0)");
    };
    tag("a1", "partner", "1, 0, 0, 0, 4", "01");
    tag("a2", "partner", "1, 1, 0, 1, 3", "03");
    tag("a3", "permission", "2, 0, 0, 0, 4", "05");
    tag("a4", "evidence", "2, 1, 0, 2, 4", "");
    tag("a5", "evidence", "3, 0, 0, 0, 4", "");
    file.run("INSERT INTO evidence_link (id, evidence, partner, permission, stance, author, decided_ms) VALUES "
             "(x'b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1b1', x'a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4a4', "
             "x'01010101010101010101010101010101', "
             "x'05050505050505050505050505050505', 'supports', 'me', 0),"
             "(x'b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2', x'a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5', "
             "x'03030303030303030303030303030303', "
             "x'06060606060606060606060606060606', 'denies', 'me', 0)");
    file.run("INSERT INTO finding_count (partner, permission, supports, denies, documents) VALUES "
             "(x'01010101010101010101010101010101', x'05050505050505050505050505050505', 1, 0, 1),"
             "(x'03030303030303030303030303030303', x'06060606060606060606060606060606', 0, 1, 1)");
    file.run("INSERT INTO finding (partner, permission, verdict) VALUES "
             "(x'01010101010101010101010101010101', x'05050505050505050505050505050505', 'confirmed')");
    file.run("INSERT INTO page_read VALUES (1, 0, 0), (3, 2, 1)");
}

} // namespace

TEST_CASE("fields narrow to pages by what the reporter decided, alone and with words")
{
    SearchableCase file;
    fill(file);
    const auto [query, expected] = GENERATE(table<const char *, const char *>({
        {"partner:\"Film Service\"", "1/1 2/2 2/3"},
        {"partner:film", "1/1 2/2 2/3"},
        {"partner:FLICKS", "1/1 2/2 2/3"},
        {"partner:\"Royal Bank\"", "1/2 3/1"},
        {"partner:kiosk", "1/2 3/1"},
        {"permission:read", "2/1 2/2 2/3"},
        {"permission:write", "3/1"},
        {"kind:partner", "1/1 1/2"},
        {"kind:evidence", "2/2 2/3 3/1"},
        {"stance:supports", "2/2 2/3"},
        {"stance:denies", "3/1"},
        {"stance:ended", ""},
        {"verdict:confirmed", "2/2 2/3"},
        {"verdict:open", "3/1"},
        {"read:yes", "1/1 3/3"},
        {"read:no", "1/2 1/3 2/1 2/2 2/3 3/1 3/2"},
        {"document:2", "2/1 2/2 2/3"},
        {"document:contract", "1/1 1/2 1/3"},
        {"document:\"agreement WITH\"", "1/1 1/2 1/3"},
        {"document:press.pdf", "3/1 3/2 3/3"},
        {"document:bundle", ""},
        {"bank document:2", "2/1 2/3"},
        {"bank read:no", "1/3 2/1 2/3 3/1"},
        {"bank NOT read:yes", "1/3 2/1 2/3 3/1"},
        {"NOT kind:partner document:1", "1/3"},
        {"NOT (bank OR read:yes)", "1/2 2/2 3/2"},
        {"one OR partner:kiosk", "1/1 1/2 3/1"},
        {"(three OR kind:permission) bank", "2/1 3/1"},
        {"bank (kind:evidence OR document:1) read:no", "1/3 2/3 3/1"},
        {"NOT document:1 NOT document:2", "3/1 3/2 3/3"},
    }));
    INFO(query);
    CHECK(file.pages(QString::fromUtf8(query)) == list(expected));
}

TEST_CASE("a document is also known by the beginning of its SHA-256")
{
    SearchableCase file;
    fill(file);
    const QString hash = Sha256::of("bundle/memo-12.pdf").toHex();
    CHECK(file.pages(QStringLiteral("document:") + hash.left(8)) == list("2/1 2/2 2/3"));
    CHECK(file.pages(QStringLiteral("document:") + hash.left(9).toUpper()) == list("2/1 2/2 2/3"));
    CHECK(file.pages(QStringLiteral("document:") + hash) == list("2/1 2/2 2/3"));
    CHECK(file.pages(QStringLiteral("document:0000") + hash.mid(4)).isEmpty());
}

TEST_CASE("a title given by the reporter is searched beside the file's own")
{
    SearchableCase file;
    fill(file);
    file.run("INSERT INTO document_title VALUES (3, 'The denial')");
    CHECK(file.pages(QStringLiteral("document:denial")) == list("3/1 3/2 3/3"));
    CHECK(file.pages(QStringLiteral("document:press")) == list("3/1 3/2 3/3"));
}

TEST_CASE("a field whose value names nothing finds nothing and says so")
{
    SearchableCase file;
    fill(file);
    for (const char *query : {"partner:nobody", "permission:nothing", "document:nowhere"}) {
        const SearchPage page = file.search(QString::fromUtf8(query));
        CHECK(page.hits.empty());
        CHECK(page.total == 0);
        CHECK(page.remarks.size() == 1);
    }
}

TEST_CASE("words rank the pages that fields chose")
{
    SearchableCase file;
    fill(file);
    const SearchPage page = file.search(QStringLiteral("three OR kind:partner"));
    REQUIRE(page.hits.size() == 4);
    CHECK(page.hits.front().number == 3);
    CHECK(page.hits.front().inPage.size() == 1);
    CHECK(page.hits.back().snippet == QStringLiteral("one"));
}
