// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/document_reader.h"

#include "model/reader/answers.h"
#include "model/reader/document_reader_private.h"
#include "model/reader/scan_wire.h"

#include <algorithm>
#include <csignal>

#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

namespace model::reader {
namespace {

Error tooLarge(const QString &detail)
{
    return {
        ErrorKind::TooLarge,
        QStringLiteral("The document needs more memory than one document may have, so it was not read any further."),
        detail};
}

} // namespace

DocumentReader::Private::Private(Descriptor session, Descriptor lifeline, const ReaderLimits &limits)
    : m_session(std::move(session))
    , m_lifeline(std::move(lifeline))
    , m_limits(limits)
{
}

Result<void> DocumentReader::Private::awaitHello()
{
    auto payload = awaitAnswer(FrameType::Hello, 0, m_limits.startMs);
    if (!payload)
        return payload.error();
    auto said = decodeHello(*payload);
    if (!said)
        return endedFor(said.error());
    mode = *said;
    return {};
}

Result<QByteArray> DocumentReader::Private::ask(FrameType type, const QByteArray &payload)
{
    if (m_ended)
        return *m_ended;
    const FrameHeader header{type, ++m_lastRequest, static_cast<quint32>(payload.size())};
    // Should the reader be gone, waiting for the answer says how.
    sendFrame(m_session.get(), header, payload, QDeadlineTimer(m_limits.answerMs));
    return awaitAnswer(type, header.request, m_limits.answerMs);
}

Result<QByteArray> DocumentReader::Private::awaitAnswer(FrameType type, quint32 request, int patienceMs)
{
    const QDeadlineTimer deadline(patienceMs);
    qint64 budget = m_limits.answerBytes;
    for (;;) {
        Frame frame = receiveFrame(m_session.get(), budget, deadline);
        if (m_interrupted)
            return endedFor(stopped());
        if (frame.fault != FrameFault::None)
            return endedFor(errorFor(frame.fault));
        budget -= FrameHeader::size + frame.payload.size();
        if (frame.header.type == FrameType::Complaint) {
            if (!takeComplaint(frame))
                return endedFor(senseless(QStringLiteral("complaint out of order")));
            continue;
        }
        if (frame.header.request != request)
            return endedFor(senseless(QStringLiteral("answer to another request")));
        if (frame.header.type == FrameType::Failure) {
            Error error = decodeFailure(frame.payload);
            if (error.kind == ErrorKind::Crashed || error.kind == ErrorKind::TooLarge)
                return endedFor(std::move(error));
            return error;
        }
        if (frame.header.type != type)
            return endedFor(senseless(QStringLiteral("answer of another kind")));
        return std::move(frame.payload);
    }
}

bool DocumentReader::Private::takeComplaint(const Frame &frame)
{
    auto line = decodeComplaint(frame.payload);
    if (!line || frame.header.request != 0 || complaints.size() >= m_limits.complaints)
        return false;
    complaints.append(*std::move(line));
    return true;
}

Error DocumentReader::Private::errorFor(FrameFault fault)
{
    switch (fault) {
    case FrameFault::TimedOut:
        return {
            ErrorKind::TimedOut,
            QStringLiteral("The document took longer to read than it may, so reading it was stopped. Try again later, "
                           "or have it converted to a plain PDF."),
            QStringLiteral("no answer within %1 ms").arg(m_limits.answerMs)};
    case FrameFault::TooLarge:
        return tooLarge(QStringLiteral("answer over %1 bytes").arg(m_limits.answerBytes));
    case FrameFault::Garbled:
        return senseless(QStringLiteral("no frame of ours"));
    case FrameFault::Closed:
    case FrameFault::None:
        break;
    }
    return howItEnded();
}

Error DocumentReader::Private::howItEnded()
{
    // A reader that closed its socket and lives on is ended now, so that this cannot take long.
    shutdown(m_lifeline.get(), SHUT_WR);
    constexpr int patienceMs = 5000;
    std::array<char, Ended::size> bytes{};
    pollfd waiting{m_lifeline.get(), POLLIN, 0};
    std::optional<Ended> ended;
    if (poll(&waiting, 1, patienceMs) > 0 &&
        recv(m_lifeline.get(), bytes.data(), bytes.size(), MSG_WAITALL) == Ended::size)
        ended = Ended::fromBytes(QByteArrayView(bytes));
    if (m_interrupted)
        return stopped();

    QString detail = QStringLiteral("carveout-reader itself ended");
    if (ended && WIFEXITED(ended->waitStatus))
        detail = QStringLiteral("exit status %1").arg(WEXITSTATUS(ended->waitStatus));
    else if (ended)
        detail = QStringLiteral("signal %1").arg(WTERMSIG(ended->waitStatus));
    if (ended &&
        (ended->overMemory || (WIFEXITED(ended->waitStatus) && WEXITSTATUS(ended->waitStatus) == exitedOutOfMemory)))
        return tooLarge(detail);
    return {
        ErrorKind::Crashed,
        QStringLiteral("The program that reads documents failed on this one. The file is damaged, or made to attack "
                       "the program; nothing else was touched. Its bytes are kept."),
        detail};
}

Error DocumentReader::Private::endedFor(Error error)
{
    if (!m_ended)
        m_ended = std::move(error);
    shutdown(m_session.get(), SHUT_RDWR);
    shutdown(m_lifeline.get(), SHUT_WR);
    return *m_ended;
}

void DocumentReader::Private::interrupt()
{
    m_interrupted = true;
    shutdown(m_session.get(), SHUT_RDWR);
    shutdown(m_lifeline.get(), SHUT_WR);
}

DocumentReader::DocumentReader(std::unique_ptr<Private> given)
    : d(std::move(given))
{
}

DocumentReader::~DocumentReader() = default;

namespace {

/// `decode` applied to an answer; a reader whose answer does not decode is ended.
template <class T, class Private, class Decode>
Result<T> decoded(Private &reader, Result<QByteArray> payload, Decode decode)
{
    if (!payload)
        return payload.error();
    Result<T> value = decode(*std::move(payload));
    if (!value)
        return reader.endedFor(value.error());
    return value;
}

} // namespace

Result<DocumentFacts> DocumentReader::facts(const QByteArray &password)
{
    const QByteArray request = encodePassword(password.left(maximumPassword));
    return decoded<DocumentFacts>(*d, d->ask(FrameType::Facts, request), decodeFacts);
}

Result<PageText> DocumentReader::pageText(int pageIndex)
{
    return decoded<PageText>(*d, d->ask(FrameType::Text, encodePageIndex(pageIndex)), decodePageText);
}

Result<PageLayout> DocumentReader::pageLayout(int pageIndex)
{
    return decoded<PageLayout>(*d, d->ask(FrameType::Layout, encodePageIndex(pageIndex)), decodePageLayout);
}

Result<PagePicture> DocumentReader::render(const RenderRequest &request)
{
    if (const auto fault = faultOf(request))
        return *fault;
    return decoded<PagePicture>(*d, d->ask(FrameType::Render, encodeRender(request)),
                                [&request](QByteArray bytes) { return decodePicture(std::move(bytes), request); });
}

Result<PageScan> DocumentReader::scan(int pageIndex)
{
    return decoded<PageScan>(*d, d->ask(FrameType::Scan, encodePageIndex(pageIndex)), decodeScan);
}

Result<RecognisedPage> DocumentReader::recognise(const PageScan &scan)
{
    return decoded<RecognisedPage>(*d, d->ask(FrameType::Recognise, encodeScan(scan)), decodeRecognised);
}

Result<std::optional<ArchiveEntry>> DocumentReader::nextEntry()
{
    return decoded<std::optional<ArchiveEntry>>(*d, d->ask(FrameType::NextEntry), decodeEntry);
}

Result<QByteArray> DocumentReader::entryBytes()
{
    return decoded<QByteArray>(*d, d->ask(FrameType::EntryBytes), decodeEntryBytes);
}

QStringList DocumentReader::complaints() const
{
    return d->complaints;
}

SandboxMode DocumentReader::sandboxMode() const
{
    return d->mode;
}

void DocumentReader::interrupt()
{
    d->interrupt();
}

} // namespace model::reader
