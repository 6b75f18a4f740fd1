// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include "model/session/verify.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <functional>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace model;
using namespace model::session;

namespace {

/// Runs `act` in a child that is nobody, where we are root, for whom no folder is read-only. Gives its answer.
bool asUnprivilegedUser(const std::function<bool()> &act)
{
    const pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0) {
            const passwd *nobody = getpwnam("nobody");
            if (!nobody || setgid(nobody->pw_gid) != 0 || setuid(nobody->pw_uid) != 0)
                _exit(3);
        }
        bool answer = false;
        try {
            answer = act();
        } catch (const std::exception &failure) {
            std::fprintf(stderr, "%s\n", failure.what());
        }
        _exit(answer ? 0 : 1);
    }
    int status = 0;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void setModes(const QString &path, mode_t folderMode, mode_t fileMode)
{
    chmod(QFile::encodeName(path).constData(), folderMode);
    QDirIterator entries(path, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString entry = entries.next();
        chmod(QFile::encodeName(entry).constData(), entries.fileInfo().isDir() ? folderMode : fileMode);
    }
}

} // namespace

TEST_CASE("A case in a folder that cannot be written is opened for reading, says so, and leaves no file behind")
{
    TemporaryCase test;
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Words.")});
    test.close();
    const QStringList before = QDir(test.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    setModes(test.path(), 0555, 0444);
    chmod(QFile::encodeName(test.folder()).constData(), 0755);
    const bool went = asUnprivilegedUser([&] {
        const auto file = must(CaseFile::open(test.path(), Access::ReadWrite, {}));
        const auto refused = file->decide({{journal::SetHolders{{QStringLiteral("Elm")}}}});
        return file->isReadOnly() && file->readOnlyReason().contains(QStringLiteral("cannot be written")) &&
               must(file->pageText(sha, 0)).text == u"Words." && !refused &&
               refused.error().kind == ErrorKind::ReadOnly && must(verify(*file)).isClean();
    });
    setModes(test.path(), 0755, 0644);
    CHECK(went);
    CHECK(QDir(test.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) == before);
    test.reopen();
    CHECK_FALSE(test.file().isReadOnly());
}
