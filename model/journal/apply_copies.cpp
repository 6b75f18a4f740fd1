// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/applier.h"

namespace model::journal {

Result<Change> Applier::operator()(const SetCopy &change)
{
    const CopyDecision &decision = change.decision;
    if (decision.of.has_value() != (decision.rule == CopyRule::CopyOf))
        return invalid(QStringLiteral("A copy is a copy of a document."));
    if (decision.of == change.document)
        return invalid(QStringLiteral("A document is no copy of itself."));
    if (const auto sound = checkDocument(change.document); !sound)
        return sound.error();
    if (decision.of) {
        if (const auto sound = checkDocument(*decision.of); !sound)
            return sound.error();
    }
    const auto number = m_documents.numberOf(change.document);
    if (!number)
        return number.error();
    const auto old = m_copies.decision(**number);
    if (!old)
        return old.error();
    if (const auto set = m_copies.setDecision(**number, decision); !set)
        return set.error();
    return Change{SetCopy{change.document, *old}};
}

} // namespace model::journal
