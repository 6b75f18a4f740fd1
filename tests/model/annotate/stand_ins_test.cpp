// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/stand_ins.h"

#include "model/annotate/annotator.h"
#include "model/annotate/weights.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::annotate;

namespace {

/// Whom the passage `standIn` means, in a text whose other partners are `names`.
QStringList meaningIn(const QString &text, const QStringList &names, const QString &standIn)
{
    const Analysis analysis(text, {}, Annotator::shipped()->weights().common, {});
    std::vector<Mention> mentions;
    const auto add = [&](qsizetype start, const QString &passage, bool isName) {
        Mention mention;
        const TextRange range{start, start + passage.size()};
        mention.first = -1;
        for (int i = 0; i < analysis.words.count(); ++i) {
            if (!analysis.words[i].range.overlaps(range))
                continue;
            mention.first = mention.first < 0 ? i : mention.first;
            mention.last = i + 1;
        }
        REQUIRE(mention.first >= 0);
        if (isName) {
            mention.chunk = analysis.nameOf[size_t(mention.first)];
            REQUIRE(mention.chunk >= 0);
            mention.name = passage;
        }
        mentions.push_back(mention);
    };
    for (const QString &name : names) {
        for (auto at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
            add(at, name, true);
    }
    const auto at = text.indexOf(standIn);
    REQUIRE(at >= 0);
    add(at, standIn, false);
    std::sort(mentions.begin(), mentions.end(), [](const Mention &a, const Mention &b) { return a.first < b.first; });
    const auto meant = resolveStandIns(analysis, mentions);
    REQUIRE(meant.size() == mentions.size());
    for (size_t m = 0; m < mentions.size(); ++m) {
        if (mentions[m].chunk < 0)
            return meant[m];
    }
    return {};
}

const QStringList two = {QStringLiteral("Corvane"), QStringLiteral("Dellmark")};

} // namespace

TEST_CASE("“both” and “they” mean the names that stood side by side")
{
    CHECK(meaningIn(QStringLiteral("The switch was set for Corvane and Dellmark. In 2014 both could read it."), two,
                    QStringLiteral("both")) == two);
    CHECK(meaningIn(QStringLiteral("The switch was set for Corvane and Dellmark. In 2014 they could read it."), two,
                    QStringLiteral("they")) == two);
    CHECK(meaningIn(QStringLiteral("The switch was set for Corvane and Dellmark. In 2014 all two could read it."), two,
                    QStringLiteral("all two")) == two);
    CHECK(meaningIn(
              QStringLiteral("The switch was set for Corvane. It was set for Dellmark later. Then both could read."),
              two, QStringLiteral("both"))
              .size() == 2);
}

TEST_CASE("“it” means the name that the sentence before was about")
{
    CHECK(meaningIn(
              QStringLiteral("The switch was set for Dellmark first. Then Corvane asked. From May on it could read."),
              two, QStringLiteral("it could")) == QStringList{QStringLiteral("Corvane")});
}

TEST_CASE("a stand-in in a leading clause means the name that follows")
{
    CHECK(meaningIn(QStringLiteral("They had asked Dellmark. After it had paid, Corvane could read messages."), two,
                    QStringLiteral("it had")) == QStringList{QStringLiteral("Corvane")});
}

TEST_CASE("a name after the end of a leading clause's sentence is not what it means")
{
    CHECK(
        meaningIn(QStringLiteral("They had asked Dellmark. After it had paid, messages went out. Later Corvane came."),
                  two, QStringLiteral("it had")) == QStringList{QStringLiteral("Dellmark")});
}

TEST_CASE("“the bank” means the name with that word in it")
{
    const QStringList names = {QStringLiteral("Harrow Bank"), QStringLiteral("Dellmark")};
    CHECK(meaningIn(QStringLiteral("We spoke to Harrow Bank. We spoke to Dellmark. Then the bank could read messages."),
                    names, QStringLiteral("the bank")) == QStringList{QStringLiteral("Harrow Bank")});
}

TEST_CASE("words for nobody in particular mean nobody in particular, and a stand-in without a name nothing")
{
    const QStringList generic = {genericPartner.toString()};
    CHECK(meaningIn(QStringLiteral("We spoke to Corvane. In those days some makers could read messages."),
                    {QStringLiteral("Corvane")}, QStringLiteral("some makers")) == generic);
    CHECK(meaningIn(QStringLiteral("In those days third parties could read messages."), {},
                    QStringLiteral("third parties")) == generic);
    CHECK(meaningIn(QStringLiteral("In those days it could read messages."), {}, QStringLiteral("it")).isEmpty());
}
