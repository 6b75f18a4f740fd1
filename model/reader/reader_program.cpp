// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/reader_program.h"

#include "model/reader/protocol.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace model::reader {
namespace {

/// The reader's whole environment: nothing of the reporter's. A sanitizer's own options are passed on, since they say
/// how that build is to be run.
std::vector<std::string> environment()
{
    std::vector<std::string> variables{"LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC0", "PATH=/usr/bin:/bin",
                                       // One thread each: as many readers run at once as there are processors.
                                       "OMP_THREAD_LIMIT=1"};
    for (const char *name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (const char *value = std::getenv(name))
            variables.push_back(std::string(name) + '=' + value);
    }
    return variables;
}

/// As the system takes lists of words: an end marked by null.
std::vector<char *> pointersTo(std::vector<std::string> &words)
{
    std::vector<char *> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

class SpawnSettings final {
public:
    explicit SpawnSettings(int control)
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawn_file_actions_adddup2(&m_actions, control, controlDescriptor);
        for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            posix_spawn_file_actions_addopen(&m_actions, standard, "/dev/null", O_RDWR, 0);
        posix_spawn_file_actions_addclosefrom_np(&m_actions, controlDescriptor + 1);
        posix_spawnattr_init(&m_attributes);
        sigset_t signals;
        sigemptyset(&signals);
        posix_spawnattr_setsigmask(&m_attributes, &signals);
        sigfillset(&signals);
        posix_spawnattr_setsigdefault(&m_attributes, &signals);
        // A session of its own: an interrupt typed at a terminal is for the program, which then ends its readers in
        // order.
        posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnSettings()
    {
        posix_spawnattr_destroy(&m_attributes);
        posix_spawn_file_actions_destroy(&m_actions);
    }
    SpawnSettings(const SpawnSettings &) = delete;
    SpawnSettings &operator=(const SpawnSettings &) = delete;

    const posix_spawn_file_actions_t *actions() const { return &m_actions; }
    const posix_spawnattr_t *attributes() const { return &m_attributes; }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

} // namespace

Result<std::unique_ptr<ReaderProgram>> ReaderProgram::start(const QString &path, const QStringList &arguments)
{
    auto [ours, theirs] = socketPair(SOCK_SEQPACKET);
    std::vector<std::string> words{QFile::encodeName(path).toStdString()};
    for (const QString &argument : arguments)
        words.push_back(argument.toStdString());
    std::vector<std::string> variables = environment();

    pid_t process = -1;
    int fault = EMFILE;
    if (theirs.isOpen()) {
        const SpawnSettings settings(theirs.get());
        fault = posix_spawn(&process, words.front().c_str(), settings.actions(), settings.attributes(),
                            pointersTo(words).data(), pointersTo(variables).data());
    }
    if (fault != 0) {
        return Error{ErrorKind::Io,
                     QStringLiteral("The program that reads documents, carveout-reader, could not be started. Install "
                                    "Carveout again."),
                     QStringLiteral("posix_spawn: %1").arg(QString::fromLocal8Bit(std::strerror(fault)))};
    }
    return std::unique_ptr<ReaderProgram>(new ReaderProgram(process, std::move(ours)));
}

ReaderProgram::~ReaderProgram()
{
    // The end of the control socket makes it kill and reap its readers and leave. Its readers die with it by the
    // kernel's hand, so that where it does not leave it can be killed too.
    m_control.reset();
    constexpr int patienceMs = 5000;
    const Descriptor handle(static_cast<int>(syscall(SYS_pidfd_open, m_process, 0)));
    pollfd waiting{handle.get(), POLLIN, 0};
    if (!handle.isOpen() || poll(&waiting, 1, patienceMs) <= 0)
        kill(m_process, SIGKILL);
    while (waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace model::reader
