// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/names.h"
#include "model/annotate/permission_meaning.h"
#include "model/domain/subject.h"

namespace model::store {

/// A finding by its names. Two findings are one where the names are, or where one permission is the model's name for
/// what the other means: which of the case's own names of one meaning fits, the model cannot tell.
struct FindingNames {
    QString partnerKey; ///< annotate::nameKeyOf()
    QString permission; ///< its nameKey
    QString meaning;    ///< the nameKey of the model's name for it; empty where it has none

    FindingNames(QString partner, const QString &permissionName)
        : partnerKey(std::move(partner))
        , permission(model::nameKey(tidyName(SubjectKind::Permission, permissionName)))
    {
        if (const auto meant = annotate::permissionMeant(permissionName))
            meaning = model::nameKey(annotate::permissionName(*meant));
    }

    bool isSame(const FindingNames &other) const
    {
        return partnerKey == other.partnerKey &&
               (permission == other.permission || permission == other.meaning || meaning == other.permission);
    }
};

} // namespace model::store
