// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/journal/journal.h"
#include "model/session/gestures.h"
#include "model/session/verify.h"
#include "model/session/withdraw.h"
#include "model/store/database.h"
#include "model/store/document_table.h"
#include "model/store/purge.h"
#include "model/store/rejection_table.h"
#include "model/store/transaction.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace model;
using namespace model::session;

namespace {

const QString privileged = QStringLiteral("Attorney Quillfeather says Zanzibar Credit could read messages.");
const QString ordinary = QStringLiteral("Alder Bank could read messages.");

/// Which files under `folder` hold the words, in UTF-8 or UTF-16.
QStringList filesWith(const QString &folder, const QString &words)
{
    const QByteArray utf8 = words.toUtf8();
    const QByteArray utf16(reinterpret_cast<const char *>(words.utf16()), words.size() * 2);
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (bytes.contains(utf8) || bytes.contains(utf16))
            found.append(file.fileName());
    }
    return found;
}

struct Fixture {
    TemporaryCase kept;
    Sha256 secret = kept.addDocument(QStringLiteral("quill-letter.pdf"), {privileged});
    Sha256 other = kept.addDocument(QStringLiteral("memo.pdf"), {ordinary});

    CaseFile &file() { return kept.file(); }
    TagId tag(const Sha256 &sha, const QString &words, TagKind kind)
    {
        const auto decision = must(tagPassage(file(), {kept.passage(sha, 0, words), kind, QString()}));
        must(file().decide(decision));
        return std::get<journal::AddTag>(decision.changes.back()).tag.id;
    }
    void link(const TagId &evidence, const QString &partner)
    {
        must(file().decide(must(linkEvidence(file(), {evidence, {partner}, {QStringLiteral("read messages")}}))));
    }
    /// Work on both documents, some of it undone.
    void work()
    {
        tag(secret, QStringLiteral("Zanzibar Credit"), TagKind::Partner);
        const TagId ofSecret = tag(secret, QStringLiteral("Quillfeather says"), TagKind::Evidence);
        link(ofSecret, QStringLiteral("Zanzibar Credit"));
        const TagId ofOther = tag(other, QStringLiteral("could read messages"), TagKind::Evidence);
        link(ofOther, QStringLiteral("Alder Bank"));
        link(ofSecret, QStringLiteral("Alder Bank"));
        const LinkId linked = must(file().linksOfEvidence(ofSecret)).front().id;
        must(file().decide({{journal::AddNote{{NoteId::create(), linked, QStringLiteral("Quillfeather is the source")}},
                             journal::RetitleDocument{secret, QStringLiteral("Letter of Quillfeather")},
                             journal::MarkPage{secret, 0, journal::ReadMark::Read}}}));
        must(file().undo());
        must(file().redo());
        must(file().makeAutomaticBackup());
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "No byte of a withdrawn document is left in the case folder, and the case still verifies")
{
    work();
    REQUIRE_FALSE(filesWith(kept.path(), QStringLiteral("Quillfeather")).isEmpty());
    const qint64 entries = must(file().journalEntries()).back().seq;
    must(withdraw(file(), secret, QStringLiteral("privileged")));

    for (const char *words : {"Quillfeather", "quill-letter", "Zanzibar", "says"})
        CHECK(filesWith(kept.path(), QString::fromLatin1(words)) == QStringList());
    const auto report = must(verify(file()));
    CHECK(report.problems == QStringList());
    CHECK(report.remarks == QStringList());
    CHECK(must(file().documents()).size() == 1);
    CHECK(must(file().evidence()).size() == 1);
    CHECK(must(file().notes()).empty());
    CHECK(must(file().subjects(SubjectKind::Partner)).size() == 1);

    const auto listed = must(file().journalEntries());
    CHECK(listed.back().seq == entries + 1);
    CHECK(listed.back().description.endsWith(u": privileged"));
    CHECK(must(journal::withdrawnDocuments(file().database())) ==
          std::vector<journal::WithdrawnDocument>{{secret, listed.back().timeMs, QStringLiteral("privileged")}});
}

TEST_CASE_METHOD(Fixture, "What was decided on other documents can still be undone after a withdrawal")
{
    work();
    must(withdraw(file(), secret, QStringLiteral("privileged")));
    kept.reopen();
    CHECK(must(file().undoDescription()).startsWith(u"link evidence to Alder Bank"));
    must(file().undo());
    CHECK(must(file().evidence()).empty());
    must(file().redo());
    CHECK(must(file().evidence()).size() == 1);
    int undone = 0;
    while (file().undo())
        ++undone;
    CHECK(undone > 2);
    CHECK(must(verify(file())).problems == QStringList());
}

TEST_CASE_METHOD(Fixture, "What was rejected and blocked because of a withdrawn document goes with it")
{
    using namespace journal;
    const auto reject = [this](const Sha256 &sha, const QString &words, auto what) {
        const RejectionId id = RejectionId::create();
        must(file().decide({{AddRejection{{id, kept.passage(sha, 0, words), what}}}}));
        return id;
    };
    const RejectionId undone =
        reject(secret, QStringLiteral("Attorney"), RejectedTag{TagKind::Partner, QStringLiteral("Quillfeather")});
    must(file().decide({{RemoveRejection{undone}}}));
    reject(secret, privileged, RejectedLink{QStringLiteral("Zanzibar Credit"), QStringLiteral("read · messages")});
    reject(other, QStringLiteral("Alder"), RejectedTag{TagKind::Partner, QStringLiteral("Alder")});
    must(file().decide({{BlockName{QStringLiteral("Zanzibar"), secret}}}));
    must(file().decide({{UnblockName{QStringLiteral("Zanzibar")}}}));
    must(file().decide(
        {{BlockName{QStringLiteral("Zanzibar Ltd"), secret}, BlockName{QStringLiteral("Harbour"), other}}}));
    must(withdraw(file(), secret, QStringLiteral("privileged")));
    for (const char *words : {"Quillfeather", "Zanzibar", "Attorney"})
        CHECK(filesWith(kept.path(), QString::fromLatin1(words)) == QStringList());
    const store::RejectionTable table(file().database());
    CHECK(must(table.all()).size() == 1);
    CHECK(must(table.blockedNames()) == QStringList{QStringLiteral("Harbour")});
    CHECK(must(verify(file())).problems == QStringList());
}

TEST_CASE_METHOD(Fixture, "A note is withdrawn with what it said earlier, and nothing else")
{
    const NoteId note = NoteId::create();
    must(file().decide({{journal::AddNote{{note, WholeCase{}, QStringLiteral("Ask Mirabelle")}}}}));
    must(file().decide({{journal::ChangeNote{note, QStringLiteral("Ask her")}}}));
    must(file().decide({{journal::AddNote{{NoteId::create(), WholeCase{}, QStringLiteral("Another")}}}}));
    must(withdraw(file(), note, QStringLiteral("a source")));
    CHECK(filesWith(kept.path(), QStringLiteral("Mirabelle")) == QStringList());
    REQUIRE(must(file().notes()).size() == 1);
    CHECK(must(file().notes())[0].text == u"Another");
    CHECK(must(file().documents()).size() == 2);
    CHECK(must(verify(file())).problems == QStringList());
}

TEST_CASE_METHOD(
    Fixture,
    "The archive that a withdrawn document came in goes with it; its other files and another archive of that name stay")
{
    const Sha256 archive = kept.addDocument(QStringLiteral("leak.zip"), {});
    const Sha256 inside = kept.addDocument(QStringLiteral("leak.zip/inner/secret.pdf"), {QStringLiteral("Vermilion.")});
    kept.addDocument(QStringLiteral("leak.zip/plain.pdf"), {QStringLiteral("Plain.")});
    const Sha256 namesake = kept.addDocument(QStringLiteral("leak.zip"), {QStringLiteral("Other bytes.")});
    {
        auto transaction = must(store::Transaction::begin(file().database()));
        store::DocumentTable documents(file().database());
        must(documents.storeArchive(must(file().document(archive)).number));
        must(documents.storeArchive(must(file().document(namesake)).number));
        // One bundle, as an import would have it; the namesake came with another.
        must(file().database().run("UPDATE origin SET bundle = 1 WHERE path LIKE 'bundle/leak.zip%'"
                                   " AND document <> (SELECT max(number) FROM document)"));
        must(transaction.commit());
    }
    const auto report = must(withdraw(file(), inside, QStringLiteral("privileged")));
    CHECK(report.archives == QStringList(QStringLiteral("bundle/leak.zip")));
    CHECK(QFile::exists(file().originalPath(namesake)));
    CHECK_FALSE(QFile::exists(file().originalPath(archive)));
    CHECK_FALSE(QFile::exists(file().originalPath(inside)));
    CHECK(must(file().documents()).size() == 3);
    CHECK(must(verify(file())).problems == QStringList());
}

TEST_CASE_METHOD(Fixture, "A note that was taken away is withdrawn too: the journal still has its text")
{
    const NoteId note = NoteId::create();
    must(file().decide({{journal::AddNote{{note, WholeCase{}, QStringLiteral("Ask Mirabelle")}}}}));
    SECTION("by a decision")
    {
        must(file().decide({{journal::RemoveNote{note}}}));
    }
    SECTION("by undoing")
    {
        must(file().undo());
    }
    REQUIRE(must(file().notes()).empty());
    CHECK(must(file().journalEntries()).back().notes == std::vector<NoteId>{note});
    must(withdraw(file(), note, QStringLiteral("a source")));
    CHECK(filesWith(kept.path(), QStringLiteral("Mirabelle")) == QStringList());
    CHECK(must(verify(file())).problems == QStringList());
    CHECK(withdraw(file(), note, QStringLiteral("again")).error().kind == ErrorKind::NotFound);
}

TEST_CASE_METHOD(Fixture, "A withdrawal while another program reads is done, and the traces go at the next opening")
{
    work();
    const store::CaseFolder folder(kept.path());
    auto reader = must(CaseFile::open(kept.path(), Access::ReadOnly, {}));
    must(reader->database().run("BEGIN; SELECT count(*) FROM page"));
    must(file().database().run("PRAGMA busy_timeout = 0"));
    const auto report = must(withdraw(file(), secret, QStringLiteral("privileged")));
    CHECK(report.traces.contains(QStringLiteral("next opened for writing")));
    CHECK(report.changes.documents.contains(secret));
    CHECK(must(file().documents()).size() == 1);
    CHECK_FALSE(filesWith(kept.path(), QStringLiteral("Quillfeather")).isEmpty());
    CHECK(store::isPurgeAnnounced(folder));

    must(reader->database().run("ROLLBACK"));
    reader.reset();
    kept.reopen();
    CHECK_FALSE(store::isPurgeAnnounced(folder));
    CHECK(filesWith(kept.path(), QStringLiteral("Quillfeather")) == QStringList());
    CHECK(must(verify(file())).problems == QStringList());
}

TEST_CASE_METHOD(Fixture, "A withdrawal that is done is no failure, though no backup can be made behind it")
{
    work();
    const QString backups = store::CaseFolder(kept.path()).backupsPath();
    REQUIRE(QDir(backups).removeRecursively());
    QFile inTheWay(backups);
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    const auto report = must(withdraw(file(), secret, QStringLiteral("privileged")));
    CHECK_FALSE(report.traces.isEmpty());
    CHECK(report.changes.documents.contains(secret));
    CHECK(filesWith(kept.path(), QStringLiteral("Quillfeather")) == QStringList());
    CHECK(must(file().documents()).size() == 1);
}

TEST_CASE_METHOD(Fixture, "What a rebuild has set aside goes with a withdrawal")
{
    const QString database = store::CaseFolder(kept.path()).databasePath();
    QStringList aside;
    for (const char *suffix : {".damaged-1", ".damaged-1-wal", ".damaged-2", ".part", ".part-journal"}) {
        aside += database + QString::fromLatin1(suffix);
        QFile damaged(aside.back());
        REQUIRE(damaged.open(QIODevice::WriteOnly));
        damaged.write(privileged.toUtf8());
    }
    const auto report = must(withdraw(file(), secret, QStringLiteral("privileged")));
    CHECK(report.traces.isEmpty());
    CHECK(report.archives.isEmpty());
    for (const QString &path : aside)
        CHECK_FALSE(QFile::exists(path));
    CHECK(filesWith(kept.path(), QStringLiteral("Quillfeather")) == QStringList());
}

TEST_CASE_METHOD(Fixture, "A withdrawal needs a reason, and something to withdraw")
{
    CHECK(withdraw(file(), secret, QStringLiteral(" ")).error().kind == ErrorKind::Invalid);
    CHECK(withdraw(file(), Sha256::of("elsewhere"), QStringLiteral("r")).error().kind == ErrorKind::NotFound);
    CHECK(withdraw(file(), NoteId::create(), QStringLiteral("r")).error().kind == ErrorKind::NotFound);
    CHECK(must(file().documents()).size() == 2);
}

TEST_CASE_METHOD(Fixture, "A withdrawal that was cut short is finished when the case is opened again")
{
    work();
    const QByteArray bytes = "%PDF of Quillfeather";
    must(withdraw(file(), secret, QStringLiteral("privileged")));
    // As if the program had died after the transaction: the original is there, and so is the announcement.
    must(store::announcePurge(store::CaseFolder(kept.path())));
    QFile original(file().originalPath(secret));
    REQUIRE(original.open(QIODevice::WriteOnly));
    original.write(bytes);
    original.close();
    kept.reopen();
    CHECK_FALSE(original.exists());
    CHECK_FALSE(store::isPurgeAnnounced(store::CaseFolder(kept.path())));
    CHECK(must(verify(file())).remarks == QStringList());
}

TEST_CASE_METHOD(Fixture, "A withdrawn document can come back under a new number")
{
    must(withdraw(file(), secret, QStringLiteral("by mistake")));
    CHECK(kept.addDocument(QStringLiteral("quill-letter.pdf"), {privileged}) == secret);
    CHECK(must(file().document(secret)).number == 3);
    CHECK(must(verify(file())).problems == QStringList());
}
