// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/word_text.h"
#include "tests/support/catch.h"
#include "tests/support/strings.h"

#include <QStringList>

using namespace model::copies;

namespace {

/// The words of a text, with a space between.
QString wordsOf(const QString &text)
{
    const WordText words = wordText(text);
    QStringList list;
    for (size_t i = 0; i < words.words.size(); ++i)
        list += words.folded(i);
    return list.join(u' ');
}

} // namespace

TEST_CASE("words are the same whatever their case, quotes and line ends")
{
    CHECK(wordsOf(QStringLiteral("The Partner’s “data”,\nall of it.")) ==
          QStringLiteral("the partners data all of it"));
    CHECK(wordText(QStringLiteral("the partner's data")).keys() ==
          wordText(QStringLiteral("The Partner’s   DATA!")).keys());
}

TEST_CASE("a word parted at the end of a line is one word, one joined by a hyphen two")
{
    CHECK(wordsOf(QStringLiteral("agree-\nment soft\u00adware e-mail")) == QStringLiteral("agreement software e mail"));
}

TEST_CASE("a figure is one word, with its separators")
{
    CHECK(wordsOf(QStringLiteral("1,200.50 euros in 2012.")) == QStringLiteral("120050 euros in 2012"));
    const WordText words = wordText(QStringLiteral("We paid 1,200 to Alcona Ltd. They spent it."));
    std::vector<bool> figures;
    std::vector<bool> names;
    for (const ComparedWord &word : words.words) {
        figures.push_back(word.isFigure);
        names.push_back(word.isName);
    }
    CHECK(figures == std::vector<bool>{false, false, true, false, false, false, false, false, false});
    CHECK(names == std::vector<bool>{false, false, false, false, true, true, false, false, false});
}

TEST_CASE("where words are not parted by spaces, each character is compared")
{
    CHECK(wordsOf(QStringLiteral("数据 共享 API")) == QStringLiteral("数 据 共 享 api"));
}

TEST_CASE("words know where they stand")
{
    const QString text = QStringLiteral("A part-\nner of ours");
    const WordText words = wordText(text);
    REQUIRE(words.words.size() == 4);
    CHECK(text.sliced(words.words[1].start, words.words[1].end - words.words[1].start) == u"part-\nner");
}

TEST_CASE("running heads and feet, which the copy of a paper may have of its own, are left out")
{
    const std::vector<QString> plain = {QStringLiteral("first words\nof it"), QStringLiteral("second page\nof it")};
    const std::vector<QString> stamped = {QStringLiteral("first words\nof it\nQRX-000017"),
                                          QStringLiteral("second page\nof it\nQRX-000018")};
    CHECK(documentText(stamped).keys() == documentText(plain).keys());
}
