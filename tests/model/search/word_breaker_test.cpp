// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/word_breaker.h"
#include "tests/support/catch.h"

#include <random>

using namespace model::search;

namespace {

class Lister final : public TokenSink {
public:
    bool take(const Token &token) override
    {
        position += token.opensPosition ? 1 : 0;
        const char *const mark = token.kind == TokenKind::Joined ? "=" : token.kind == TokenKind::Inner ? "." : "";
        list += QString::fromLatin1(mark) +
                QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size())) + u'@' +
                QString::number(position);
        sources.push_back({token.start, token.end});
        return list.size() < limit;
    }
    QStringList list;
    std::vector<std::pair<std::size_t, std::size_t>> sources;
    int position = -1;
    qsizetype limit = 100000;
};

/// "word@position" for each, joined words with "=" in front, pieces with ".".
QStringList words(const QString &text)
{
    WordBreaker breaker;
    Lister lister;
    const QByteArray utf8 = text.toUtf8();
    breaker.breakText({utf8.constData(), static_cast<std::size_t>(utf8.size())}, lister);
    return lister.list;
}

QStringList list(const char *expected)
{
    return QString::fromUtf8(expected).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("letters and numbers make words, everything else ends them")
{
    CHECK(words(QStringLiteral("The bank's  AT&T e_mail, 1,000.")) ==
          list("the@0 bank@1 s@2 at@3 t@4 e@5 mail@6 1@7 000@8"));
    CHECK(words(QString()).isEmpty());
    CHECK(words(QStringLiteral("... \u2014 \u20AC")).isEmpty());
    CHECK(words(QStringLiteral("\U0001F600x")) == list("x@0"));
}

TEST_CASE("what looks alike is folded alike")
{
    CHECK(words(QStringLiteral("caf\u00E9 cafe\u0301 CAF\u00C9")) == list("cafe@0 cafe@1 cafe@2"));
    CHECK(words(QStringLiteral("o\uFB03ce \uFF21\uFF22 stra\u00DFe \u0130zmir \u0131")) ==
          list("office@0 ab@1 strasse@2 izmir@3 i@4"));
    CHECK(words(QStringLiteral("\u00BD \u2460 m\u00B2")) == list("½@0 1@1 m2@2"));
    CHECK(words(QStringLiteral("\u0906\u092A\u0915\u0940")) ==
          QStringList{QStringLiteral("\u0906\u092A\u0915\u0940@0")});
    // Jamo set apart are the syllable they make up.
    CHECK(words(QStringLiteral("\u1112\u1161\u11AB")) == QStringList{QStringLiteral("\uD55C@0")});
    CHECK(words(QStringLiteral("zero\u200Bwidth left\u200Eright")) == list("zero@0 width@1 leftright@2"));
}

TEST_CASE("folding a folded word changes nothing, so that queries fold as the index does")
{
    const QString text = QStringLiteral(
        "\u0130\u1E9E\u017F\uFB05\u0149 \u00C5ngstr\u00F6m \u212B \u01C4 \u0390 \u1FB7 \u0643\u0640\u062A"
        " \u0958 \u09CB \uFF76\uFF9E \u2167 \uFDFA \u2126");
    QString again;
    for (const QString &word : words(text))
        again += word.section(u'@', 0, 0).remove(u'=').remove(u'.') + u' ';
    CHECK(words(again) == words(text));
}

TEST_CASE("a word hyphenated at a line end has one position with its parts, a compound two")
{
    CHECK(words(QStringLiteral("a partner-\nship b")) == list("a@0 partner@1 =partnership@1 ship@1 b@2"));
    CHECK(words(QStringLiteral("a partner- \r\n  ship b")) == list("a@0 partner@1 =partnership@1 ship@1 b@2"));
    CHECK(words(QStringLiteral("opt-out now")) == list("opt@0 =optout@0 out@1 now@2"));
    CHECK(words(QStringLiteral("non-part-\nner x")) == list("non@0 =nonpartner@0 part@1 =partner@1 ner@1 x@2"));
    CHECK(words(QStringLiteral("par\u00ADtner part\u00AD\nner")) == list("partner@0 part@1 =partner@1 ner@1"));
    CHECK(words(QStringLiteral("2017-\n2018 a -\nb c-\n\nd")) == list("2017@0 2018@1 a@2 b@3 c@4 d@5"));
    CHECK(words(QStringLiteral("a-b-c-d-e-f-g-h")).contains(QStringLiteral("=abcdef@0")));
}

TEST_CASE("scripts without blanks are broken by dictionary, over line ends, and Chinese words have their pieces")
{
    CHECK(words(QString::fromUtf8("私人消息")) == list("私人@0 .私@0 .人@0 消息@1 .消@1 .息@1"));
    CHECK(words(QString::fromUtf8("消\n息")) == words(QString::fromUtf8("消息")));
    CHECK(words(QString::fromUtf8("ข้อความส่วนตัว")).contains(QString::fromUtf8("ข้อความ@0")));
    CHECK(words(QString::fromUtf8("2018年Facebook的")) == list("2018@0 年@1 facebook@2 的@3"));
    CHECK(words(QString::fromUtf8("ｶﾞｽ")) == list("ガス@0"));
}

TEST_CASE("each word says which bytes it stands on")
{
    WordBreaker breaker;
    Lister lister;
    const std::string_view text = "\xC3\x89t\xC3\xA9 e\xCC\x81 part-\nner";
    breaker.breakText(text, lister);
    std::vector<std::string_view> sources;
    for (const auto &[start, end] : lister.sources)
        sources.push_back(text.substr(start, end - start));
    CHECK(sources == std::vector<std::string_view>{"\xC3\x89t\xC3\xA9", "e\xCC\x81", "part", "part-\nner", "ner"});
}

TEST_CASE("a sink can end the breaking, and words are cut at a length")
{
    WordBreaker breaker;
    Lister lister;
    lister.limit = 2;
    CHECK_FALSE(breaker.breakText("a b c d", lister));
    CHECK(lister.list.size() == 2);
    const QStringList longWord = words(QString(5000, u'\u00DF') + QStringLiteral(" x"));
    REQUIRE(longWord.size() == 2);
    CHECK(longWord.front() == QString(128, u's') + QStringLiteral("@0"));
    const QStringList longRun = words(QString(9000, u'\u30AB'));
    for (const QString &word : longRun)
        CHECK(word.section(u'@', 0, 0).toUtf8().size() <= 128);
}

TEST_CASE("any bytes at all are broken without harm, with ranges inside them")
{
    std::mt19937 random(GENERATE(range(0u, 20u)));
    const std::string_view pieces[] = {"a",
                                       "-",
                                       "\n",
                                       " ",
                                       "\xC3",
                                       "\xE6\xB6\x88",
                                       "\xC2\xAD",
                                       "\xCC\x81",
                                       "\xFF",
                                       "\xF0\x9F",
                                       "\xEA\xB0\x80",
                                       "\xE0\xB8\x81",
                                       "Z9",
                                       "\xE3\x82\x99",
                                       "\xEF\xBE\x9E"};
    std::string text;
    for (int i = 0; i < 300; ++i)
        text += pieces[random() % std::size(pieces)];
    WordBreaker breaker;
    Lister lister;
    CHECK(breaker.breakText(text, lister));
    for (const auto &[start, end] : lister.sources) {
        CHECK(start < end);
        CHECK(end <= text.size());
    }
}
