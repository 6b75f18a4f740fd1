// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/stand_ins.h"

#include <algorithm>

namespace model::annotate {
namespace {

constexpr size_t farthestGroup = 200; ///< how far back "the bank" looks for a name with "Bank" in it

/// Names that stand side by side: "A, B and C".
struct Group {
    QStringList names;
    int last = 0; ///< one past the last word
    int unit = 0;
};

class Resolver {
public:
    Resolver(const Analysis &analysis, const std::vector<Mention> &mentions)
        : m_a(analysis)
        , m_mentions(mentions)
    {
    }

    std::vector<QStringList> resolve()
    {
        std::vector<QStringList> meant(m_mentions.size());
        for (size_t m = 0; m < m_mentions.size(); ++m) {
            const Mention &mention = m_mentions[m];
            if (mention.kind != TagKind::Partner)
                continue;
            if (mention.chunk >= 0) {
                meant[m] = {mention.name};
                addToGroups(mention);
                continue;
            }
            meant[m] = meaningOf(mention);
        }
        return meant;
    }

private:
    bool isGeneric(const Mention &mention) const
    {
        const int last = mention.last - 1;
        for (int i = mention.first; i < mention.last; ++i) {
            if (m_a.classes[size_t(i)] & bit(WordClass::Generic) && m_a.words.folded(mention.first) != u"the" &&
                m_a.words.folded(mention.first) != u"these" && m_a.words.folded(mention.first) != u"those")
                return true;
        }
        const auto first = m_a.words.folded(mention.first);
        const bool vague = first == u"some" || first == u"any" || first == u"no" || first == u"many" ||
                           first == u"certain" || first == u"other" || first == u"several" || first == u"a" ||
                           first == u"none" || first == u"an" || (first == u"all" && countSaid(mention) == 0) ||
                           first == u"most" || first == u"dozens" || first == u"hundreds";
        static const QStringList numbers = {
            QStringLiteral("one"),    QStringLiteral("two"),    QStringLiteral("three"),  QStringLiteral("four"),
            QStringLiteral("five"),   QStringLiteral("six"),    QStringLiteral("seven"),  QStringLiteral("eight"),
            QStringLiteral("nine"),   QStringLiteral("ten"),    QStringLiteral("eleven"), QStringLiteral("twelve"),
            QStringLiteral("twenty"), QStringLiteral("thirty"), QStringLiteral("forty"),  QStringLiteral("fifty")};
        const bool number =
            m_a.words[mention.first].hasDigit ||
            std::any_of(numbers.begin(), numbers.end(), [&](const QString &n) { return first.startsWith(n); });
        const bool plural =
            m_a.words.folded(last).endsWith(u's') && m_a.classes[size_t(last)] & bit(WordClass::Descriptor);
        const bool bare = mention.last - mention.first == 1 && plural;
        return vague || number || bare;
    }
    bool isPlural(const Mention &mention) const
    {
        const auto first = m_a.words.folded(mention.first);
        if (first == u"both" || first == u"they" || first == u"them" || first == u"their" || first == u"these" ||
            first == u"those" || first == u"neither" || first == u"either" || first == u"each" || first == u"all")
            return true;
        if (mention.last - mention.first > 1) {
            const auto second = m_a.words.folded(mention.first + 1);
            if (second == u"two" || second == u"three" || second == u"four" || second == u"five")
                return true;
            const int last = mention.last - 1;
            return m_a.words.folded(last).endsWith(u's') && m_a.classes[size_t(last)] & bit(WordClass::Descriptor);
        }
        return false;
    }
    int countSaid(const Mention &mention) const
    {
        for (int i = mention.first; i < mention.last; ++i) {
            const auto word = m_a.words.folded(i);
            if (word == u"both" || word == u"two" || word == u"neither" || word == u"either" || word == u"pair")
                return 2;
            if (word == u"three")
                return 3;
            if (word == u"four")
                return 4;
        }
        return 0;
    }

    void addToGroups(const Mention &mention)
    {
        const int unit = m_a.unitOf[size_t(mention.first)];
        if (!m_groups.empty() && m_groups.back().unit == unit && onlyJoins(m_groups.back().last, mention.first)) {
            if (!m_groups.back().names.contains(mention.name))
                m_groups.back().names << mention.name;
            m_groups.back().last = mention.last;
            return;
        }
        m_groups.push_back({{mention.name}, mention.last, unit});
    }
    /// Whether the words from `first` to `last` only join two names: ", " "and" "and the" or a bracket.
    bool onlyJoins(int first, int last) const
    {
        if (last - first > 4)
            return false;
        for (int i = first; i < last; ++i) {
            const auto word = m_a.words.folded(i);
            if (!(word == u"," || word == u"and" || word == u"or" || word == u"the" || word == u"&" || word == u"/" ||
                  word == u"as" || word == u"well" || word == u"with" || word == u";" || word == u"nor"))
                return false;
        }
        return true;
    }

    QStringList meaningOf(const Mention &mention) const
    {
        if (isGeneric(mention))
            return {genericPartner.toString()};
        const int unit = m_a.unitOf[size_t(mention.first)];
        if (isPlural(mention)) {
            const int wanted = countSaid(mention);
            for (size_t g = m_groups.size(); g-- > 0 && unit - m_groups[g].unit <= 6;) {
                // "The makers" after a long list means the trade as a whole.
                if (!wanted && m_groups[g].names.size() > 3 && mention.last - mention.first > 1)
                    return {genericPartner.toString()};
                if (wanted ? m_groups[g].names.size() == wanted : m_groups[g].names.size() > 1)
                    return m_groups[g].names;
            }
            if (wanted > 1) {
                QStringList last;
                for (size_t g = m_groups.size(); g-- > 0 && last.size() < wanted && unit - m_groups[g].unit <= 6;) {
                    for (const QString &name : m_groups[g].names) {
                        if (last.size() < wanted && !last.contains(name))
                            last << name;
                    }
                }
                if (last.size() == wanted)
                    return last;
            }
        }
        return singleMeaning(mention, unit);
    }
    QString nameAfterClause(const Mention &mention, int unit) const
    {
        static const QStringList openers = {
            QStringLiteral("after"), QStringLiteral("before"),   QStringLiteral("when"),
            QStringLiteral("while"), QStringLiteral("although"), QStringLiteral("though"),
            QStringLiteral("once"),  QStringLiteral("because"),  QStringLiteral("if")};
        const Unit &here = m_a.units[size_t(unit)];
        const auto first = m_a.words.folded(here.first);
        if (mention.first - here.first > 2 ||
            !std::any_of(openers.begin(), openers.end(), [&](const QString &w) { return first == w; }))
            return {};
        const auto after = std::upper_bound(m_mentions.begin(), m_mentions.end(), mention.first,
                                            [](int word, const Mention &other) { return word < other.first; });
        const auto name = std::find_if(after, m_mentions.end(), [&](const Mention &other) {
            return other.chunk >= 0 || other.first >= here.last;
        });
        return name != m_mentions.end() && name->first < here.last ? name->name : QString();
    }
    QStringList singleMeaning(const Mention &mention, int unit) const
    {
        // "the bank" means the last name with "Bank" in it.
        for (int i = mention.first; i < mention.last; ++i) {
            if (!(m_a.classes[size_t(i)] & (bit(WordClass::Descriptor) | bit(WordClass::Org))))
                continue;
            const auto word = m_a.words.folded(i);
            for (size_t g = m_groups.size(); g-- > 0 && m_groups.size() - g < farthestGroup;) {
                for (const QString &name : m_groups[g].names) {
                    if (name.contains(word, Qt::CaseInsensitive) && word.size() > 3)
                        return {name};
                }
            }
        }
        // "After it had invested, Example was allowed": it means the name that follows.
        if (const QString next = nameAfterClause(mention, unit); !next.isEmpty())
            return {next};
        const Group *best = nullptr;
        for (size_t g = m_groups.size(); g-- > 0;) {
            const Group &group = m_groups[g];
            if (unit - group.unit > 8)
                break;
            // The first name of the nearest sentence that has one is what it is about.
            if (best && group.unit != best->unit)
                break;
            best = &group;
            if (group.unit == unit)
                break; // in the same sentence, the nearest one
        }
        return best ? QStringList{best->names.first()} : QStringList();
    }

    const Analysis &m_a;
    const std::vector<Mention> &m_mentions;
    std::vector<Group> m_groups;
};

} // namespace

std::vector<QStringList> resolveStandIns(const Analysis &analysis, const std::vector<Mention> &mentions)
{
    return Resolver(analysis, mentions).resolve();
}

} // namespace model::annotate
