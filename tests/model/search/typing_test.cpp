// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/typing.h"

#include "model/search/word_breaker.h"
#include "tests/support/catch.h"

using namespace model::search;

namespace {

QString going(const char *query)
{
    WordBreaker breaker;
    return whileTyping(QString::fromUtf8(query), breaker);
}

QString entered(const char *query)
{
    WordBreaker breaker;
    return whenEntered(QString::fromUtf8(query), breaker);
}

} // namespace

TEST_CASE("the last word of a query that is being typed may go on, if it is long enough to ask for")
{
    CHECK(going("bank mess") == QStringLiteral("bank mess*"));
    CHECK(going("bank me") == QStringLiteral("bank me"));
    CHECK(going("bank mess ") == QStringLiteral("bank mess "));
    CHECK(going("mess*") == QStringLiteral("mess*"));
    CHECK(going("agrement~") == QStringLiteral("agrement~"));
    CHECK(going("\"private mess\"") == QStringLiteral("\"private mess\""));
    CHECK(going("partner:Lark") == QStringLiteral("partner:Lark"));
    CHECK(going("bank AND") == QStringLiteral("bank AND"));
    CHECK(going("(bank") == QStringLiteral("(bank*"));
    CHECK(going("\"not closed") == QStringLiteral("\"not closed"));
    CHECK(going("") == QString());
}

TEST_CASE("the last word of a query that was entered may go on, unless it is ended or the query is more than words")
{
    CHECK(entered("private mess") == QStringLiteral("private mess*"));
    CHECK(entered("mess") == QStringLiteral("mess*"));
    for (const char *asWritten : {"mess ", "\"private\" mess", "\"private mess\"", "bank OR mess", "NOT mess",
                                  "bank NEAR mess", "bank NEAR/3 mess", "(bank mess)", "(bank) mess", "ban* mess",
                                  "bank~ mess", "partner:Lark mess", "read:no mess", "\"bank", ""}) {
        INFO(asWritten);
        CHECK(entered(asWritten) == QString::fromUtf8(asWritten));
    }
}

TEST_CASE("the field that the caret stands behind is known by its name and the value so far")
{
    const QString query = QStringLiteral("bank partner:\"Alder Ba and stance:de");
    const auto value = unfinishedField(query, 22);
    REQUIRE(value);
    CHECK(value->field == Field::Partner);
    CHECK(value->start == 13);
    CHECK(value->typed == QStringLiteral("Alder Ba"));
    const auto stance = unfinishedField(QStringLiteral("bank STANCE:de"), 14);
    REQUIRE(stance);
    CHECK(stance->field == Field::Stance);
    CHECK(stance->typed == QStringLiteral("de"));
    const auto name = unfinishedField(QStringLiteral("(par"), 4);
    REQUIRE(name);
    CHECK_FALSE(name->field);
    CHECK(name->start == 1);
    CHECK(name->typed == QStringLiteral("par"));
    CHECK_FALSE(unfinishedField(QStringLiteral("bank"), 4));
    CHECK_FALSE(unfinishedField(QStringLiteral("p"), 1));
    CHECK_FALSE(unfinishedField(QStringLiteral("partner:\"Alder\""), 15));
    CHECK_FALSE(unfinishedField(QStringLiteral("http://x"), 8));
    CHECK_FALSE(unfinishedField(QString(), 0));
}

TEST_CASE("a value with blanks or brackets is written between quotation marks")
{
    CHECK(asFieldValue(QStringLiteral("Larkspur")) == QStringLiteral("Larkspur"));
    CHECK(asFieldValue(QStringLiteral("Alder Bank")) == QStringLiteral("\"Alder Bank\""));
    CHECK(asFieldValue(QStringLiteral("Bing(Microsoft)")) == QStringLiteral("\"Bing(Microsoft)\""));
    CHECK_FALSE(asFieldValue(QStringLiteral("the \"Bank\"")));
    CHECK_FALSE(asFieldValue(QString()));
}
