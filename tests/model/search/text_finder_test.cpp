// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/text_finder.h"

#include "tests/support/catch.h"
#include "tests/support/strings.h"

using model::TextRange;
using model::search::TextFinder;

namespace {

/// What is found, in the words of the page.
QStringList found(const QString &typed, const QString &text)
{
    QStringList words;
    for (const TextRange &range : TextFinder(typed).find(text))
        words += text.mid(range.start, range.length());
    return words;
}

} // namespace

TEST_CASE("what is typed is found as it grows, also in the middle of a word")
{
    const QString text = QStringLiteral("Larkspur could read messages; a message was read");
    CHECK(found(QStringLiteral("m"), text).size() == 2);
    CHECK(found(QStringLiteral("mess"), text) == QStringList{QStringLiteral("mess"), QStringLiteral("mess")});
    CHECK(found(QStringLiteral("essages;"), text) == QStringList{QStringLiteral("essages;")});
    CHECK(found(QStringLiteral("read messages"), text).size() == 1);
    CHECK(found(QStringLiteral("delete"), text).isEmpty());
}

TEST_CASE("capitals, accents, ligatures and printers' marks count as little as in a search")
{
    const QString text = QStringLiteral(u"Soci\u00e9t\u00e9 \ufb01led \u201cSTRASSE\u201d \u2013 Stra\u00dfe");
    CHECK(found(QStringLiteral("societe"), text) == QStringList{QStringLiteral(u"Soci\u00e9t\u00e9")});
    CHECK(found(QStringLiteral("FILED"), text) == QStringList{QStringLiteral(u"\ufb01led")});
    CHECK(found(QStringLiteral(u"stra\u00dfe"), text).size() == 2);
    CHECK(found(QStringLiteral("\"strasse\" -"), text).size() == 1);
    // An accent that is a character of its own belongs to its letter.
    CHECK(found(QStringLiteral("cafe"), QStringLiteral(u"a cafe\u0301 there")) ==
          QStringList{QStringLiteral(u"cafe\u0301")});
}

TEST_CASE("blanks and line ends are one, and a word goes on behind a hyphen at the end of its line")
{
    const QString text = QStringLiteral("shared  with\nall partner-\nship members - some opt-\nout");
    CHECK(found(QStringLiteral("shared with all"), text) == QStringList{QStringLiteral("shared  with\nall")});
    CHECK(found(QStringLiteral("partnership"), text) == QStringList{QStringLiteral("partner-\nship")});
    CHECK(found(QStringLiteral("opt-out"), text) == QStringList{QStringLiteral("opt-\nout")});
    CHECK(found(QStringLiteral("members - some"), text).size() == 1);
    CHECK(found(QStringLiteral("-ship"), text) == QStringList{QStringLiteral("-\nship")});
}

TEST_CASE("places count UTF-16 units and do not overlap")
{
    const QString text = QStringLiteral(u"\U0001f600 aaaa \U00010428");
    CHECK(TextFinder(QStringLiteral("aa")).find(text) == std::vector<TextRange>{{3, 5}, {5, 7}});
    CHECK(TextFinder(QStringLiteral(u"\U00010400")).find(text) == std::vector<TextRange>{{8, 10}});
    CHECK(TextFinder(QStringLiteral(u"\U0001f600")).find(text) == std::vector<TextRange>{{0, 2}});
}

TEST_CASE("nothing typed finds nothing, and no text is too odd to look through")
{
    CHECK(TextFinder(QStringLiteral("  ")).isEmpty());
    CHECK(TextFinder(QString()).find(QStringLiteral("words")).empty());
    const QString broken = QString(QChar(0xd800)) + u'x' + QChar(0xdc00) + u'-';
    CHECK(TextFinder(QStringLiteral("x")).find(broken) == std::vector<TextRange>{{1, 2}});
    CHECK(TextFinder(QStringLiteral("-")).find(QStringLiteral("-\n")).size() == 1);
}
