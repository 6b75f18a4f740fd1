// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

const QString noneOption = QStringLiteral("none");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({noneOption, QStringLiteral("Take the partners out of their groups.")});
    addReviewerOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    const bool none = invocation.has(noneOption);
    const QString group = none ? QString() : invocation.word(1);
    const QStringList names = invocation.wordsFrom(none ? 1 : 2);
    if (!none && group.trimmed().isEmpty())
        return wrongUsage(QStringLiteral("The group is empty. To take partners out of theirs, write --none."));
    if (names.isEmpty())
        return wrongUsage(QStringLiteral("Name the partners after the group."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    std::vector<model::SubjectId> partners;
    for (const QString &name : names) {
        const auto partner = (*file)->findSubject(model::SubjectKind::Partner, name);
        if (!partner)
            return partner.error();
        partners.push_back(partner->id);
    }
    const auto decision = setGroup(**file, partners, group);
    if (decision && decision->changes.empty())
        return model::Error{model::ErrorKind::Invalid, none ? QStringLiteral("None of them is in a group.")
                                                            : QStringLiteral("All of them are in this group already.")};
    return decide(**file, decision);
}

} // namespace

Command groupCommand()
{
    return {QStringLiteral("group"),
            QStringLiteral("CASE GROUP PARTNER... | CASE --none PARTNER..."),
            QStringLiteral("Put partners into a group, by which the rows of the matrix stand together."),
            QStringLiteral("A group is any word for what partners have in common: banks, media, device makers. Each\n"
                           "partner is in one group at most."),
            2,
            -1,
            addOptions,
            run};
}

} // namespace app
