// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/clusters.h"
#include "model/copies/likeness.h"
#include "tests/support/catch.h"
#include "tests/support/invented_papers.h"

#include <map>

using namespace model;
using namespace model::copies;

namespace {

/// A document of the test set: what it was made from, and what it is.
struct Made {
    WordText text;
    qsizetype pages;
    int origin; ///< the same for copies of one paper
    QString kind;
};

class TestSet {
public:
    explicit TestSet(std::uint64_t seed)
        : m_maker(seed)
    {
        for (int i = 0; i < 60; ++i)
            addFamily(i);
        std::shuffle(m_made.begin(), m_made.end(), m_maker.random());
    }
    const std::vector<Made> &documents() const { return m_made; }

private:
    void add(const std::vector<QString> &pages, int origin, const char *kind)
    {
        m_made.push_back(
            {documentText(pages), static_cast<qsizetype>(pages.size()), origin, QString::fromLatin1(kind)});
    }

    std::vector<QString> misreadPages(std::vector<QString> pages, int perThousand)
    {
        for (QString &page : pages)
            page = m_maker.misread(page, perThousand);
        return pages;
    }

    void addFamily(int number)
    {
        const int paragraphs = 6 + number % 5 * 4;
        const InventedPaper paper = m_maker.paper(paragraphs);
        const QStringList text = paper.filledParagraphs();
        const int origin = number * 10;
        const std::vector<QString> pages = pagesOf(text, 80, 48, false, {}, QStringLiteral("Page %1"));
        add(pages, origin, "original");
        QStringList saved = text;
        for (QString &paragraph : saved)
            paragraph.replace(QStringLiteral(". "), QStringLiteral(".  ")).replace(u'\'', u'’');
        add(pagesOf(saved, 80, 48), origin, "saved again");
        add(pagesOf(text, 52, 36, true, QStringLiteral("Draft, printed on 3 May 2011")), origin, "flowed again");
        add(pagesOf(text, 80, 48, false, {}, QStringLiteral("QRX-%1").arg(4000 + number * 50) + QStringLiteral("%1")),
            origin, "stamped");
        InventedPaper changed = paper;
        const auto place = static_cast<size_t>(1 + m_maker.below(paragraphs - 1));
        changed.paragraphs[place] = m_maker.paragraph();
        add(pagesOf(changed.filledParagraphs(), 80, 48), origin, "one paragraph changed");
        add(misreadPages(pages, 10), origin, "scan");
        add(misreadPages(pagesOf(text, 70, 40, true), 25), origin, "bad scan");

        InventedPaper otherParties = paper;
        otherParties.blanks = m_maker.blanks();
        add(pagesOf(otherParties.filledParagraphs(), 80, 48), origin + 1, "form for other parties");
        add(misreadPages(pagesOf(otherParties.filledParagraphs(), 80, 48), 10), origin + 1, "scan of that form");
        InventedPaper boilerplate = m_maker.paper(paragraphs);
        for (size_t i = boilerplate.paragraphs.size() / 2; i < boilerplate.paragraphs.size(); ++i)
            boilerplate.paragraphs[i] = paper.paragraphs[i];
        add(pagesOf(boilerplate.filledParagraphs(), 80, 48), origin + 2, "same boilerplate");
        InventedPaper excerpt = paper;
        excerpt.paragraphs.resize(static_cast<size_t>(paragraphs) / 2);
        add(pagesOf(excerpt.filledParagraphs(), 80, 48), origin + 3, "excerpt");
    }

    PaperMaker m_maker;
    std::vector<Made> m_made;
};

struct Score {
    int found = 0;  ///< pairs put together
    int right = 0;  ///< of them, of one origin
    int wanted = 0; ///< pairs of one origin

    double precision() const { return static_cast<double>(right) / found; }
    double recall() const { return static_cast<double>(right) / wanted; }
};

std::vector<qint64> leadersOf(const std::vector<Made> &documents)
{
    Clusters clusters;
    std::vector<qint64> leaders;
    const auto compare = [&](qint64 document, qint64 leader) -> Result<std::optional<double>> {
        const Likeness found =
            likeness(documents[static_cast<size_t>(document)].text, documents[static_cast<size_t>(leader)].text);
        return found.isCopy ? std::optional(found.resemblance) : std::nullopt;
    };
    for (size_t i = 0; i < documents.size(); ++i) {
        const auto cluster =
            clusters.add(static_cast<qint64>(i), signatureOf(documents[i].text, documents[i].pages), compare);
        REQUIRE(cluster);
        leaders.push_back(cluster->leader);
    }
    return leaders;
}

TextSignature signatureOfText(const QString &text)
{
    return signatureOf(wordText(text), 1);
}

QString numbered(int words)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += QStringLiteral("word%1 ").arg(i);
    return text;
}

} // namespace

TEST_CASE("copies are put together and look-alikes kept apart, 95 times in 100 or more")
{
    for (const std::uint64_t seed : {std::uint64_t(20), std::uint64_t(21), std::uint64_t(22)}) {
        const TestSet set(seed);
        const std::vector<Made> &documents = set.documents();
        const std::vector<qint64> leaders = leadersOf(documents);
        Score score;
        std::map<std::pair<QString, QString>, int> wrong;
        for (size_t i = 0; i < documents.size(); ++i) {
            for (size_t j = i + 1; j < documents.size(); ++j) {
                const bool together = leaders[i] == leaders[j];
                const bool same = documents[i].origin == documents[j].origin;
                score.found += together;
                score.wanted += same;
                score.right += together && same;
                if (together != same)
                    ++wrong[std::minmax(documents[i].kind, documents[j].kind)];
            }
        }
        QString mistakes;
        for (const auto &[kinds, count] : wrong)
            mistakes += QStringLiteral("\n%1 / %2: %3").arg(kinds.first, kinds.second).arg(count);
        INFO("precision " << score.precision() << ", recall " << score.recall() << mistakes.toStdString());
        CHECK(score.precision() >= 0.95);
        CHECK(score.recall() >= 0.95);
    }
}

TEST_CASE("a chain of small changes is not one group: each member is near the first")
{
    // Every step changes a quarter of what is left of the first paper.
    PaperMaker maker(30);
    InventedPaper paper = maker.paper(17);
    std::vector<Made> chain;
    for (int step = 0; step < 4; ++step) {
        const auto pages = pagesOf(paper.filledParagraphs(), 80, 50);
        chain.push_back({documentText(pages), static_cast<qsizetype>(pages.size()), 0, {}});
        for (int i = 0; i < 4; ++i)
            paper.paragraphs[static_cast<size_t>(1 + step * 4 + i)] = maker.paragraph();
    }
    CHECK(likeness(chain[0].text, chain[1].text).isCopy);
    CHECK(likeness(chain[2].text, chain[3].text).isCopy);
    CHECK_FALSE(likeness(chain[0].text, chain[3].text).isCopy);
    const std::vector<qint64> leaders = leadersOf(chain);
    CHECK(leaders[1] == 0);
    CHECK(leaders[3] != 0);
}

TEST_CASE("texts that are too short are copies of the very same words only, and stamps of nothing")
{
    const auto never = [](qint64, qint64) -> Result<std::optional<double>> {
        FAIL("nothing to compare");
        return std::optional<double>();
    };
    Clusters clusters;
    CHECK(clusters.add(1, signatureOfText(QStringLiteral("Exhibit confidential")), never)->leader == 1);
    CHECK(clusters.add(2, signatureOfText(QStringLiteral("Exhibit confidential")), never)->leader == 2);
    CHECK(clusters.add(3, signatureOfText(QString()), never)->leader == 3);
    CHECK(clusters.add(4, signatureOfText(QString()), never)->leader == 4);
    CHECK(clusters.add(5, signatureOfText(numbered(15)), never)->leader == 5);
    CHECK(clusters.add(6, signatureOfText(numbered(16)), never)->leader == 6);
    CHECK(*clusters.add(7, signatureOfText(numbered(15).toUpper()), never) == Cluster{5, 1.0});
}

TEST_CASE("what a document is a copy of does not depend on those that come later, nor on when it was found")
{
    const TestSet set(40);
    std::vector<Made> documents(set.documents().begin(), set.documents().begin() + 200);
    const std::vector<qint64> atOnce = leadersOf(documents);
    const auto compare = [&](qint64 document, qint64 leader) -> Result<std::optional<double>> {
        const Likeness found =
            likeness(documents[static_cast<size_t>(document)].text, documents[static_cast<size_t>(leader)].text);
        return found.isCopy ? std::optional(found.resemblance) : std::nullopt;
    };
    Clusters later;
    for (size_t i = 0; i < documents.size(); ++i) {
        const TextSignature signature = signatureOf(documents[i].text, documents[i].pages);
        if (i < 120)
            later.addKnown(static_cast<qint64>(i), signature, {atOnce[i], 1.0});
        else
            CHECK(later.add(static_cast<qint64>(i), signature, compare)->leader == atOnce[i]);
    }
}

TEST_CASE("a failure to compare is told")
{
    const auto fails = [](qint64, qint64) -> Result<std::optional<double>> {
        return Error{ErrorKind::Io, QStringLiteral("The page cannot be read.")};
    };
    Clusters clusters;
    PaperMaker maker(50);
    InventedPaper paper = maker.paper(6);
    const auto signature = [](const InventedPaper &of) {
        return signatureOf(documentText(pagesOf(of.filledParagraphs(), 80, 50)), 1);
    };
    CHECK(clusters.add(1, signature(paper), fails));
    paper.paragraphs.pop_back();
    CHECK_FALSE(clusters.add(2, signature(paper), fails));
}
