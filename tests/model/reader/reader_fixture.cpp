// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/reader_fixture.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace model::reader;

Descriptor fileOf(const QByteArray &bytes)
{
    Descriptor file(memfd_create("document", MFD_CLOEXEC));
    REQUIRE(file.isOpen());
    REQUIRE(write(file.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size());
    return file;
}

Descriptor openForReading(const QString &path)
{
    return Descriptor(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
}

QString programBeside(const QString &name)
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

std::shared_ptr<ReaderHost> startHost(ReaderHost::Options options)
{
    if (options.program.isEmpty())
        options.program = ReaderHost::programBesideThis();
    auto host = ReaderHost::start(options);
    REQUIRE(host);
    return *host;
}

OpenReader readerOf(const QByteArray &bytes, ReaderHost::Options options)
{
    OpenReader open;
    open.host = startHost(std::move(options));
    const Descriptor file = fileOf(bytes);
    auto reader = open.host->open(file.get());
    REQUIRE(reader);
    open.reader = std::move(*reader);
    return open;
}
