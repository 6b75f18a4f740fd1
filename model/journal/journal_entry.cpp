// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/journal_entry.h"

namespace model::journal {

QString toWord(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Decision:
        return QStringLiteral("decision");
    case EntryKind::Undo:
        return QStringLiteral("undo");
    case EntryKind::Redo:
        return QStringLiteral("redo");
    case EntryKind::Receipt:
        return QStringLiteral("receipt");
    case EntryKind::Withdrawal:
        break;
    }
    return QStringLiteral("withdrawal");
}

std::optional<EntryKind> entryKindFromWord(const QString &word)
{
    for (const EntryKind kind :
         {EntryKind::Decision, EntryKind::Undo, EntryKind::Redo, EntryKind::Receipt, EntryKind::Withdrawal}) {
        if (word == toWord(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace model::journal
