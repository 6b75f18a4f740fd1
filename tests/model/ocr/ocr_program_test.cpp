// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

using namespace model;
using namespace model::reader;

namespace {

QByteArray statusOf(const QString &process)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(process));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray field(const QByteArray &status, const QByteArray &name)
{
    for (const QByteArray &line : status.split('\n')) {
        if (line.startsWith(name + ":"))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

/// The status of each process below this one that runs carveout-ocr.
QList<QByteArray> ocrProcesses()
{
    QList<QByteArray> found;
    QList<QByteArray> parents{QByteArray::number(QCoreApplication::applicationPid())};
    while (!parents.isEmpty()) {
        const QByteArray parent = parents.takeFirst();
        for (const QString &process : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
            const QByteArray status = statusOf(process);
            if (field(status, "PPid") != parent)
                continue;
            parents.append(process.toLatin1());
            if (field(status, "Name") == "carveout-ocr")
                found.append(status);
        }
    }
    return found;
}

} // namespace

TEST_CASE("the program for OCR, and each process that it forks, is under a filter of system calls")
{
    ReaderHost::Options options;
    options.program = programBeside(QStringLiteral("carveout-ocr"));
    options.arguments = {QStringLiteral("eng")};
    const auto host = startHost(options);
    const Descriptor nothing = openForReading(QStringLiteral("/dev/null"));
    const auto process = host->open(nothing.get());
    REQUIRE(process);
    const QList<QByteArray> all = ocrProcesses();
    CHECK(all.size() == 2);
    for (const QByteArray &status : all) {
        CHECK(field(status, "Seccomp") == "2");
        CHECK(field(status, "NoNewPrivs") == "1");
        CHECK(field(status, "Threads") == "1");
    }
}

TEST_CASE("it reads no document, whatever it is given")
{
    ReaderHost::Options options;
    options.program = programBeside(QStringLiteral("carveout-ocr"));
    options.arguments = {QStringLiteral("eng")};
    const auto host = startHost(options);
    const Descriptor file = fileOf("%PDF-1.4");
    const auto process = host->open(file.get());
    REQUIRE(process);
    CHECK((*process)->facts().error().kind == ErrorKind::Bug);
    CHECK_FALSE((*process)->pageText(0));
}

TEST_CASE("started by hand it says what it is for")
{
    QProcess program;
    program.start(programBeside(QStringLiteral("carveout-ocr")), {});
    REQUIRE(program.waitForFinished());
    CHECK(program.exitCode() == 2);
    CHECK(program.readAllStandardError().contains("does nothing by itself"));
}
