// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/analysis.h"

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

Analysis::Analysis(QStringView wholeText, const QStringList &holders, const CommonWords &common, const KnownNames &known)
    : text(wholeText)
    , words(wholeText)
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
    for (const QString &holder : holders)
        holderKeys << nameKeyOf(holder);
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

} // namespace model::annotate
