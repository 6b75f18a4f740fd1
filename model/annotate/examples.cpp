// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/examples.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

namespace model::annotate {

CommonWords commonWordsOf(const std::vector<const GoldDocument *> &documents)
{
    CommonWords common;
    QFile file(QStringLiteral(":/annotator/common_words.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The annotator's list of common words is missing from the program.");
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!line.startsWith(u'#'))
            common.insert(hashOf(line));
    }
    for (const GoldDocument *document : documents) {
        const Words words(document->text);
        for (int i = 0; i < words.count(); ++i) {
            const Word &word = words[i];
            if (word.isWord && !word.upperStart && !word.innerUpper && !word.hasDigit)
                common.insert(word.hash);
        }
    }
    return common;
}

std::vector<quint8> goldSpanLabels(const Analysis &analysis, const std::vector<GoldSpan> &spans)
{
    std::vector<quint8> labels(size_t(analysis.words.count()), Outside);
    const auto mark = [&](TagKind kind, quint8 begins) {
        for (const GoldSpan &span : spans) {
            if (span.kind != kind)
                continue;
            int first = -1;
            for (int i = 0; i < analysis.words.count(); ++i) {
                if (!analysis.words[i].range.overlaps(span.range))
                    continue;
                labels[size_t(i)] = first < 0 ? begins : quint8(begins + 1);
                first = first < 0 ? i : first;
            }
        }
    };
    mark(TagKind::Partner, PartnerBegins);
    mark(TagKind::Permission, PermissionBegins);
    return labels;
}

std::vector<bool> confirmedUnits(const Analysis &analysis, const GoldDocument &document)
{
    std::vector<bool> units;
    for (const Unit &unit : analysis.units) {
        const TextRange range = analysis.words.range(unit.first, unit.last);
        units.push_back(document.confirmed.empty() ||
                        std::any_of(document.confirmed.begin(), document.confirmed.end(),
                                    [&range](const TextRange &one) { return one.overlaps(range); }));
    }
    return units;
}

std::vector<ChoiceExample> matterExamples(const Analysis &analysis, const std::vector<GoldSpan> &spans,
                                          const std::vector<bool> &confirmed)
{
    std::vector<ChoiceExample> examples;
    for (size_t u = 0; u < analysis.units.size(); ++u) {
        const Unit &unit = analysis.units[u];
        if (!confirmed[u] || !isWorthReading(analysis, unit))
            continue;
        const TextRange range = analysis.words.range(unit.first, unit.last);
        const bool about = std::any_of(spans.begin(), spans.end(), [&](const GoldSpan &span) {
            return span.kind != TagKind::Partner && span.range.overlaps(range);
        });
        examples.push_back({matterFeatures(analysis, u), about ? 1 : 0});
    }
    return examples;
}

std::vector<Example> spanExamples(const Analysis &analysis, const std::vector<quint8> &labels,
                                  const std::vector<int> &matter, const std::vector<bool> &confirmed)
{
    std::vector<Example> examples;
    for (size_t u = 0; u < analysis.units.size(); ++u) {
        const Unit &unit = analysis.units[u];
        if (!confirmed[u] || !isWorthReading(analysis, unit))
            continue;
        Example example{spanFeatures(analysis, unit, matter[u]),
                        {labels.begin() + unit.first, labels.begin() + unit.last}};
        // A passage that begins in the unit before begins anew here.
        if (!example.gold.empty() && example.gold[0] != Outside && example.gold[0] % 2 == 0)
            --example.gold[0];
        examples.push_back(std::move(example));
    }
    return examples;
}

std::vector<LabelledRun> runsOf(const std::vector<quint8> &labels, int firstWord)
{
    std::vector<LabelledRun> runs;
    for (size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == Outside)
            continue;
        const bool begins = labels[i] % 2 == 1 || runs.empty() || runs.back().last != firstWord + int(i);
        if (begins)
            runs.push_back(
                {firstWord + int(i), firstWord + int(i) + 1, quint8(labels[i] % 2 == 1 ? labels[i] : labels[i] - 1)});
        else
            runs.back().last = firstWord + int(i) + 1;
    }
    return runs;
}

} // namespace model::annotate
