// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/own_permissions.h"

#include "model/annotate/permission_meaning.h"
#include "model/domain/subject.h"

#include <QSet>

namespace model::intake {
namespace {

/// The words for data, so that "friend's" and "friends" are one.
QSet<QString> wordsOf(const QString &text)
{
    QSet<QString> words;
    QString word;
    for (const QChar c : text.toCaseFolded() + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
            continue;
        }
        if (word.size() > 3 && word.endsWith(u's'))
            word.chop(1);
        if (word.size() > 1)
            words.insert(word);
        word.clear();
    }
    return words;
}

double shareIn(const QSet<QString> &passage, const QString &name)
{
    const QSet<QString> words = wordsOf(permissionParts(name).data);
    return words.isEmpty() ? 0 : double((words & passage).size()) / double(words.size());
}

} // namespace

OwnPermissions::OwnPermissions(const QStringList &names)
{
    QStringList sorted = names;
    sorted.sort();
    for (const QString &name : sorted) {
        if (const auto meaning = annotate::permissionMeant(name))
            m_all.push_back({name, *meaning});
    }
}

QStringList OwnPermissions::names() const
{
    QStringList names;
    for (const Own &own : m_all)
        names.append(own.name);
    return names;
}

QString OwnPermissions::nameFor(const annotate::Permission &meant, const QString &passage) const
{
    std::vector<const Own *> candidates;
    for (const Own &own : m_all) {
        if (own.meaning == meant)
            candidates.push_back(&own);
    }
    if (candidates.size() == 1)
        return candidates.front()->name;
    const QSet<QString> words = wordsOf(passage);
    const Own *best = nullptr;
    double most = 0.5;
    for (const Own *own : candidates) {
        const double share = shareIn(words, own->name);
        if (share > most) {
            most = share;
            best = own;
        } else if (share == most) {
            best = nullptr;
        }
    }
    return best ? best->name : annotate::permissionName(meant);
}

} // namespace model::intake
