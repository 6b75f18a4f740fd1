// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

/// What permissions may be called before the case has any: each action on each kind of data, as the annotation model
/// calls them.
QStringList permissionVocabulary();

/// Finds the subjects that a gesture names and makes those that are new, once each, as changes ahead of the gesture's
/// own.
class Naming final {
public:
    explicit Naming(const CaseFile &file)
        : m_file(file)
    {
    }

    /// The subject called so, by name or alias. Invalid for no name, or for the one holder as a partner; Ambiguous.
    Result<SubjectId> subject(SubjectKind kind, const QString &name);
    /// A new subject, whatever aliases there are.
    Result<SubjectId> create(SubjectKind kind, const QString &name);

    /// AddSubject for each that is new, in order.
    const std::vector<journal::Change> &additions() const { return m_additions; }

private:
    Result<QString> checkedName(SubjectKind kind, const QString &name) const;
    const CaseFile &m_file;
    std::vector<journal::Change> m_additions;
};

} // namespace model::session
