// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/weights.h"

#include "model/annotate/annotator.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::annotate;

namespace {

const QString text = QStringLiteral(
    "From 2013 the network gave Corvane Media and Dellmark the right to read and delete the private messages of users. "
    "Quelle said it had never had access to friend lists.\n\nPartner | Data\nHarrow Savings Bank | contact lists\n");

/// Small, but with something in each part.
Weights smallWeights()
{
    Weights weights;
    weights.version = QStringLiteral("test · 1");
    weights.common = {1, 7, 3};
    quint32 hash = 100;
    for (ChoiceModel *model :
         {&weights.matter, &weights.role, &weights.stance, &weights.action, &weights.data, &weights.link}) {
        const int slot = model->weights.add(++hash);
        model->weights.at(slot)[1] = 0.5F;
    }
    weights.spans.weights.at(weights.spans.weights.add(5))[4] = -1.25F;
    weights.evidence.transition[3][1] = 2;
    weights.spanScores[1] = {{0.25F, 0.5F}, {0.75F, 0.875F}};
    weights.findingScores = {{0.5F, 0.5F}};
    return weights;
}

} // namespace

TEST_CASE("weights written and read again are the same and propose the same")
{
    const Weights &shipped = Annotator::shipped()->weights();
    const QByteArray bytes = toBytes(shipped);
    auto again = weightsFromBytes(bytes);
    REQUIRE(again.has_value());
    CHECK(again->version == shipped.version);
    CHECK(again->common == shipped.common);
    CHECK((toBytes(*again) == bytes));
    const Annotator other(std::make_shared<const Weights>(std::move(*again)));
    const QStringList holders = {QStringLiteral("Kestrel Circle")};
    const Proposal proposal = Annotator::shipped()->annotate(text, holders);
    CHECK_FALSE(proposal.spans.empty());
    CHECK_FALSE(proposal.findings.empty());
    CHECK((other.annotate(text, holders) == proposal));
}

TEST_CASE("each part of the weights comes through, and a feature without weight is left out")
{
    Weights weights = smallWeights();
    weights.role.weights.add(999);
    const auto again = weightsFromBytes(toBytes(weights));
    REQUIRE(again.has_value());
    CHECK(again->version == weights.version);
    CHECK(again->common == weights.common);
    CHECK(again->role.weights.count() == 1);
    CHECK(again->link.weights.find(106)[1] == 0.5F);
    CHECK(again->spans.weights.find(5)[4] == -1.25F);
    CHECK(again->evidence.transition[3][1] == 2);
    CHECK(again->spanScores[1] == weights.spanScores[1]);
    CHECK(again->findingScores == weights.findingScores);
}

TEST_CASE("damaged bytes are refused")
{
    const QByteArray bytes = toBytes(smallWeights());
    REQUIRE(weightsFromBytes(bytes).has_value());
    CHECK_FALSE(weightsFromBytes({}).has_value());
    CHECK_FALSE(weightsFromBytes("no weights at all").has_value());
    // The four bytes after the mark only say how much room to make; the packed rest has a check sum.
    for (qsizetype length = 0; length < bytes.size(); length += length < 12 ? 1 : 7)
        CHECK_FALSE(weightsFromBytes(bytes.first(length)).has_value());
    for (qsizetype at = 0; at < bytes.size(); at += at == 3 ? 5 : at < 3 ? 1 : 11) {
        CAPTURE(at);
        QByteArray damaged = bytes;
        damaged[at] = char(damaged[at] ^ 0x10);
        CHECK_FALSE(weightsFromBytes(damaged).has_value());
    }
}
