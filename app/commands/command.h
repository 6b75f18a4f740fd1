// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QString>

#include <vector>

class QCommandLineParser;

namespace app {

class Invocation;

/// What the shell is told.
enum class ExitStatus {
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    SomeUnread = 3, ///< done, but some documents could not be read
};

/// One subcommand of the command line. Lives in a file of its own.
struct Command {
    QString name;
    QString arguments;   ///< as usage shows them, after the name
    QString summary;     ///< one line
    QString details;     ///< what else --help says; may be empty
    int fewestWords = 1; ///< positional arguments
    int mostWords = 1;   ///< -1: any number
    void (*addOptions)(QCommandLineParser &parser) = nullptr;
    /// An Error is printed. It ends with ExitStatus::Failed; one of ErrorKind::Usage with WrongUsage and a hint.
    model::Result<ExitStatus> (*run)(const Invocation &invocation) = nullptr;
};

// One for each file of this folder that is a subcommand, in the order in which --help lists them.
Command newCommand();
Command sampleCommand();
Command importCommand();
Command ocrCommand();
Command documentsCommand();
Command copiesCommand();
Command coverageCommand();
Command textCommand();
Command searchCommand();
Command tagCommand();
Command tagsCommand();
Command untagCommand();
Command linkCommand();
Command evidenceCommand();
Command unlinkCommand();
Command verdictCommand();
Command periodCommand();
Command noteCommand();
Command notesCommand();
Command readCommand();
Command unreadCommand();
Command titleCommand();
Command holdersCommand();
Command subjectsCommand();
Command renameCommand();
Command aliasCommand();
Command groupCommand();
Command mergeCommand();
Command splitCommand();
Command moveCommand();
Command suggestCommand();
Command acceptCommand();
Command rejectCommand();
Command blockCommand();
Command unblockCommand();
Command annotateCommand();
Command trainCommand();
Command learnedCommand();
Command matrixCommand();
Command exportCommand();
Command hiddenCommand();
Command journalCommand();
Command undoCommand();
Command redoCommand();
Command verifyCommand();
Command withdrawCommand();
Command backupCommand();
Command restoreCommand();
Command rebuildCommand();

std::vector<Command> allCommands();

} // namespace app
