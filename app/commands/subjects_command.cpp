// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "app/commands/json_values.h"

namespace app {
namespace {

model::Result<ExitStatus> run(const Invocation &invocation)
{
    std::vector<model::SubjectKind> kinds = {model::SubjectKind::Partner, model::SubjectKind::Permission};
    if (invocation.wordCount() > 1) {
        const auto kind = subjectKindFrom(invocation.word(1));
        if (!kind)
            return kind.error();
        kinds = {*kind};
    }
    const auto file = invocation.openToRead();
    if (!file)
        return file.error();
    QJsonArray array;
    Table table{{QStringLiteral("Kind"), QStringLiteral("Name"), QStringLiteral("Aliases"), QStringLiteral("Group"),
                 QStringLiteral("Counts as")},
                {}};
    for (const model::SubjectKind kind : kinds) {
        const auto subjects = (*file)->subjects(kind);
        if (!subjects)
            return subjects.error();
        for (const model::Subject &subject : *subjects) {
            array += toJson(subject);
            QString countsAs;
            if (subject.mergedInto) {
                const auto root = (*file)->rootOf(subject.id);
                if (!root)
                    return root.error();
                const auto rootSubject = (*file)->subject(*root);
                if (!rootSubject)
                    return rootSubject.error();
                countsAs = rootSubject->name;
            }
            table.rows.push_back(
                {model::toWord(kind), subject.name, subject.aliases.join(QLatin1Char('\n')), subject.group, countsAs});
        }
    }
    if (invocation.wantsJson())
        printJson(array);
    else
        printTable(table, QStringLiteral("There are no partners or permissions yet."));
    return ExitStatus::Done;
}

} // namespace

Command subjectsCommand()
{
    return {QStringLiteral("subjects"),
            QStringLiteral("CASE [partner|permission] [--json]"),
            QStringLiteral("List partners and permissions."),
            QString(),
            1,
            2,
            addJsonOption,
            run};
}

} // namespace app
