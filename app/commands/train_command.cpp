// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/annotate/training.h"
#include "model/base/counted.h"
#include "model/base/sha256.h"

#include <QSaveFile>

namespace app {
namespace {

using model::annotate::GoldDocument;

const QString corpusOption = QStringLiteral("corpus");
const QString outOption = QStringLiteral("out");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {corpusOption, QStringLiteral("The folder of texts with their true tags."), QStringLiteral("DIR")});
    parser.addOption({outOption, QStringLiteral("Where the weights go."), QStringLiteral("FILE")});
}

/// With a version that is a hash of the weights themselves.
QByteArray versionedBytes(model::annotate::Weights weights)
{
    weights.version = model::Sha256::of(toBytes(weights)).toHex().left(12);
    return toBytes(weights);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    if (!invocation.has(corpusOption) || !invocation.has(outOption))
        return wrongUsage(QStringLiteral("--corpus and --out are needed."));
    const auto corpus = model::annotate::readCorpus(invocation.value(corpusOption));
    if (!corpus)
        return corpus.error();
    std::vector<const GoldDocument *> documents;
    for (const GoldDocument &document : *corpus) {
        if (!document.heldBack)
            documents.push_back(&document);
    }
    if (documents.empty())
        return model::Error{
            model::ErrorKind::NotFound,
            QStringLiteral("There is nothing to learn from in “%1”.").arg(invocation.value(corpusOption))};
    const QByteArray bytes = versionedBytes(trainWeights(documents, {}));
    QSaveFile file(invocation.value(outOption));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return model::Error{
            model::ErrorKind::Io,
            QStringLiteral("“%1” could not be written: %2.").arg(invocation.value(outOption), file.errorString())};
    complain(
        QStringLiteral("learned from %1; the weights are %2 bytes")
            .arg(model::counted(static_cast<qint64>(documents.size()), QStringLiteral("text"), QStringLiteral("texts")))
            .arg(bytes.size()));
    return ExitStatus::Done;
}

} // namespace

Command trainCommand()
{
    return {
        QStringLiteral("train"),
        QStringLiteral("--corpus DIR --out FILE"),
        QStringLiteral("Make the annotation model's weights from texts with their true tags."),
        QStringLiteral("The same texts give the same bytes. Those under held-back/ are for measuring and left out."),
        0,
        0,
        addOptions,
        run};
}

} // namespace app
