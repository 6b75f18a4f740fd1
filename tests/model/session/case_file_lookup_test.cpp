// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

NoteId noteId(const char *text)
{
    return *NoteId::fromString(QString::fromLatin1(text));
}

void addNote(TemporaryCase &test, const NoteId &id)
{
    must(test.file().decide({{journal::AddNote{{id, WholeCase{}, QStringLiteral("a note")}}}}));
}

} // namespace

TEST_CASE("The beginning of an id finds what no other begins like; else the candidates are named")
{
    TemporaryCase test;
    const NoteId one = noteId("aaaaaaaa-0000-4000-8000-000000000001");
    const NoteId two = noteId("aaaaaaaa-1000-4000-8000-000000000002");
    const NoteId other = noteId("ffffffff-ffff-4fff-8fff-ffffffffffff");
    for (const NoteId &id : {one, two, other})
        addNote(test, id);
    const CaseFile &file = test.file();
    CHECK(must(file.findNote(QStringLiteral("ffffffff"))) == other);
    CHECK(must(file.findNote(QStringLiteral("aaaaaaaa-1"))) == two);
    CHECK(must(file.findNote(QStringLiteral("AAAAAAAA-0000"))) == one);
    CHECK(must(file.findNote(one.toString())) == one);

    const auto ambiguous = file.findNote(QStringLiteral("aaaaaaaa"));
    REQUIRE_FALSE(ambiguous);
    CHECK(ambiguous.error().kind == ErrorKind::Ambiguous);
    CHECK(ambiguous.error().sentence.contains(one.toString()));
    CHECK(ambiguous.error().sentence.contains(two.toString()));
    for (const char *word : {"bbbbbbbb", "aaaaaaaa-2", "aaaaaaa", "no id"})
        CHECK(file.findNote(QString::fromLatin1(word)).error().kind == ErrorKind::NotFound);
    CHECK(file.findTag(one.toString()).error().kind == ErrorKind::NotFound);
    CHECK(file.findLink(one.toString()).error().kind == ErrorKind::NotFound);
}

TEST_CASE("A word that is one document's number and another's name is ambiguous, and both are named")
{
    TemporaryCase test;
    const Sha256 first = test.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("one")});
    const Sha256 second = test.addDocument(QStringLiteral("1"), {QStringLiteral("two")});
    const CaseFile &file = test.file();
    CHECK(must(file.findDocument(QStringLiteral("2"))).sha256 == second);
    CHECK(must(file.findDocument(QStringLiteral("bundle/1"))).sha256 == second);
    const auto ambiguous = file.findDocument(QStringLiteral("1"));
    REQUIRE_FALSE(ambiguous);
    CHECK(ambiguous.error().kind == ErrorKind::Ambiguous);
    for (const Sha256 &sha : {first, second})
        CHECK(ambiguous.error().sentence.contains(sha.toHex().left(12)));
}

TEST_CASE("A document is one candidate, however many of its names the word is")
{
    TemporaryCase test;
    // The first document, with the name "1".
    const Sha256 sha = test.addDocument(QStringLiteral("1"), {QStringLiteral("one")});
    CHECK(must(test.file().findDocument(QStringLiteral("1"))).sha256 == sha);
}

TEST_CASE("A word that is one document's hash and another's name is ambiguous")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("one")});
    const QString digits = sha.toHex().left(10);
    CHECK(must(test.file().findDocument(digits)).sha256 == sha);
    CHECK(must(test.file().findDocument(digits.toUpper())).sha256 == sha);
    test.addDocument(digits, {QStringLiteral("two")});
    CHECK(test.file().findDocument(digits).error().kind == ErrorKind::Ambiguous);
    CHECK(test.file().findDocument(digits.left(7)).error().kind == ErrorKind::NotFound);
}
