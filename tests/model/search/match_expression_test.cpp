// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/match_expression.h"
#include "tests/support/catch.h"

using namespace model::search;

namespace {

Query queryOf(const char *text)
{
    WordBreaker breaker;
    return std::get<Query>(parseQuery(QString::fromUtf8(text), breaker));
}

std::vector<TextMatch> matchesOf(const Query &query)
{
    WordBreaker breaker;
    return textMatches(query, breaker, [](const QByteArray &, int) { return std::vector<QByteArray>(); });
}

QByteArray expression(const char *text)
{
    const Query query = queryOf(text);
    return matchExpression(query.root, matchesOf(query)).replace(everyPage, "ALL");
}

QByteArray joint(const char *text)
{
    return jointExpression(matchesOf(queryOf(text)).front());
}

} // namespace

TEST_CASE("words enter an expression as strings that FTS5 cannot take for anything else")
{
    CHECK(quoted("a b") == "\"a b\"");
    CHECK(quoted("a\" OR \"b") == "\"a\"\" OR \"\"b\"");
    CHECK(quoted(QByteArray("a\0b", 3)) == "\"ab\"");
    CHECK(quoted("") == "\"\"");
}

TEST_CASE("each operator has its FTS5 expression, and NOT by itself takes from all pages")
{
    CHECK(expression("bank") == "\"bank\"");
    CHECK(expression("ban*") == "\"ban\" *");
    CHECK(expression("a b") == "(\"a\" AND \"b\")");
    CHECK(expression("a OR b") == "(\"a\" OR \"b\")");
    CHECK(expression("a NOT b NOT c") == "(\"a\" NOT (\"b\" OR \"c\"))");
    CHECK(expression("NOT a") == "(\"ALL\" NOT \"a\")");
    CHECK(expression("a OR NOT b") == "(\"a\" OR (\"ALL\" NOT \"b\"))");
    CHECK(expression("NOT a NOT b") == "(\"ALL\" NOT (\"a\" OR \"b\"))");
    CHECK(expression("\"a b\"") == "(\"a b\" OR \"ab\")");
    CHECK(expression("NEAR(a b*, 3)") == "NEAR(\"a\" \"b\" *, 3)");
    CHECK(expression("nosuch~") == "(\"ALL\" NOT \"ALL\")");
}

TEST_CASE("a word over a page break is looked for whole, a phrase at each place it can be cut")
{
    CHECK(joint("bank") == "\"=bank\"");
    CHECK(joint("\"a b\"") == "(\"&a_b\" OR \"=a >b\" OR \"<a =b\" OR \"=ab\")");
    CHECK(joint("\"a b c\"*").contains("\"&a_b >b >c\" *"));
    CHECK(joint("\"a b c\"*").contains("\"<a &b_c\" *"));
    CHECK(joint("nosuch~").isEmpty());
}

TEST_CASE("words near each other over a page break are not all on one side")
{
    const QByteArray near = joint("NEAR(a b, 3)");
    CHECK(near.contains("NEAR(\"<a\" \">b\", 3)"));
    CHECK(near.contains("NEAR(\">a\" \"<b\", 3)"));
    CHECK_FALSE(near.contains("NEAR(\"<a\" \"<b\", 3)"));
    CHECK_FALSE(near.contains("NEAR(\">a\" \">b\", 3)"));
}

TEST_CASE("a NEAR that multiplies out too far is known")
{
    CHECK_FALSE(exceedsNearLimit(matchesOf(queryOf("NEAR(\"a b c\" d)")).front()));
    CHECK(exceedsNearLimit(matchesOf(queryOf("NEAR(\"a b c d e f g\" \"a b c d e f g\" \"a b c d e f g\")")).front()));
    CHECK_FALSE(exceedsNearLimit(matchesOf(queryOf("\"a b c d e f g\"")).front()));
}

TEST_CASE("a field anywhere makes a query more than text")
{
    CHECK(isTextOnly(queryOf("a OR (b NOT c)").root));
    CHECK_FALSE(isTextOnly(queryOf("a OR (b NOT read:yes)").root));
}
