// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/same_names.h"

#include "model/annotate/names.h"
#include "model/annotate/permission_meaning.h"
#include "model/search/edit_distance.h"
#include "model/session/remembered.h"
#include "model/store/named_contexts.h"
#include "model/store/transaction.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace model::session {
namespace {

const QString apartName = QStringLiteral("names that are not the same");

/// The same for a pair in either order.
QString pairText(const LikelySame &pair)
{
    QStringList ids{pair.one.toString(), pair.into.toString()};
    ids.sort();
    return ids.join(u' ');
}

Result<QStringList> pairsApart(const CaseFile &file)
{
    const auto lines = remembered(file, apartName);
    if (!lines)
        return lines.error();
    return lines->split(u'\n', Qt::SkipEmptyParts);
}

/// A name or an alias of a subject that stands for itself.
struct Entry {
    QString name;
    QString key;
    size_t subject = 0; ///< index into the subjects
};

QString digitsOf(const QString &key)
{
    QString digits;
    for (const QChar c : key) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

/// A passage that names a partner, and how its page goes on.
struct NamingPassage {
    SubjectId root;
    Passage passage;
    QString following;
};

Result<std::vector<NamingPassage>> namingsOfKinship(const CaseFile &file)
{
    constexpr qsizetype longest = 120;
    const auto passages = store::passagesOfKinship(file.database());
    if (!passages)
        return passages.error();
    std::vector<NamingPassage> namings;
    for (const store::NamedPassage &named : *passages) {
        const auto page = file.pageText(named.passage.document, named.passage.lastPage);
        if (!page)
            return page.error();
        namings.push_back({named.root, named.passage, page->text.mid(named.passage.end, longest)});
    }
    return namings;
}

class Finder {
public:
    Finder(const std::vector<Subject> &subjects, SubjectKind kind)
        : m_subjects(subjects)
    {
        for (size_t s = 0; s < subjects.size(); ++s) {
            m_indexOf.insert(subjects[s].id, s);
            for (const QString &name : QStringList(subjects[s].name) + subjects[s].aliases) {
                const QString key = kind == SubjectKind::Partner ? annotate::nameKeyOf(name) : nameKey(name);
                if (!key.isEmpty())
                    m_entries.push_back({name, key, s});
            }
        }
        std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
            return std::pair(a.key.toUtf8(), a.subject) < std::pair(b.key.toUtf8(), b.subject);
        });
        for (size_t e = 0; e < m_entries.size(); ++e)
            m_byKey.insert(m_entries[e].key, e);
    }

    void lookAtForms()
    {
        for (size_t e = 1; e < m_entries.size(); ++e) {
            if (m_entries[e].key == m_entries[e - 1].key)
                add(m_entries[e - 1].subject, m_entries[e].subject, Likeness::Form);
        }
    }
    void lookAtInitials()
    {
        for (const Entry &entry : m_entries) {
            for (const QString &initials : annotate::abbreviationsOf(entry.name)) {
                if (initials.size() >= 2)
                    addNamed(annotate::nameKeyOf(initials), entry.subject, Likeness::Initials);
            }
        }
    }
    void lookAtSpelling()
    {
        std::vector<QByteArray> keys;
        for (const Entry &entry : m_entries)
            keys.push_back(entry.key.toUtf8());
        for (size_t e = 0; e < m_entries.size(); ++e) {
            const qsizetype length = m_entries[e].key.size();
            if (length < 5)
                continue;
            search::FuzzyWord near(keys[e], length < 10 ? 1 : 2);
            for (auto other = keys.cbegin(); other != keys.cend();) {
                const auto step = near.take({other->constData(), size_t(other->size())});
                const Entry &entry = m_entries[size_t(other - keys.cbegin())];
                // "Tier 1" and "Tier 2" are two things.
                if (step.edits && digitsOf(entry.key) == digitsOf(m_entries[e].key))
                    add(m_entries[e].subject, entry.subject, Likeness::Spelling);
                ++other;
                if (!step.edits)
                    other = step.skipTo.isNull() ? keys.cend() : std::lower_bound(other, keys.cend(), step.skipTo);
            }
        }
    }
    void lookAtParts()
    {
        for (const Entry &entry : m_entries) {
            for (qsizetype end = entry.key.lastIndexOf(u' '); end >= 4; end = entry.key.lastIndexOf(u' ', end - 1))
                addNamed(entry.key.left(end), entry.subject, Likeness::Part);
        }
    }
    void lookAtMeanings()
    {
        std::map<annotate::Permission, size_t> first;
        for (size_t s = 0; s < m_subjects.size(); ++s) {
            if (const auto meant = annotate::permissionMeant(m_subjects[s].name)) {
                const auto [place, isNew] = first.try_emplace(*meant, s);
                if (!isNew)
                    add(place->second, s, Likeness::Meaning);
            }
        }
    }
    void lookAtText(const std::vector<NamingPassage> &passages)
    {
        static const QRegularExpression goesOn(QStringLiteral(
            "^(?:(?<owns>['’]s)|,? ?\\(?(?:which is |then )?(?:an? |the )?(?:"
            "(?<earlier>(?:formerly|previously|also)(?: known as| called)?|trading as)|"
            "(?:wholly[- ]owned )?(?:subsidiary|unit|division|arm|brand|part) of|owned by|now(?: known as| called)?"
            ")) (?:the )?(?<rest>\\S.*)$"));
        for (const NamingPassage &named : passages) {
            const bool isPossessive =
                named.passage.quote.endsWith(QLatin1String("'s")) || named.passage.quote.endsWith(QStringLiteral("’s"));
            const QString text = (isPossessive ? QStringLiteral("’s") : QString()) + named.following;
            const auto match = goesOn.match(text.simplified());
            if (!match.hasMatch() || !m_indexOf.contains(named.root))
                continue;
            const size_t root = m_indexOf.value(named.root);
            const QString rest = annotate::nameKeyOf(match.captured(QStringLiteral("rest")));
            const bool staysRoot =
                match.hasCaptured(QStringLiteral("owns")) || match.hasCaptured(QStringLiteral("earlier"));
            // A name is what the text goes on with, or the first words of that.
            for (qsizetype end = rest.size(); end > 0; end = rest.lastIndexOf(u' ', end - 1)) {
                for (auto place = m_byKey.constFind(rest.left(end));
                     place != m_byKey.cend() && place.key() == rest.left(end); ++place) {
                    const size_t other = m_entries[*place].subject;
                    add(staysRoot ? other : root, staysRoot ? root : other, Likeness::Text, named.passage);
                }
            }
        }
    }

    /// In the order they were looked for.
    LikelySames found(const QSet<QString> &apart, size_t most)
    {
        LikelySames sames;
        for (LikelySame &pair : m_found) {
            auto &list = apart.contains(pairText(pair)) ? sames.apart : sames.pairs;
            if (list.size() < most)
                list.push_back(std::move(pair));
        }
        return sames;
    }

private:
    void addNamed(const QString &key, size_t subject, Likeness why)
    {
        for (auto place = m_byKey.constFind(key); place != m_byKey.cend() && place.key() == key; ++place)
            add(m_entries[*place].subject, subject, why);
    }
    void add(size_t one, size_t into, Likeness why, const std::optional<Passage> &passage = {})
    {
        if (one == into)
            return;
        // The fuller name stays; an owner stays whatever it is called.
        if (why != Likeness::Text && m_subjects[one].name.size() > m_subjects[into].name.size())
            std::swap(one, into);
        const auto pair = std::minmax(one, into);
        if (m_pairs.insert({pair, m_found.size()}).second)
            m_found.push_back({m_subjects[one].id, m_subjects[into].id, why, passage});
    }

    const std::vector<Subject> &m_subjects;
    QHash<SubjectId, size_t> m_indexOf;
    std::vector<Entry> m_entries; ///< by key, in the order of its bytes
    QMultiHash<QString, size_t> m_byKey;
    std::map<std::pair<size_t, size_t>, size_t> m_pairs;
    std::vector<LikelySame> m_found;
};

} // namespace

Result<LikelySames> likelySame(const CaseFile &file, SubjectKind kind, size_t most)
{
    const store::Snapshot snapshot(file.database());
    const auto apart = pairsApart(file);
    if (!apart)
        return apart.error();
    auto subjects = file.subjects(kind);
    if (!subjects)
        return subjects.error();
    std::erase_if(*subjects, [](const Subject &subject) { return subject.mergedInto.has_value(); });
    Finder finder(*subjects, kind);
    finder.lookAtForms();
    if (kind == SubjectKind::Partner)
        finder.lookAtInitials();
    finder.lookAtSpelling();
    if (kind == SubjectKind::Partner) {
        finder.lookAtParts();
        const auto namings = namingsOfKinship(file);
        if (!namings)
            return namings.error();
        finder.lookAtText(*namings);
    } else {
        finder.lookAtMeanings();
    }
    return finder.found({apart->begin(), apart->end()}, most);
}

Result<void> setApart(CaseFile &file, const LikelySame &pair, bool isApart)
{
    auto pairs = pairsApart(file);
    if (!pairs)
        return pairs.error();
    pairs->removeAll(pairText(pair));
    if (isApart)
        pairs->append(pairText(pair));
    return remember(file, apartName, pairs->join(u'\n'));
}

} // namespace model::session
