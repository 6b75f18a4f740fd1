// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/vocabulary.h"

#include <QStringList>

#include <vector>

namespace model::intake {

/// What the reporter calls the permissions of the case.
class OwnPermissions final {
public:
    /// Names that mean none in particular are left out (annotate::permissionMeant).
    explicit OwnPermissions(const QStringList &names = {});

    QStringList names() const; ///< sorted
    /// The case's name for what the model calls `meant`. Where it has several, the one of which `passage` has the most
    /// words, if more than half of them. Else the model's own name.
    QString nameFor(const annotate::Permission &meant, const QString &passage) const;

private:
    struct Own {
        QString name;
        annotate::Permission meaning;
    };
    std::vector<Own> m_all; ///< by name
};

} // namespace model::intake
