// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/annotate_scores.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace model;
using namespace model::annotate;

namespace bench {

void add(Score &score, const Ranges &gold, const Ranges &predicted)
{
    score.gold += int(gold.size());
    score.predicted += int(predicted.size());
    std::vector<bool> taken(gold.size(), false);
    for (const TextRange &range : predicted) {
        score.exact += std::find(gold.begin(), gold.end(), range) != gold.end();
        for (size_t g = 0; g < gold.size(); ++g) {
            if (!taken[g] && gold[g].overlaps(range)) {
                taken[g] = true;
                ++score.overlapping;
                break;
            }
        }
    }
}

Ranges goldRanges(const GoldDocument &document, TagKind kind)
{
    Ranges ranges;
    for (const GoldSpan &span : document.spans) {
        if (span.kind == kind)
            ranges.push_back(span.range);
    }
    return ranges;
}

namespace {

Ranges proposedRanges(const Proposal &proposal, TagKind kind)
{
    Ranges ranges;
    for (const ProposedSpan &span : proposal.spans) {
        if (span.kind == kind)
            ranges.push_back(span.range);
    }
    return ranges;
}

using Cell = std::pair<QString, DataKind>;
using StrictCell = std::tuple<QString, DataKind, int>;

/// Actions that a reporter would take for the same, see the strict measure.
int actionClass(Action action)
{
    return int(action == Action::Integrate ? Action::Receive : action);
}

template <class Set> void addSets(Score &score, const Set &gold, const Set &predicted)
{
    score.gold += int(gold.size());
    score.predicted += int(predicted.size());
    for (const auto &one : predicted)
        score.exact += int(gold.count(one));
    score.overlapping = score.exact;
}

/// Findings by partner's key and kind of data (loose), and also by action (strict); names folded to the document's own.
void addCells(Scores &scores, const GoldDocument &document, const Proposal &proposal)
{
    QHash<QString, QString> nameOf;
    for (const GoldSpan &span : document.spans) {
        if (span.kind == TagKind::Partner) {
            nameOf.insert(nameKeyOf(span.name), nameKeyOf(span.name));
            nameOf.insert(nameKeyOf(document.text.mid(span.range.start, span.range.length())), nameKeyOf(span.name));
        }
    }
    std::map<Cell, std::set<Stance>> gold;
    std::map<Cell, std::pair<float, Stance>> predicted; // the stance of the likeliest
    std::set<StrictCell> strictGold;
    std::set<StrictCell> strictPredicted;
    for (const GoldLink &link : document.links) {
        if (link.partner.startsWith(QLatin1String("(generic")))
            continue;
        const QString name = nameKeyOf(link.partner);
        gold[{name, link.permission.data}].insert(link.stance);
        strictGold.insert({name, link.permission.data, actionClass(link.permission.action)});
    }
    for (const ProposedFinding &finding : proposal.findings) {
        if (finding.partner == QLatin1String("(generic)"))
            continue;
        const QString key = nameKeyOf(finding.partner);
        const QString name = nameOf.value(key, key);
        auto &best = predicted[{name, finding.permission.data}];
        best = std::max(best, {finding.score, finding.stance});
        strictPredicted.insert({name, finding.permission.data, actionClass(finding.permission.action)});
    }
    std::set<Cell> goldCells;
    std::set<Cell> predictedCells;
    for (const auto &[cell, stances] : gold) {
        goldCells.insert(cell);
        if (const auto found = predicted.find(cell); found != predicted.end()) {
            ++scores.stances;
            scores.rightStances += int(stances.count(found->second.second));
        }
    }
    for (const auto &[cell, best] : predicted)
        predictedCells.insert(cell);
    addSets(scores.cells, goldCells, predictedCells);
    addSets(scores.strictCells, strictGold, strictPredicted);
}

} // namespace

void addScores(Scores &scores, const Annotator &annotator, const GoldDocument &document, const KnownNames &known)
{
    const Proposal proposal = annotator.annotate(document.text, document.holders, known);
    add(scores.partner, goldRanges(document, TagKind::Partner), proposedRanges(proposal, TagKind::Partner));
    add(scores.permission, goldRanges(document, TagKind::Permission), proposedRanges(proposal, TagKind::Permission));
    add(scores.evidence, goldRanges(document, TagKind::Evidence), proposedRanges(proposal, TagKind::Evidence));
    addCells(scores, document, proposal);
}

Scores scoresOf(const Annotator &annotator, const Documents &documents)
{
    Scores scores;
    for (const GoldDocument *document : documents)
        addScores(scores, annotator, *document);
    return scores;
}

} // namespace bench
