// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv_export.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using model::exchange::CsvWriter;
using model::exchange::exportCsv;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// Files of this process can grow to `bytes` and no further while this lives: a disk that is full.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limited{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

TEST_CASE("an export replaces the old file and leaves nothing beside it")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    put(path, "old");
    const auto done = exportCsv(path, CsvWriter::Mark::None, [](CsvWriter &csv) { csv.line({QStringLiteral("new")}); });
    REQUIRE(done);
    CHECK(contentOf(path) == "new\r\n");
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 1);
}

TEST_CASE("an export that runs out of room leaves the old file and says so")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out.csv"));
    put(path, "old");
    model::Result<void> done;
    {
        const SmallDisk disk(64 * 1024);
        done = exportCsv(path, CsvWriter::Mark::None, [](CsvWriter &csv) {
            for (int i = 0; i < 100'000; ++i)
                csv.line({QStringLiteral("a line that is not short at all")});
        });
    }
    REQUIRE_FALSE(done);
    CHECK(done.error().sentence.contains(QStringLiteral("untouched")));
    CHECK(contentOf(path) == "old");
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() == 1);
}

TEST_CASE("an export into a folder that is not there fails with a sentence")
{
    const QTemporaryDir folder;
    const auto done =
        exportCsv(folder.filePath(QStringLiteral("none/out.csv")), CsvWriter::Mark::None, [](CsvWriter &) {});
    REQUIRE_FALSE(done);
    CHECK(done.error().kind == model::ErrorKind::Io);
}
