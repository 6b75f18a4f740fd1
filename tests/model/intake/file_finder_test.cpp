// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/file_finder.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace model::intake;

namespace {

void put(const QString &path, const QByteArray &bytes = "x")
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

struct Found {
    QStringList origins;
    QStringList skipped;
};

Found allIn(const QStringList &paths, const QString &leaveOut = {})
{
    FileFinder finder(paths, leaveOut);
    Found found;
    while (const auto file = finder.next())
        found.origins += file->origin;
    for (const SkippedFile &skipped : finder.takeSkipped())
        found.skipped += skipped.origin;
    return found;
}

} // namespace

TEST_CASE("folders are gone through to the bottom, in the order of the names")
{
    const QTemporaryDir temporary;
    const QString root = temporary.filePath(QStringLiteral("leak"));
    put(root + QStringLiteral("/b.pdf"));
    put(root + QStringLiteral("/a/deep/c.pdf"));
    put(root + QStringLiteral("/a/b.pdf"));
    const Found found = allIn({root});
    CHECK(found.origins == QStringList({QStringLiteral("leak/a/b.pdf"), QStringLiteral("leak/a/deep/c.pdf"),
                                        QStringLiteral("leak/b.pdf")}));
    CHECK(found.skipped.isEmpty());

    const FileFinder::Count count = FileFinder({root}, {}).countAll({});
    CHECK(count.files == 3);
    CHECK(count.bytes == 3);
}

TEST_CASE("hidden files, links, FIFOs and sockets inside a folder are passed over")
{
    const QTemporaryDir temporary;
    const QString root = temporary.filePath(QStringLiteral("leak"));
    put(root + QStringLiteral("/good.pdf"));
    put(root + QStringLiteral("/.hidden.pdf"));
    put(root + QStringLiteral("/.git/config"));
    put(temporary.filePath(QStringLiteral("outside/secret.pdf")));
    REQUIRE(QFile::link(temporary.filePath(QStringLiteral("outside")), root + QStringLiteral("/folderlink")));
    REQUIRE(
        QFile::link(temporary.filePath(QStringLiteral("outside/secret.pdf")), root + QStringLiteral("/filelink.pdf")));
    REQUIRE(QFile::link(root, root + QStringLiteral("/loop")));
    REQUIRE(mkfifo(QFile::encodeName(root + QStringLiteral("/fifo.pdf")).constData(), 0600) == 0);
    CHECK(allIn({root}).origins == QStringList(QStringLiteral("leak/good.pdf")));
}

TEST_CASE("what the reporter names is followed where it is a link, and complained of where it is no file")
{
    const QTemporaryDir temporary;
    put(temporary.filePath(QStringLiteral("real.pdf")));
    const QString link = temporary.filePath(QStringLiteral("link.pdf"));
    REQUIRE(QFile::link(temporary.filePath(QStringLiteral("real.pdf")), link));
    CHECK(allIn({link}).origins == QStringList(QStringLiteral("link.pdf")));

    const QString fifo = temporary.filePath(QStringLiteral("fifo"));
    REQUIRE(mkfifo(QFile::encodeName(fifo).constData(), 0600) == 0);
    const Found found = allIn({fifo, temporary.filePath(QStringLiteral("none.pdf"))});
    CHECK(found.origins.isEmpty());
    CHECK(found.skipped == QStringList({QStringLiteral("fifo"), QStringLiteral("none.pdf")}));
}

TEST_CASE("the folder that is left out is left out wherever it turns up")
{
    const QTemporaryDir temporary;
    put(temporary.filePath(QStringLiteral("home/a.pdf")));
    put(temporary.filePath(QStringLiteral("home/my.carveout/originals/ab/abcd")));
    const QString home = temporary.filePath(QStringLiteral("home"));
    const QString caseFolder = home + QStringLiteral("/my.carveout");
    CHECK(allIn({home}, caseFolder).origins == QStringList(QStringLiteral("home/a.pdf")));
    CHECK(allIn({caseFolder}, caseFolder).origins.isEmpty());
}

TEST_CASE("a name that is no UTF-8 is found and opened all the same")
{
    const QTemporaryDir temporary;
    const QByteArray path = QFile::encodeName(temporary.path()) + "/caf\xe9.pdf";
    const int made = creat(path.constData(), 0600);
    REQUIRE(made >= 0);
    close(made);
    FileFinder finder({temporary.path()}, {});
    const auto file = finder.next();
    REQUIRE(file);
    CHECK(file->origin.endsWith(QStringLiteral(".pdf")));
    unlink(path.constData()); // QTemporaryDir cannot spell it
}

TEST_CASE("chosen paths that end alike are told apart by as much of their way as that takes")
{
    const QTemporaryDir temporary;
    QStringList paths;
    for (const char *name : {"a/x/memo.pdf", "b/x/memo.pdf", "b/y/memo.pdf", "c/other.pdf"}) {
        paths += temporary.filePath(QString::fromLatin1(name));
        put(paths.back());
    }
    CHECK(allIn(paths).origins == QStringList({QStringLiteral("a/x/memo.pdf"), QStringLiteral("b/x/memo.pdf"),
                                               QStringLiteral("y/memo.pdf"), QStringLiteral("other.pdf")}));
    // Two folders of one name do not mix either; and one path twice is still one place.
    CHECK(allIn({temporary.filePath(QStringLiteral("a/x")), temporary.filePath(QStringLiteral("b/x"))}).origins ==
          QStringList({QStringLiteral("a/x/memo.pdf"), QStringLiteral("b/x/memo.pdf")}));
    CHECK(allIn({paths[3], paths[3]}).origins ==
          QStringList({QStringLiteral("other.pdf"), QStringLiteral("other.pdf")}));
}

TEST_CASE("a folder whose files cannot be listed is complained of")
{
    const QTemporaryDir temporary;
    const QString root = temporary.filePath(QStringLiteral("leak"));
    put(root + QStringLiteral("/a.pdf"));
    // One descriptor is left, which opens the folder; listing it takes a second.
    const int next = open("/", O_RDONLY | O_CLOEXEC);
    REQUIRE(next >= 0);
    close(next);
    struct rlimit before = {};
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
    struct rlimit few = before;
    few.rlim_cur = static_cast<rlim_t>(next) + 1;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &few) == 0);
    const Found found = allIn({root});
    REQUIRE(setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK(found.origins.isEmpty());
    CHECK(found.skipped == QStringList(QStringLiteral("leak")));
}
