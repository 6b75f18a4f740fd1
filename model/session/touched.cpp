// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/touched.h"

#include "model/base/overloaded.h"
#include "model/session/case_file.h"

namespace model::session {
namespace {

using namespace journal;

void touchPlace(ChangeSet &set, const DocumentPage &place)
{
    if (!set.place)
        set.place = place;
}

void touchNote(ChangeSet &set, const NoteTarget &target)
{
    set.notes = true;
    if (const auto *page = std::get_if<DocumentPage>(&target))
        touchPlace(set, *page);
}

void touchTag(ChangeSet &set, const Tag &tag)
{
    touchPlace(set, {tag.passage.document, tag.passage.firstPage});
    set.documents.insert(tag.passage.document);
    // The evidence of a finding shows its words.
    set.findings |= tag.kind == TagKind::Evidence;
}

/// The inverse of a removal says what was removed, so both are looked at.
void touch(ChangeSet &set, const Change &change)
{
    const auto subjects = [&set] {
        set.subjects = true;
        set.findings = true; // a row or column of the matrix, or its name
    };
    std::visit(Overloaded{
                   [&](const SetHolders &) { set.holders = true; },
                   [&](const AddTag &which) { touchTag(set, which.tag); },
                   [&](const ChangeTag &which) { touchTag(set, which.tag); },
                   [&](const RemoveTag &) {},
                   [&](const AddSubject &) { subjects(); },
                   [&](const RemoveSubject &) { subjects(); },
                   [&](const RenameSubject &) { subjects(); },
                   [&](const AddAlias &) { subjects(); },
                   [&](const RemoveAlias &) { subjects(); },
                   [&](const MergeSubject &) { subjects(); },
                   [&](const SplitSubject &) { subjects(); },
                   [&](const SetGroup &) { subjects(); },
                   [&](const AddLink &) { set.findings = true; },
                   [&](const RemoveLink &) { set.findings = true; },
                   [&](const ChangeLink &) { set.findings = true; },
                   [&](const SetVerdict &) { set.findings = true; },
                   [&](const SetPeriod &) { set.findings = true; },
                   [&](const AddNote &which) { touchNote(set, which.note.target); },
                   [&](const RemoveNote &) { set.notes = true; },
                   [&](const ChangeNote &) { set.notes = true; },
                   [&](const MarkPage &which) {
                       set.documents.insert(which.document);
                       touchPlace(set, {which.document, which.pageIndex});
                   },
                   [&](const RetitleDocument &which) {
                       set.documents.insert(which.document);
                       touchPlace(set, {which.document, -1});
                       set.findings = true; // evidence shows the title
                   },
                   [&](const AddRejection &which) {
                       set.documents.insert(which.rejection.passage.document);
                       touchPlace(set, {which.rejection.passage.document, which.rejection.passage.firstPage});
                   },
                   [&](const RemoveRejection &) {},
                   [&](const BlockName &which) {
                       set.subjects = true;
                       if (which.document)
                           touchPlace(set, {*which.document, -1});
                   },
                   [&](const UnblockName &) { set.subjects = true; },
                   [&](const SetCopy &which) {
                       set.documents.insert(which.document);
                       set.documentList = true;
                       set.findings = true;
                   },
               },
               change);
}

} // namespace

ChangeSet touchedBy(const std::vector<AppliedChange> &parts)
{
    ChangeSet set;
    set.journal = true;
    for (const AppliedChange &part : parts) {
        touch(set, part.change);
        touch(set, part.inverse);
    }
    return set;
}

std::optional<DocumentPage> placeOf(const CaseFile &file, const std::vector<AppliedChange> &parts)
{
    std::optional<DocumentPage> place = touchedBy(parts).place;
    for (const AppliedChange &part : parts) {
        for (const Change &change : {part.change, part.inverse}) {
            const auto *added = std::get_if<AddLink>(&change);
            const auto *changed = std::get_if<ChangeLink>(&change);
            if (place || (!added && !changed))
                continue;
            if (const auto evidence = file.tag(added ? added->link.evidence : changed->link.evidence))
                place = DocumentPage{evidence->passage.document, evidence->passage.firstPage};
        }
    }
    return place;
}

} // namespace model::session
