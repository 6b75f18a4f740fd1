// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/entities.h"

#include <QHash>

#include <algorithm>

namespace model::annotate {
namespace {

QString wordsOf(const Analysis &a, const NameChunk &chunk)
{
    const auto range = a.words.range(chunk.first, chunk.last);
    return a.text.sliced(range.start, range.length()).toString().simplified();
}

/// The name before an abbreviation in brackets; -1 when there is none.
int introducedBy(const Analysis &a, size_t n)
{
    const NameChunk &chunk = a.names[n];
    if (n == 0 || chunk.last - chunk.first != 1)
        return -1;
    const NameChunk &before = a.names[n - 1];
    int at = chunk.first - 1;
    while (at > before.last && (a.words.isSign(at, u'“') || a.words.isSign(at, u'"') || a.words.isSign(at, u'‘') || a.words.isSign(at, u'\'')))
        --at;
    const bool bracketed = a.words.isSign(at, u'(') && (at == before.last || (at == before.last + 1 && a.words.isSign(before.last, u'.')));
    if (!bracketed || before.last - before.first < 2)
        return -1;
    const auto name = wordsOf(a, before);
    const auto abbreviation = a.words.original(chunk.first);
    // "Example Savings Bank (“Example”)" shortens, "(ESB)" abbreviates; "(Norway)" does neither.
    const bool shortens = name.contains(abbreviation) || abbreviation.front().toUpper() == name.front().toUpper();
    return isAbbreviationOf(abbreviation, name) || (a.words[chunk.first].allUpper && shortens) || name.startsWith(abbreviation) ? int(n) - 1
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
        std::vector<QString> names;   // of each key
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
            if (const int full = introducedBy(m_a, n); full >= 0)
                attach(keyOf[n], keyOf[size_t(full)]);
        }
        for (size_t i = 0; i < keys.size(); ++i) {
            if (m_parent[i] != int(i))
                continue;
            int longer = -1;
            bool several = false;
            for (size_t k = 0; k < keys.size() && !several; ++k) {
                if (k == i)
                    continue;
                const bool begins = keys[k].size() > keys[i].size() && keys[k].startsWith(keys[i] + u' ');
                if (!begins && !isAbbreviationOf(names[i], names[k]))
                    continue;
                const int root = rootOf(int(k));
                several = longer >= 0 && longer != root && !keys[size_t(longer)].startsWith(keys[k]) && !keys[k].startsWith(keys[size_t(longer)]);
                if (longer < 0 || keys[size_t(root)].size() > keys[size_t(longer)].size())
                    longer = root;
            }
            if (longer >= 0 && !several)
                attach(int(i), longer);
        }
        return collect(keyOf, names, keys);
    }

private:
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
    Entities collect(const std::vector<int> &keyOf, const std::vector<QString> &names, const std::vector<QString> &keys) const
    {
        Entities entities;
        QHash<int, int> byRoot;
        for (size_t n = 0; n < m_a.names.size(); ++n) {
            const int root = rootOf(keyOf[n]);
            auto found = byRoot.find(root);
            if (found == byRoot.end()) {
                Entity entity;
                entity.name = names[size_t(root)];
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
            entities.ofChunk.push_back(*found);
        }
        return entities;
    }

    const Analysis &m_a;
    std::vector<int> m_parent;
};

} // namespace

Entities findEntities(const Analysis &analysis)
{
    return Joiner(analysis).join();
}

} // namespace model::annotate
