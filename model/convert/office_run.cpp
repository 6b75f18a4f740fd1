// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/office_run.h"

#include "model/convert/confinement.h"
#include "model/convert/dead_sockets.h"
#include "model/convert/work_folder.h"

#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace model::convert {
namespace {

using reader::Descriptor;

/// With a fresh profile it ends so once it has set that up, and wants to be started again.
constexpr int wantsRestart = 81;
constexpr int wantsRestartAfterCrash = 79;
constexpr int mostStarts = 3;

/// What the process says of itself before it becomes the program; nothing comes where it could not be shut in.
struct Report {
    bool hasLandlock = false;
    bool hasNamespaces = false;
    bool isShutIn = false;
    int error = 0;
};

qint64 nowMs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

std::string urlOf(const std::string &path)
{
    return QUrl::fromLocalFile(QString::fromLocal8Bit(path.c_str())).toEncoded().toStdString();
}

std::vector<char *> pointersTo(std::vector<std::string> &words)
{
    std::vector<char *> pointers;
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

OfficeRun::OfficeRun(const ConversionRequest &request, std::string program, std::string workFolder)
    : m_request(request)
    , m_program(std::move(program))
    , m_workFolder(std::move(workFolder))
{
}

ConversionAnswer OfficeRun::run(int host)
{
    const qint64 deadline = nowMs() + m_request.limits.wallMs;
    ConversionAnswer answer;
    for (int starts = 0; starts < mostStarts; ++starts) {
        const std::time_t begun = std::time(nullptr);
        if (!start(answer))
            return answer;
        const End end = wait(host, deadline);
        answer.waitStatus = endAll();
        if (!answer.hadNamespaces)
            removeDeadSockets(begun);
        const bool isOverlong = hasOverlongFile();
        answer.outcome = isOverlong ? ConversionOutcome::TooLarge : ConversionOutcome::Made;
        if (end != End::Ended)
            answer.outcome = ConversionOutcome::TimedOut;
        const int status = WIFEXITED(answer.waitStatus) ? WEXITSTATUS(answer.waitStatus) : 0;
        if (end != End::Ended || isOverlong || (status != wantsRestart && status != wantsRestartAfterCrash))
            break;
    }
    return answer;
}

bool OfficeRun::start(ConversionAnswer &answer)
{
    int ends[2] = {-1, -1};
    if (pipe2(ends, O_CLOEXEC) != 0) {
        answer = {ConversionOutcome::NotStarted, errno, false, false};
        return false;
    }
    const Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    const pid_t self = getpid();
    m_process = fork();
    if (m_process == 0)
        become(theirs.get(), self);
    if (m_process > 0)
        setpgid(m_process, m_process); // whoever of the two comes first
    theirs.reset();
    Report report;
    const bool said = m_process > 0 && read(ours.get(), &report, sizeof report) == sizeof report;
    answer.hadLandlock = report.hasLandlock;
    answer.hadNamespaces = report.hasNamespaces;
    // A second one comes only where the program could not be started.
    Report second;
    const bool failed = said && report.isShutIn && read(ours.get(), &second, sizeof second) == sizeof second;
    if (said && report.isShutIn && !failed) {
        m_handle = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, m_process, 0)));
        return true;
    }
    answer.outcome = said && !report.isShutIn ? ConversionOutcome::NotShutIn : ConversionOutcome::NotStarted;
    if (m_process > 0)
        endAll();
    answer.waitStatus = failed ? second.error : report.error;
    return false;
}

/// In the new process.
void OfficeRun::become(int report, pid_t parent)
{
    // A group of its own, which nothing in it can leave once it is shut in, and which is ended as a whole.
    setpgid(0, 0);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(1);
    const Confined confined = confine(m_request, m_workFolder, m_program);
    Report said{confined.hasLandlock, confined.hasNamespaces, confined.isShutIn, errno};
    if (write(report, &said, sizeof said) != sizeof said || !confined.isShutIn)
        _exit(1);
    std::vector<std::string> words = wordsFor(confined.workFolder);
    std::vector<std::string> variables{
        "HOME=" + confined.workFolder + '/' + WorkFolder::home,
        "TMPDIR=" + confined.workFolder + '/' + WorkFolder::temporary,
        "LANG=C.UTF-8",
        "LC_ALL=C.UTF-8",
        "TZ=UTC0",
        "PATH=/usr/bin:/bin",
        "SAL_USE_VCLPLUGIN=svp",
    };
    if (m_request.isVersion) {
        const std::string file = confined.workFolder + '/' + WorkFolder::madeFile;
        const int output = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
        if (output < 0 || dup2(output, STDOUT_FILENO) < 0)
            _exit(1);
    }
    if (chdir(confined.workFolder.c_str()) == 0 && close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0)
        execve(m_program.c_str(), pointersTo(words).data(), pointersTo(variables).data());
    said.error = errno;
    static_cast<void>(write(report, &said, sizeof said) == sizeof said);
    _exit(1);
}

std::vector<std::string> OfficeRun::wordsFor(const std::string &workFolder) const
{
    const std::string profile = "-env:UserInstallation=" + urlOf(workFolder + '/' + WorkFolder::profile);
    if (m_request.isVersion)
        return {m_program, profile, "--version"};
    return {m_program,
            profile,
            "--headless",
            "--invisible",
            "--nologo",
            "--nodefault",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            "pdf",
            "--outdir",
            workFolder + '/' + WorkFolder::made,
            workFolder + '/' + WorkFolder::documentName(m_request.ending)};
}

OfficeRun::End OfficeRun::wait(int host, qint64 deadline) const
{
    for (;;) {
        const qint64 left = deadline - nowMs();
        if (left <= 0)
            return End::TimedOut;
        pollfd waiting[2] = {{host, POLLIN, 0}, {m_handle.get(), POLLIN, 0}};
        if (poll(waiting, 2, static_cast<int>(std::min<qint64>(left, 60'000))) < 0 && errno != EINTR)
            return End::TimedOut;
        if (waiting[1].revents != 0)
            return End::Ended;
        // Nothing more is ever asked on it: whatever comes is its end.
        if (waiting[0].revents != 0)
            return End::HostGone;
    }
}

/// Ends the group and buries all that is left of it; the program's own status.
int OfficeRun::endAll() const
{
    int ownStatus = 0;
    // Its number is still its own as long as one of it is not buried, and none can leave it.
    kill(-m_process, SIGKILL);
    for (;;) {
        int status = 0;
        const pid_t buried = waitpid(-1, &status, 0);
        if (buried == m_process)
            ownStatus = status;
        if (buried < 0 && errno != EINTR)
            return ownStatus;
    }
}

/// It was not let write any more than that.
bool OfficeRun::hasOverlongFile() const
{
    struct stat facts {};
    const std::string made = m_workFolder + '/' + WorkFolder::madeFile;
    return lstat(made.c_str(), &facts) == 0 && facts.st_size >= m_request.limits.outputBytes;
}

} // namespace model::convert
