// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/reader_host.h"

#include "model/reader/descriptor_message.h"
#include "model/reader/document_reader_private.h"
#include "model/reader/reader_program.h"

#include <QCoreApplication>
#include <QDir>

#include <mutex>

#include <sys/socket.h>

namespace model::reader {

class ReaderHost::Private {
public:
    explicit Private(Options given)
        : options(std::move(given))
    {
    }

    /// Hands the three descriptors over, starting the program anew when it is not there.
    Result<void> handOver(const std::vector<int> &descriptors)
    {
        const std::lock_guard lock(mutex);
        const OpenRequest request{options.useLandlock, options.limits};
        if (program && sendDescriptors(program->control(), request.toBytes(), descriptors))
            return {};
        auto started = startProgram();
        if (!started)
            return started;
        if (sendDescriptors(program->control(), request.toBytes(), descriptors))
            return {};
        return Error{
            ErrorKind::Crashed,
            QStringLiteral("The program that reads documents ended as soon as it was started. Install Carveout "
                           "again."),
            options.program};
    }

    Result<void> startProgram()
    {
        program.reset();
        auto started = ReaderProgram::start(options.program, options.arguments);
        if (!started)
            return started.error();
        program = std::move(*started);
        return {};
    }

    const Options options;
    std::mutex mutex;
    std::unique_ptr<ReaderProgram> program;
};

ReaderHost::ReaderHost(std::unique_ptr<Private> given)
    : d(std::move(given))
{
}

ReaderHost::~ReaderHost() = default;

Result<std::shared_ptr<ReaderHost>> ReaderHost::start(Options options)
{
    auto host = std::shared_ptr<ReaderHost>(new ReaderHost(std::make_unique<Private>(std::move(options))));
    if (auto started = host->d->startProgram(); !started)
        return started.error();
    return host;
}

Result<std::unique_ptr<DocumentReader>> ReaderHost::open(int descriptor)
{
    auto [session, sessionOfReader] = socketPair(SOCK_STREAM);
    auto [lifeline, lifelineOfReader] = socketPair(SOCK_STREAM);
    if (!session.isOpen() || !lifeline.isOpen()) {
        return Error{ErrorKind::Io,
                     QStringLiteral("Too many files are open to read another document. Close some and try again."),
                     QStringLiteral("socketpair failed")};
    }
    if (auto handed = d->handOver({descriptor, sessionOfReader.get(), lifelineOfReader.get()}); !handed)
        return handed.error();
    sessionOfReader.reset();
    lifelineOfReader.reset();
    auto reader = std::make_unique<DocumentReader::Private>(std::move(session), std::move(lifeline), d->options.limits);
    if (auto greeted = reader->awaitHello(); !greeted)
        return greeted.error();
    return std::unique_ptr<DocumentReader>(new DocumentReader(std::move(reader)));
}

QString ReaderHost::programBesideThis()
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("carveout-reader"));
}

} // namespace model::reader
