// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_session.h"

#include "model/session/gestures.h"
#include "model/session/inquiry.h"
#include "model/session/search.h"
#include "model/session/suggestion_gestures.h"
#include "model/session/suggestions.h"
#include "model/store/case_opening.h"
#include "model/store/database.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"
#include "tests/support/waiting.h"

#include <QFile>
#include <QSignalSpy>

#include <atomic>

using namespace model;
using namespace model::session;

namespace {

CaseSession::Options options()
{
    CaseSession::Options options;
    options.file.reviewer = QStringLiteral("Ada");
    options.file.clock = steppingClock();
    options.proposer = {};
    return options;
}

std::unique_ptr<CaseSession> opened(const QString &path)
{
    auto session = std::make_unique<CaseSession>(path, options());
    QSignalSpy open(session.get(), &CaseSession::opened);
    REQUIRE(eventually([&] { return open.size() == 1; }));
    return session;
}

journal::Decision addPartner(const QString &name)
{
    return {{journal::AddSubject{SubjectId::create(), SubjectKind::Partner, name}}};
}

} // namespace

TEST_CASE("a session makes a case, and a later one opens it again")
{
    TemporaryCase other;
    const QString path = other.folder() + QStringLiteral("/Second.carveout");
    {
        CaseSession session(path, {QStringLiteral("Fernbank")}, options());
        QSignalSpy open(&session, &CaseSession::opened);
        REQUIRE(eventually([&] { return open.size() == 1; }));
        CHECK(session.name() == QStringLiteral("Second"));
        CHECK_FALSE(session.isReadOnly());
    }
    const auto again = opened(path);
    Inquiry inquiry;
    QStringList holders;
    inquiry.ask<QStringList>(
        *again, [](const CaseFile &file) { return file.holders(); },
        [&](const Result<QStringList> &answer) { holders = must(answer); });
    REQUIRE(eventually([&] { return !holders.isEmpty(); }));
    CHECK(holders == QStringList{QStringLiteral("Fernbank")});
}

TEST_CASE("a case that is not there fails to open with a sentence")
{
    TemporaryCase other;
    CaseSession session(other.folder() + QStringLiteral("/nowhere.carveout"), options());
    QString sentence;
    QObject::connect(&session, &CaseSession::openFailed, &session,
                     [&](const Error &error) { sentence = error.sentence; });
    REQUIRE(eventually([&] { return !sentence.isEmpty(); }));
}

TEST_CASE("a decision is written, announced and can be undone by name")
{
    TemporaryCase temporary;
    temporary.close();
    const auto session = opened(temporary.path());
    QSignalSpy changed(session.get(), &CaseSession::changed);
    bool decided = false;
    QObject context;
    session->decide(addPartner(QStringLiteral("Larkspur")), &context, [&](const journal::Decision &decision) {
        CHECK(decision.changes.size() == 1);
        CHECK(changed.size() == 1); // announced first
        decided = true;
    });
    REQUIRE(eventually([&] { return decided; }));
    CHECK(session->undoName().contains(QStringLiteral("Larkspur")));
    session->undo();
    REQUIRE(eventually([&] { return session->undoName().isEmpty() || !session->redoName().isEmpty(); }));
    CHECK(session->redoName().contains(QStringLiteral("Larkspur")));
    session->redo();
    CHECK(eventually([&] { return session->redoName().isEmpty(); }));
}

TEST_CASE("undo and redo say what they did and where it can be seen")
{
    TemporaryCase temporary;
    const Sha256 memo = temporary.addDocument(QStringLiteral("memo.pdf"),
                                              {QStringLiteral("One."), QStringLiteral("Larkspur reads mail.")});
    const Passage passage = temporary.passage(memo, 1, QStringLiteral("Larkspur"));
    const Passage words = temporary.passage(memo, 1, QStringLiteral("reads mail"));
    temporary.close();
    const auto session = opened(temporary.path());
    std::vector<TakenBack> undone;
    std::vector<TakenBack> redone;
    QObject::connect(session.get(), &CaseSession::undone, session.get(),
                     [&](const TakenBack &what) { undone.push_back(what); });
    QObject::connect(session.get(), &CaseSession::redone, session.get(),
                     [&](const TakenBack &what) { redone.push_back(what); });
    TagId evidence = TagId::create();
    QObject context;
    session->decide([&](const CaseFile &file) { return tagPassage(file, {passage, TagKind::Partner, {}}); });
    session->decide(
        [&](const CaseFile &file) {
            return tagPassage(file, {words, TagKind::Evidence, {}});
        },
        &context,
        [&](const journal::Decision &decision) {
            evidence = std::get<journal::AddTag>(decision.changes.back()).tag.id;
            session->decide([evidence](const CaseFile &file) {
                return linkEvidence(file, {evidence, {QStringLiteral("Larkspur")}, {QStringLiteral("reads")}});
            });
        });
    REQUIRE(eventually([&] { return session->undoName().contains(QStringLiteral("link")); }));
    session->undo();
    session->undo();
    session->undo();
    session->redo();
    REQUIRE(eventually([&] { return undone.size() == 3 && redone.size() == 1; }));
    for (const TakenBack &what : undone) {
        CHECK(what.place == DocumentPage{memo, 1});
        CHECK(what.file == QStringLiteral("memo.pdf"));
    }
    CHECK(undone[0].description.contains(QStringLiteral("link evidence")));
    CHECK(undone[2].description == QStringLiteral("tag “Larkspur” as partner"));
    CHECK(redone[0].description == undone[2].description);
    CHECK(redone[0].place == DocumentPage{memo, 1});
}

TEST_CASE("a document is withdrawn while others ask, and everybody hears of it")
{
    TemporaryCase temporary;
    const Sha256 memo = temporary.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Larkspur reads mail.")});
    const Sha256 other = temporary.addDocument(QStringLiteral("other.pdf"), {QStringLiteral("Nothing.")});
    temporary.close();
    const auto session = opened(temporary.path());
    QSignalSpy changed(session.get(), &CaseSession::changed);
    Inquiry inquiry;
    std::vector<Document> documents;
    const auto list = [&] {
        inquiry.ask<std::vector<Document>>(
            *session, [](const CaseFile &file) { return file.documents(); },
            [&](const Result<std::vector<Document>> &answer) { documents = must(answer); });
    };
    list();
    REQUIRE(eventually([&] { return documents.size() == 2; }));
    bool withdrawn = false;
    QObject context;
    session->withdraw(memo, QStringLiteral("A source's name."), &context, [&] { withdrawn = true; });
    REQUIRE(eventually([&] { return withdrawn; }));
    REQUIRE(changed.size() == 1);
    CHECK(changed[0][0].value<ChangeSet>().documentList);
    list();
    REQUIRE(eventually([&] { return documents.size() == 1; }));
    CHECK(documents[0].sha256 == other);
}

TEST_CASE("a gesture that makes no sense changes nothing and says why")
{
    TemporaryCase temporary;
    temporary.close();
    const auto session = opened(temporary.path());
    QSignalSpy changed(session.get(), &CaseSession::changed);
    QString sentence;
    QObject::connect(session.get(), &CaseSession::failed, session.get(),
                     [&](const Error &error) { sentence = error.sentence; });
    bool then = false;
    session->decide([](const CaseFile &file) { return untag(file, TagId::create()); }, nullptr,
                    [&](const journal::Decision &) { then = true; });
    REQUIRE(eventually([&] { return !sentence.isEmpty(); }));
    CHECK(changed.isEmpty());
    CHECK_FALSE(then);
}

TEST_CASE("only the answer to the last question is heard, and none after the asker is gone")
{
    TemporaryCase temporary;
    temporary.close();
    const auto session = opened(temporary.path());
    QStringList heard;
    const auto ask = [&](Inquiry &inquiry, const QString &what) {
        inquiry.ask<QString>(
            *session, [what](const CaseFile &) -> Result<QString> { return what; },
            [&heard](const Result<QString> &answer) { heard += must(answer); });
    };
    Inquiry inquiry;
    ask(inquiry, QStringLiteral("first"));
    ask(inquiry, QStringLiteral("second"));
    auto gone = std::make_unique<Inquiry>();
    ask(*gone, QStringLiteral("third"));
    gone.reset();
    Inquiry last;
    ask(last, QStringLiteral("fourth"));
    REQUIRE(eventually([&] { return heard.size() >= 2; }));
    heard.sort();
    CHECK(heard == QStringList{QStringLiteral("fourth"), QStringLiteral("second")});
    CHECK_FALSE(inquiry.isWaiting());
}

TEST_CASE("decisions that wait when the session goes are still written")
{
    TemporaryCase temporary;
    temporary.close();
    {
        const auto session = opened(temporary.path());
        for (int i = 0; i < 20; ++i)
            session->decide(addPartner(QStringLiteral("Partner %1").arg(i)));
    }
    temporary.reopen();
    CHECK(must(temporary.file().subjects(SubjectKind::Partner)).size() == 20);
}

TEST_CASE("a search index of another version is made anew behind the work")
{
    TemporaryCase temporary;
    for (int i = 0; i < 3; ++i)
        temporary.addDocument(QStringLiteral("%1.pdf").arg(i), {QStringLiteral("some words")});
    must(temporary.file().database().run("UPDATE index_state SET words = 'of old'"));
    temporary.close();
    CaseSession session(temporary.path(), options());
    qint64 done = -1;
    qint64 total = 0;
    QObject::connect(&session, &CaseSession::renewingSearch, &session, [&](qint64 now, qint64 all) {
        CHECK(now >= done);
        done = now;
        total = all;
    });
    REQUIRE(eventually([&] { return done == 3; }));
    CHECK(total == 3);
    CHECK(must(searchIsCurrent(*must(CaseFile::open(temporary.path(), Access::ReadOnly, {})))));
}

TEST_CASE("the damage of a case too large to be checked at once is found after opening, and no more is written")
{
    TemporaryCase temporary;
    temporary.doWithoutSync();
    // In the page table, which opening does not look at.
    for (int i = 0; i < 5; ++i)
        temporary.addDocument(QStringLiteral("%1.pdf").arg(i), QStringList(500, QString(8000, QChar(u'a' + i))));
    temporary.close();
    QFile database(store::CaseFolder(temporary.path()).databasePath());
    REQUIRE(database.size() > store::checkedWholeBytes);
    REQUIRE(database.open(QIODevice::ReadWrite));
    const QByteArray page = QByteArray(4096, 'a');
    const qint64 at = database.readAll().indexOf(page.left(3000));
    REQUIRE(at > 0);
    // The links of the overflow pages behind the first.
    for (qint64 number = at / 4096 + 2; number < at / 4096 + 200; ++number) {
        database.seek(number * 4096);
        database.write("\xff\xff\xff\xff", 4);
    }
    database.close();

    // The writer is held by an import's step when the damage is found: a decision must not pass it all the same.
    std::mutex gate;
    CaseSession session(temporary.path(), options());
    std::unique_lock closed(gate);
    bool open = false;
    QStringList sentences;
    QObject::connect(&session, &CaseSession::opened, &session, [&] {
        open = true;
        session.writeForImport([&](CaseFile &) { const std::lock_guard wait(gate); });
    });
    QObject::connect(&session, &CaseSession::failed, &session,
                     [&](const Error &error) { sentences += error.sentence; });
    REQUIRE(eventually([&] { return !sentences.isEmpty(); }));
    CHECK(open);
    CHECK(sentences.front().contains(QStringLiteral("is damaged")));
    CHECK(session.isReadOnly());
    session.decide(addPartner(QStringLiteral("Larkspur")));
    closed.unlock();
    REQUIRE(eventually([&] { return sentences.size() >= 2; }));
    CHECK(sentences.back().contains(QStringLiteral("is damaged")));
}

TEST_CASE("a decision passes the steps of an import that wait")
{
    TemporaryCase temporary;
    temporary.close();
    const auto session = opened(temporary.path());
    std::mutex gate;
    std::unique_lock closed(gate);
    std::atomic<int> steps = 0;
    // The first step holds the writer until everything else stands in the queue.
    session->writeForImport([&](CaseFile &) {
        const std::lock_guard wait(gate);
        ++steps;
    });
    for (int i = 0; i < 5; ++i)
        session->writeForImport([&](CaseFile &) { ++steps; });
    int stepsBefore = -1;
    session->decide([&](const CaseFile &) -> Result<journal::Decision> {
        stepsBefore = steps;
        return addPartner(QStringLiteral("Larkspur"));
    });
    closed.unlock();
    REQUIRE(eventually([&] { return steps == 6 && !session->undoName().isEmpty(); }));
    CHECK(stepsBefore <= 1);
}

TEST_CASE("a session suggests in the background, and a decision changes at once what is suggested")
{
    TemporaryCase temporary;
    const Sha256 sha =
        temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Alder Bank could read messages.")});
    temporary.addDocument(QStringLiteral("b.pdf"), {QStringLiteral("Birch Media could write posts.")});
    temporary.close();
    CaseSession::Options withProposer = options();
    withProposer.proposer = [] { return scriptedProposer(); };
    CaseSession session(temporary.path(), withProposer);
    QSet<Sha256> suggested;
    int changes = 0;
    QObject::connect(&session, &CaseSession::changed, &session, [&](const ChangeSet &set) {
        suggested.unite(set.suggestions);
        ++changes;
    });
    QSignalSpy open(&session, &CaseSession::opened);
    REQUIRE(eventually([&] { return open.size() == 1; }));
    session.setDocumentsOnView({sha});
    REQUIRE(eventually([&] { return suggested.size() == 2; }));

    Inquiry inquiry;
    std::optional<Suggestions> answer;
    const auto ask = [&] {
        answer.reset();
        inquiry.ask<Suggestions>(
            session, [sha](const CaseFile &file) { return suggestionsOfDocument(file, sha); },
            [&](const Result<Suggestions> &found) { answer = must(found); });
        REQUIRE(eventually([&] { return answer.has_value(); }));
    };
    ask();
    REQUIRE(answer->links.size() == 1);
    suggested.clear();
    session.decide([id = answer->links[0].id](const CaseFile &file) { return acceptSuggestions(file, {id}); });
    REQUIRE(eventually([&] { return suggested.contains(sha); }));
    ask();
    CHECK(answer->isEmpty());
}

TEST_CASE("a session that is closed while it suggests ends at once and loses nothing")
{
    TemporaryCase temporary;
    const Sha256 sha =
        temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Alder Bank could read messages.")});
    temporary.close();
    CaseSession::Options withProposer = options();
    std::atomic<bool> asked = false;
    withProposer.proposer = [&asked] {
        return std::make_shared<const intake::Proposer>(
            [&asked](QStringView, const QStringList &, const annotate::KnownNames &) {
                asked = true;
                return annotate::Proposal();
            },
            [](QStringView, const QStringList &, const annotate::KnownNames &, const annotate::ProposedSpan &) {
                return QStringList();
            },
            QStringLiteral("1"));
    };
    {
        CaseSession session(temporary.path(), withProposer);
        QSignalSpy open(&session, &CaseSession::opened);
        REQUIRE(eventually([&] { return open.size() == 1; }));
        session.setDocumentsOnView({sha});
        REQUIRE(eventually([&] { return asked.load(); }));
    }
    temporary.reopen();
    must(suggestEverywhere(temporary.file(), must(suggestingFor(temporary.file(), scriptedProposer()))));
    CHECK(must(suggestionsOfDocument(temporary.file(), sha)).links.size() == 1);
}

TEST_CASE("a session whose case took over weights that are damaged suggests with the shipped ones")
{
    TemporaryCase temporary;
    const Sha256 sha = temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Klangwerk may read messages.")});
    must(temporary.file().database().run("INSERT INTO learning (id, weights) VALUES (1, x'00')"));
    temporary.close();
    CaseSession::Options withProposer = options();
    withProposer.proposer = shippedProposer;
    CaseSession session(temporary.path(), withProposer);
    QSet<Sha256> suggested;
    QObject::connect(&session, &CaseSession::changed, &session,
                     [&](const ChangeSet &set) { suggested.unite(set.suggestions); });
    REQUIRE(eventually([&] { return suggested.contains(sha); }));
}
