// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/query.h"

namespace model::store {

Error damagedRow(const QByteArray &sql)
{
    return {ErrorKind::Damaged, QStringLiteral("The case file is damaged."),
            QStringLiteral("a value that the schema forbids, in: ") + QString::fromUtf8(sql.left(120))};
}

} // namespace model::store
