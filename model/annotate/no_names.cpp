// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/no_names.h"

#include <QHash>

#include <algorithm>

namespace model::annotate {
namespace {

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

bool isOfDates(QStringView folded, ClassBits classes)
{
    static const QSet<QString> words =
        wordSet("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
                "am pm utc gmt bst cet cest est edt cst cdt mst mdt pst pdt");
    return classes & bit(WordClass::Month) || words.contains(folded.toString());
}

/// What departments are called; with one of these words, "data", "product" and their like say which.
bool isOfDepartments(QStringView folded)
{
    static const QSet<QString> words =
        wordSet("accounting communications compliance design engineering facilities finance growth hr legal marketing "
                "operations ops partnerships policy pr procurement product recruiting research sales science security "
                "data business customer human resources public relations corporate support privacy trust safety people "
                "team department dept");
    return words.contains(folded.toString());
}

class Judge {
public:
    Judge(const Analysis &analysis, const Entities &entities, const CommonWords &common)
        : m_a(analysis)
        , m_common(common)
    {
        for (const Entity &entity : entities.all)
            m_lower.insert(m_a.words[m_a.names[size_t(entity.chunks.front())].first].hash, {});
        for (int i = 0; i < m_a.words.count(); ++i) {
            const auto places = m_a.words[i].upperStart ? m_lower.end() : m_lower.find(m_a.words[i].hash);
            if (places != m_lower.end())
                places->push_back(i);
        }
    }

    bool isNoName(const Entity &entity) const
    {
        const NameChunk &first = m_a.names[size_t(entity.chunks.front())];
        // Where it goes by several names, one of them may be a plain word.
        const bool isOneName = std::all_of(entity.chunks.begin(), entity.chunks.end(),
                                           [&](int chunk) { return m_a.names[size_t(chunk)].key == first.key; });
        if (entity.isKnown || !isOneName)
            return false;
        const auto all = [&](const auto &is) {
            for (int i = first.first; i < first.last; ++i) {
                if (m_a.words[i].isWord && !is(i))
                    return false;
            }
            return true;
        };
        if (all([&](int i) { return isOfDates(m_a.words.folded(i), m_a.classes[size_t(i)]); }))
            return true;
        if (entity.classes & bit(WordClass::Suffix))
            return false;
        return all([&](int i) { return isOfDepartments(m_a.words.folded(i)); }) ||
               (all([&](int i) { return m_common.count(m_a.words[i].hash) > 0; }) &&
                timesInLower(first) >= entity.chunks.size());
    }

private:
    size_t timesInLower(const NameChunk &name) const
    {
        const std::vector<int> &places = *m_lower.constFind(m_a.words[name.first].hash);
        return size_t(std::count_if(places.begin(), places.end(), [&](int at) {
            for (int i = name.first; i < name.last; ++i, ++at) {
                if (at >= m_a.words.count() || m_a.words[at].hash != m_a.words[i].hash || m_a.words[at].upperStart)
                    return false;
            }
            return true;
        }));
    }

    const Analysis &m_a;
    const CommonWords &m_common;
    QHash<quint32, std::vector<int>> m_lower; ///< where the text has a name's first word without capital, by its hash
};

} // namespace

QSet<QString> noNames(const Analysis &analysis, const Entities &entities, const CommonWords &common)
{
    const Judge judge(analysis, entities, common);
    QSet<QString> names;
    for (const Entity &entity : entities.all) {
        if (judge.isNoName(entity))
            names.insert(entity.name);
    }
    return names;
}

} // namespace model::annotate
