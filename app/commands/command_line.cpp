// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_line.h"

#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/invocation.h"

#include <QFileInfo>

#include <algorithm>

namespace app {
namespace {

const QString helpOption = QStringLiteral("help");

bool asksForHelp(const QString &word)
{
    return word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help");
}

QString overallHelp()
{
    QString help =
        QStringLiteral("Which partner was given which permission over people's data, and where does it say so?\n\n"
                       "usage: carveout [CASE]          opens the window\n"
                       "       carveout COMMAND ...     does one thing and ends\n\n");
    const std::vector<Command> commands = allCommands();
    for (const Command &command : commands)
        help += QStringLiteral("  %1  %2\n").arg(command.name, -10).arg(command.summary);
    return help +
           QStringLiteral(
               "\n\"carveout COMMAND --help\" says more. Results go to standard output, everything else to standard\n"
               "error. Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some documents could not be\n"
               "read. A DOCUMENT is a number, a file name, or 8 or more digits of a SHA-256. Pages count from 1.\n");
}

QString helpFor(const Command &command, const QCommandLineParser &parser)
{
    // The parser's own usage line names the program only; its list of options is what we want.
    const QString text = parser.helpText();
    const QString options = text.mid(text.indexOf(QLatin1String("Options:")));
    return QStringLiteral("usage: carveout %1 %2\n\n%3\n%4\n%5")
        .arg(command.name, command.arguments, command.summary,
             command.details.isEmpty() ? QString() : QLatin1Char('\n') + command.details + QLatin1Char('\n'), options);
}

QString hint(const Command &command)
{
    return QStringLiteral("usage: carveout %1 %2").arg(command.name, command.arguments);
}

ExitStatus run(const Command &command, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOption({{QStringLiteral("h"), helpOption}, QStringLiteral("Print this help.")});
    if (command.addOptions)
        command.addOptions(parser);
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(helpOption)) {
        printPageText(helpFor(command, parser));
        return ExitStatus::Done;
    }
    const QStringList words = parser.positionalArguments();
    const bool fits =
        words.size() >= command.fewestWords && (command.mostWords < 0 || words.size() <= command.mostWords);
    const model::Result<ExitStatus> status = !parsed ? wrongUsage(parser.errorText())
                                             : !fits ? wrongUsage(QStringLiteral("Something is missing or too much."))
                                                     : command.run(Invocation(parser, words));
    if (status)
        return *status;
    complain(status.error().sentence);
    if (status.error().kind != model::ErrorKind::Usage)
        return ExitStatus::Failed;
    complain(hint(command));
    return ExitStatus::WrongUsage;
}

} // namespace

bool isCommandLine(const QStringList &arguments)
{
    if (arguments.size() < 2)
        return false;
    const QString word = arguments[1];
    if (asksForHelp(word) || word == QLatin1String("--version"))
        return true;
    const std::vector<Command> commands = allCommands();
    const bool isCommand =
        std::any_of(commands.begin(), commands.end(), [&](const Command &c) { return c.name == word; });
    // A word more, or an option, was meant for a command that does not exist; so was what is neither a command nor
    // there.
    return isCommand || arguments.size() > 2 || word.startsWith(QLatin1Char('-')) || !QFileInfo::exists(word);
}

ExitStatus runCommandLine(const QStringList &arguments)
{
    const QString word = arguments.value(1);
    if (word == QLatin1String("--version")) {
        printLine(QStringLiteral("carveout " CARVEOUT_VERSION));
        return ExitStatus::Done;
    }
    const std::vector<Command> commands = allCommands();
    const auto named = [&commands](const QString &name) {
        return std::find_if(commands.begin(), commands.end(), [&name](const Command &c) { return c.name == name; });
    };
    if (asksForHelp(word)) {
        const auto about = named(arguments.value(2));
        if (about != commands.end())
            return run(*about, {arguments.front(), QStringLiteral("--help")});
        printPageText(overallHelp());
        return ExitStatus::Done;
    }
    const auto command = named(word);
    if (command == commands.end()) {
        complain(QStringLiteral("There is no command and no case \"%1\"; \"carveout --help\" lists the commands.")
                     .arg(word));
        return ExitStatus::WrongUsage;
    }
    return run(*command, QStringList(arguments.front()) + arguments.mid(2));
}

} // namespace app
