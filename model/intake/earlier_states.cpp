// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/earlier_states.h"

#include "model/domain/earlier_state.h"
#include "model/journal/journal.h"
#include "model/store/copy_groups.h"
#include "model/store/document_list.h"

#include <algorithm>

namespace model::intake {
namespace {

using ArchivePlace = store::DocumentTable::ArchivePlace;

struct Parent {
    qint64 number = 0;
    std::vector<ArchivePlace> places;
    std::vector<qint64> ends; ///< of its earlier states, in bytes

    EarlierStatePlace placeOf(const ArchivePlace &place, size_t state) const
    {
        return {place.path, static_cast<int>(state + 1), static_cast<int>(ends.size() + 1)};
    }
};

Result<Parent> parentOf(store::Database &database, const Sha256 &document)
{
    const store::DocumentTable documents(database);
    const auto number = documents.numberOf(document);
    if (!number)
        return number.error();
    const auto facts = store::DocumentList(database).facts(document);
    if (!facts)
        return facts.error();
    if (!*number || !*facts)
        return Error{ErrorKind::NotFound, QStringLiteral("This document is not in the case."), {}};
    auto places = documents.placesOf(**number);
    if (!places)
        return places.error();
    return Parent{**number, *std::move(places), (*facts)->revisions};
}

} // namespace

Result<std::vector<TakingStage::Task>> earlierStateTasks(store::Database &database, const Sha256 &document)
{
    const auto parent = parentOf(database, document);
    if (!parent)
        return parent.error();
    if (parent->ends.empty())
        return Error{ErrorKind::Invalid, QStringLiteral("This document holds no earlier state of itself."), {}};
    std::vector<TakingStage::Task> tasks;
    for (const ArchivePlace &place : parent->places) {
        for (size_t state = 0; state < parent->ends.size(); ++state) {
            tasks.push_back(
                {place.bundle, [document, end = parent->ends[state], path = parent->placeOf(place, state).path()](
                                   const Taking &taking, const Taking::Sink &sink) {
                     return taking.beginning(document, end, path, sink);
                 }});
        }
    }
    return tasks;
}

Result<bool> tieEarlierStates(store::Database &database, const Sha256 &document, const Signature &by)
{
    const auto parent = parentOf(database, document);
    const auto shown = store::DocumentList(database).find(document);
    if (!parent || !shown)
        return parent ? shown.error() : parent.error();
    const store::DocumentTable documents(database);
    store::CopyGroups groups(database);
    const auto source = groups.originOf(parent->number);
    if (!source)
        return source.error();
    journal::Decision decision;
    for (size_t state = 0; state < parent->ends.size() && !parent->places.empty(); ++state) {
        const EarlierStatePlace place = parent->placeOf(parent->places.front(), state);
        const auto sha = documents.foundAt(parent->places.front().bundle, place.path());
        if (!sha)
            return sha.error();
        if (!*sha || *sha == document)
            continue; // it was withdrawn, say
        const auto number = documents.numberOf(**sha);
        if (!number)
            return number.error();
        const auto group = groups.originOf(number->value());
        const auto decided = groups.decision(number->value());
        const auto title = documents.reporterTitle(**sha);
        const auto places = documents.placesOf(number->value());
        if (!group || !decided || !title || !places)
            return !group ? group.error() : !decided ? decided.error() : !title ? title.error() : places.error();
        if (*group != *source && decided->rule == CopyRule::AsFound)
            decision.changes.push_back(journal::SetCopy{**sha, {CopyRule::CopyOf, document}});
        // One that also came by itself keeps the name it came under.
        if (title->isEmpty() && places->size() == parent->places.size() && *shown)
            decision.changes.push_back(
                journal::RetitleDocument{**sha, QStringLiteral("%1, as saved before (revision %2 of %3)")
                                                    .arg((*shown)->title)
                                                    .arg(place.number)
                                                    .arg(place.count)});
    }
    if (decision.changes.empty())
        return false;
    const auto done = journal::decide(database, decision, by);
    if (!done)
        return done.error();
    return true;
}

} // namespace model::intake
