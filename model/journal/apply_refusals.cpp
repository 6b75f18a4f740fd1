// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/overloaded.h"
#include "model/journal/applier.h"

namespace model::journal {
namespace {

/// Names as the model gave them; only what no table could hold is refused.
bool isSound(const Rejection &rejection)
{
    return std::visit(
        Overloaded{
            [](const RejectedTag &tag) { return (tag.kind == TagKind::Evidence) == tag.name.isEmpty(); },
            [](const RejectedLink &link) { return !link.partner.isEmpty() && !link.permission.isEmpty(); },
        },
        rejection.what);
}

} // namespace

Result<Change> Applier::operator()(const AddRejection &change)
{
    const auto known = m_rejections.find(change.rejection.id);
    if (!known)
        return known.error();
    if (*known)
        return invalid(QStringLiteral("This rejection is in the case already."));
    if (const auto sound = checkPassage(change.rejection.passage); !sound)
        return sound.error();
    if (!isSound(change.rejection))
        return invalid(QStringLiteral("It is not said what is rejected."));
    if (const auto inserted = m_rejections.insert(change.rejection, change.by.value_or(m_by)); !inserted)
        return inserted.error();
    return Change{RemoveRejection{change.rejection.id}};
}

Result<Change> Applier::operator()(const RemoveRejection &change)
{
    const auto old = m_rejections.find(change.rejection);
    if (!old)
        return old.error();
    if (!*old)
        return gone(QStringLiteral("This rejection is no longer in the case."));
    if (const auto removed = m_rejections.remove(change.rejection); !removed)
        return removed.error();
    return Change{AddRejection{(**old).rejection, (**old).by}};
}

Result<Change> Applier::operator()(const BlockName &change)
{
    if (change.name != change.name.simplified() || nameKey(change.name).isEmpty())
        return invalid(QStringLiteral("“%1” cannot be the name of a partner.").arg(change.name));
    const auto known = m_rejections.blocked(nameKey(change.name));
    if (!known)
        return known.error();
    if (*known)
        return invalid(QStringLiteral("“%1” is blocked already.").arg((**known).name));
    if (change.document) {
        if (const auto sound = checkDocument(*change.document); !sound)
            return sound.error();
    }
    if (const auto blocked = m_rejections.block({change.name, change.document}); !blocked)
        return blocked.error();
    return Change{UnblockName{change.name}};
}

Result<Change> Applier::operator()(const UnblockName &change)
{
    const auto old = m_rejections.blocked(nameKey(change.name));
    if (!old)
        return old.error();
    if (!*old)
        return gone(QStringLiteral("“%1” is not blocked.").arg(change.name));
    if (const auto unblocked = m_rejections.unblock(nameKey(change.name)); !unblocked)
        return unblocked.error();
    return Change{BlockName{(**old).name, (**old).document}};
}

} // namespace model::journal
