// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/reasons.h"

#include "model/annotate/evidence_stage.h"
#include "model/annotate/examples.h"
#include "model/annotate/subject_matter.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace model::annotate {
namespace {

constexpr size_t mostReasons = 3;
constexpr float leastWeight = 0.15F; ///< weaker reasons are noise

QString tr(const char *text)
{
    return QCoreApplication::translate("model::annotate", text);
}

/// A feature in words. Empty for those that say nothing to a reader; features that would say the same give the same
/// sentence.
QString sentenceFor(Look look, const Analysis &a, int word, bool isName)
{
    const auto quoted = [&](int i) {
        return i >= 0 && i < a.words.count() ? QStringLiteral("“%1”").arg(a.words.original(i).toString()) : QString();
    };
    switch (look) {
    case Look::Word:
    case Look::PhraseWord:
    case Look::MatterWithWord:
        return isName ? QString() : tr("it holds the word %1").arg(quoted(word));
    case Look::WordBefore:
    case Look::WordsBeforeAnd:
    case Look::NameBefore:
        return word > 0 ? tr("%1 stands before it").arg(quoted(word - 1)) : QString();
    case Look::WordAfter:
    case Look::WordsAndAfter:
    case Look::NameAfter:
        return word + 1 < a.words.count() ? tr("%1 follows it").arg(quoted(word + 1)) : QString();
    case Look::NameVerbAfter:
        return tr("what the sentence says it could do or did");
    case Look::NameVerbBefore:
    case Look::NamePreposition:
        return tr("what the sentence says was done for it or with it");
    case Look::NameNeighbours:
        return tr("the names beside it");
    case Look::NameKind:
        return tr("it looks like the name of a company");
    case Look::NameCount:
        return tr("how often the text names it");
    case Look::NameRole:
        return tr("what was decided on this name before");
    case Look::InName:
    case Look::Shape:
    case Look::Shapes:
        return isName ? tr("it is written like a name") : QString();
    case Look::InPhrase:
    case Look::PhraseEdges:
    case Look::TriggerPhrase:
        return tr("it reads like a right over data");
    case Look::Class:
    case Look::ClassPattern:
        return isName ? QString() : tr("it names an act or a kind of data");
    case Look::TriggerBefore:
    case Look::SinceTrigger:
        return isName ? QString() : tr("words such as “could” or “access to” lead it in");
    case Look::Matter:
    case Look::UnitContent:
    case Look::UnitContentInName:
    case Look::NameMatter:
        return tr("its sentence is about access to data");
    case Look::StandIn:
        return tr("it stands for the one who gets access");
    case Look::Column:
    case Look::ColumnHead:
        return tr("its column of the table");
    default:
        return {};
    }
}

QStringList strongest(const std::map<QString, float> &weights)
{
    std::vector<std::pair<float, QString>> ranked;
    for (const auto &[sentence, weight] : weights) {
        if (!sentence.isEmpty() && weight >= leastWeight)
            ranked.push_back({weight, sentence});
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto &x, const auto &y) { return x.first > y.first; });
    QStringList reasons;
    for (size_t i = 0; i < ranked.size() && i < mostReasons; ++i)
        reasons << ranked[i].second;
    return reasons;
}

QStringList reasonsForEvidence(const Analysis &a, int first, int last)
{
    QStringList reasons;
    bool partner = false;
    bool data = false;
    bool access = false;
    for (int i = first; i < last; ++i) {
        const int name = a.nameOf[size_t(i)];
        partner = partner || (name >= 0 && !a.isHolder[size_t(name)]);
        data = data || a.classes[size_t(i)] & anyData;
        access = access || a.phraseOf[size_t(i)] >= 0;
    }
    if (partner)
        reasons << tr("it names who may have got access");
    if (access)
        reasons << tr("it says what could be done with data");
    else if (data)
        reasons << tr("it names a kind of data");
    return reasons;
}

} // namespace

QStringList reasonsFor(const Analysis &a, const Weights &weights, const ProposedSpan &span)
{
    int first = -1;
    int last = -1;
    for (int i = 0; i < a.words.count(); ++i) {
        if (!a.words[i].range.overlaps(span.range))
            continue;
        first = first < 0 ? i : first;
        last = i + 1;
    }
    if (first < 0)
        return {};
    if (span.kind == TagKind::Evidence)
        return reasonsForEvidence(a, first, last);
    const size_t unitIndex = size_t(a.unitOf[size_t(first)]);
    const Unit &unit = a.units[unitIndex];
    const int matter = matterOf(weights.matter, a, unitIndex);
    const quint8 begins = span.kind == TagKind::Partner ? PartnerBegins : PermissionBegins;
    std::map<QString, float> weightOf;
    for (int i = first; i < std::min(last, unit.last); ++i) {
        const int name = a.nameOf[size_t(i)];
        for (const SeenFeature &feature : spanFeaturesSeen(a, unit, matter, i)) {
            const float *row = weights.spans.weights.find(feature.hash);
            if (!row)
                continue;
            const size_t label = size_t(i == first ? begins : begins + 1);
            weightOf[sentenceFor(feature.look, a, i, name >= 0)] += (row[label] - row[Outside]) / float(last - first);
        }
    }
    return strongest(weightOf);
}

} // namespace model::annotate
