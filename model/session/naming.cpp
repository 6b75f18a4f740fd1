// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/naming.h"

#include "model/annotate/vocabulary.h"

namespace model::session {

QStringList permissionVocabulary()
{
    QStringList names;
    for (int action = 0; action < annotate::actionCount; ++action) {
        for (int data = 0; data < annotate::dataKindCount; ++data)
            names += annotate::permissionName({annotate::Action(action), annotate::DataKind(data)});
    }
    return names;
}

Result<QString> Naming::checkedName(SubjectKind kind, const QString &name) const
{
    QString tidy = tidyName(kind, name);
    if (nameKey(tidy).isEmpty())
        return Error{ErrorKind::Invalid, QStringLiteral("A %1 needs a name.").arg(toWord(kind))};
    const auto holders = m_file.holders();
    if (!holders)
        return holders.error();
    // Of several holders one may well be the partner of another.
    if (kind == SubjectKind::Partner && holders->size() == 1 && nameKey(holders->first()) == nameKey(tidy))
        return Error{ErrorKind::Invalid,
                     QStringLiteral("“%1” holds the data, so it cannot be a partner of itself.").arg(tidy)};
    return tidy;
}

Result<SubjectId> Naming::subject(SubjectKind kind, const QString &name)
{
    const auto tidy = checkedName(kind, name);
    if (!tidy)
        return tidy.error();
    for (const journal::Change &change : m_additions) {
        const auto *added = std::get_if<journal::AddSubject>(&change);
        if (added && added->kind == kind && nameKey(added->name) == nameKey(*tidy))
            return added->id;
    }
    const auto found = m_file.findSubject(kind, *tidy);
    if (found)
        return found->id;
    if (found.error().kind != ErrorKind::NotFound)
        return found.error();
    return create(kind, *tidy);
}

Result<SubjectId> Naming::create(SubjectKind kind, const QString &name)
{
    const auto tidy = checkedName(kind, name);
    if (!tidy)
        return tidy.error();
    const SubjectId id = SubjectId::create();
    m_additions.push_back(journal::AddSubject{id, kind, *tidy});
    return id;
}

} // namespace model::session
