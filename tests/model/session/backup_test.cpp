// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/random_reporter.h"
#include "tests/support/temporary_case.h"

#include "model/session/backup.h"
#include "model/session/verify.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

using namespace model;
using namespace model::session;

namespace {

const QString page = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

struct Fixture {
    TemporaryCase kept;
    CaseFile &file = kept.file();
    Sha256 sha = kept.addDocument(QStringLiteral("memo.pdf"), {page, page});
    QString tar = kept.folder() + QStringLiteral("/backup.tar");
    QString copy = kept.folder() + QStringLiteral("/copy.carveout");

    Fixture()
    {
        RandomReporter reporter(file, {sha}, 3);
        for (int i = 0; i < 20; ++i)
            must(file.decide(reporter.next()));
    }
    QStringList names() const
    {
        return QDir(kept.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "A backup restored elsewhere is the same case")
{
    qint64 last = 0;
    qint64 total = 0;
    BackupOptions options;
    options.progress = [&](qint64 done, qint64 all) {
        last = done;
        total = all;
    };
    const auto report = must(backup(file, tar, options));
    CHECK(report.head == must(file.journalHead()));
    CHECK(report.documents == 1);
    CHECK(report.problems == QStringList());
    CHECK(last == total);
    CHECK(names() == QStringList{QStringLiteral("backup.tar"), QStringLiteral("test.carveout")});

    must(restore(tar, copy));
    const auto restored = must(CaseFile::open(copy, Access::ReadWrite, {}));
    CHECK_FALSE(restored->isReadOnly());
    CHECK(must(restored->journalHead()) == report.head);
    CHECK(must(restored->matrix()) == must(file.matrix()));
    CHECK(must(restored->pageText(sha, 1)).text == page);
    CHECK(must(verify(*restored)).problems == QStringList());
    CHECK(names().size() == 3);
}

TEST_CASE_METHOD(Fixture, "A backup that was changed is not restored, and leaves nothing behind")
{
    must(backup(file, tar));
    QFile packed(tar);
    REQUIRE(packed.open(QIODevice::ReadWrite));
    QByteArray bytes = packed.readAll();
    SECTION("in an original")
    {
        const qsizetype at = bytes.lastIndexOf("Nobody");
        REQUIRE(at > 0);
        bytes[at] = 'M';
    }
    SECTION("in the database")
    {
        const qsizetype at = bytes.indexOf("[\"Fernbank\"]");
        REQUIRE(at > 0);
        bytes[at + 2] = 'f';
    }
    SECTION("cut short")
    {
        bytes.truncate(bytes.size() / 2);
    }
    SECTION("by an entry of another name")
    {
        bytes.replace("originals/", "0riginals/");
    }
    packed.resize(0);
    packed.seek(0);
    packed.write(bytes);
    packed.close();
    const auto refused = restore(tar, copy);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Damaged);
    CHECK(names() == QStringList{QStringLiteral("backup.tar"), QStringLiteral("test.carveout")});
}

TEST_CASE_METHOD(Fixture, "A case is not restored over another one")
{
    must(backup(file, tar));
    CHECK(restore(tar, kept.path()).error().kind == ErrorKind::Invalid);
    CHECK(must(verify(file)).isClean());
}

TEST_CASE_METHOD(Fixture, "A stopped backup leaves the old file as it was")
{
    QFile old(tar);
    REQUIRE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    std::stop_source source;
    source.request_stop();
    BackupOptions options;
    options.stop = source.get_token();
    CHECK(backup(file, tar, options).error().kind == ErrorKind::Cancelled);
    CHECK(old.size() == 3);
    CHECK(names() == QStringList{QStringLiteral("backup.tar"), QStringLiteral("test.carveout")});
}

TEST_CASE_METHOD(Fixture,
                 "A link or a pipe in an original's place is not followed into the backup: the original is missing")
{
    const QString original = file.originalPath(sha);
    REQUIRE(QFile::remove(original));
    SECTION("a link to a file outside the case")
    {
        const QString outside = kept.folder() + QStringLiteral("/secret.txt");
        QFile secret(outside);
        REQUIRE(secret.open(QIODevice::WriteOnly));
        secret.write("a secret of another folder");
        secret.close();
        REQUIRE(QFile::link(outside, original));
    }
    SECTION("a pipe that nobody writes to")
    {
        REQUIRE(mkfifo(QFile::encodeName(original).constData(), 0600) == 0);
    }
    const auto report = must(backup(file, tar));
    CHECK(report.documents == 0);
    CHECK(report.problems.size() == 1);
    QFile packed(tar);
    REQUIRE(packed.open(QIODevice::ReadOnly));
    CHECK_FALSE(packed.readAll().contains("a secret"));
    // Checking the case tells the same.
    const auto problems = must(verify(file)).problems;
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().contains(QStringLiteral("is missing")));
}

TEST_CASE_METHOD(Fixture, "A missing original is told, and the rest is packed")
{
    REQUIRE(QFile::remove(file.originalPath(sha)));
    const auto report = must(backup(file, tar));
    CHECK(report.documents == 0);
    CHECK(report.problems.size() == 1);
}
