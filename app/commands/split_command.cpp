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
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto subject = mergedSubjectNamed(**file, *kind, invocation.word(2));
    if (!subject)
        return subject.error();
    return decide(**file, model::journal::Decision{{model::journal::SplitSubject{subject->id}}});
}

} // namespace

Command splitCommand()
{
    return {QStringLiteral("split"),
            QStringLiteral("CASE partner|permission NAME"),
            QStringLiteral("Let what was merged into another stand for itself again."),
            QString(),
            3,
            3,
            addReviewerOption,
            run};
}

} // namespace app
