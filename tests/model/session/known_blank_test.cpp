// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/known_blank.h"

#include "model/session/gestures.h"
#include "model/session/suggestions.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    TemporaryCase kept;
    CaseFile &file = kept.file();
    Sha256 memo = kept.addDocument(QStringLiteral("memo.pdf"),
                                   {QStringLiteral("Larkspur was reading messages of everyone."),
                                    QStringLiteral("Nothing of either. Cedar paints."),
                                    QStringLiteral("LKS, so the contract, may see the message and read it."),
                                    QStringLiteral("Larkspur goes through the post of all users.")});

    SubjectId add(SubjectKind kind, const QString &name)
    {
        const SubjectId id = SubjectId::create();
        must(file.decide({{journal::AddSubject{id, kind, name}}}));
        return id;
    }
    KnownBlank blank() { return must(knownBlank(file, must(file.subject(partner)), must(file.subject(permission)))); }

    SubjectId partner = add(SubjectKind::Partner, QStringLiteral("Larkspur"));
    SubjectId permission = add(SubjectKind::Permission, QStringLiteral("read · messages"));
};

QList<int> pagesOf(const KnownBlank &blank)
{
    QList<int> pages;
    for (const NamingPage &page : blank.first)
        pages += page.hit.pageIndex;
    return pages;
}

} // namespace

TEST_CASE_METHOD(Fixture, "an empty cell knows the pages that name its partner and all words of its permission")
{
    const KnownBlank known = blank();
    CHECK(known.pages == 1);
    CHECK(known.unread == 1);
    REQUIRE(pagesOf(known) == QList<int>{0});
    const SearchHit &hit = known.first[0].hit;
    CHECK(hit.document == memo);
    CHECK(hit.snippet.startsWith(QStringLiteral("Larkspur")));
    REQUIRE_FALSE(hit.inPage.empty());
    CHECK(hit.inPage.front() == TextRange{0, 8});
}

TEST_CASE_METHOD(Fixture, "aliases, merged names, tags and tagged words of a subject name it too")
{
    must(file.decide({{journal::AddAlias{partner, QStringLiteral("LKS")}}}));
    CHECK(pagesOf(blank()) == QList<int>{0, 2});

    const SubjectId cedar = add(SubjectKind::Partner, QStringLiteral("Cedar"));
    must(file.decide(must(tagPassage(file, {kept.passage(memo, 1, QStringLiteral("paints")), TagKind::Permission,
                                            QStringLiteral("read · messages")}))));
    CHECK(pagesOf(blank()) == QList<int>{0, 2});
    must(file.decide({{journal::MergeSubject{cedar, partner}}}));
    CHECK(pagesOf(blank()) == QList<int>{0, 1, 2});

    // What was tagged as the permission in one place is looked for in the others.
    const Sha256 other =
        kept.addDocument(QStringLiteral("other.pdf"), {QStringLiteral("They go through the post of all.")});
    must(file.decide(must(tagPassage(file, {kept.passage(other, 0, QStringLiteral("through the post")),
                                            TagKind::Permission, QStringLiteral("read · messages")}))));
    CHECK(pagesOf(blank()) == QList<int>{0, 1, 2, 3});
}

TEST_CASE_METHOD(Fixture, "pages that were read come last and are counted apart")
{
    must(file.decide({{journal::AddAlias{partner, QStringLiteral("LKS")}}}));
    must(file.decide({{journal::MarkPage{memo, 0, journal::ReadMark::Read}}}));
    const KnownBlank known = blank();
    CHECK(known.pages == 2);
    CHECK(known.unread == 1);
    CHECK(pagesOf(known) == QList<int>{2, 0});
    CHECK(known.first.back().isRead);
}

TEST_CASE_METHOD(Fixture, "what is only suggested counts, also for a partner that is not in the case")
{
    const Sha256 mail = kept.addDocument(
        QStringLiteral("mail.pdf"), {QStringLiteral("Alder Bank could read messages."), QStringLiteral("Alder Bank.")});
    must(suggestEverywhere(file, must(suggestingFor(file, scriptedProposer()))));
    const auto only = [](SubjectKind kind, const QString &name) {
        return Subject{SubjectId::create(), kind, name, {}, std::nullopt};
    };
    const KnownBlank known = must(knownBlank(file, only(SubjectKind::Partner, QStringLiteral("Alder Bank")),
                                             only(SubjectKind::Permission, QStringLiteral("write posts"))));
    CHECK(known.pages == 0);
    const KnownBlank some = must(
        knownBlank(file, only(SubjectKind::Partner, QStringLiteral("Alder Bank")), must(file.subject(permission))));
    REQUIRE(some.pages == 1);
    CHECK(some.first[0].hit.document == mail);
    CHECK(some.first[0].hit.pageIndex == 0);
}

TEST_CASE_METHOD(Fixture, "names that are no words, or have signs of the search's own in them, find nothing wrong")
{
    for (const char *name : {"\"", "***", "A\"B OR read", "OR OR", "(", "-"}) {
        INFO(name);
        const Subject odd{SubjectId::create(), SubjectKind::Partner, QString::fromUtf8(name), {}, std::nullopt};
        const Subject oddToo{SubjectId::create(), SubjectKind::Permission, QString::fromUtf8(name), {}, std::nullopt};
        const KnownBlank known = must(knownBlank(file, odd, must(file.subject(permission))));
        CHECK(known.pages == 0);
        // What could not be looked for is said.
        const bool hasLetters = odd.name.contains(u'R');
        CHECK(known.wordless == (hasLetters ? QStringList() : QStringList(odd.name)));
        static_cast<void>(must(knownBlank(file, must(file.subject(partner)), oddToo)));
    }
}

TEST_CASE_METHOD(Fixture,
                 "however many and long the names of a subject are, and in whatever script, none is passed over")
{
    const Sha256 gothic = kept.addDocument(QStringLiteral("gothic.pdf"),
                                           {QStringLiteral("\U00010330\U00010331\U00010332 reads the messages.")});
    must(file.decide({{journal::AddAlias{partner, QStringLiteral("\U00010330\U00010331\U00010332")}}}));
    const KnownBlank two = blank();
    REQUIRE(two.pages == 2);
    CHECK(two.first[1].hit.document == gothic);

    for (int i = 0; i < 250; ++i)
        must(file.decide({{journal::AddAlias{
            partner, QStringLiteral("The long forgotten holding of number %1 and its subsidiaries abroad").arg(i)}}}));
    CHECK(blank().pages == 2);
}
