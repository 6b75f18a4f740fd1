// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

namespace model::reader {

/// A name for a file that came with a mail, without folders: a mail has none, so what parts them is the sender's
/// mischief. `given` may be anything; `otherwise` is taken when nothing is left of it.
QString attachmentName(QString given, const QString &otherwise);

/// `name`, with a number in it when another file has it; then it is taken too.
QString uniqueName(const QString &name, QSet<QString> &taken);

} // namespace model::reader
