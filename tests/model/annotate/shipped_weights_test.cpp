// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/annotator.h"
#include "model/annotate/corpus.h"
#include "model/annotate/training.h"
#include "tests/support/catch.h"

#include <QFile>

using namespace model;
using namespace model::annotate;

TEST_CASE("the shipped weights are what training on the corpus gives, byte for byte")
{
    const QString folder = QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/annotator");
    const auto documents = readCorpus(folder + QStringLiteral("/corpus"));
    REQUIRE(documents.has_value());
    std::vector<const GoldDocument *> taught;
    for (const GoldDocument &document : *documents) {
        if (!document.heldBack)
            taught.push_back(&document);
    }
    QFile file(folder + QStringLiteral("/weights.bin"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray shipped = file.readAll();
    const auto weights = weightsFromBytes(shipped);
    REQUIRE(weights.has_value());
    CHECK((toBytes(trainWeights(taught, weights->version)) == shipped));
}
