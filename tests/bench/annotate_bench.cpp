// SPDX-License-Identifier: GPL-3.0-or-later
// How good the annotation model is on the corpus's held-back documents, beside simpler ones, and how fast. Prints
// tables.
#include "model/annotate/annotator.h"
#include "model/annotate/examples.h"
#include "model/annotate/span_stage.h"
#include "model/annotate/training.h"
#include "tests/bench/annotate_scores.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

using namespace model;
using namespace model::annotate;
using namespace bench;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

constexpr const char *columns =
    "partner, permission, evidence (exact / overlap F1), cells (loose / strict F1), stance of those found (% right)";

void print(const QString &name, const Scores &scores)
{
    const auto cells = [](const Score &score) { return Score::f1(score.exact, score.predicted, score.gold); };
    out() << QStringLiteral("%1 | %2 | %3 | %4 | %5 / %6 | %7\n")
                 .arg(name, -34)
                 .arg(scores.partner.text(), scores.permission.text(), scores.evidence.text())
                 .arg(cells(scores.cells), 5, 'f', 1)
                 .arg(cells(scores.strictCells), 5, 'f', 1)
                 .arg(100.0 * scores.rightStances / std::max(scores.stances, 1), 5, 'f', 1);
    out().flush();
}

std::shared_ptr<const Weights> shared(Weights weights)
{
    return std::make_shared<const Weights>(std::move(weights));
}

/// The first models alone, by label sequences: what the rest is built on.
void compareFamilies(const Documents &train, const Documents &heldBack)
{
    const CommonWords common = commonWordsOf(train);
    std::vector<Example> examples;
    for (const GoldDocument *document : train) {
        const Analysis analysis(document->text, document->holders, common, {});
        const std::vector<int> noMatter(analysis.units.size(), 0);
        auto some = spanExamples(analysis, goldSpanLabels(analysis, document->spans), noMatter,
                                 confirmedUnits(analysis, *document));
        std::move(some.begin(), some.end(), std::back_inserter(examples));
    }
    const SequenceModel crf = trainCrf(examples, spanLabelCount, {});
    const SequenceModel perceptron = trainPerceptron(examples, spanLabelCount, {});
    const auto score = [&](const char *name, const auto &labelsOf) {
        Score partner;
        Score permission;
        for (const GoldDocument *document : heldBack) {
            const Analysis analysis(document->text, document->holders, common, {});
            Ranges partners;
            Ranges permissions;
            labelsOf(analysis, partners, permissions);
            add(partner, goldRanges(*document, TagKind::Partner), partners);
            add(permission, goldRanges(*document, TagKind::Permission), permissions);
        }
        out() << QStringLiteral("%1 | %2 | %3\n").arg(QLatin1String(name), -34).arg(partner.text(), permission.text());
    };
    out() << "\nFamilies, first stage alone (exact / overlap F1): partner, permission\n";
    score("rules", [](const Analysis &a, Ranges &partners, Ranges &permissions) {
        for (size_t n = 0; n < a.names.size(); ++n) {
            const Unit &unit = a.units[size_t(a.names[n].unit)];
            bool near = false;
            for (int i = unit.first; i < unit.last; ++i)
                near = near || a.phraseOf[size_t(i)] >= 0;
            if (near && !a.isHolder[n])
                partners.push_back(a.words.range(a.names[n].first, a.names[n].last));
        }
        for (const Phrase &phrase : a.phrases)
            permissions.push_back(a.words.range(phrase.first, phrase.last));
    });
    for (const auto &[name, model] : {std::pair("perceptron", &perceptron), std::pair("CRF", &crf)}) {
        score(name, [&, chosen = model](const Analysis &a, Ranges &partners, Ranges &permissions) {
            for (const Unit &unit : a.units) {
                if (!isWorthReading(a, unit))
                    continue;
                const auto labels = label(*chosen, spanFeatures(a, unit, 0), Want::BestOnly).best;
                for (const LabelledRun &run : runsOf(labels, unit.first))
                    (run.begins == PartnerBegins ? partners : permissions)
                        .push_back(a.words.range(run.first, run.last));
            }
        });
    }
}

void printCalibration(const Annotator &annotator, const Documents &documents)
{
    std::array<int, 10> count = {};
    std::array<int, 10> right = {};
    for (const GoldDocument *document : documents) {
        const Proposal proposal = annotator.annotate(document->text, document->holders);
        for (const ProposedSpan &span : proposal.spans) {
            const size_t bin = std::min<size_t>(size_t(span.score * 10), 9);
            ++count[bin];
            right[bin] += std::any_of(document->spans.begin(), document->spans.end(), [&](const GoldSpan &gold) {
                return gold.kind == span.kind && gold.range.overlaps(span.range);
            });
        }
    }
    out() << "\nOf passages with a score of about ..., this share is right\n";
    for (size_t bin = 0; bin < count.size(); ++bin) {
        if (count[bin] > 0)
            out() << QString::asprintf("  0.%zu5  %3d %%  of %d\n", bin, 100 * right[bin] / count[bin], count[bin]);
    }
}

void printLearningCurve(const Documents &train, const Documents &heldBack)
{
    out() << "\nLearning curve: share of the corpus, then " << columns << '\n';
    for (const int share : {8, 4, 2, 1}) {
        Documents part;
        for (size_t i = 0; i < train.size(); i += size_t(share))
            part.push_back(train[i]);
        print(QStringLiteral("1/%1: %2 documents").arg(share).arg(part.size()),
              scoresOf(Annotator(shared(trainWeights(part, {}))), heldBack));
    }
}

/// A reporter who confirms one held-back document after the other: how good is it on those not yet seen?
void printReporter(const std::shared_ptr<const Weights> &weights, const Documents &heldBack)
{
    out() << "\nA reporter confirms document after document, and on the rest: " << columns << '\n';
    for (const size_t seen : {size_t(0), heldBack.size() / 4, heldBack.size() / 2}) {
        const Documents lessons(heldBack.begin(), heldBack.begin() + std::ptrdiff_t(seen));
        const Documents rest(heldBack.begin() + std::ptrdiff_t(heldBack.size() / 2), heldBack.end());
        QElapsedTimer timer;
        timer.start();
        const Annotator annotator(shared(continueTraining(*weights, lessons)));
        const qint64 ms = timer.elapsed();
        print(QStringLiteral("%1 confirmed, %2 ms").arg(seen).arg(ms), scoresOf(annotator, rest));
    }
}

void printSpeed(const Annotator &annotator, const Documents &documents)
{
    int pages = 0;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < 5; ++round) {
        for (const GoldDocument *document : documents) {
            const auto proposal = annotator.annotate(document->text, document->holders);
            pages += proposal.spans.size() < 1000000 ? 1 + int(document->text.count(u'\f')) : 0;
        }
    }
    out() << QString::asprintf("\nSpeed: %.0f pages a second on one core\n",
                               pages * 1000.0 / double(std::max<qint64>(timer.elapsed(), 1)));
}

/// What a case knows once these documents were decided.
KnownNames knownFrom(const Documents &documents)
{
    KnownNames known;
    for (const GoldDocument *document : documents) {
        for (const GoldLink &link : document->links)
            known.partners.insert(nameKeyOf(link.partner));
    }
    return known;
}

/// Texts of other hands with their findings: cold, and each after all others of its file were confirmed.
void printCaseTexts(const QString &path, const Documents &documents, const std::shared_ptr<const Weights> &weights)
{
    out() << "\n" << path << ": " << columns << '\n';
    print(QStringLiteral("cold"), scoresOf(Annotator(weights), documents));
    Scores sum;
    for (const GoldDocument *document : documents) {
        Documents others = documents;
        std::erase(others, document);
        const Annotator annotator(shared(continueTraining(*weights, others)));
        addScores(sum, annotator, *document, knownFrom(others));
    }
    print(QStringLiteral("after all others were confirmed"), sum);
}

/// A benchmark that knows only passages: the first models, trained on its training part, on the rest of it.
void printPassagesOnly(const QString &path, const Documents &documents)
{
    Documents train;
    Documents rest;
    for (const GoldDocument *document : documents)
        (document->heldBack ? rest : train).push_back(document);
    const Weights weights = trainWeights(train, {});
    Score score;
    for (const GoldDocument *document : rest) {
        const Analysis analysis(document->text, document->holders, weights.common, {});
        Ranges partners;
        Ranges permissions;
        for (const Mention &mention : findSpans(analysis, weights.matter, weights.spans).mentions)
            (mention.kind == TagKind::Partner ? partners : permissions)
                .push_back(analysis.words.range(mention.first, mention.last));
        add(score, goldRanges(*document, TagKind::Partner), partners);
        add(score, goldRanges(*document, TagKind::Permission), permissions);
    }
    out() << "\n" << path << ", trained on its own training part: micro exact / overlap F1 " << score.text() << '\n';
}

void printOtherTexts(const QString &path, const std::shared_ptr<const Weights> &weights)
{
    const auto texts = readCorpus(path);
    if (!texts) {
        out() << texts.error().sentence << '\n';
        return;
    }
    Documents documents;
    for (const GoldDocument &document : *texts)
        documents.push_back(&document);
    const bool hasLinks = std::any_of(documents.begin(), documents.end(), [](const auto *d) { return d->hasLinks; });
    if (hasLinks)
        printCaseTexts(path, documents, weights);
    else
        printPassagesOnly(path, documents);
}

} // namespace

int main(int argc, char **argv)
{
    const auto corpus = readCorpus(QString::fromLocal8Bit(argc > 1 ? argv[1] : "resources/annotator/corpus"));
    if (!corpus) {
        out() << corpus.error().sentence << '\n';
        return 1;
    }
    Documents train;
    Documents heldBack;
    Documents all;
    for (const GoldDocument &document : *corpus) {
        (document.heldBack ? heldBack : train).push_back(&document);
        all.push_back(&document);
    }
    out() << train.size() << " documents to learn from, " << heldBack.size() << " held back\n";
    compareFamilies(train, heldBack);
    const auto weights = shared(trainWeights(train, {}));
    const Annotator annotator(weights);
    out() << "\nThe whole model on held-back documents: " << columns << '\n';
    print(QStringLiteral("cold"), scoresOf(annotator, heldBack));
    printCalibration(annotator, heldBack);
    printLearningCurve(train, heldBack);
    printReporter(weights, heldBack);
    printSpeed(annotator, all);
    for (int i = 2; i < argc; ++i)
        printOtherTexts(QString::fromLocal8Bit(argv[i]), weights);
    return 0;
}
