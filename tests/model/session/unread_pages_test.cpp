// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/unread_pages.h"

#include "model/session/gestures.h"
#include "model/session/suggestions.h"
#include "tests/support/catch.h"
#include "tests/support/scripted_proposer.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

/// Two documents of three pages; Larkspur, alias Spur, is a partner by its tag on 1/1.
class NamedCase {
public:
    NamedCase()
        : first(temporary.addDocument(QStringLiteral("a.pdf"),
                                      {QStringLiteral("Larkspur reads mail."), QStringLiteral("Nothing here."),
                                       QStringLiteral("The SPUR again, and spurious words.")}))
        , second(temporary.addDocument(
              QStringLiteral("b.pdf"),
              {QStringLiteral("Nobody."), QStringLiteral("Said of Larkspur: yes."), QStringLiteral("The end.")}))
    {
        must(file().decide(must(tagPassage(file(), {temporary.passage(first, 0, QStringLiteral("Larkspur")),
                                                    TagKind::Partner, QStringLiteral("Larkspur")}))));
        const SubjectId larkspur = must(file().findSubject(SubjectKind::Partner, QStringLiteral("Larkspur"))).id;
        must(file().decide({{journal::AddAlias{larkspur, QStringLiteral("Spur")}}}));
    }
    CaseFile &file() { return temporary.file(); }
    /// "a/3": the file without its suffix, and the page from 1; "" for none.
    QString next(const std::optional<DocumentPage> &from)
    {
        const auto found = must(nextUnreadPage(file(), from));
        if (!found)
            return {};
        const QString name = found->hit.document == first ? QStringLiteral("a/%1") : QStringLiteral("b/%1");
        return name.arg(found->hit.pageIndex + 1) + (found->isBehindAll ? QString() : QStringLiteral(" again"));
    }
    void markRead(const Sha256 &document, int pageIndex)
    {
        must(file().decide({{journal::MarkPage{document, pageIndex, journal::ReadMark::Read}}}));
    }

    TemporaryCase temporary;
    Sha256 first;
    Sha256 second;
};

} // namespace

TEST_CASE("the next unread page that names a partner is behind the one in view, through the whole case")
{
    NamedCase named;
    CHECK(named.next(std::nullopt) == QStringLiteral("a/1"));
    CHECK(named.next(DocumentPage{named.first, -1}) == QStringLiteral("a/1"));
    CHECK(named.next(DocumentPage{named.first, 0}) == QStringLiteral("a/3")); // by its alias
    CHECK(named.next(DocumentPage{named.first, 2}) == QStringLiteral("b/2"));
    CHECK(named.next(DocumentPage{named.second, 1}) == QStringLiteral("a/1 again"));
}

TEST_CASE("pages that were read are passed over, and where all were there is none")
{
    NamedCase named;
    named.markRead(named.first, 2);
    CHECK(named.next(DocumentPage{named.first, 0}) == QStringLiteral("b/2"));
    named.markRead(named.second, 1);
    CHECK(named.next(DocumentPage{named.first, 1}) == QStringLiteral("a/1 again"));
    named.markRead(named.first, 0);
    CHECK(named.next(DocumentPage{named.first, 1}) == QString());
    CHECK(named.next(std::nullopt) == QString());
}

TEST_CASE("the page in view is not its own next one")
{
    NamedCase named;
    named.markRead(named.first, 0);
    named.markRead(named.first, 2);
    CHECK(named.next(DocumentPage{named.second, 1}) == QString());
}

TEST_CASE("the names on the page are there to be shown, suggested ones too")
{
    NamedCase named;
    const auto found = must(nextUnreadPage(named.file(), DocumentPage{named.first, 1}));
    REQUIRE(found);
    CHECK(found->hit.inPage == std::vector<TextRange>{{4, 8}});

    const Sha256 memo =
        named.temporary.addDocument(QStringLiteral("c.pdf"), {QStringLiteral("Alder Bank could read messages.")});
    const DocumentPage end{named.second, 2};
    CHECK(named.next(end) == QStringLiteral("a/1 again"));
    must(suggestEverywhere(named.file(), must(suggestingFor(named.file(), scriptedProposer()))));
    const auto suggested = must(nextUnreadPage(named.file(), end));
    REQUIRE(suggested);
    CHECK(suggested->hit.document == memo);
    CHECK(suggested->hit.inPage == std::vector<TextRange>{{0, 10}});
}

TEST_CASE("a case without partners has no such page")
{
    TemporaryCase temporary;
    temporary.addDocument(QStringLiteral("a.pdf"), {QStringLiteral("Larkspur reads mail.")});
    CHECK_FALSE(must(nextUnreadPage(temporary.file(), std::nullopt)));
}
