// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/learning.h"

#include "model/annotate/annotator.h"
#include "model/annotate/permission_meaning.h"
#include "model/intake/suggesting.h"
#include "model/session/gestures.h"
#include "model/session/lessons.h"
#include "model/session/rebuild.h"
#include "model/session/suggestion_gestures.h"
#include "model/session/suggestions.h"
#include "model/store/case_folder.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include <QFile>

#include <algorithm>

using namespace model;
using namespace model::session;

namespace {

const QString shelf = QStringLiteral("silver shelf");
const QString readMessages = annotate::permissionName({annotate::Action::Read, annotate::DataKind::Messages});

QString sentenceOf(const QString &partner)
{
    return partner + QStringLiteral(" got the silver shelf");
}

/// A case in which sentences are tagged and linked by hand as a reporter would.
struct Lessons {
    TemporaryCase kept;
    CaseFile &file() { return kept.file(); }

    Sha256 add(const QString &partner)
    {
        return kept.addDocument(partner + QStringLiteral(".pdf"), {sentenceOf(partner) + QStringLiteral(".\nEnd.")});
    }
    void tag(const Sha256 &document, TagKind kind, const QString &words, const QString &name = {})
    {
        must(file().decide(must(tagPassage(file(), {kept.passage(document, 0, words), kind, name}))));
    }
    void teach(const Sha256 &document, const QString &partner)
    {
        tag(document, TagKind::Partner, partner);
        tag(document, TagKind::Permission, shelf, readMessages);
        const auto evidence =
            must(tagPassage(file(), {kept.passage(document, 0, sentenceOf(partner)), TagKind::Evidence, {}}));
        must(file().decide(evidence));
        const TagId id = std::get<journal::AddTag>(evidence.changes.back()).tag.id;
        must(file().decide(must(linkEvidence(file(), {id, {partner}, {readMessages}, Stance::Supports}))));
    }
    QString model() { return must(learningState(file())).model; }
};

const QStringList partners = {QStringLiteral("Vintor"), QStringLiteral("Ombrel"), QStringLiteral("Pascoway")};

QString shippedModel()
{
    return shippedProposer()->version;
}

bool knowsTheShelf(const intake::Proposer &proposer)
{
    const QString text = QStringLiteral("Since then Kettleworth got the silver shelf.");
    const auto proposal = proposer.propose(text, {QStringLiteral("Fernbank")}, {});
    return std::any_of(proposal.spans.begin(), proposal.spans.end(), [&text](const annotate::ProposedSpan &span) {
        return span.kind == TagKind::Permission && text.mid(span.range.start, span.range.length()) == shelf;
    });
}

} // namespace

TEST_CASE_METHOD(Lessons, "What is tagged and linked in a case is proposed in the rest of it")
{
    CHECK(model() == shippedModel());
    CHECK_FALSE(knowsTheShelf(*shippedProposer()));
    for (const QString &partner : partners)
        teach(add(partner), partner);
    Learner learner(shippedProposer());
    const auto learned = must(learner.proposerFor(file()));
    CHECK(knowsTheShelf(*learned));
    CHECK(learned->version != shippedModel());
    // Nothing new was decided: the very same.
    CHECK(must(learner.proposerFor(file())) == learned);
    const LearningState state = must(learningState(file()));
    CHECK(state.model == learned->version);
    CHECK(state.documents == 3);
    CHECK(state.passages == 9);
    CHECK_FALSE(state.isTakenOver);
}

TEST_CASE("The same decisions make the same model, in whatever order documents and decisions came")
{
    Lessons one;
    for (const QString &partner : partners)
        one.teach(one.add(partner), partner);
    Lessons other;
    std::vector<Sha256> documents;
    for (qsizetype i = partners.size(); i-- > 0;)
        documents.push_back(other.add(partners[i]));
    other.add(QStringLiteral("Nothing is decided in this one"));
    for (size_t i = documents.size(); i-- > 0;)
        other.teach(documents[i], partners[partners.size() - 1 - qsizetype(i)]);
    CHECK(one.model() == other.model());
    CHECK(must(exportLearned(one.file())) == must(exportLearned(other.file())));
}

TEST_CASE_METHOD(Lessons, "A decision taken back teaches nothing, done again it teaches the same")
{
    teach(add(partners[0]), partners[0]);
    const QString before = model();
    const Sha256 document = add(partners[1]);
    teach(document, partners[1]);
    const QString after = model();
    CHECK(after != before);
    for (int i = 0; i < 4; ++i)
        must(file().undo());
    CHECK(model() == before);
    for (int i = 0; i < 4; ++i)
        must(file().redo());
    CHECK(model() == after);
}

TEST_CASE_METHOD(Lessons, "A lone tag does not say that the rest of its page is nothing; marking the page read does")
{
    const Sha256 document = add(partners[0]);
    tag(document, TagKind::Partner, partners[0]);
    CHECK(must(lessonsOf(file())).empty());
    must(file().decide({{journal::MarkPage{document, 0, journal::ReadMark::Read}}}));
    const auto lessons = must(lessonsOf(file()));
    REQUIRE(lessons.size() == 1);
    CHECK(lessons[0].confirmed == std::vector<TextRange>{{0, lessons[0].text.size()}});
    CHECK(lessons[0].spans.size() == 1);
}

TEST_CASE_METHOD(Lessons, "A permission in the reporter's own words teaches its place, not a meaning")
{
    const Sha256 document = add(partners[0]);
    tag(document, TagKind::Partner, partners[0]);
    tag(document, TagKind::Permission, shelf, QStringLiteral("the shelf treatment"));
    const auto evidence =
        must(tagPassage(file(), {kept.passage(document, 0, sentenceOf(partners[0])), TagKind::Evidence, {}}));
    must(file().decide(evidence));
    const TagId id = std::get<journal::AddTag>(evidence.changes.back()).tag.id;
    must(file().decide(
        must(linkEvidence(file(), {id, {partners[0]}, {QStringLiteral("the shelf treatment")}, Stance::Supports}))));
    const auto lessons = must(lessonsOf(file()));
    REQUIRE(lessons.size() == 1);
    CHECK(lessons[0].spans.size() == 3);
    CHECK(lessons[0].links.empty());
    CHECK(model() != shippedModel());
}

TEST_CASE("A permission's name in other words than the model's means what its words for data say")
{
    using annotate::Action;
    using annotate::DataKind;
    using annotate::Permission;
    const auto meant = [](const char *name) { return annotate::permissionMeant(QString::fromUtf8(name)); };
    CHECK(meant("read · private messages") == Permission{Action::Read, DataKind::Messages});
    CHECK(meant("receive · friends lists") == Permission{Action::Receive, DataKind::Friends});
    CHECK(meant("use · contact information") == Permission{Action::Use, DataKind::Contacts});
    CHECK_FALSE(meant("the shelf treatment"));
    CHECK_FALSE(meant("read · the small print"));
    CHECK_FALSE(meant("read · messages and locations"));
}

TEST_CASE("What one case learned goes on in another, and can be forgotten without touching a decision")
{
    Lessons first;
    for (const QString &partner : partners)
        first.teach(first.add(partner), partner);
    const QByteArray learned = must(exportLearned(first.file()));

    Lessons second;
    must(importLearned(second.file(), learned));
    CHECK(second.model() == first.model());
    CHECK(must(learningState(second.file())).isTakenOver);
    CHECK(knowsTheShelf(*must(Learner(shippedProposer()).proposerFor(second.file()))));
    const Sha256 document = second.add(partners[0]);
    second.teach(document, partners[0]);
    CHECK(second.model().startsWith(first.model()));
    CHECK(second.model() != first.model());

    const auto tags = must(second.file().tagsOfDocument(document));
    must(resetLearned(second.file()));
    second.kept.reopen();
    CHECK(second.model() == shippedModel());
    CHECK(must(second.file().tagsOfDocument(document)) == tags);
    const Sha256 later = second.add(partners[1]);
    second.teach(later, partners[1]);
    CHECK(must(learningState(second.file())).documents == 1);
}

TEST_CASE_METHOD(Lessons, "Bytes that are no weights are refused and change nothing")
{
    CHECK_FALSE(importLearned(file(), {}));
    CHECK_FALSE(importLearned(file(), QByteArray(5000, 'x')));
    QByteArray damaged = must(exportLearned(file()));
    damaged.truncate(damaged.size() / 2);
    CHECK_FALSE(importLearned(file(), damaged));
    CHECK(model() == shippedModel());
}

TEST_CASE_METHOD(Lessons, "A case that was made anew learns from what is read in it again, and from the rest later")
{
    const Sha256 document = add(partners[0]);
    teach(document, partners[0]);
    must(file().makeAutomaticBackup());
    kept.close();
    REQUIRE(QFile::remove(store::CaseFolder(kept.path()).databasePath()));
    must(rebuild(kept.path()));
    kept.reopen();
    CHECK(must(file().tagsOfDocument(document)).size() == 3);
    CHECK(must(lessonsOf(file())).empty());
    CHECK(model() == shippedModel());
}
