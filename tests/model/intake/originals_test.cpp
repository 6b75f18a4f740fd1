// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/originals.h"

#include "model/store/originals.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace model;
using namespace model::intake;

namespace {

KeptOriginal keep(const Originals &originals, const QByteArray &bytes)
{
    auto incoming = originals.begin();
    REQUIRE(incoming);
    REQUIRE((*incoming)->append(bytes));
    const auto kept = (*incoming)->keep();
    REQUIRE(kept);
    return *kept;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
}

} // namespace

TEST_CASE("an original is kept read-only under its hash")
{
    const QTemporaryDir folder;
    const Originals originals(folder.path());
    const QByteArray bytes = "some bytes";
    const KeptOriginal kept = keep(originals, bytes);
    CHECK(kept.sha256 == Sha256::of(bytes));
    CHECK(kept.size == bytes.size());
    CHECK(kept.isNew);
    const QString hex = kept.sha256.toHex();
    QFile file(folder.filePath(hex.left(2) + QLatin1Char('/') + hex));
    struct stat facts = {};
    REQUIRE(stat(QFile::encodeName(file.fileName()).constData(), &facts) == 0);
    CHECK((facts.st_mode & 07777) == 0400);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == bytes);
    CHECK(filesIn(folder.path()).isEmpty());
    CHECK(originals.open(kept.sha256));
}

TEST_CASE("the same bytes again leave the original that is there, and mend one of another size")
{
    const QTemporaryDir folder;
    const Originals originals(folder.path());
    const KeptOriginal first = keep(originals, "some bytes");
    CHECK_FALSE(keep(originals, "some bytes").isNew);
    const QString hex = first.sha256.toHex();
    const QString path = folder.filePath(hex.left(2) + QLatin1Char('/') + hex);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    REQUIRE(QFile::resize(path, 3));
    keep(originals, "some bytes");
    CHECK(QFileInfo(path).size() == 10);
}

TEST_CASE("what was not kept leaves nothing behind, and what a killed import left is cleared away")
{
    const QTemporaryDir folder;
    const Originals originals(folder.path());
    {
        auto incoming = originals.begin();
        REQUIRE(incoming);
        REQUIRE((*incoming)->append(QByteArray("half")));
        CHECK(filesIn(folder.path()).size() == 1);
    }
    CHECK(filesIn(folder.path()).isEmpty());

    QFile left(folder.filePath(QStringLiteral(".incoming-0123")));
    REQUIRE(left.open(QIODevice::WriteOnly));
    left.close();
    originals.removeLeftovers();
    CHECK(filesIn(folder.path()).isEmpty());
}

TEST_CASE("a full disk is an error that says so, and no half original is kept")
{
    const QTemporaryDir folder;
    const Originals originals(folder.path());
    auto incoming = originals.begin();
    REQUIRE(incoming);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1024, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written = (*incoming)->append(QByteArray(4096, 'x'));
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(written);
    CHECK(written.error().kind == ErrorKind::Full);
    incoming->reset();
    CHECK(filesIn(folder.path()).isEmpty());
}

TEST_CASE("a link or a pipe in an original's place is not opened, and does not hold us")
{
    const QTemporaryDir folder;
    const Originals originals(folder.path());
    const Sha256 sha = keep(originals, "some bytes").sha256;
    const QString path = folder.filePath(sha.toHex().left(2) + QLatin1Char('/') + sha.toHex());
    REQUIRE(QFile::rename(path, folder.filePath(QStringLiteral("elsewhere"))));
    SECTION("a link")
    {
        // Even to the very bytes.
        REQUIRE(QFile::link(folder.filePath(QStringLiteral("elsewhere")), path));
    }
    SECTION("a pipe")
    {
        REQUIRE(mkfifo(QFile::encodeName(path).constData(), 0600) == 0);
    }
    SECTION("a folder")
    {
        REQUIRE(QDir().mkpath(path));
    }
    const auto opened = originals.open(sha);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == ErrorKind::NotFound);
    const auto hash = store::hashOfFile(path);
    REQUIRE(hash);
    CHECK_FALSE(*hash);
}

TEST_CASE("an original that is missing is not found")
{
    const QTemporaryDir folder;
    const auto opened = Originals(folder.path()).open(Sha256::of("nothing"));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == ErrorKind::NotFound);
}
