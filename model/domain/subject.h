// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace model {

struct Subject;
using SubjectId = Id<Subject>;

enum class SubjectKind { Partner, Permission };

/// What a tag can name: a partner (a company or body that receives access) or a permission (an action on a kind of
/// data, written "read · private messages"). Has one name and any number of aliases. A subject merged into another
/// keeps its tags and links and counts as the other one, until it is split off again.
struct Subject {
    SubjectId id;
    SubjectKind kind = SubjectKind::Partner;
    QString name;
    QStringList aliases;                 ///< sorted
    std::optional<SubjectId> mergedInto; ///< nothing for one that stands for itself
    QString group = {};                  ///< of a partner: "banks"; its own, also while it is merged; empty for none

    friend bool operator==(const Subject &, const Subject &) = default;
};

/// A permission's name in its two halves. "read · private messages" and "read private messages" both give
/// {read, private messages}; a name without a known action gives {"", name}.
struct PermissionParts {
    QString action;
    QString data;
    friend bool operator==(const PermissionParts &, const PermissionParts &) = default;
};
PermissionParts permissionParts(const QString &name);

/// White space folded to single blanks and trimmed, a word divided at a line's end made whole; a permission's halves
/// joined by " · ". What is stored is always tidy.
QString tidyName(SubjectKind kind, const QString &name);

/// Equal for names that the reporter would take for the same: case and compatibility forms folded.
QString nameKey(const QString &name);

QString toWord(SubjectKind kind); ///< "partner" or "permission"
std::optional<SubjectKind> subjectKindFromWord(const QString &word);

} // namespace model
