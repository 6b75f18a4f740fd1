// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copies.h"

#include "model/session/copy_renewal.h"
#include "model/store/copy_groups.h"
#include "model/store/document_list.h"
#include "model/store/document_table.h"
#include "model/store/query.h"
#include "model/store/transaction.h"

#include <algorithm>
#include <map>

namespace model::session {
namespace {

Result<qint64> numberOf(const CaseFile &file, const Sha256 &document)
{
    const auto number = store::DocumentTable(file.database()).numberOf(document);
    if (!number)
        return number.error();
    if (!*number)
        return Error{ErrorKind::NotFound, QStringLiteral("This document is not in the case.")};
    return **number;
}

Result<std::vector<Copy>> groupOf(const CaseFile &file, const std::vector<qint64> &members)
{
    store::Database &database = file.database();
    std::vector<Copy> copies;
    for (const qint64 member : members) {
        const auto document = store::DocumentList(database).find(member);
        if (!document)
            return document.error();
        if (!*document)
            continue;
        const auto decision = store::CopyGroups(database).decision(member);
        if (!decision)
            return decision.error();
        const auto likeness = store::queryOne(
            database, "SELECT likeness FROM copy_text WHERE document = ? AND leader <> document",
            [](const store::Statement &row) { return row.real(0); }, member);
        if (!likeness)
            return likeness.error();
        copies.push_back({**document, member == members.front(), *decision, *likeness});
    }
    return copies;
}

} // namespace

Result<std::vector<std::vector<Copy>>> copyGroups(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    const auto origins = store::CopyGroups(file.database()).origins();
    if (!origins)
        return origins.error();
    std::map<qint64, std::vector<qint64>> members;
    for (auto one = origins->begin(); one != origins->end(); ++one)
        members[one.value()].push_back(one.key());
    std::vector<std::vector<Copy>> groups;
    for (auto &[origin, documents] : members) {
        std::sort(documents.begin(), documents.end());
        auto group = groupOf(file, documents);
        if (!group)
            return group.error();
        groups.push_back(*std::move(group));
    }
    return groups;
}

Result<std::vector<Copy>> copiesOf(const CaseFile &file, const Sha256 &document)
{
    const store::Snapshot snapshot(file.database());
    const auto number = numberOf(file, document);
    if (!number)
        return number.error();
    const auto members = store::CopyGroups(file.database()).membersWith(*number);
    if (!members)
        return members.error();
    return groupOf(file, *members);
}

Result<QHash<Sha256, Sha256>> copyOrigins(const CaseFile &file)
{
    const auto pairs = store::queryAll(
        file.database(),
        "SELECT copy.sha256, first.sha256 FROM copy_group JOIN document AS copy ON copy.number = copy_group.document"
        " JOIN document AS first ON first.number = copy_group.origin WHERE copy.number <> first.number",
        [](const store::Statement &row) { return std::pair(row.sha256(0), row.sha256(1)); });
    if (!pairs)
        return pairs.error();
    QHash<Sha256, Sha256> origins;
    for (const auto &[copy, first] : *pairs)
        origins.insert(copy, first);
    return origins;
}

Result<journal::Decision> joinCopies(const CaseFile &file, const Sha256 &document, const Sha256 &with)
{
    if (document == with)
        return Error{ErrorKind::Invalid, QStringLiteral("A document is no copy of itself.")};
    const auto group = copiesOf(file, document);
    if (!group)
        return group.error();
    const auto other = copiesOf(file, with);
    if (!other)
        return other.error();
    if (group->front().document.sha256 == other->front().document.sha256)
        return Error{ErrorKind::Invalid, QStringLiteral("The two documents are copies of each other already.")};
    journal::Decision decision;
    // Those that were decided to be copies of another of the group go along with it, and so do those found to be.
    for (const Copy &copy : *group) {
        if (copy.document.sha256 == document || copy.decision.rule == CopyRule::AsFound)
            decision.changes.push_back(journal::SetCopy{copy.document.sha256, {CopyRule::CopyOf, with}});
    }
    return decision;
}

Result<journal::Decision> splitCopy(const CaseFile &file, const Sha256 &document)
{
    const auto group = copiesOf(file, document);
    if (!group)
        return group.error();
    if (group->size() == 1)
        return Error{ErrorKind::Invalid, QStringLiteral("This document is a copy of no other one.")};
    journal::Decision decision{{journal::SetCopy{document, {CopyRule::Alone}}}};
    // Those that were decided to be copies of this one stay with the rest.
    const auto follows = [&document](const Copy &copy) { return copy.decision.of == document; };
    std::vector<Copy> rest = *group;
    std::erase_if(rest, [&document](const Copy &copy) { return copy.document.sha256 == document; });
    auto anchor = std::find_if_not(rest.begin(), rest.end(), follows);
    if (anchor == rest.end()) {
        anchor = rest.begin();
        decision.changes.push_back(journal::SetCopy{anchor->document.sha256, {CopyRule::Alone}});
    }
    for (auto copy = rest.begin(); copy != rest.end(); ++copy) {
        if (copy != anchor && follows(*copy))
            decision.changes.push_back(
                journal::SetCopy{copy->document.sha256, {CopyRule::CopyOf, anchor->document.sha256}});
    }
    return decision;
}

Result<void> findCopies(CaseFile &file, const std::stop_token &stop)
{
    CopyRenewal renewal;
    while (!stop.stop_requested()) {
        const auto done = renewal.step(file);
        if (!done)
            return done.error();
        if (*done)
            return {};
    }
    return Error{ErrorKind::Cancelled, {}};
}

} // namespace model::session
