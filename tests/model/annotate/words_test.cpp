// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/words.h"

#include "tests/model/annotate/random_text.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::annotate;

namespace {

QStringList originals(const QString &text)
{
    const Words words(text);
    QStringList list;
    for (int i = 0; i < words.count(); ++i)
        list << words.original(i).toString();
    return list;
}

QStringList split(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

} // namespace

TEST_CASE("a possessive ending is a word of its own")
{
    CHECK(originals(QStringLiteral("Corvane's app")) == split("Corvane 's app"));
    CHECK(originals(QStringLiteral("Corvane’s app")) == split("Corvane ’s app"));
    CHECK(originals(QStringLiteral("the users’ friends")) == split("the users ’ friends"));
    const QString curly = QStringLiteral("Corvane’s");
    CHECK(Words(curly).folded(1) == QStringLiteral("'s"));
}

TEST_CASE("contractions part from their word, names with an apostrophe do not")
{
    CHECK(originals(QStringLiteral("they've said I'm in and we'll see")) ==
          split("they 've said I 'm in and we 'll see"));
    CHECK(originals(QStringLiteral("O’Hara didn't")) == split("O’Hara didn't"));
}

TEST_CASE("a hyphen at a line's end is no part of the word, one inside a word is")
{
    const QString text = QStringLiteral("infor-\n  mation by e-mail");
    const Words words(text);
    REQUIRE(words.count() == 3);
    CHECK(words.folded(0) == QStringLiteral("information"));
    CHECK(words[0].range == TextRange{0, 15});
    CHECK(words[0].hash == hashOf(u"information"));
    CHECK(words.folded(2) == QStringLiteral("e-mail"));
    // What goes on with a capital is a word of its own.
    CHECK(originals(QStringLiteral("Anglo-\nDutch")) == split("Anglo - Dutch"));
}

TEST_CASE("signs inside abbreviations, addresses and numbers do not part them")
{
    CHECK(originals(QStringLiteral("the U.S. and AT&T, see example.com: 1,200 users.")) ==
          split("the U.S. and AT&T , see example.com : 1,200 users ."));
    CHECK(originals(QStringLiteral("Dorn N.V. left")) == split("Dorn N.V. left"));
    CHECK(originals(QStringLiteral("It ended.The bank")) == split("It ended . The bank"));
}

TEST_CASE("a word knows how it is written and what stands before it")
{
    const QString text = QStringLiteral("IBM eBay Corvane bank\n7th (x)");
    const Words words(text);
    REQUIRE(words.count() == 8);
    CHECK(words[0].allUpper);
    CHECK_FALSE(words[0].innerUpper);
    CHECK(words[1].innerUpper);
    CHECK_FALSE(words[1].upperStart);
    CHECK(words[2].upperStart);
    CHECK_FALSE(words[2].allUpper);
    CHECK(words[0].lineBefore);
    CHECK_FALSE(words[3].lineBefore);
    CHECK(words[4].lineBefore);
    CHECK(words[4].hasDigit);
    CHECK(words.isSign(5, u'('));
    CHECK_FALSE(words[5].isWord);
    CHECK_FALSE(words[6].spaceBefore);
    CHECK_FALSE(words.isSign(8, u')'));
    CHECK(words.range(2, 4) == TextRange{9, 21});
}

TEST_CASE("letters outside the first plane, lone surrogates and combining marks stay inside their word")
{
    CHECK(originals(QStringLiteral("Cafe\u0301 Zo\u00e9")) ==
          QStringList{QStringLiteral("Cafe\u0301"), QStringLiteral("Zo\u00e9")});
    CHECK(originals(QString::fromUtf8("\U00020bb7野屋 x")).size() == 2);
    const QString lone = QStringLiteral("a") + QChar(0xd800) + QStringLiteral(" ") + QChar(0xdc00);
    CHECK(originals(lone) == QStringList{lone.left(2), lone.mid(3)});
}

TEST_CASE("a word without end is cut, but never inside a surrogate pair")
{
    const QString text = QStringLiteral("a") + QString::fromUtf8("\U00020bb7").repeated(1000);
    const Words words(text);
    CHECK(words.count() > 5);
    for (int i = 0; i < words.count(); ++i) {
        CHECK(words.original(i).size() < 210);
        CHECK_FALSE(words.original(i).front().isLowSurrogate());
    }
}

TEST_CASE("words of any text lie inside it, in order, and leave out nothing but white space")
{
    const unsigned seed = GENERATE(range(0U, 60U));
    CAPTURE(seed);
    const QString text = randomText(seed, 400);
    const Words words(text);
    qsizetype end = 0;
    QString left;
    bool sound = true;
    for (int i = 0; i < words.count(); ++i) {
        const TextRange range = words[i].range;
        sound = sound && range.start >= end && range.end > range.start && range.end <= text.size() &&
                !words.folded(i).isEmpty() && words[i].hash == hashOf(words.folded(i));
        left += text.mid(end, range.start - end);
        end = range.end;
    }
    left += text.mid(end);
    CHECK(sound);
    left.remove(QChar(0x200b)).remove(QChar(0xfeff));
    CHECK(left.trimmed() == QString());
}
