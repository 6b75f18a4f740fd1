// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/training.h"

#include "model/annotate/annotator.h"
#include "model/annotate/corpus.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace model;
using namespace model::annotate;

namespace {

std::vector<GoldDocument> corpus(size_t most)
{
    auto documents = readCorpus(QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/annotator/corpus"));
    REQUIRE(documents.has_value());
    documents->resize(std::min(most, documents->size()));
    return std::move(*documents);
}

std::vector<const GoldDocument *> pointersTo(const std::vector<GoldDocument> &documents)
{
    std::vector<const GoldDocument *> pointers;
    for (const GoldDocument &document : documents)
        pointers.push_back(&document);
    return pointers;
}

} // namespace

TEST_CASE("the same documents give the same weights, byte for byte")
{
    const auto documents = corpus(6);
    const auto version = QStringLiteral("test");
    const QByteArray once = toBytes(trainWeights(pointersTo(documents), version));
    const auto copies = documents;
    CHECK((toBytes(trainWeights(pointersTo(copies), version)) == once));
    const auto read = weightsFromBytes(once);
    REQUIRE(read.has_value());
    CHECK(read->version == version);
    CHECK(read->spans.weights.count() > 0);
    CHECK(read->evidence.weights.count() > 0);
}

TEST_CASE("going on with confirmed pages is the same each time, and starts anew from the same weights")
{
    const auto lessons = corpus(3);
    const Weights &start = Annotator::shipped()->weights();
    const QByteArray before = toBytes(start);
    const QByteArray once = toBytes(continueTraining(start, pointersTo(lessons)));
    CHECK((toBytes(continueTraining(start, pointersTo(lessons))) == once));
    CHECK((once != before));
    CHECK((toBytes(start) == before));
    CHECK((toBytes(continueTraining(start, {})) == before));
}

TEST_CASE("a page confirmed without any passage, or without a word, does no harm")
{
    GoldDocument empty;
    GoldDocument plain;
    plain.text = QStringLiteral("Soup is served at noon. Harrow Bakery has access to the kitchen.");
    const std::vector<const GoldDocument *> lessons = {&empty, &plain};
    const Weights weights = continueTraining(Annotator::shipped()->weights(), lessons);
    CHECK(weightsFromBytes(toBytes(weights)).has_value());
}

TEST_CASE("what a reporter confirmed is proposed afterwards")
{
    const auto taught = parseCorpusDocument(
        QStringLiteral("taught"),
        QStringLiteral("# holder: Kestrel Circle\n\n{E supports|{P|Vintor} got the {D read:messages|silver shelf}}.\n\n"
                       "{E supports|{P|Ombrel} got the {D read:messages|silver shelf}}.\n\n"
                       "{E supports|{P|Pascoway} got the {D read:messages|silver shelf}}."));
    REQUIRE(taught.has_value());
    const QString text = QStringLiteral("Since then Vintor got the silver shelf.");
    const KnownNames known{{QStringLiteral("vintor")}, {}};
    const auto findsShelf = [&](const Weights &weights) {
        const auto proposal =
            Annotator(std::make_shared<const Weights>(weights)).annotate(text, taught->holders, known);
        return std::any_of(proposal.spans.begin(), proposal.spans.end(), [&](const ProposedSpan &span) {
            return span.kind == TagKind::Permission &&
                   text.mid(span.range.start, span.range.length()) == QStringLiteral("silver shelf");
        });
    };
    const Weights &shipped = Annotator::shipped()->weights();
    CHECK_FALSE(findsShelf(shipped));
    CHECK(findsShelf(continueTraining(shipped, {&*taught})));
}

TEST_CASE("one decision hardly moves what is proposed elsewhere")
{
    auto texts = corpus(60);
    // A name said no to, and a finding said yes to: all that is known of these texts.
    const bool saysYes = GENERATE(false, true);
    GoldDocument lesson = texts.front();
    const auto evidence = std::find_if(lesson.spans.begin(), lesson.spans.end(),
                                       [](const GoldSpan &span) { return span.kind == TagKind::Evidence; });
    REQUIRE(evidence != lesson.spans.end());
    lesson.confirmed = {evidence->range};
    if (!saysYes) {
        lesson.spans.clear();
        lesson.links.clear();
    }
    const auto learned = std::make_shared<const Weights>(continueTraining(Annotator::shipped()->weights(), {&lesson}));
    const auto proposed = [&](const Annotator &annotator) {
        size_t count = 0;
        for (size_t i = 1; i < texts.size(); ++i)
            count += annotator.annotate(texts[i].text, texts[i].holders).spans.size();
        return double(count);
    };
    const double before = proposed(*Annotator::shipped());
    REQUIRE(before > 100);
    CHECK(proposed(Annotator(learned)) > 0.9 * before);
    CHECK(proposed(Annotator(learned)) < 1.1 * before);
}
