// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/entities.h"

#include <QHash>
#include <QMultiHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace model::annotate {
namespace {

QString wordsOf(const Analysis &a, const NameChunk &chunk)
{
    const auto range = a.words.range(chunk.first, chunk.last);
    return a.text.sliced(range.start, range.length()).toString();
}

bool isQuote(const Words &words, int i)
{
    return words.isSign(i, u'“') || words.isSign(i, u'"') || words.isSign(i, u'‘') || words.isSign(i, u'\'') ||
           words.isSign(i, u'”') || words.isSign(i, u'’') || words.isSign(i, u'„');
}

/// The name that a contract gives a short one in its brackets: "Example Savings N.V., a company of Port Ellery (“ESB”
/// or the “Bank”)". The first one since the bracket before that says what kind of company it is, else the first; -1
/// when there is none.
int definedBy(const Analysis &a, size_t n)
{
    constexpr int farthest = 40; ///< words
    const NameChunk &chunk = a.names[n];
    if (!isQuote(a.words, chunk.first - 1) || !isQuote(a.words, chunk.last))
        return -1;
    int bracket = chunk.first - 2;
    while (bracket >= 0 && chunk.first - bracket < 10 && (a.words[bracket].isWord || isQuote(a.words, bracket)))
        --bracket;
    if (!a.words.isSign(bracket, u'('))
        return -1;
    int begin = bracket;
    while (begin > 0 && a.unitOf[size_t(begin) - 1] == chunk.unit && bracket - begin < farthest &&
           !a.words.isSign(begin - 1, u')'))
        --begin;
    int first = -1;
    for (size_t k = 0; k < n; ++k) {
        const NameChunk &name = a.names[n - 1 - k];
        if (name.first < begin)
            break;
        if (name.last > bracket)
            continue;
        const auto kind = bit(WordClass::Suffix) | bit(WordClass::Org);
        const bool isNew = first < 0 || name.classes & kind || !(a.names[size_t(first)].classes & kind);
        first = isNew ? int(n - 1 - k) : first;
    }
    return first;
}

/// The name before an abbreviation in brackets; -1 when there is none.
int introducedBy(const Analysis &a, size_t n)
{
    const NameChunk &chunk = a.names[n];
    if (n == 0 || chunk.last - chunk.first != 1)
        return -1;
    const NameChunk &before = a.names[n - 1];
    const int at = chunk.first - 1;
    const bool bracketed =
        a.words.isSign(at, u'(') && (at == before.last || (at == before.last + 1 && a.words.isSign(before.last, u'.')));
    if (!bracketed || before.last - before.first < 2)
        return -1;
    const auto name = wordsOf(a, before);
    const auto abbreviation = a.words.original(chunk.first);
    // "Example Savings Bank (ESB)" abbreviates; "(Norway)" does not.
    const bool shortens = name.contains(abbreviation) || abbreviation.front().toUpper() == name.front().toUpper();
    return abbreviationsOf(name).contains(abbreviation) || (a.words[chunk.first].allUpper && shortens) ||
                   name.startsWith(abbreviation)
               ? int(n) - 1
               : -1;
}

class Joiner {
public:
    explicit Joiner(const Analysis &analysis)
        : m_a(analysis)
    {
    }

    Entities join()
    {
        QHash<QString, int> byKey;
        std::vector<QString> names; // of each key
        std::vector<QString> keys;
        std::vector<int> keyOf;
        for (const NameChunk &chunk : m_a.names) {
            const auto found = byKey.constFind(chunk.key);
            if (found != byKey.cend()) {
                keyOf.push_back(*found);
                continue;
            }
            byKey.insert(chunk.key, int(keys.size()));
            keyOf.push_back(int(keys.size()));
            keys.push_back(chunk.key);
            names.push_back(coreName(wordsOf(m_a, chunk)));
        }
        m_parent.resize(keys.size());
        for (size_t i = 0; i < keys.size(); ++i)
            m_parent[i] = int(i);
        for (size_t n = 0; n < m_a.names.size(); ++n) {
            // Where several names claim an abbreviation, the first one has it: it must not join them.
            const int defined = definedBy(m_a, n);
            const int full = defined >= 0 ? defined : introducedBy(m_a, n);
            if (full < 0 || m_parent[size_t(keyOf[n])] != keyOf[n])
                continue;
            attach(keyOf[n], keyOf[size_t(full)]);
            if (defined >= 0)
                m_defined.insert(keyOf[n]);
        }
        joinShortened(names, keys);
        return collect(keyOf, names, keys);
    }

private:
    /// Joins each name with the only longer one that it may be short for.
    void joinShortened(const std::vector<QString> &names, const std::vector<QString> &keys)
    {
        // Sorted, the names that begin with another one stand together: many names may share their first word.
        std::map<QString, int> longerNames;
        QMultiHash<QString, int> longerByAbbreviation;
        for (size_t k = 0; k < keys.size(); ++k) {
            if (keys[k].contains(u' '))
                longerNames.emplace(keys[k], int(k));
            const auto abbreviations = abbreviationsOf(names[k]);
            for (const QString &abbreviation : abbreviations)
                longerByAbbreviation.insert(abbreviation, int(k));
        }
        for (size_t i = 0; i < keys.size(); ++i) {
            if (m_parent[i] != int(i))
                continue;
            auto candidates = longerByAbbreviation.values(names[i]);
            const QString beginning = keys[i] + u' ';
            for (auto longer = longerNames.lower_bound(beginning);
                 longer != longerNames.end() && longer->first.startsWith(beginning); ++longer) {
                if (isShortFor(keys[i], longer->first))
                    candidates << longer->second;
            }
            std::sort(candidates.begin(), candidates.end());
            int longer = -1;
            bool several = false;
            for (const int k : candidates) {
                const int root = rootOf(k);
                if (size_t(root) == i)
                    continue;
                const QString &key = keys[size_t(root)];
                several = several || (longer >= 0 && longer != root && !keys[size_t(longer)].startsWith(key) &&
                                      !key.startsWith(keys[size_t(longer)]));
                if (longer < 0 || key.size() > keys[size_t(longer)].size())
                    longer = root;
            }
            if (longer >= 0 && !several)
                attach(int(i), longer);
        }
    }
    /// "Example" for "Example Media" and "Example of Canada": what is left out says only what kind of company it is, or
    /// where. `longer` begins with `shorter` and a space.
    static bool isShortFor(const QString &shorter, const QString &longer)
    {
        const Words rest(QStringView(longer).sliced(shorter.size() + 1));
        const auto classes = Lexicon::shipped().classesOf(rest);
        if (rest.is(0, QLatin1String("of")))
            return true;
        for (const ClassBits bits : classes) {
            if (!(bits & (bit(WordClass::Org) | bit(WordClass::Suffix) | bit(WordClass::Place))))
                return false;
        }
        return true;
    }
    int rootOf(int key) const
    {
        while (m_parent[size_t(key)] != key)
            key = m_parent[size_t(key)];
        return key;
    }
    void attach(int shorter, int longer)
    {
        const int root = rootOf(longer);
        if (rootOf(shorter) != root)
            m_parent[size_t(rootOf(shorter))] = root;
    }
    Entities collect(const std::vector<int> &keyOf, const std::vector<QString> &names,
                     const std::vector<QString> &keys) const
    {
        Entities entities;
        QHash<int, int> byRoot;
        for (size_t n = 0; n < m_a.names.size(); ++n) {
            const int root = rootOf(keyOf[n]);
            auto found = byRoot.find(root);
            if (found == byRoot.end()) {
                Entity entity;
                entity.key = keys[size_t(root)];
                found = byRoot.insert(root, int(entities.all.size()));
                entities.all.push_back(entity);
            }
            Entity &entity = entities.all[size_t(*found)];
            entity.chunks.push_back(int(n));
            entity.isHolder = entity.isHolder || m_a.isHolder[n];
            entity.isKnown = entity.isKnown || m_a.isKnown[n];
            entity.isBlocked = entity.isBlocked || m_a.isBlocked[n];
            entity.classes |= m_a.names[n].classes;
            entity.isThing = entity.chunks.size() == 1 ? isThing(int(n)) : entity.isThing && isThing(int(n));
            entities.ofChunk.push_back(*found);
        }
        for (Entity &entity : entities.all)
            entity.name = usualName(entity, keyOf, names);
        return entities;
    }

    bool isThing(int name) const
    {
        const NameChunk &chunk = m_a.names[size_t(name)];
        const Unit &unit = m_a.units[size_t(chunk.unit)];
        if (unit.kind == UnitKind::Row && unit.head == chunk.unit)
            return true; // the names of a table's columns
        const ClassBits last = m_a.classes[size_t(chunk.last - 1)];
        // "Company" and "Bank" by themselves: what a contract calls somebody whom it names elsewhere, or not at all.
        if (chunk.last - chunk.first == 1 && last & (bit(WordClass::Descriptor) | bit(WordClass::Generic)))
            return true;
        const bool company = last & (bit(WordClass::Org) | bit(WordClass::Suffix));
        return last & bit(WordClass::Thing) && !company;
    }
    /// The form that the text uses most, of two the longer one; an abbreviation or what a contract calls it only where
    /// there is nothing else.
    QString usualName(const Entity &entity, const std::vector<int> &keyOf, const std::vector<QString> &names) const
    {
        QHash<int, int> uses;
        for (const int c : entity.chunks)
            ++uses[keyOf[size_t(c)]];
        QString best;
        std::tuple<bool, int, qsizetype> bestRank{false, 0, 0};
        for (const int c : entity.chunks) {
            const QString &name = names[size_t(keyOf[size_t(c)])];
            const bool isWords = !m_defined.contains(keyOf[size_t(c)]) && (name != name.toUpper() || name.size() > 6);
            const std::tuple<bool, int, qsizetype> rank{isWords, uses[keyOf[size_t(c)]], name.size()};
            if (best.isEmpty() || rank > bestRank) {
                best = name;
                bestRank = rank;
            }
        }
        return best;
    }

    const Analysis &m_a;
    std::vector<int> m_parent;
    QSet<int> m_defined; ///< keys of what a contract calls a name: "the Bank"
};

} // namespace

Entities findEntities(const Analysis &analysis)
{
    return Joiner(analysis).join();
}

} // namespace model::annotate
