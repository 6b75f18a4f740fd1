// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/vocabulary.h"
#include "model/store/known_names.h"

#include <QStringList>

#include <vector>

namespace model::intake {

/// What the reporter calls the permissions of the case.
class OwnPermissions final {
public:
    /// Names that mean none in particular are left out (annotate::permissionMeant).
    explicit OwnPermissions(const std::vector<store::PermissionName> &names = {});

    /// The case's name for what the model calls `meant`: of those of which the passage has at least half the words for
    /// data, the one of which it has the most. Else, or where two come equal, the model's own.
    QString nameFor(const annotate::Permission &meant, const QString &passage) const;
    /// All that nameFor() rests on, sorted.
    QStringList basis() const;

private:
    struct Own {
        QString shown;
        QString name;
        annotate::Permission meaning;
    };
    std::vector<Own> m_all;
};

} // namespace model::intake
