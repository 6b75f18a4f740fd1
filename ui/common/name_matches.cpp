// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/name_matches.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace ui {
namespace {

using model::Subject;

/// Calls `see(root name, name, is the root's own)` for each name and alias.
template <class See> void eachName(const std::vector<Subject> &subjects, const See &see)
{
    QHash<model::SubjectId, const Subject *> byId;
    for (const Subject &subject : subjects)
        byId.insert(subject.id, &subject);
    for (const Subject &subject : subjects) {
        const Subject *root = &subject;
        while (root->mergedInto && byId.contains(*root->mergedInto))
            root = byId.value(*root->mergedInto);
        see(root->name, subject.name, root == &subject);
        for (const QString &alias : subject.aliases)
            see(root->name, alias, false);
    }
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression apart(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return model::nameKey(text).split(apart, Qt::SkipEmptyParts);
}

/// "re ph" begins the words of "receive · photos".
bool beginWordsOf(const QString &nameKey, const QString &textKey)
{
    const QStringList words = wordsOf(nameKey);
    qsizetype at = 0;
    for (const QString &begun : wordsOf(textKey)) {
        while (at < words.size() && !words[at].startsWith(begun))
            ++at;
        if (at++ >= words.size())
            return false;
    }
    return true;
}

/// 0 best, 4 no match.
int rankOf(const QString &nameKey, const QString &textKey)
{
    if (textKey.isEmpty())
        return 3;
    if (nameKey == textKey)
        return 0;
    if (nameKey.startsWith(textKey))
        return 1;
    for (qsizetype at = nameKey.indexOf(textKey); at > 0; at = nameKey.indexOf(textKey, at + 1)) {
        if (!nameKey.at(at - 1).isLetterOrNumber())
            return 2;
    }
    return beginWordsOf(nameKey, textKey) ? 3 : 4;
}

} // namespace

std::vector<NameMatch> nameMatches(const std::vector<Subject> &subjects, const QString &text, int count)
{
    struct Ranked {
        int rank = 0;
        NameMatch match;
    };
    std::vector<Ranked> ranked;
    const QString textKey = model::nameKey(text.simplified());
    eachName(subjects, [&](const QString &root, const QString &name, bool own) {
        if (textKey.isEmpty() && !own)
            return;
        const int rank = rankOf(model::nameKey(name), textKey);
        if (rank < 4)
            ranked.push_back({rank, {root, own ? QString() : name}});
    });
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        if (a.match.name != b.match.name)
            return QString::localeAwareCompare(a.match.name, b.match.name) < 0;
        return a.match.found < b.match.found;
    });
    std::vector<NameMatch> matches;
    QSet<QString> seen;
    for (const Ranked &one : ranked) {
        if (static_cast<int>(matches.size()) == count)
            break;
        if (seen.contains(one.match.name))
            continue;
        seen.insert(one.match.name);
        matches.push_back(one.match);
    }
    return matches;
}

std::optional<QString> nameMeantBy(const std::vector<Subject> &subjects, const QString &quote)
{
    const QString quoteKey = model::nameKey(quote.simplified());
    const QStringList quoteWords = wordsOf(quote);
    const QSet<QString> inQuote(quoteWords.begin(), quoteWords.end());
    std::optional<QString> meant;
    qsizetype meantWords = 0;
    eachName(subjects, [&](const QString &root, const QString &name, bool) {
        const QStringList words = wordsOf(name);
        qsizetype weight = words.size();
        if (model::nameKey(name) == quoteKey)
            weight = 1000;
        else if (words.isEmpty() ||
                 !std::all_of(words.begin(), words.end(), [&](const QString &word) { return inQuote.contains(word); }))
            return;
        if (weight > meantWords) {
            meant = root;
            meantWords = weight;
        }
    });
    return meant;
}

} // namespace ui
