// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/gestures.h"
#include "model/store/database.h"

#include <QFile>

using namespace model;
using namespace model::session;

namespace {

const QString firstPage = QStringLiteral("Alder Bank could read private messages.\nIt ended in 2013.");

ChangeSet tagAs(TemporaryCase &test, const Sha256 &sha, const QString &words, TagKind kind)
{
    return must(test.file().decide(must(tagPassage(test.file(), {test.passage(sha, 0, words), kind, QString()}))));
}

} // namespace

TEST_CASE("A new case names its holders and has one journal entry")
{
    TemporaryCase test;
    CHECK(must(test.file().holders()) == QStringList{QStringLiteral("Fernbank")});
    const auto entries = must(test.file().journalEntries());
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].author == u"Ada");
    CHECK(entries[0].description == u"set the holders to Fernbank");
    CHECK(entries[0].hash == must(test.file().journalHead()));
    CHECK_FALSE(test.file().isReadOnly());
}

TEST_CASE("The holders that a case is made with are no decision to take back")
{
    TemporaryCase test;
    CHECK(must(test.file().undoDescription()).isEmpty());
    CHECK_FALSE(test.file().undo());
    must(test.file().decide({{journal::SetHolders{{QStringLiteral("Other")}}}}));
    must(test.file().undo());
    CHECK(must(test.file().holders()) == QStringList{QStringLiteral("Fernbank")});
    CHECK(must(test.file().undoDescription()).isEmpty());
}

TEST_CASE("A case is not made where something is already")
{
    TemporaryCase test;
    const auto again = CaseFile::create(test.path(), {}, {});
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::Invalid);
    CHECK(must(test.file().holders()).size() == 1);
}

TEST_CASE("A tag is there after the case was closed and opened again")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {firstPage});
    const ChangeSet changed = tagAs(test, sha, QStringLiteral("Alder Bank"), TagKind::Partner);
    CHECK(changed.documents.contains(sha));
    CHECK(changed.subjects);
    test.reopen();
    const auto tags = must(test.file().tagsOnPage(sha, 0));
    REQUIRE(tags.size() == 1);
    CHECK(tags[0].passage.quote == u"Alder Bank");
    REQUIRE(tags[0].subject);
    CHECK(must(test.file().subject(*tags[0].subject)).name == u"Alder Bank");
}

TEST_CASE("Undo and redo take decisions back and do them again, also after a restart")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {firstPage});
    tagAs(test, sha, QStringLiteral("Alder Bank"), TagKind::Partner);
    tagAs(test, sha, QStringLiteral("private messages"), TagKind::Permission);
    CHECK(must(test.file().undoDescription()) == u"tag “private messages” as permission");

    must(test.file().undo());
    test.reopen();
    CHECK(must(test.file().tagsOfDocument(sha)).size() == 1);
    CHECK(must(test.file().subjects(SubjectKind::Permission)).empty());
    CHECK(must(test.file().undoDescription()) == u"tag “Alder Bank” as partner");
    CHECK(must(test.file().redoDescription()) == u"tag “private messages” as permission");

    must(test.file().undo());
    CHECK(must(test.file().tagsOfDocument(sha)).empty());
    must(test.file().redo());
    must(test.file().redo());
    CHECK(must(test.file().tagsOfDocument(sha)).size() == 2);
    CHECK(must(test.file().redoDescription()).isEmpty());

    must(test.file().undo());
    tagAs(test, sha, QStringLiteral("2013"), TagKind::Evidence);
    CHECK(must(test.file().redoDescription()).isEmpty());
    const auto nothing = test.file().redo();
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().kind == ErrorKind::NotFound);
}

TEST_CASE("Receipts and pages read by scrolling are passed over by undo")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {firstPage});
    tagAs(test, sha, QStringLiteral("Alder Bank"), TagKind::Partner);
    must(test.file().decide({{journal::MarkPage{sha, 0, journal::ReadMark::ReadByScrolling}}}));
    test.addDocument(QStringLiteral("other.pdf"), {QStringLiteral("Words.")});
    must(test.file().undo());
    CHECK(must(test.file().tagsOfDocument(sha)).empty());
    CHECK(must(test.file().pagesRead(sha)) == std::vector<bool>{true});
    must(test.file().decide({{journal::MarkPage{sha, 0, journal::ReadMark::ReadByScrolling}}}));
    must(test.file().redo());
    CHECK(must(test.file().tagsOfDocument(sha)).size() == 1);
}

TEST_CASE("A decision that cannot be made whole changes nothing")
{
    TemporaryCase test;
    const SubjectId id = SubjectId::create();
    const auto head = must(test.file().journalHead());
    const auto refused = test.file().decide(
        {{journal::AddSubject{id, SubjectKind::Partner, QStringLiteral("Alder Bank")},
          journal::AddSubject{SubjectId::create(), SubjectKind::Partner, QStringLiteral("ALDER bank")}}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Invalid);
    CHECK(refused.error().sentence == u"There is a partner named “ALDER bank” already.");
    CHECK(must(test.file().subjects(SubjectKind::Partner)).empty());
    CHECK(must(test.file().journalHead()) == head);
}

TEST_CASE("Documents are found by number, file name and start of the hash")
{
    TemporaryCase test;
    const Sha256 first = test.addDocument(QStringLiteral("memo.pdf"), {firstPage});
    test.addDocument(QStringLiteral("letter.pdf"), {QStringLiteral("x")});
    CHECK(must(test.file().findDocument(QStringLiteral("1"))).sha256 == first);
    CHECK(must(test.file().findDocument(QStringLiteral("memo.pdf"))).number == 1);
    CHECK(must(test.file().findDocument(first.toHex().left(8).toUpper())).number == 1);
    CHECK(test.file().findDocument(first.toHex().left(7)).error().kind == ErrorKind::NotFound);
    CHECK(must(test.file().documents()).size() == 2);
    CHECK(must(test.file().documents())[1].title == u"letter.pdf");
}

TEST_CASE("What a killed import left is settled when the case is opened, whoever opens it first")
{
    TemporaryCase test;
    test.addDocument(QStringLiteral("memo.pdf"), {firstPage});
    // As an import that dies between recording a file and its receipt leaves it, with another file half copied.
    must(test.file().database().run("UPDATE origin SET receipt = NULL"));
    const qint64 entries = must(test.file().journalEntries()).back().seq;
    QFile half(test.path() + QStringLiteral("/originals/.incoming-0123"));
    REQUIRE(half.open(QIODevice::WriteOnly));
    half.close();
    // A program that only reads leaves it alone.
    must(CaseFile::open(test.path(), Access::ReadOnly, {}));
    CHECK(half.exists());
    test.reopen();
    CHECK_FALSE(half.exists());
    const auto listed = must(test.file().journalEntries());
    CHECK(listed.back().seq == entries + 1);
    CHECK(listed.back().kind == journal::EntryKind::Receipt);
    test.reopen();
    CHECK(must(test.file().journalEntries()).back().seq == entries + 1);
}

TEST_CASE("A second program reads the case and is told why it cannot write")
{
    TemporaryCase test;
    auto second = must(CaseFile::open(test.path(), Access::ReadWrite, {QStringLiteral("Bob")}));
    CHECK(second->isReadOnly());
    CHECK(second->readOnlyReason().startsWith(u"Another program has this case open"));
    const auto refused = second->decide({{journal::SetHolders{{QStringLiteral("Other")}}}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::ReadOnly);
    must(test.file().decide({{journal::SetHolders{{QStringLiteral("Elm")}}}}));
    CHECK(must(second->holders()) == QStringList{QStringLiteral("Elm")});
    test.close();
    second.reset();
    CHECK_FALSE(must(CaseFile::open(test.path(), Access::ReadWrite, {}))->isReadOnly());
}
