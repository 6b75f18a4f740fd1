// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/converter.h"

#include "tests/support/catch.h"
#include "tests/support/office_stand_in.h"
#include "tests/support/waiting.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace model;
using namespace model::convert;

namespace {

const QByteArray document = "the bytes of a document";

/// A folder with a document, in which a stand-in works.
class Workplace final {
public:
    explicit Workplace(OfficeProgram program)
        : m_program(std::move(program))
    {
        QFile file(m_folder.filePath(QStringLiteral("original")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(document) == document.size());
    }

    Result<MadePdf> convert(const std::stop_token &stop = {})
    {
        const auto converter = Converter::start(m_program, m_folder.path(), {});
        REQUIRE(converter);
        m_name = converter->name();
        const reader::Descriptor original(
            open(QFile::encodeName(m_folder.filePath(QStringLiteral("original"))).constData(), O_RDONLY | O_CLOEXEC));
        return converter->convert(original.get(), QStringLiteral("docx"), stop);
    }

    const QString &name() const { return m_name; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Whatever is there beside the document.
    QStringList left() const
    {
        QStringList names =
            QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        names.removeAll(QStringLiteral("original"));
        return names;
    }
    /// What the stand-in wrote beside what it makes.
    QByteArray noted(const QString &name) const
    {
        const QStringList works = left();
        if (works.isEmpty())
            return {};
        QFile file(path(works.front() + QStringLiteral("/made/") + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_folder;
    OfficeProgram m_program;
    QString m_name;
};

QByteArray bytesOf(const Result<MadePdf> &made)
{
    REQUIRE(made);
    QByteArray bytes(1 << 16, '\0');
    const ssize_t count = pread(made->file.get(), bytes.data(), static_cast<size_t>(bytes.size()), 0);
    REQUIRE(count >= 0);
    return bytes.left(count);
}

bool runs(const QByteArray &process)
{
    return kill(process.toInt(), 0) == 0 || errno != ESRCH;
}

} // namespace

TEST_CASE("what the office program makes of a document comes back, and nothing else is left")
{
    const OfficeStandIn office("cat \"$document\" > \"$made\"; echo \"$document $HOME $(pwd)\" >> \"$made\"");
    Workplace place(office.program());
    const QByteArray made = bytesOf(place.convert());
    CHECK(made.startsWith(document));
    CHECK(made.contains("/document.docx "));
    CHECK_FALSE(made.contains(qgetenv("HOME") + " "));
    CHECK(place.name() == QStringLiteral("Office 1.2.3"));
    CHECK(place.left().isEmpty());
}

TEST_CASE("a program that wants to be started again with the profile it has just set up is")
{
    const OfficeStandIn office("if [ -e ../profile/seen ] || [ -e profile/seen ]; then echo made > \"$made\"; "
                               "else : > profile/seen; exit 81; fi");
    Workplace place(office.program());
    CHECK(bytesOf(place.convert()) == "made\n");
}

TEST_CASE("an office program that fails, or makes nothing, or a link, is an error of the document")
{
    for (const char *act : {"exit 1", "exit 0", "kill -SEGV $$; exit 3", ": > \"$made\"",
                            "ln -s \"$document\" \"$made\"", "mkdir \"$made\""}) {
        INFO(act);
        const OfficeStandIn office(act);
        Workplace place(office.program());
        const auto made = place.convert();
        REQUIRE_FALSE(made);
        CHECK(made.error().kind == ErrorKind::Damaged);
        CHECK(made.error().sentence.contains(QStringLiteral("Office 1.2.3")));
        CHECK(place.left().isEmpty());
    }
}

TEST_CASE("an office program that hangs is ended with all that it started once its time is over")
{
    // The second and third would live on by themselves.
    const OfficeStandIn office("(trap '' TERM HUP INT; sleep 1000) & echo $! > made/child; echo $$ > made/self; "
                               "(setsid sleep 1000 &); echo part > \"$made\"; sleep 1000");
    OfficeProgram program = office.program();
    program.limits.wallMs = 3000;
    Workplace place(program);
    QByteArray child;
    QByteArray self;
    std::jthread watch([&] {
        while (child.isEmpty() || self.isEmpty()) {
            child = place.noted(QStringLiteral("child")).trimmed();
            self = place.noted(QStringLiteral("self")).trimmed();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    const auto made = place.convert();
    watch.join();
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::TimedOut);
    CHECK(place.left().isEmpty());
    CHECK_FALSE(runs(child));
    CHECK_FALSE(runs(self));
}

TEST_CASE("a conversion that is cancelled ends at once and leaves nothing behind")
{
    const OfficeStandIn office("echo $$ > made/self; sleep 1000");
    Workplace place(office.program());
    std::stop_source stop;
    QByteArray self;
    std::jthread canceller([&] {
        while (self.isEmpty()) {
            self = place.noted(QStringLiteral("self")).trimmed();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        stop.request_stop();
    });
    const auto made = place.convert(stop.get_token());
    canceller.join();
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::Cancelled);
    CHECK(place.left().isEmpty());
    CHECK_FALSE(runs(self));
}

TEST_CASE("more than a document may be is cut off and told")
{
    const OfficeStandIn office("echo %PDF- > \"$made\"; yes | head -c 3000000 >> \"$made\"; true");
    OfficeProgram program = office.program();
    program.limits.outputBytes = 1 << 20;
    Workplace place(program);
    const auto made = place.convert();
    REQUIRE_FALSE(made);
    CHECK(made.error().kind == ErrorKind::TooLarge);
    CHECK(place.left().isEmpty());
}

TEST_CASE("a program that is not there, or no program, is none to work with")
{
    OfficeProgram program = installedOffice();
    program.office = QStringLiteral("/nowhere/soffice");
    const QTemporaryDir folder;
    const auto absent = Converter::start(program, folder.path(), {});
    REQUIRE_FALSE(absent);
    CHECK(absent.error().kind == ErrorKind::Io);
    program.launcher = QStringLiteral("/nowhere/carveout-convert");
    const auto unlaunched = Converter::start(program, folder.path(), {});
    REQUIRE_FALSE(unlaunched);
    CHECK(unlaunched.error().sentence.contains(QStringLiteral("carveout-convert")));
    CHECK(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

TEST_CASE("what killed conversions left is cleared up, and nothing else")
{
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    REQUIRE(dir.mkpath(QStringLiteral(".converting-1/profile/user")));
    REQUIRE(dir.mkpath(QStringLiteral("ab")));
    Converter::removeLeftovers(folder.path());
    CHECK(dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot) == QStringList(QStringLiteral("ab")));
}

TEST_CASE("an office program that a document took over reaches no network, no other process and no other file")
{
    // Each line of what it makes is something that it could do.
    const OfficeStandIn office(R"(
could() { echo "$1" >> "$made"; }
: > "$made"; echo ran >> "$made"
cat "$here/secret" > /dev/null 2>&1 && could read-own
[ -n "$probed" ] || probed=$(cat "$here/path")
cat "$probed/secret" > /dev/null 2>&1 && could read-other
echo x > "$probed/new" 2> /dev/null && could write-other
echo x >> "$here/secret" 2> /dev/null && could write-program
kill -0 $(cat "$here/process") 2> /dev/null && could signal
setsid true 2> /dev/null && could leave-group
unshare -U true 2> /dev/null && could namespace
perl -MSocket -e 'exit(socket(my $s, AF_INET, SOCK_STREAM, 0) ? 0 : 1)' 2> /dev/null && could inet
perl -MSocket -e 'exit(socket(my $s, AF_UNIX, SOCK_DGRAM, 0) ? 0 : 1)' 2> /dev/null && could datagram
perl -MSocket -e 'socket(my $s, AF_UNIX, SOCK_STREAM, 0); exit(connect($s, pack_sockaddr_un($ARGV[0])) ? 0 : 1)' "$probed/socket" 2> /dev/null && could connect
perl -MSocket -e 1 2> /dev/null || could no-perl-to-probe-with
perl -e 'exit(truncate($ARGV[0], 0) ? 0 : 1)' "$probed/secret" 2> /dev/null && could truncate
chmod 777 "$probed/secret" 2> /dev/null
ulimit -c unlimited 2> /dev/null && could dump-core
exit 0
)");
    const QTemporaryDir other(QDir::homePath() + QStringLiteral("/carveout-test-XXXXXX"));
    REQUIRE(other.isValid());
    QFile secret(other.filePath(QStringLiteral("secret")));
    REQUIRE(secret.open(QIODevice::WriteOnly));
    REQUIRE(secret.write("secret") == 6);
    secret.close();
    const auto permissions = secret.permissions();
    office.put(QStringLiteral("secret"), "readable");
    office.put(QStringLiteral("path"), other.path().toLocal8Bit());
    office.put(QStringLiteral("process"), QByteArray::number(QCoreApplication::applicationPid()));

    OfficeProgram program = office.program();
    SECTION("with all that this kernel has")
    {
        Workplace place(program);
        const auto made = place.convert();
        CHECK(bytesOf(made) == "ran\nread-own\n");
        CHECK(made->complaints.isEmpty());
    }
    SECTION("without namespaces")
    {
        program.useNamespaces = false;
        Workplace place(program);
        CHECK(bytesOf(place.convert()) == "ran\nread-own\n");
    }
    SECTION("without Landlock, but with namespaces, homes are out of sight")
    {
        program.useLandlock = false;
        Workplace place(program);
        const auto made = place.convert();
        const QByteArray could = bytesOf(made);
        const bool isOutOfSight = QDir::homePath().startsWith(u"/home/") || QDir::homePath() == u"/root";
        CHECK(could.contains("read-other") != isOutOfSight);
        for (const char *act : {"write-other", "signal", "leave-group", "namespace", "inet", "datagram", "connect",
                                "truncate", "dump-core"}) {
            INFO(act);
            CHECK_FALSE(could.contains(act));
        }
        CHECK(made->complaints.size() == 1);
    }
    SECTION("with nothing but the filter of system calls, where it is not started at all")
    {
        program.useLandlock = false;
        program.useNamespaces = false;
        const QTemporaryDir folder;
        const auto converter = Converter::start(program, folder.path(), {});
        REQUIRE_FALSE(converter);
        CHECK(converter.error().kind == ErrorKind::Unsupported);
    }
    secret.close();
    REQUIRE(secret.open(QIODevice::ReadOnly));
    CHECK(secret.readAll() == "secret");
    CHECK(secret.permissions() == permissions);
}

TEST_CASE("LibreOffice itself makes a PDF of a document, however much of a sandbox this kernel has")
{
    OfficeProgram program = installedOffice();
    if (program.office.isEmpty()) {
        WARN("skipped: LibreOffice is not installed");
        return;
    }
    SECTION("with all that it has") {}
    SECTION("without namespaces")
    {
        program.useNamespaces = false;
    }
    SECTION("without Landlock")
    {
        program.useLandlock = false;
    }
    // LibreOffice puts its socket there, whatever it is told.
    const auto socketsOfOffice = [] {
        return QDir(QStringLiteral("/tmp")).entryList({QStringLiteral("OSL_PIPE_*")}, QDir::System);
    };
    const QStringList before = socketsOfOffice();
    const QTemporaryDir folder(QDir::homePath() + QStringLiteral("/carveout test-XXXXXX"));
    QFile letter(folder.filePath(QStringLiteral("letter")));
    REQUIRE(letter.open(QIODevice::WriteOnly));
    REQUIRE(letter.write("{\\rtf1\\ansi The grant to Larkspur.}") > 0);
    letter.close();
    const auto converter = Converter::start(program, folder.path(), {});
    REQUIRE(converter);
    CHECK(converter->name().startsWith(QStringLiteral("LibreOffice ")));
    REQUIRE(letter.open(QIODevice::ReadOnly));
    const auto made = converter->convert(letter.handle(), QStringLiteral("rtf"), {});
    CHECK(bytesOf(made).startsWith("%PDF-"));
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 1);
    CHECK(socketsOfOffice() == before);
}
