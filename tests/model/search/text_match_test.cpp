// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/text_match.h"
#include "tests/support/catch.h"

using namespace model::search;

namespace {

/// The sequences a word or phrase stands for, words apart by blanks, "*" behind a prefix.
QStringList sequences(const QString &typed)
{
    WordBreaker breaker;
    const auto query = std::get<Query>(parseQuery(typed, breaker));
    const auto expand = [](const QByteArray &word, int edits) {
        return std::vector<QByteArray>{word, word + QByteArray::number(edits)};
    };
    QStringList result;
    const std::vector<TextMatch> matches = textMatches(query, breaker, expand);
    for (const Sequence &sequence : matches.front().items.front()) {
        QStringList words;
        for (const Term &term : sequence)
            words += QString::fromUtf8(term.word) + (term.prefix ? QStringLiteral("*") : QString());
        result += words.join(u' ');
    }
    return result;
}

QStringList list(const char *text)
{
    return QString::fromUtf8(text).split(u'|');
}

} // namespace

TEST_CASE("a word stands for itself, folded; a fuzzy one for what it is expanded to")
{
    CHECK(sequences(QStringLiteral("Caf\u00E9")) == list("cafe"));
    CHECK(sequences(QStringLiteral("Caf*")) == list("caf*"));
    CHECK(sequences(QStringLiteral("Caf~2")) == list("caf|caf2"));
}

TEST_CASE("a phrase or compound also stands for itself with two words written as one")
{
    CHECK(sequences(QStringLiteral("opt-out")) == list("opt out|optout"));
    CHECK(sequences(QStringLiteral("\"a b c\"*")) == list("a b c*|ab c*|a bc*"));
    CHECK(sequences(QStringLiteral("on-the-go")) == list("on the go|onthe go|on thego|onthego"));
    CHECK(sequences(QStringLiteral("\"a b c d e f g h i j k l m\"")) == list("a b c d e f g h i j k l m"));
}

TEST_CASE("a short Chinese or Japanese word stands for all ways to cut it")
{
    CHECK(sequences(QString::fromUtf8("消")) == list("消"));
    CHECK(sequences(QString::fromUtf8("消息")) == list("消 息|消息"));
    CHECK(sequences(QString::fromUtf8("消息的")).size() == 4);
    CHECK(sequences(QString::fromUtf8("私人消息私人消息")).size() < 10);
}

TEST_CASE("what is shown of a hit is what stands under no NOT")
{
    WordBreaker breaker;
    const auto leaves = [&breaker](const char *text) {
        return positiveLeaves(std::get<Query>(parseQuery(QString::fromUtf8(text), breaker)).root);
    };
    CHECK(leaves("a b NOT c") == std::vector<int>{0, 1});
    CHECK(leaves("NOT NOT a") == std::vector<int>{0});
    CHECK(leaves("NOT (a OR NOT b) kind:partner") == std::vector<int>{1});
    CHECK(leaves("a NEAR b c") == std::vector<int>{0, 1});
}
