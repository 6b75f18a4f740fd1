// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const auto kind = subjectKindFrom(invocation.word(1));
    if (!kind)
        return kind.error();
    const QString name = model::tidyName(*kind, invocation.word(3));
    if (name.isEmpty())
        return wrongUsage(QStringLiteral("The new name is empty."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto subject = (*file)->findSubject(*kind, invocation.word(2));
    if (!subject)
        return subject.error();
    return decide(**file, model::journal::Decision{{model::journal::RenameSubject{subject->id, name}}});
}

} // namespace

Command renameCommand()
{
    return {QStringLiteral("rename"),
            QStringLiteral("CASE partner|permission NAME NEW-NAME"),
            QStringLiteral("Give a partner or permission another name."),
            QString(),
            4,
            4,
            addReviewerOption,
            run};
}

} // namespace app
