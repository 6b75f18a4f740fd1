// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/decision_history.h"

#include "model/journal/journal.h"
#include "model/journal/undo.h"
#include "model/session/touched.h"
#include "model/store/journal_table.h"
#include "model/store/transaction.h"

#include <QHash>

#include <algorithm>

namespace model::session {

namespace {

/// The finding that is concluded on, or noted on, and is still in the matrix.
std::optional<FindingKey> findingOf(const CaseFile &file, const std::vector<journal::AppliedChange> &changes)
{
    for (const journal::AppliedChange &part : changes) {
        for (const journal::Change &change : {part.change, part.inverse}) {
            std::optional<FindingKey> finding;
            if (const auto *verdict = std::get_if<journal::SetVerdict>(&change))
                finding = verdict->finding;
            else if (const auto *period = std::get_if<journal::SetPeriod>(&change))
                finding = period->finding;
            else if (const auto *note = std::get_if<journal::AddNote>(&change)) {
                if (const auto *target = std::get_if<FindingKey>(&note->note.target))
                    finding = *target;
            }
            const auto root = finding ? file.rootOf(*finding) : Result<FindingKey>(Error{});
            if (root)
                return *root;
        }
    }
    return std::nullopt;
}

/// The words that the change which names the decision is about: of a link its evidence, before any tags that were made
/// for it.
std::optional<Passage> passageOf(const CaseFile &file, const std::vector<journal::AppliedChange> &changes)
{
    std::optional<Passage> tagged;
    for (const journal::AppliedChange &part : changes) {
        for (const journal::Change &change : {part.change, part.inverse}) {
            const auto *linked = std::get_if<journal::AddLink>(&change);
            const auto *relinked = std::get_if<journal::ChangeLink>(&change);
            if (linked || relinked) {
                const TagId evidence = linked ? linked->link.evidence : relinked->link.evidence;
                if (const auto tag = file.tag(evidence))
                    return tag->passage;
            }
            if (tagged)
                continue;
            if (const auto *added = std::get_if<journal::AddTag>(&change))
                tagged = added->tag.passage;
            else if (const auto *changed = std::get_if<journal::ChangeTag>(&change))
                tagged = changed->tag.passage;
            else if (const auto *rejected = std::get_if<journal::AddRejection>(&change))
                tagged = rejected->rejection.passage;
        }
    }
    return tagged;
}

} // namespace

Result<DecisionHistory> decisionHistory(const CaseFile &file, qint64 count)
{
    const store::Snapshot snapshot(file.database());
    const auto head = store::JournalTable(file.database()).head();
    if (!head)
        return head.error();
    const qint64 before = std::max<qint64>(0, (*head ? (**head).seq : 0) - count);
    const auto entries = file.journalEntries(before);
    if (!entries)
        return entries.error();
    const auto targets = journal::UndoStack(file.database()).undoTargets(count);
    if (!targets)
        return targets.error();
    QHash<qint64, int> steps;
    for (const qint64 target : *targets)
        steps.insert(target, static_cast<int>(steps.size()) + 1);

    DecisionHistory history;
    history.isWhole = before == 0;
    for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
        const auto changes = journal::changesOf(file.database(), entry->seq);
        if (!changes)
            return changes.error();
        if (journal::isByScrolling(*changes))
            continue;
        HistoryLine line{entry->seq, entry->kind, entry->author, entry->timeMs, entry->description, {}, {}, {}, {}, 0};
        line.passage = passageOf(file, *changes);
        line.place = line.passage ? std::optional(DocumentPage{line.passage->document, line.passage->firstPage})
                                  : placeOf(file, *changes);
        const auto document = line.place ? file.document(line.place->document) : Result<Document>(Error{});
        if (document) {
            line.file = document->file;
        } else {
            line.place.reset(); // it is in the case no more
            line.passage.reset();
        }
        if (!line.place)
            line.finding = findingOf(file, *changes);
        line.steps = steps.value(entry->seq);
        history.lines.push_back(std::move(line));
    }
    return history;
}

} // namespace model::session
