// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/visit.h"

#include "model/session/gestures.h"
#include "model/session/remembered.h"
#include "model/session/suggestions.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

VisitNews newsOf(const CaseFile &file)
{
    const auto news = must(newsSinceVisit(file));
    REQUIRE(news);
    return *news;
}

} // namespace

TEST_CASE("who never closed the case has no news, and who just did has none either")
{
    TemporaryCase temporary;
    temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("one")});
    CHECK_FALSE(must(newsSinceVisit(temporary.file())));
    must(rememberVisit(temporary.file()));
    CHECK(newsOf(temporary.file()).isEmpty());
    CHECK(newsOf(temporary.file()).sinceMs > 0);
}

TEST_CASE("documents, suggestions and another reviewer's decisions since the last visit are news; one's own are not")
{
    TemporaryCase temporary;
    CaseFile &file = temporary.file();
    const Sha256 first = temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Larkspur and Rowan")});
    must(rememberVisit(file));
    const Sha256 second =
        temporary.addDocument(QStringLiteral("b.pdf"), {QStringLiteral("Alder Bank could read messages.")});
    must(suggestEverywhere(file, must(suggestingFor(file, scriptedProposer()))));
    const auto tag = [&](CaseFile &by, const QString &words) {
        must(by.decide(must(tagPassage(by, {temporary.passage(first, 0, words), TagKind::Partner, words}))));
    };
    tag(file, QStringLiteral("Larkspur"));
    CHECK(newsOf(file).decisions.empty());
    const QString path = temporary.path();
    const Passage rowan = temporary.passage(first, 0, QStringLiteral("Rowan"));
    temporary.close();
    {
        const auto theirs = must(CaseFile::open(path, Access::ReadWrite, {QStringLiteral("Ben")}));
        must(theirs->decide(must(tagPassage(*theirs, {rowan, TagKind::Partner, QStringLiteral("Rowan")}))));
        must(theirs->decide({{journal::MarkPage{second, 0, journal::ReadMark::ReadByScrolling}}}));
        CHECK_FALSE(must(newsSinceVisit(*theirs)));
    }
    temporary.reopen();
    const VisitNews news = newsOf(temporary.file());
    CHECK(news.documents == 1);
    CHECK(news.suggestions > 0);
    CHECK(news.decisions == std::vector<VisitNews::Decisions>{{QStringLiteral("Ben"), 1}});
    CHECK(news.touched == QSet<Sha256>{first, second});
    must(rememberVisit(temporary.file()));
    CHECK(newsOf(temporary.file()).isEmpty());
}

TEST_CASE("what another reviewer took back again is no news, what they did anew is news once")
{
    TemporaryCase temporary;
    const Sha256 document = temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Larkspur and Rowan")});
    const auto tag = [&](CaseFile &by, const QString &words) {
        must(by.decide(must(tagPassage(by, {temporary.passage(document, 0, words), TagKind::Partner, words}))));
    };
    tag(temporary.file(), QStringLiteral("Larkspur"));
    must(rememberVisit(temporary.file()));
    const QString path = temporary.path();
    const Passage rowan = temporary.passage(document, 0, QStringLiteral("Rowan"));
    temporary.close();
    int expected = 0;
    {
        const auto theirs = must(CaseFile::open(path, Access::ReadWrite, {QStringLiteral("Ben")}));
        const auto decide = [&] {
            must(theirs->decide(must(tagPassage(*theirs, {rowan, TagKind::Partner, QStringLiteral("Rowan")}))));
        };
        SECTION("decided and undone")
        {
            decide();
            must(theirs->undo());
        }
        SECTION("redone, undone and redone again")
        {
            decide();
            for (int i = 0; i < 2; ++i) {
                must(theirs->undo());
                must(theirs->redo());
            }
            expected = 1;
        }
        SECTION("one from before the visit undone")
        {
            must(theirs->undo());
            expected = 1;
        }
        SECTION("one from before the visit undone and redone")
        {
            must(theirs->undo());
            must(theirs->redo());
        }
    }
    temporary.reopen();
    const VisitNews news = newsOf(temporary.file());
    CHECK((news.decisions.empty() ? 0 : news.decisions.front().count) == expected);
    CHECK(news.touched.size() == expected);
}

TEST_CASE("a visit that cannot be made out is none")
{
    TemporaryCase temporary;
    must(remember(temporary.file(), QStringLiteral("visit of Ada"), QStringLiteral("1 2 three 4")));
    CHECK_FALSE(must(newsSinceVisit(temporary.file())));
}
