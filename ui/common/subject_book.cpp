// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/subject_book.h"

#include "model/session/naming.h"

#include <QSet>

#include <utility>

namespace ui {

using model::Result;
using model::Subject;
using model::SubjectKind;
using model::session::CaseFile;
using model::session::CaseSession;

namespace {

using Both = std::pair<std::vector<Subject>, std::vector<Subject>>;

Result<Both> both(const CaseFile &file)
{
    auto partners = file.subjects(SubjectKind::Partner);
    if (!partners)
        return partners.error();
    auto permissions = file.subjects(SubjectKind::Permission);
    if (!permissions)
        return permissions.error();
    return Both(*std::move(partners), *std::move(permissions));
}

} // namespace

SubjectBook::SubjectBook(CaseSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (changes.subjects)
            reload();
    });
    reload();
}

void SubjectBook::reload()
{
    m_inquiry.ask<Both>(m_session, both, [this](Result<Both> answer) {
        if (!answer)
            return;
        m_partners = std::move(answer->first);
        m_permissions = std::move(answer->second);
        Q_EMIT changed();
    });
}

std::vector<Subject> SubjectBook::offered(SubjectKind kind, const QStringList &further) const
{
    std::vector<Subject> all = subjects(kind);
    QSet<QString> known;
    for (const Subject &subject : all) {
        known.insert(model::nameKey(subject.name));
        for (const QString &alias : subject.aliases)
            known.insert(model::nameKey(alias));
    }
    const auto add = [&](const QString &name) {
        const QString key = model::nameKey(name);
        if (key.isEmpty() || known.contains(key))
            return;
        known.insert(key);
        all.push_back({model::SubjectId::create(), kind, name, {}, std::nullopt});
    };
    for (const QString &name : further)
        add(name);
    if (kind == SubjectKind::Permission) {
        static const QStringList vocabulary = model::session::permissionVocabulary();
        for (const QString &name : vocabulary)
            add(name);
    }
    return all;
}

const Subject *SubjectBook::find(const model::SubjectId &id) const
{
    for (const auto *list : {&m_partners, &m_permissions}) {
        for (const Subject &subject : *list) {
            if (subject.id == id)
                return &subject;
        }
    }
    return nullptr;
}

} // namespace ui
