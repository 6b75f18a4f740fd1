// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/reader_host.h"

#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <set>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace model;
using namespace model::reader;

namespace {

/// The processes whose parent is `parent`.
std::set<pid_t> childrenOf(pid_t parent)
{
    std::set<pid_t> children;
    for (const QString &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(name));
        if (name[0].isDigit() && file.open(QIODevice::ReadOnly)) {
            const QByteArray line = file.readAll();
            const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
            if (fields.value(1).toInt() == parent)
                children.insert(name.toInt());
        }
    }
    return children;
}

bool isThere(pid_t process)
{
    return kill(process, 0) == 0;
}

/// What the host says of a reader that does `misdeed` when it is asked for facts.
Error whatIsSaidOf(const QByteArray &misdeed, int answerMs = 60'000)
{
    ReaderHost::Options options;
    options.program = programBeside(QStringLiteral("test_reader_misbehaving"));
    options.limits.answerMs = answerMs;
    const OpenReader open = readerOf(misdeed, options);
    const auto facts = open.reader->facts();
    REQUIRE_FALSE(facts);
    CHECK(open.reader->pageText(0).error().kind == facts.error().kind); // it is not asked again
    CHECK_FALSE(facts.error().sentence.isEmpty());

    const Descriptor file = fileOf("hang");
    CHECK(open.host->open(file.get())); // and the host goes on
    return facts.error();
}

} // namespace

TEST_CASE("a reader that crashes, leaves or dies half-way through an answer is a crash")
{
    CHECK(whatIsSaidOf("crash").kind == ErrorKind::Crashed);
    CHECK(whatIsSaidOf("crash").detail == QStringLiteral("signal 11"));
    CHECK(whatIsSaidOf("abort").kind == ErrorKind::Crashed);
    CHECK(whatIsSaidOf("leave").detail == QStringLiteral("exit status 7"));
    CHECK(whatIsSaidOf("die in the middle").kind == ErrorKind::Crashed);
    CHECK(whatIsSaidOf("close and hang").kind == ErrorKind::Crashed);
}

TEST_CASE("a reader that does not answer in time is ended")
{
    CHECK(whatIsSaidOf("hang", 50).kind == ErrorKind::TimedOut);
    CHECK(whatIsSaidOf("trickle", 50).kind == ErrorKind::TimedOut);
}

TEST_CASE("a reader that does not even say hello in time is given up")
{
    ReaderHost::Options options;
    options.program = programBeside(QStringLiteral("test_reader_misbehaving"));
    options.limits.startMs = 50;
    const auto host = startHost(options);
    const Descriptor file = fileOf("say nothing");
    const auto reader = host->open(file.get());
    REQUIRE_FALSE(reader);
    CHECK(reader.error().kind == ErrorKind::TimedOut);
}

TEST_CASE("a reader that lies or floods is ended")
{
    CHECK(whatIsSaidOf("lie about length").kind == ErrorKind::TooLarge);
    CHECK(whatIsSaidOf("run out of memory").kind == ErrorKind::TooLarge);
    CHECK(whatIsSaidOf("complain forever").kind == ErrorKind::Crashed);
    CHECK(whatIsSaidOf("talk nonsense").kind == ErrorKind::Crashed);
    CHECK(whatIsSaidOf("answer another request").kind == ErrorKind::Crashed);
    CHECK(whatIsSaidOf("answer another question").kind == ErrorKind::Crashed);
    CHECK(whatIsSaidOf("claim pages without end").kind == ErrorKind::Crashed);
}

TEST_CASE("what a reader complains of is kept up to the limit, even when it then dies")
{
    ReaderHost::Options options;
    options.program = programBeside(QStringLiteral("test_reader_misbehaving"));
    options.limits.complaints = 3;
    const OpenReader open = readerOf("complain forever", options);
    REQUIRE_FALSE(open.reader->facts());
    CHECK(open.reader->complaints() == QStringList(3, QStringLiteral("oh no")));
}

TEST_CASE("an interrupt from another thread ends a call under way")
{
    ReaderHost::Options options;
    options.program = programBeside(QStringLiteral("test_reader_misbehaving"));
    const OpenReader open = readerOf("hang", options);
    std::thread other([&open] { open.reader->interrupt(); });
    const auto facts = open.reader->facts();
    other.join();
    CHECK(facts.error().kind == ErrorKind::Cancelled);
    CHECK(open.reader->facts().error().kind == ErrorKind::Cancelled);
}

TEST_CASE("no process is left when a host goes, whatever its readers do")
{
    const std::set<pid_t> before = childrenOf(getpid());
    std::set<pid_t> started;
    {
        ReaderHost::Options options;
        options.program = programBeside(QStringLiteral("test_reader_misbehaving"));
        auto host = startHost(options);
        std::vector<std::unique_ptr<DocumentReader>> readers;
        for (int i = 0; i < 3; ++i) {
            const Descriptor file = fileOf("hang");
            auto reader = host->open(file.get());
            REQUIRE(reader);
            readers.push_back(std::move(*reader));
        }
        std::set<pid_t> programs = childrenOf(getpid());
        for (const pid_t one : before)
            programs.erase(one);
        REQUIRE(programs.size() == 1);
        started = childrenOf(*programs.begin());
        CHECK(started.size() == 3);
        started.insert(*programs.begin());
        host.reset(); // before its readers
        CHECK(readers.front()->facts().error().kind == ErrorKind::Crashed);
    }
    CHECK(childrenOf(getpid()) == before);
    CHECK(std::none_of(started.begin(), started.end(), isThere));
}

TEST_CASE("carveout-reader is started again when it has died")
{
    const std::set<pid_t> before = childrenOf(getpid());
    const auto host = startHost();
    const Descriptor file = fileOf(pdfOfLines({"one"}));
    std::set<pid_t> programs = childrenOf(getpid());
    for (const pid_t one : before)
        programs.erase(one);
    REQUIRE(programs.size() == 1);
    kill(*programs.begin(), SIGKILL);
    siginfo_t ended{};
    REQUIRE(waitid(P_PID, static_cast<id_t>(*programs.begin()), &ended, WEXITED | WNOWAIT) == 0);
    auto reader = host->open(file.get());
    REQUIRE(reader);
    CHECK((*reader)->facts());
}

TEST_CASE("a program that is not there is an error that says what to do")
{
    ReaderHost::Options options;
    options.program = QStringLiteral("/nowhere/carveout-reader");
    const auto host = ReaderHost::start(options);
    REQUIRE_FALSE(host);
    CHECK(host.error().kind == ErrorKind::Io);
    CHECK(host.error().sentence.contains(QStringLiteral("Install")));
}

TEST_CASE("several threads read through one host at once")
{
    const auto host = startHost();
    const Descriptor file = fileOf(pdfOfLines({"one", "two"}));
    std::vector<int> right(4, 0);
    std::vector<std::thread> threads;
    for (int &count : right) {
        threads.emplace_back([&host, &file, &count] {
            for (int round = 0; round < 5; ++round) {
                auto reader = host->open(file.get());
                if (!reader || !(*reader)->facts())
                    continue;
                const auto page = (*reader)->pageText(1);
                count += page && page->text == QStringLiteral("two") ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    CHECK(right == std::vector<int>(4, 5));
}
