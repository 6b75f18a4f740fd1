// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/attachment_names.h"

#include "model/reader/entry_path.h"

namespace model::reader {
namespace {

constexpr qsizetype longestName = 200; // UTF-16 units

} // namespace

QString attachmentName(QString given, const QString &otherwise)
{
    QString name = given.simplified().isEmpty() ? otherwise : given.simplified();
    name = name.replace(u'/', u'_').replace(u'\\', u'_').right(longestName);
    // What begins with a dot would be passed over as hidden.
    if (name.startsWith(u'.'))
        name.prepend(u'_');
    return displayPath(name.toUtf8()).value_or(otherwise);
}

QString uniqueName(const QString &name, QSet<QString> &taken)
{
    const qsizetype point = name.lastIndexOf(u'.');
    const QString stem = point > 0 ? name.left(point) : name;
    QString candidate = name;
    for (int number = 2; taken.contains(candidate); ++number)
        candidate = QStringLiteral("%1 (%2)").arg(stem).arg(number) + (point > 0 ? name.mid(point) : QString());
    taken.insert(candidate);
    return candidate;
}

} // namespace model::reader
