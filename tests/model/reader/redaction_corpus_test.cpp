// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for hidden text in the shared corpus, where it is known. Needs the shared folder.
#include "tests/model/reader/reader_fixture.h"
#include "tests/model/reader/redaction_scores.h"
#include "tests/support/catch.h"
#include "tests/support/shared_folder.h"

#include <QDir>

using namespace model::reader;

TEST_CASE("everything hidden that is expected is found, and nothing else")
{
    const QDir corpus(*sharedFolder() + QStringLiteral("/pdf-corpus/redaction/dev"));
    const QStringList files = corpus.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name);
    REQUIRE_FALSE(files.isEmpty());
    const auto host = startHost();
    RedactionScore score;
    for (const QString &name : files) {
        const Descriptor file = openForReading(corpus.filePath(name));
        const auto reader = host->open(file.get());
        REQUIRE(reader);
        addScore(score, **reader, corpus.filePath(name));
    }
    WARN("hidden text: precision " << score.precision() << ", recall " << score.recall() << " of " << score.expected
                                   << " passages");
    CHECK(score.mistakes.join(u'\n').toStdString() == std::string());
    CHECK(score.expected > 0);
}
