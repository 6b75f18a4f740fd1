// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/likeness.h"
#include "tests/support/catch.h"
#include "tests/support/invented_papers.h"

using namespace model::copies;

namespace {

WordText textOf(const InventedPaper &paper)
{
    return documentText(pagesOf(paper.filledParagraphs(), 80, 50));
}

} // namespace

TEST_CASE("a paper with one paragraph rewritten is a copy")
{
    PaperMaker maker(1);
    const InventedPaper paper = maker.paper(7);
    InventedPaper changed = paper;
    changed.paragraphs[3] = maker.paragraph();
    const Likeness found = likeness(textOf(paper), textOf(changed));
    CHECK(found.isCopy);
    CHECK(found.resemblance < 1);
}

TEST_CASE("the same form filled in for other parties is no copy")
{
    PaperMaker maker(2);
    const InventedPaper paper = maker.paper(9);
    InventedPaper other = paper;
    other.blanks = maker.blanks();
    const Likeness found = likeness(textOf(paper), textOf(other));
    CHECK(found.resemblance > 0.6);
    CHECK_FALSE(found.isCopy);
}

TEST_CASE("a form in which only the party is another one is no copy")
{
    PaperMaker maker(3);
    const InventedPaper paper = maker.paper(6);
    InventedPaper other = paper;
    other.blanks[0] = QStringLiteral("Quillmere Ltd");
    CHECK_FALSE(likeness(textOf(paper), textOf(other)).isCopy);
}

TEST_CASE("a circular letter to another addressee is a copy")
{
    const QString body = QStringLiteral("\nWe write to tell you that from the first day of next month the archive of "
                                        "messages will be open to every reader who asks for it in writing, and that "
                                        "nobody will be told who asked. The office keeps no list of what was read.");
    CHECK(likeness(wordText(QStringLiteral("Dear Mr Bellamy,") + body),
                   wordText(QStringLiteral("Dear Ms Aldous,") + body))
              .isCopy);
}

TEST_CASE("a page taken out of a longer paper is no copy of it")
{
    PaperMaker maker(4);
    const InventedPaper paper = maker.paper(20);
    InventedPaper part = paper;
    part.paragraphs.resize(5);
    CHECK_FALSE(likeness(textOf(paper), textOf(part)).isCopy);
}

TEST_CASE("a misread scan is a copy, and its misread words count as shared")
{
    PaperMaker maker(5);
    const InventedPaper paper = maker.paper(10);
    const WordText scan = wordText(maker.misread(textOf(paper).text, 30));
    const Likeness found = likeness(textOf(paper), scan);
    CHECK(found.isCopy);
    CHECK(found.resemblance > 0.85);
}

TEST_CASE("likeness is the same both ways, and whole between the same words")
{
    PaperMaker maker(6);
    const InventedPaper paper = maker.paper(5);
    InventedPaper other = paper;
    other.paragraphs[2] = maker.paragraph();
    const Likeness there = likeness(textOf(paper), textOf(other));
    const Likeness back = likeness(textOf(other), textOf(paper));
    CHECK(there.isCopy == back.isCopy);
    CHECK(there.resemblance == Approx(back.resemblance).epsilon(0.05));
    CHECK(likeness(textOf(paper), textOf(paper)).resemblance == 1.0);
    CHECK(likeness(wordText({}), wordText({})).isCopy == false);
}
