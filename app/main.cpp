// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_line.h"
#include "app/commands/console.h"
#include "app/process_setup.h"
#include "app/window.h"

#include <QCoreApplication>

namespace {

QStringList argumentsOf(int argumentCount, char **arguments)
{
    QStringList list;
    for (int i = 0; i < argumentCount; ++i)
        list += QString::fromLocal8Bit(arguments[i]);
    return list;
}

} // namespace

int main(int argumentCount, char **arguments)
{
    if (const auto ready = app::setUpProcess(); !ready) {
        app::complain(ready.error().sentence);
        return static_cast<int>(app::ExitStatus::Failed);
    }
    const QStringList words = argumentsOf(argumentCount, arguments);
    if (!app::isCommandLine(words))
        return runWindow(argumentCount, arguments, words.value(1));
    const QCoreApplication application(argumentCount, arguments);
    const app::ExitStatus status = app::runCommandLine(words);
    // Results that did not arrive are no success.
    if (!app::finishOutput())
        return static_cast<int>(app::ExitStatus::Failed);
    return static_cast<int>(status);
}
