// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/own_permissions.h"

#include "model/annotate/permission_meaning.h"
#include "model/domain/subject.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace model::intake {
namespace {

/// Its words; "friend's" and "friends" are one.
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

} // namespace

OwnPermissions::OwnPermissions(const std::vector<store::PermissionName> &names)
{
    for (const store::PermissionName &one : names) {
        if (const auto meaning = annotate::permissionMeant(one.name))
            m_all.push_back({one.shown, one.name, *meaning});
    }
}

QString OwnPermissions::nameFor(const annotate::Permission &meant, const QString &passage) const
{
    const QSet<QString> words = wordsOf(passage);
    QString best;
    std::pair<qsizetype, double> most; // words of the name that the passage has, and their share of all
    for (const Own &own : m_all) {
        if (own.meaning != meant)
            continue;
        const QSet<QString> all = wordsOf(permissionParts(own.name).data);
        const qsizetype found = (words & all).size();
        const std::pair rank(found, double(found) / double(qMax(qsizetype(1), all.size())));
        if (rank.second < 0.5 || rank < most)
            continue;
        best = rank == most && best != own.shown ? QString() : own.shown;
        most = rank;
    }
    return best.isEmpty() ? annotate::permissionName(meant) : best;
}

QStringList OwnPermissions::basis() const
{
    const auto isOnlyTheModels = [this](const Own &own) {
        return own.shown == annotate::permissionName(own.meaning) &&
               std::none_of(m_all.begin(), m_all.end(), [&own](const Own &other) {
                   return other.meaning == own.meaning && other.shown != own.shown;
               });
    };
    QStringList basis;
    for (const Own &own : m_all) {
        if (!isOnlyTheModels(own))
            basis.append(own.shown + u'\t' + own.name);
    }
    basis.sort();
    return basis;
}

} // namespace model::intake
