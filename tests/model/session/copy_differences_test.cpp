// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copy_differences.h"

#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    TemporaryCase kept;
    CaseFile &file = kept.file();

    TextComparison compared(const QStringList &first, const QStringList &second)
    {
        return must(compareTexts(file, kept.addDocument(QStringLiteral("a.pdf"), first),
                                 kept.addDocument(QStringLiteral("b.pdf"), second)));
    }
    std::vector<TextDifference> between(const QStringList &first, const QStringList &second)
    {
        return compared(first, second).differences;
    }
    static QString at(const QStringList &pages, const PageSpan &span)
    {
        return pages[span.pageIndex].mid(span.start, span.end - span.start);
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "Lines, cases and quotes are no difference")
{
    CHECK(between({QStringLiteral("The partner’s data\nis “kept”."), QStringLiteral("To the end")},
                  {QStringLiteral("the partner's\ndata IS kept"), QStringLiteral("to the end!")})
              .empty());
}

TEST_CASE_METHOD(Fixture, "Words that differ are told with their places and what stands around them")
{
    const QStringList first = {QStringLiteral("Alder may read all messages of users."),
                               QStringLiteral("It ends soon.")};
    const QStringList second = {QStringLiteral("Alder may"),
                                QStringLiteral("not read messages of users. It ends soon.")};
    const auto found = between(first, second);
    REQUIRE(found.size() == 2);
    CHECK(found[0].first.words.isEmpty());
    CHECK(found[0].first.spans.empty());
    CHECK(found[0].first.pageIndex == 0);
    CHECK(found[0].second.words == u"not");
    CHECK(found[0].second.pageIndex == 1);
    CHECK(found[0].before == u"Alder may");
    CHECK(found[0].behind == u"read");
    CHECK(found[1].first.words == u"all");
    REQUIRE(found[1].first.spans.size() == 1);
    CHECK(at(first, found[1].first.spans[0]) == u"all");
    CHECK(found[1].second.spans.empty());
    CHECK(found[1].behind == u"messages of users. It ends soon");
}

TEST_CASE_METHOD(Fixture, "A difference that runs over a page break has a part on each page")
{
    const QStringList first = {QStringLiteral("one two"), QStringLiteral("three four")};
    const auto found = between(first, {QStringLiteral("one four")});
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].first.spans.size() == 2);
    CHECK(at(first, found[0].first.spans[0]) == u"two");
    CHECK(at(first, found[0].first.spans[1]) == u"three");
    CHECK(found[0].first.words == u"two three");
}

TEST_CASE_METHOD(Fixture, "A document without words differs from another in all its words")
{
    const auto found = between({}, {QStringLiteral("one"), QStringLiteral("two")});
    REQUIRE(found.size() == 1);
    CHECK(found[0].first.pageIndex == 0);
    CHECK(found[0].second.spans == std::vector<PageSpan>{{0, 0, 3}, {1, 0, 3}});
}

TEST_CASE_METHOD(Fixture, "Each page is told with the page of the other document that says the same")
{
    const QStringList first = {QStringLiteral("one two three"), QStringLiteral("four five six"),
                               QStringLiteral("seven eight nine")};
    const QStringList second = {QStringLiteral("one two three four"), QStringLiteral("and more five six seven eight"),
                                QStringLiteral("nine")};
    CHECK(compared(first, second).secondPages == std::vector<int>{0, 0, 1});
    CHECK(compared(second, first).secondPages == std::vector<int>{0, 1, 2});
    CHECK(compared(first, {QStringLiteral("nothing alike")}).secondPages == std::vector<int>{0, 0, 0});
    CHECK(compared({}, second).secondPages.empty());
}
