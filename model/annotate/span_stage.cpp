// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/span_stage.h"

#include "model/annotate/examples.h"
#include "model/annotate/subject_matter.h"

#include <algorithm>

namespace model::annotate {
namespace {

/// How sure the model is of a run: of its least sure word.
float scoreOf(const Labelling &labelling, const LabelledRun &run, int firstWord)
{
    float least = 1;
    for (int i = run.first; i < run.last; ++i) {
        const float *row = &labelling.probability[size_t(i - firstWord) * spanLabelCount];
        least = std::min(least, row[run.begins] + row[run.begins + 1]);
    }
    return least;
}

/// Papers that are not about anybody's access to data have words in common with those that are, but not on all sides.
std::vector<quint8> densities(const Analysis &analysis, const std::vector<int> &matter)
{
    constexpr size_t reach = 30;                  ///< units on either side
    constexpr int about = 3;                      ///< of matterSteps
    std::vector<int> worth(matter.size() + 1, 0); ///< how many before each unit are worth reading
    std::vector<int> those(matter.size() + 1, 0); ///< and are about access
    for (size_t u = 0; u < matter.size(); ++u) {
        worth[u + 1] = worth[u] + int(isWorthReading(analysis, analysis.units[u]));
        those[u + 1] = those[u] + int(matter[u] >= about);
    }
    std::vector<quint8> result;
    for (size_t u = 0; u < matter.size(); ++u) {
        const size_t first = u - std::min(u, reach);
        const size_t last = std::min(u + reach + 1, matter.size());
        const int all = std::max(worth[last] - worth[first], 1);
        const int share = 100 * (those[last] - those[first]) / all;
        result.push_back(share < 4 ? 0 : share < 10 ? 1 : share < 20 ? 2 : share < 40 ? 3 : 4);
    }
    return result;
}

/// The units near one that may be about access or names a partner that the reporter knows: no other is worth looking at
/// word by word.
std::vector<bool> isNearMatter(const Analysis &analysis, const std::vector<int> &matter)
{
    constexpr size_t reach = 10; ///< units on either side
    constexpr int perhaps = 2;   ///< of matterSteps
    std::vector<bool> near(matter.size(), false);
    std::vector<bool> reads;
    for (const int step : matter)
        reads.push_back(step >= perhaps);
    for (size_t n = 0; n < analysis.names.size(); ++n) {
        if (analysis.isKnown[n])
            reads[size_t(analysis.names[n].unit)] = true;
    }
    for (size_t u = 0; u < matter.size(); ++u) {
        if (reads[u])
            std::fill(near.begin() + std::ptrdiff_t(u - std::min(u, reach)),
                      near.begin() + std::ptrdiff_t(std::min(u + reach + 1, near.size())), true);
    }
    return near;
}

} // namespace

SpanStage findSpans(const Analysis &analysis, const ChoiceModel &matter, const SequenceModel &spans)
{
    SpanStage stage;
    stage.matter.assign(analysis.units.size(), 0);
    stage.partner.assign(size_t(analysis.words.count()), 0.0F);
    stage.permission.assign(size_t(analysis.words.count()), 0.0F);
    for (size_t u = 0; u < analysis.units.size(); ++u) {
        if (isWorthReading(analysis, analysis.units[u]))
            stage.matter[u] = matterOf(matter, analysis, u);
    }
    const std::vector<bool> near = isNearMatter(analysis, stage.matter);
    for (size_t u = 0; u < analysis.units.size(); ++u) {
        const Unit &unit = analysis.units[u];
        if (!near[u] || !isWorthReading(analysis, unit))
            continue;
        const auto labelling = label(spans, spanFeatures(analysis, unit, stage.matter[u]), Want::Probabilities);
        for (int i = unit.first; i < unit.last; ++i) {
            const float *row = &labelling.probability[size_t(i - unit.first) * spanLabelCount];
            stage.partner[size_t(i)] = row[PartnerBegins] + row[PartnerGoesOn];
            stage.permission[size_t(i)] = row[PermissionBegins] + row[PermissionGoesOn];
        }
        for (const LabelledRun &run : runsOf(labelling.best, unit.first)) {
            Mention mention;
            mention.kind = run.begins == PartnerBegins ? TagKind::Partner : TagKind::Permission;
            mention.first = run.first;
            mention.last = run.last;
            mention.score = scoreOf(labelling, run, unit.first);
            for (int i = run.first; i < run.last && mention.kind == TagKind::Partner; ++i)
                mention.chunk = std::max(mention.chunk, analysis.nameOf[size_t(i)]);
            stage.mentions.push_back(mention);
        }
    }
    stage.density = densities(analysis, stage.matter);
    return stage;
}

} // namespace model::annotate
