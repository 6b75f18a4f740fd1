// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/units.h"

#include "tests/model/annotate/random_text.h"
#include "tests/support/catch.h"

#include <QStringList>

using namespace model;
using namespace model::annotate;

namespace {

QStringList unitsOf(const QString &text)
{
    const Words words(text);
    QStringList list;
    for (const Unit &unit : cutIntoUnits(words)) {
        const TextRange range = words.range(unit.first, unit.last);
        list << text.mid(range.start, range.length()).simplified();
    }
    return list;
}

/// As it would stand on a page: no line longer than `width`.
QString wrapped(const QString &paragraph, qsizetype width)
{
    QString page;
    qsizetype column = 0;
    const auto words = paragraph.split(u' ');
    for (const QString &word : words) {
        const bool fits = column > 0 && column + 1 + word.size() <= width;
        if (column > 0)
            page += fits ? u' ' : u'\n';
        column = (fits ? column + 1 : 0) + word.size();
        page += word;
    }
    return page;
}

} // namespace

TEST_CASE("text as it stood on a page is cut like text with a paragraph a line")
{
    const QString first = QStringLiteral(
        "The agreement gave Corvane the right to read the private messages of its customers. It ran from the spring of "
        "2012 until the autumn of 2015, when the last switch was turned off. Nobody outside the team had been told of "
        "it, and the minutes of that year do not mention it once.");
    const QString second = QStringLiteral(
        "Dellmark never had such a right. Its app was shown the first names of friends and nothing else, as the letter "
        "of its counsel says in so many words.");
    const QString lines = first + QStringLiteral("\n\n") + second;
    const QString page = wrapped(first, 62) + QStringLiteral("\n\n") + wrapped(second, 62);
    REQUIRE(page.count(u'\n') > 5);
    CHECK(unitsOf(lines).size() == 5);
    CHECK(unitsOf(page) == unitsOf(lines));
}

TEST_CASE("abbreviations end no sentence, save a legal form before a word that begins one")
{
    CHECK(unitsOf(QStringLiteral("The deal with Corvane Inc. Mobile was signed by Dr. Okoro. It held.")) ==
          QStringList{QStringLiteral("The deal with Corvane Inc. Mobile was signed by Dr. Okoro."),
                      QStringLiteral("It held.")});
    CHECK(unitsOf(QStringLiteral("They wrote to Corvane Inc. The bank did not answer.")) ==
          QStringList{QStringLiteral("They wrote to Corvane Inc."), QStringLiteral("The bank did not answer.")});
    CHECK(unitsOf(QStringLiteral("He asked J. Marlow (“now?”) and left. So did she!")).size() == 2);
}

TEST_CASE("a closing quotation mark belongs to the sentence before it")
{
    CHECK(unitsOf(QStringLiteral("“They could read it.” Nobody knew.")) ==
          QStringList{QStringLiteral("“They could read it.”"), QStringLiteral("Nobody knew.")});
}

TEST_CASE("the items of a list know the sentence that leads them in")
{
    const QString text = QStringLiteral("The makers below may do the following with messages:\n"
                                        "- read them\n"
                                        "- delete them\n"
                                        "1) hide them\n"
                                        "\n"
                                        "Nobody else can do any of that today.");
    const Words words(text);
    const auto units = cutIntoUnits(words);
    REQUIRE(units.size() == 5);
    CHECK(units[0].kind == UnitKind::Sentence);
    for (size_t i = 1; i < 4; ++i) {
        CHECK(units[i].kind == UnitKind::Item);
        CHECK(units[i].head == 0);
    }
    CHECK(units[4].kind == UnitKind::Sentence);
    CHECK(units[4].head == -1);
    CHECK(units[4].paragraph > units[0].paragraph);
}

TEST_CASE("the rows of a table know its first row, whether bars or gaps part the cells")
{
    const auto text = GENERATE(
        as<QString>(), QStringLiteral("Partner | Data | Until\nCorvane | messages | 2015\nDellmark | friends | 2016\n"),
        QStringLiteral("Partner     Data      Until\nCorvane     messages  2015\nDellmark    friends   2016\n"));
    CAPTURE(text);
    const Words words(text);
    const auto units = cutIntoUnits(words);
    REQUIRE(units.size() == 3);
    for (const Unit &unit : units)
        CHECK(unit.kind == UnitKind::Row);
    CHECK(units[0].head == -1);
    CHECK(units[1].head == 0);
    CHECK(units[2].head == 0);
}

TEST_CASE("a short line without a stop is a heading of the paragraph after it")
{
    const QString text = QStringLiteral("What the partners got\n\nCorvane got messages from the first day on.");
    const Words words(text);
    const auto units = cutIntoUnits(words);
    REQUIRE(units.size() == 2);
    CHECK(units[0].kind == UnitKind::Heading);
    CHECK(units[1].kind == UnitKind::Sentence);
}

TEST_CASE("each word of any text is in exactly one unit, and no unit grows without bound")
{
    const unsigned seed = GENERATE(range(0U, 60U));
    CAPTURE(seed);
    const QString text = randomText(seed, 600);
    const Words words(text);
    int next = 0;
    int longest = 0;
    bool sound = true;
    const auto units = cutIntoUnits(words);
    for (size_t u = 0; u < units.size(); ++u) {
        sound = sound && units[u].first == next && units[u].last > next && units[u].head < int(u);
        longest = std::max(longest, units[u].length());
        next = units[u].last;
    }
    CHECK(sound);
    CHECK(next == words.count());
    CHECK(longest <= 200);
}

TEST_CASE("a row or a sentence as long as a book is cut")
{
    const QString piece = GENERATE(as<QString>(), QStringLiteral("Corvane | messages\t2015 "),
                                   QStringLiteral("Corvane reads messages, "));
    const QString text = piece.repeated(2000);
    const Words words(text);
    for (const Unit &unit : cutIntoUnits(words))
        REQUIRE(unit.length() <= 200);
}
