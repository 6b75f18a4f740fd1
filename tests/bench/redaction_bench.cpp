// SPDX-License-Identifier: GPL-3.0-or-later
// How well hidden text is found where it is known, and how much is found in documents of which nothing is known.
// usage: bench_redaction CARVEOUT_READER FOLDER
#include "model/reader/reader_host.h"
#include "tests/model/reader/redaction_scores.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace model::reader;

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fputs("usage: bench_redaction CARVEOUT_READER FOLDER\n", stderr);
        return 2;
    }
    ReaderHost::Options options;
    options.program = QFile::decodeName(argv[1]);
    const auto host = ReaderHost::start(options);
    if (!host)
        return 1;
    const QDir folder(QFile::decodeName(argv[2]));
    RedactionScore score;
    int documents = 0;
    for (const QString &name : folder.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto reader = (*host)->open(file.handle());
        if (!reader)
            return 1;
        addScore(score, **reader, file.fileName());
        ++documents;
    }
    std::printf("hidden text: %d of %d passages found in %d documents, %d false alarms: precision %.3f, recall %.3f\n",
                score.found, score.expected, documents, score.alarms, score.precision(), score.recall());
    for (const QString &mistake : score.mistakes)
        std::printf("  %s\n", qPrintable(mistake));
    return 0;
}
