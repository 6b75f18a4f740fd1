// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

namespace app {

std::vector<Command> allCommands()
{
    return {newCommand(),      sampleCommand(),  importCommand(),   ocrCommand(),      documentsCommand(),
            coverageCommand(), textCommand(),    searchCommand(),   tagCommand(),      tagsCommand(),
            untagCommand(),    linkCommand(),    evidenceCommand(), unlinkCommand(),   verdictCommand(),
            periodCommand(),   noteCommand(),    notesCommand(),    readCommand(),     unreadCommand(),
            titleCommand(),    holdersCommand(), subjectsCommand(), renameCommand(),   aliasCommand(),
            mergeCommand(),    splitCommand(),   moveCommand(),     suggestCommand(),  acceptCommand(),
            rejectCommand(),   blockCommand(),   unblockCommand(),  annotateCommand(), trainCommand(),
            learnedCommand(),  matrixCommand(),  exportCommand(),   journalCommand(),  undoCommand(),
            redoCommand(),     verifyCommand(),  withdrawCommand(), backupCommand(),   restoreCommand(),
            rebuildCommand(),  hiddenCommand(),  copiesCommand(),   groupCommand()};
}

} // namespace app
