// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/text_cursor.h"

#include "tests/support/catch.h"
#include "tests/support/scripted_page_reader.h"

#include <map>

using namespace ui::page;

namespace {

const std::map<int, model::PageLayout> &pages()
{
    static const std::map<int, model::PageLayout> made = {{0, scriptedLayout(QStringLiteral("one two\nthree fours"))},
                                                          {1, scriptedLayout(QStringLiteral("five six"))}};
    return made;
}

const model::PageLayout *pageAt(int pageIndex)
{
    const auto found = pages().find(pageIndex);
    return found == pages().end() ? nullptr : &found->second;
}

TextPosition after(const TextPosition &from, std::initializer_list<CaretMove> moves)
{
    TextPosition at = from;
    for (const CaretMove move : moves)
        at = moved(at, move, pageAt);
    return at;
}

} // namespace

TEST_CASE("the caret goes by characters, words and lines")
{
    CHECK(after({0, 0}, {CaretMove::NextCharacter}) == TextPosition{0, 1});
    CHECK(after({0, 0}, {CaretMove::NextWord}) == TextPosition{0, 4});
    CHECK(after({0, 5}, {CaretMove::PreviousWord}) == TextPosition{0, 4});
    CHECK(after({0, 4}, {CaretMove::PreviousWord}) == TextPosition{0, 0});
    CHECK(after({0, 5}, {CaretMove::NextLine}) == TextPosition{0, 13});
    CHECK(after({0, 13}, {CaretMove::PreviousLine}) == TextPosition{0, 5});
    CHECK(after({0, 19}, {CaretMove::PreviousLine}) == TextPosition{0, 7}); // a shorter line: its end
    CHECK(after({0, 10}, {CaretMove::LineStart}) == TextPosition{0, 8});
    CHECK(after({0, 10}, {CaretMove::LineEnd}) == TextPosition{0, 19});
    CHECK(after({0, 10}, {CaretMove::PageStart}) == TextPosition{0, 0});
    CHECK(after({0, 10}, {CaretMove::PageEnd}) == TextPosition{0, 19});
}

TEST_CASE("the caret runs on over a page break, and stays where the next page is not read yet")
{
    CHECK(after({0, 19}, {CaretMove::NextCharacter}) == TextPosition{1, 0});
    CHECK(after({1, 0}, {CaretMove::PreviousCharacter}) == TextPosition{0, 19});
    CHECK(after({0, 10}, {CaretMove::NextLine}) == TextPosition{1, 2});
    CHECK(after({1, 2}, {CaretMove::PreviousLine}) == TextPosition{0, 10});
    CHECK(after({1, 8}, {CaretMove::NextCharacter}) == TextPosition{1, 8});
    CHECK(after({1, 0}, {CaretMove::NextLine}) == TextPosition{1, 0});
    CHECK(after({0, 0}, {CaretMove::PreviousLine}) == TextPosition{0, 0});
    CHECK(after({7, 3}, {CaretMove::NextWord}) == TextPosition{7, 3});
}

TEST_CASE("a letter of two code units is one step")
{
    const model::PageLayout layout = scriptedLayout(QStringLiteral("a\U0001F600b"));
    const auto only = [&layout](int pageIndex) { return pageIndex == 0 ? &layout : nullptr; };
    CHECK(moved({0, 1}, CaretMove::NextCharacter, only) == TextPosition{0, 3});
    CHECK(moved({0, 3}, CaretMove::PreviousCharacter, only) == TextPosition{0, 1});
}

TEST_CASE("walking word by word to the end and back visits the same places")
{
    std::vector<TextPosition> forth = {{0, 0}};
    while (true) {
        const TextPosition next = moved(forth.back(), CaretMove::NextWord, pageAt);
        if (next == forth.back())
            break;
        REQUIRE(forth.back() < next);
        forth.push_back(next);
    }
    CHECK(forth.back() == TextPosition{1, 8});
    TextPosition back = forth.back();
    while (back > TextPosition{0, 0}) {
        const TextPosition before = moved(back, CaretMove::PreviousWord, pageAt);
        REQUIRE(before < back);
        back = before;
    }
}
