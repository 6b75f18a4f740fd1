// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/page_joint.h"

#include "model/search/match_expression.h"
#include "tests/support/catch.h"

using namespace model::search;

namespace {

PageBody whole(const QByteArray &text)
{
    return {text, 0, static_cast<std::size_t>(text.size())};
}

QByteArray joint(const QByteArray &page, const QByteArray &next)
{
    WordBreaker breaker;
    return jointText(jointWords(whole(page), whole(next), breaker));
}

QByteArray body(const QByteArray &page, const std::vector<QByteArray> &neighbours)
{
    const PageBody found = bodyOf(page, neighbours);
    return page.mid(static_cast<qsizetype>(found.start), static_cast<qsizetype>(found.end - found.start)).trimmed();
}

} // namespace

TEST_CASE("lines that neighbours have in the same place are running heads, page numbers apart")
{
    CHECK(body("Contract\nText one\nPage 3 of 9", {"Contract\nText two\nPage 4 of 9"}) == "Text one");
    CHECK(body("Contract\nText\niv", {"Contract\nother\nxii"}) == "Text");
    CHECK(body("A\nB\nC\nD\ntext", {"A\nB\nC\nD\nother"}) == "D\ntext");
    CHECK(body("\n\nContract\n\ntext\n\n", {"Contract\nother"}) == "text");
    CHECK(body("text one\nfoot", {"text two\nhead"}) == "text one\nfoot");
    CHECK(body("same\npage", {"same\npage"}) == "same\npage");
    CHECK(body("text", {}) == "text");
    CHECK(body("", {"x"}).isEmpty());
    // Left and right pages have heads of their own.
    CHECK(bodyAmong({"Left 1\na", "Right 2\nb", "Left 3\nc"}, 0).start == 6);
}

TEST_CASE("a joint has the last words and the first, marked by side, and a pair of those at the break")
{
    CHECK(joint("gave access", "to messages") == "<gave <access |&access_to >to >messages");
    CHECK(joint("", "to messages").isEmpty());
    CHECK(joint("gave access", " \n").isEmpty());
}

TEST_CASE("a word hyphenated over the break is one position with its parts")
{
    CHECK(joint("the part-\n", "ner of") == "<the <part |=partner |>ner >of");
    CHECK(joint("the part\xC2\xAD", "ner of") == "<the <part |=partner |>ner >of");
    CHECK(joint("in 2017-", "2018") == "<in <2017 |&2017_2018 >2018");
    CHECK(joint("a part -", "ner") == "<a <part |&part_ner >ner");
    CHECK(joint("x a-\nb-", "c y").contains("|=bc"));
}

TEST_CASE("a joint has no more than so many positions of each side, and tells where they stand")
{
    QByteArray page;
    for (int i = 0; i < 300; ++i)
        page += "w" + QByteArray::number(i) + ' ';
    WordBreaker breaker;
    const std::vector<JointWord> words = jointWords(whole(page), whole(page), breaker);
    CHECK(words.size() == 2 * wordsAtJoint);
    CHECK(words.front().word == "w276");
    CHECK(words.back().word == "w23");
    for (const JointWord &word : words)
        CHECK(page.mid(static_cast<qsizetype>(word.start), static_cast<qsizetype>(word.end - word.start)) == word.word);
    const QByteArray chinese = QString::fromUtf8("消息").repeated(400).toUtf8();
    CHECK(jointWords(whole(chinese), whole(chinese), breaker).size() > 2 * wordsAtJoint);
}
