// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"

#include <QObject>

#include <vector>

namespace ui {

/// The partners and permissions of the open case, kept at hand for boxes that complete names.
class SubjectBook final : public QObject {
    Q_OBJECT
public:
    explicit SubjectBook(model::session::CaseSession &session, QObject *parent = nullptr);

    const std::vector<model::Subject> &subjects(model::SubjectKind kind) const
    {
        return kind == model::SubjectKind::Partner ? m_partners : m_permissions;
    }
    /// The same, merged ones too, with names that a line for names may complete beside them: of permissions the
    /// vocabulary, and `further` ones.
    std::vector<model::Subject> offered(model::SubjectKind kind, const QStringList &further = {}) const;
    const model::Subject *find(const model::SubjectId &id) const;

Q_SIGNALS:
    void changed();

private:
    void reload();

    model::session::CaseSession &m_session;
    model::session::Inquiry m_inquiry;
    std::vector<model::Subject> m_partners;
    std::vector<model::Subject> m_permissions;
};

} // namespace ui
