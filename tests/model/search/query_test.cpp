// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/query.h"

#include "model/search/match_expression.h"
#include "model/search/text_match.h"
#include "model/search/word_breaker.h"
#include "tests/support/catch.h"

#include <random>

using namespace model::search;

namespace {

/// The tree in brackets.
QString shown(const Node &node)
{
    QStringList parts;
    for (const Node &child : node.children)
        parts += shown(child);
    switch (node.kind) {
    case NodeKind::Text:
        return u'\'' + node.text + u'\'' + (node.prefix ? QStringLiteral("*") : QString()) +
               (node.edits > 0 ? u'~' + QString::number(node.edits) : QString());
    case NodeKind::Field:
        return toWord(node.field) + u'=' + node.value;
    case NodeKind::Near:
        return QStringLiteral("near%1(%2)").arg(node.distance).arg(parts.join(u' '));
    case NodeKind::And:
        return QStringLiteral("and(%1)").arg(parts.join(u' '));
    case NodeKind::Or:
        return QStringLiteral("or(%1)").arg(parts.join(u' '));
    case NodeKind::Not:
        return QStringLiteral("not(%1)").arg(parts.join(u' '));
    }
    return {};
}

std::variant<Query, QueryFault> parse(const QString &text)
{
    WordBreaker breaker;
    return parseQuery(text, breaker);
}

} // namespace

TEST_CASE("a query is read as a tree")
{
    const auto [text, expected] = GENERATE(table<const char *, const char *>({
        {"bank", "'bank'"},
        {"the bank", "and('the' 'bank')"},
        {"the AND bank", "and('the' 'bank')"},
        {"a OR b c", "or('a' and('b' 'c'))"},
        {"(a OR b) c", "and(or('a' 'b') 'c')"},
        {"a NOT b", "and('a' not('b'))"},
        {"a AND NOT b", "and('a' not('b'))"},
        {"NOT NOT a", "not(not('a'))"},
        {"\"a phrase\"", "'a phrase'"},
        {"\xE2\x80\x9C"
         "a phrase\xE2\x80\x9D",
         "'a phrase'"},
        {"\"a phr\"*", "'a phr'*"},
        {"ban* agrement~ agrement~2", "and('ban'* 'agrement'~1 'agrement'~2)"},
        {"a NEAR b", "near10('a' 'b')"},
        {"a NEAR/3 \"b c\" d", "and(near3('a' 'b c') 'd')"},
        {"NEAR(a \"b c\" d*, 5)", "near5('a' 'b c' 'd'*)"},
        {"NEAR(a b)", "near10('a' 'b')"},
        {"near and or not", "and('near' 'and' 'or' 'not')"},
        {"a - b & c ...", "and('a' 'b' 'c')"},
        {"12:30 http://x.org/y Re: a", "and('12:30' 'http://x.org/y' 'Re:' 'a')"},
        {"partner:Netflix read:NO", "and(partner=Netflix read=no)"},
        {"permission:\"read  private messages\"", "permission=read private messages"},
        {"kind:evidence stance:denies verdict:open document:12",
         "and(kind=evidence stance=denies verdict=open document=12)"},
        {"NOT (partner:A OR bank)", "not(or(partner=A 'bank'))"},
        {"(kind:partner)(a)", "and(kind=partner 'a')"},
    }));
    INFO(text);
    const auto query = parse(QString::fromUtf8(text));
    REQUIRE(std::holds_alternative<Query>(query));
    CHECK(shown(std::get<Query>(query).root) == QString::fromUtf8(expected));
}

TEST_CASE("a bad query says where it is wrong")
{
    const auto [text, position] = GENERATE(table<const char *, int>({
        {"", 0},
        {"   ", 3},
        {"...", 3},
        {"bank \"private", 5},
        {"bank \"...\"", 5},
        {"bank (private", 5},
        {"bank) private", 4},
        {"()", 1},
        {"AND bank", 0},
        {"bank AND", 8},
        {"bank OR OR b", 8},
        {"bank NOT", 8},
        {"bank *", 5},
        {"*bank", 0},
        {"ba*nk", 3},
        {"bank~3", 5},
        {"bank~0", 5},
        {"bank~~", 5},
        {"don't~", 0},
        {"\"two words\"~", 0},
        {"a NEAR/x b", 7},
        {"NEAR", 0},
        {"a NEAR kind:partner", 7},
        {"NEAR(a)", 6},
        {"NEAR(a b, x)", 10},
        {"NEAR(a b, 5", 11},
        {"NEAR(a b", 0},
        {"NEAR(a OR b)", 7},
        {"bank partnr:Netflix", 5},
        {"bank partner:", 13},
        {"kind:person", 5},
        {"bank read:maybe", 10},
        {"stance:\"", 7},
        {"((((((((((((((((((((((a", 20},
    }));
    INFO(text);
    const auto query = parse(QString::fromUtf8(text));
    REQUIRE(std::holds_alternative<QueryFault>(query));
    CHECK(std::get<QueryFault>(query).position == position);
    CHECK_FALSE(std::get<QueryFault>(query).sentence.isEmpty());
}

TEST_CASE("a query has limits, and says so")
{
    CHECK(std::holds_alternative<QueryFault>(parse(QStringLiteral("word ").repeated(201))));
    CHECK(std::holds_alternative<Query>(parse(QStringLiteral("word ").repeated(200))));
    CHECK(std::holds_alternative<QueryFault>(parse(QString(10001, u'a'))));
    CHECK(std::holds_alternative<QueryFault>(parse(QStringLiteral("NOT ").repeated(300) + u'a')));
}

TEST_CASE("whatever is typed is either read or refused at a place inside of it")
{
    std::mt19937 random(GENERATE(range(0u, 200u)));
    const char *const pieces[] = {"a",      "bank",  " ",        " ",        "\"",   "(",    ")",     "*",
                                  "~",      "2",     "AND ",     "OR ",      "NOT ", "NEAR", "NEAR(", ",",
                                  "NEAR/3", "kind:", "read:yes", "partner:", "消息", "-",    "é",     ":",
                                  "\n",     "\t",    "^",        "{",        "+"};
    QString text;
    for (int i = 0; i < static_cast<int>(random() % 30); ++i)
        text += QString::fromUtf8(pieces[random() % std::size(pieces)]);
    INFO(text.toStdString());
    const auto query = parse(text);
    if (const auto *fault = std::get_if<QueryFault>(&query)) {
        CHECK(fault->position >= 0);
        CHECK(fault->position <= text.size());
        CHECK_FALSE(fault->sentence.isEmpty());
    } else {
        WordBreaker breaker;
        const auto &read = std::get<Query>(query);
        CHECK_FALSE(matchExpression(read.root, textMatches(read, breaker,
                                                           [](const QByteArray &word, int) {
                                                               return std::vector<QByteArray>{word};
                                                           }))
                        .isEmpty());
    }
}
