// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

using model::session::CaseFile;

/// Prints what is taken back, or done again, and does it.
model::Result<ExitStatus> turn(const Invocation &invocation, model::Result<QString> (CaseFile::*describe)() const,
                               model::Result<model::session::ChangeSet> (CaseFile::*act)())
{
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto description = ((**file).*describe)();
    if (!description)
        return description.error();
    if (const auto done = ((**file).*act)(); !done)
        return done.error();
    printLine(*description);
    return ExitStatus::Done;
}

} // namespace

Command undoCommand()
{
    return {QStringLiteral("undo"),
            QStringLiteral("CASE"),
            QStringLiteral("Take the last decision back; prints which."),
            QStringLiteral("Works across restarts. Imports are not undone, nor are pages marked read by scrolling."),
            1,
            1,
            addReviewerOption,
            [](const Invocation &invocation) { return turn(invocation, &CaseFile::undoDescription, &CaseFile::undo); }};
}

Command redoCommand()
{
    return {QStringLiteral("redo"),
            QStringLiteral("CASE"),
            QStringLiteral("Do what was taken back last again; prints it."),
            QString(),
            1,
            1,
            addReviewerOption,
            [](const Invocation &invocation) { return turn(invocation, &CaseFile::redoDescription, &CaseFile::redo); }};
}

} // namespace app
