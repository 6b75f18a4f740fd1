// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/document_traits.h"

namespace model {

QString batesKey(const QString &number)
{
    QString key;
    for (const QChar unit : number) {
        if (unit.isLetterOrNumber())
            key += unit.toUpper();
    }
    return key;
}

} // namespace model
