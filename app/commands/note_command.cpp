// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"
#include "model/session/gestures.h"

namespace app {
namespace {

const QString documentOption = QStringLiteral("document");
const QString pageOption = QStringLiteral("page");
const QString tagOption = QStringLiteral("tag");
const QString linkOption = QStringLiteral("link");
const QString partnerOption = QStringLiteral("partner");
const QString permissionOption = QStringLiteral("permission");
const QString changeOption = QStringLiteral("change");
const QString removeOption = QStringLiteral("remove");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({documentOption, QStringLiteral("On this document."), QStringLiteral("DOCUMENT")});
    parser.addOption({pageOption, QStringLiteral("On this page of the document."), QStringLiteral("PAGE")});
    parser.addOption({tagOption, QStringLiteral("On this tag."), QStringLiteral("TAG")});
    parser.addOption({linkOption, QStringLiteral("On this link of evidence to a finding."), QStringLiteral("LINK")});
    parser.addOption(
        {partnerOption, QStringLiteral("On this partner; with --permission, on the finding."), QStringLiteral("NAME")});
    parser.addOption({permissionOption, QStringLiteral("On this permission; with --partner, on the finding."),
                      QStringLiteral("NAME")});
    parser.addOption({changeOption, QStringLiteral("Give the note NOTE this text instead."), QStringLiteral("NOTE")});
    parser.addOption({removeOption, QStringLiteral("Take the note NOTE away."), QStringLiteral("NOTE")});
    addReviewerOption(parser);
    addJsonOption(parser);
}

using Target = model::Result<model::NoteTarget>;

Target documentTarget(const Invocation &invocation, const CaseFile &file)
{
    const auto document = file.findDocument(invocation.value(documentOption));
    if (!document)
        return document.error();
    if (!invocation.has(pageOption))
        return model::NoteTarget(model::DocumentPage{document->sha256, -1});
    const auto page = pageIndexFrom(invocation.value(pageOption), *document);
    if (!page)
        return page.error();
    return model::NoteTarget(model::DocumentPage{document->sha256, *page});
}

Target subjectTarget(const Invocation &invocation, const CaseFile &file)
{
    if (invocation.has(partnerOption) && invocation.has(permissionOption)) {
        const auto finding =
            model::session::findingNamed(file, invocation.value(partnerOption), invocation.value(permissionOption));
        return finding ? Target(model::NoteTarget(*finding)) : Target(finding.error());
    }
    const bool isPartner = invocation.has(partnerOption);
    const auto subject = file.findSubject(isPartner ? model::SubjectKind::Partner : model::SubjectKind::Permission,
                                          invocation.value(isPartner ? partnerOption : permissionOption));
    return subject ? Target(model::NoteTarget(subject->id)) : Target(subject.error());
}

Target targetFrom(const Invocation &invocation, const CaseFile &file)
{
    if (invocation.has(documentOption))
        return documentTarget(invocation, file);
    if (invocation.has(partnerOption) || invocation.has(permissionOption))
        return subjectTarget(invocation, file);
    if (invocation.has(tagOption)) {
        const auto tag = tagIdFrom(file, invocation.value(tagOption));
        return tag ? Target(model::NoteTarget(*tag)) : Target(tag.error());
    }
    if (invocation.has(linkOption)) {
        const auto link = linkIdFrom(file, invocation.value(linkOption));
        return link ? Target(model::NoteTarget(*link)) : Target(link.error());
    }
    return model::NoteTarget(model::WholeCase());
}

model::Result<ExitStatus> changeOrRemove(const Invocation &invocation, CaseFile &file)
{
    const bool removes = invocation.has(removeOption);
    const auto note = noteIdFrom(file, invocation.value(removes ? removeOption : changeOption));
    if (!note)
        return note.error();
    if (removes)
        return decide(file, model::journal::Decision{{model::journal::RemoveNote{*note}}});
    return decide(file, model::journal::Decision{{model::journal::ChangeNote{*note, invocation.word(1)}}});
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const bool removes = invocation.has(removeOption);
    if (removes != invocation.word(1).trimmed().isEmpty())
        return wrongUsage(removes ? QStringLiteral("A note that goes has no text.")
                                  : QStringLiteral("The note has no text."));
    if (invocation.has(pageOption) && !invocation.has(documentOption))
        return wrongUsage(QStringLiteral("--page needs --document."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    if (removes || invocation.has(changeOption))
        return changeOrRemove(invocation, **file);
    const auto target = targetFrom(invocation, **file);
    if (!target)
        return target.error();
    const model::Note note{model::NoteId::create(), *target, invocation.word(1)};
    const auto decided = decide(**file, model::journal::Decision{{model::journal::AddNote{note}}});
    if (!decided)
        return decided;
    if (invocation.wantsJson())
        printJson(toJson(note));
    else
        printLine(note.id.toString());
    return decided;
}

} // namespace

Command noteCommand()
{
    return {QStringLiteral("note"),
            QStringLiteral("CASE TEXT [--document DOCUMENT [--page PAGE] | --tag TAG | --link LINK | --partner NAME |\n"
                           "       --permission NAME | --change NOTE], or CASE --remove NOTE"),
            QStringLiteral("Write a note; prints its id."),
            QStringLiteral("With none of these options the note is on the whole case."),
            1,
            2,
            addOptions,
            run};
}

} // namespace app
