// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"
#include "app/commands/invocation.h"
#include "model/session/gestures.h"

namespace app {
namespace {

const QString fromOption = QStringLiteral("from");
const QString toOption = QStringLiteral("to");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption(
        {fromOption, QStringLiteral("When it began: 2013, 2013-03 or 2013-03-05."), QStringLiteral("DATE")});
    parser.addOption({toOption, QStringLiteral("When it ended."), QStringLiteral("DATE")});
    addReviewerOption(parser);
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    model::Period period;
    for (const QString &option : {fromOption, toOption}) {
        if (!invocation.has(option))
            continue;
        const auto date = model::PartialDate::fromString(invocation.value(option));
        if (!date)
            return wrongUsage(QStringLiteral("\"%1\" is not a date such as 2013, 2013-03 or 2013-03-05.")
                                  .arg(invocation.value(option)));
        (option == fromOption ? period.from : period.to) = *date;
    }
    if (!period.isOrdered())
        return wrongUsage(QStringLiteral("The period ends before it begins."));
    const auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto finding = model::session::findingNamed(**file, invocation.word(1), invocation.word(2));
    if (!finding)
        return finding.error();
    return decide(**file, model::journal::Decision{{model::journal::SetPeriod{*finding, period}}});
}

} // namespace

Command periodCommand()
{
    return {QStringLiteral("period"),
            QStringLiteral("CASE PARTNER PERMISSION [--from DATE] [--to DATE]"),
            QStringLiteral("Say when a partner had a permission."),
            QStringLiteral("Without a date the period is unknown again."),
            3,
            3,
            addOptions,
            run};
}

} // namespace app
