// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/analysis.h"

#include "model/annotate/furniture.h"

#include <QRegularExpression>

#include <algorithm>

namespace model::annotate {
namespace {

/// "Kestrel Messages" and "Kestrel" where "Kestrel, Inc." is the holder.
bool carriesNameOf(const QString &holderKey, const QString &key)
{
    return !holderKey.isEmpty() &&
           (key == holderKey || key.startsWith(holderKey + u' ') || holderKey.startsWith(key + u' '));
}

} // namespace

Analysis::Analysis(QStringView wholeText, const QStringList &holders, const CommonWords &common,
                   const KnownNames &known)
    : readable(withoutFurniture(wholeText))
    , text(readable)
    , words(text)
    , classes(Lexicon::shipped().classesOf(words))
    , units(cutIntoUnits(words))
    , unitOf(size_t(words.count()), -1)
    , names(findNames(words, classes, units, common))
    , nameOf(size_t(words.count()), -1)
    , phraseOf(size_t(words.count()), -1)
{
    for (size_t u = 0; u < units.size(); ++u) {
        std::fill(unitOf.begin() + units[u].first, unitOf.begin() + units[u].last, int(u));
        for (const Phrase &phrase : findPhrases(words, classes, units[u])) {
            std::fill(phraseOf.begin() + phrase.first, phraseOf.begin() + phrase.last, int(phrases.size()));
            phrases.push_back(phrase);
        }
    }
    QHash<QString, int> counts;
    QStringList holderKeys;
    // "Example Health (Cyclemate)" and "Example / Sample" are two names each.
    static const QRegularExpression between(QStringLiteral("[()/;]"));
    for (const QString &holder : holders) {
        const auto parts = holder.split(between, Qt::SkipEmptyParts);
        for (const QString &name : parts)
            holderKeys << nameKeyOf(name);
    }
    for (size_t n = 0; n < names.size(); ++n) {
        std::fill(nameOf.begin() + names[n].first, nameOf.begin() + names[n].last, int(n));
        ++counts[names[n].key];
    }
    for (const NameChunk &name : names) {
        mentions.push_back(counts.value(name.key));
        isHolder.push_back(std::any_of(holderKeys.begin(), holderKeys.end(),
                                       [&](const QString &key) { return carriesNameOf(key, name.key); }));
        isKnown.push_back(known.partners.contains(name.key));
        isBlocked.push_back(known.blocked.contains(name.key));
    }
}

std::pair<int, int> Analysis::coordinationOf(int name) const
{
    const auto onlyJoins = [&](int from, int to) {
        if (to - from > 3)
            return false;
        for (int i = from; i < to; ++i) {
            const auto word = words.folded(i);
            if (word != u"," && word != u"and" && word != u"or" && word != u"the" && word != u"&")
                return false;
        }
        return true;
    };
    const size_t n = size_t(name);
    int first = names[n].first;
    int last = names[n].last;
    for (size_t k = n + 1; k < names.size() && names[k].unit == names[n].unit && onlyJoins(last, names[k].first); ++k)
        last = names[k].last;
    for (size_t k = n; k > 0 && names[k - 1].unit == names[n].unit && onlyJoins(names[k - 1].last, first); --k)
        first = names[k - 1].first;
    return {first, last};
}

} // namespace model::annotate
