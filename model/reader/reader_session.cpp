// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/reader_session.h"

#include "model/reader/answers.h"
#include "model/reader/archive_document.h"
#include "model/reader/complaints.h"
#include "model/reader/document_device.h"
#include "model/reader/frame_socket.h"
#include "model/reader/pdf_document.h"
#include "model/reader/revisions.h"
#include "model/reader/sandbox.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <memory>
#include <new>

#include <unistd.h>

namespace model::reader {
namespace {

bool looksLikeArchive(const QByteArray &start)
{
    return start.startsWith("PK\x03\x04") || start.startsWith("\x1f\x8b") || start.mid(257, 5) == "ustar";
}

/// A PDF says so near its start, as it should, or near its end, which is all that is left of some. An archive may hold
/// a PDF as its first file, as it is.
bool looksLikePdf(DocumentDevice &device)
{
    constexpr qint64 sniffed = 1024;
    const QByteArray start = device.bytesAt(0, sniffed);
    const QByteArray end = device.bytesAt(std::max<qint64>(device.size() - sniffed, 0), sniffed);
    if (looksLikeArchive(start))
        return false;
    return start.contains("%PDF-") ||
           (start.contains(" obj") && (end.contains("startxref") || end.contains("trailer")));
}

Error askedOutOfOrder()
{
    return {ErrorKind::Bug, QStringLiteral("The document was asked for something it does not have."),
            QStringLiteral("request out of order")};
}

class ReaderSession final {
public:
    ReaderSession(int document, int session, const ReaderLimits &limits)
        : m_session(session)
        , m_limits(limits)
        , m_device(document)
        , m_complaints(session, limits.complaints)
    {
        leadPopplerTo(&m_complaints);
    }
    ~ReaderSession() { leadPopplerTo(nullptr); }
    ReaderSession(const ReaderSession &) = delete;
    ReaderSession &operator=(const ReaderSession &) = delete;

    void run()
    {
        for (;;) {
            const Frame frame = receiveFrame(m_session, 64 * 1024, QDeadlineTimer(QDeadlineTimer::Forever));
            if (frame.fault != FrameFault::None)
                return;
            if (!answer(frame))
                return;
        }
    }

private:
    bool answer(const Frame &request)
    {
        if (request.header.type == FrameType::Render)
            return answerRender(request);
        Result<QByteArray> payload = payloadFor(request);
        if (payload && payload->size() > m_limits.answerBytes) {
            payload = Error{ErrorKind::TooLarge,
                            QStringLiteral("This part of the document is larger than the program takes in at once."),
                            {}};
        }
        if (!payload)
            return send(FrameType::Failure, request, encodeFailure(payload.error()));
        return send(request.header.type, request, *payload);
    }

    Result<QByteArray> payloadFor(const Frame &request)
    {
        switch (request.header.type) {
        case FrameType::Facts:
            return facts(request.payload);
        case FrameType::Text:
            return page(request.payload, PageFor::Import,
                        [](const PageLayout &layout) { return encodePageText(layout.text); });
        case FrameType::Layout:
            return page(request.payload, PageFor::Screen, encodePageLayout);
        case FrameType::NextEntry:
            return nextEntry();
        case FrameType::EntryBytes:
            return m_archive ? m_archive->bytes() : askedOutOfOrder();
        default:
            return askedOutOfOrder();
        }
    }

    Result<QByteArray> facts(const QByteArray &payload)
    {
        const auto password = decodePassword(payload);
        if (!password)
            return askedOutOfOrder();
        m_pdf.reset();
        m_archive.reset();
        return looksLikePdf(m_device) ? pdfFacts(*password) : archiveFacts(*password);
    }

    Result<QByteArray> pdfFacts(const QByteArray &password)
    {
        auto opened = PdfDocument::open(m_device, password);
        if (!opened)
            return opened.error();
        m_pdf = std::move(*opened);
        DocumentFacts facts = m_pdf->facts();
        facts.revisions = earlierRevisions(m_device);
        return encodeFacts(facts);
    }

    Result<QByteArray> archiveFacts(const QByteArray &password)
    {
        auto opened = ArchiveDocument::open(m_device, password, m_limits);
        if (!opened)
            return opened.error();
        m_archive = std::move(*opened);
        DocumentFacts facts;
        facts.kind = FileKind::Archive;
        return encodeFacts(facts);
    }

    Result<QByteArray> nextEntry()
    {
        const auto entry = m_archive ? m_archive->next() : askedOutOfOrder();
        if (!entry)
            return entry.error();
        return encodeEntry(*entry);
    }

    template <class Encode> Result<QByteArray> page(const QByteArray &payload, PageFor forWhom, Encode encode)
    {
        const auto pageIndex = decodePageIndex(payload);
        if (!m_pdf || !pageIndex)
            return askedOutOfOrder();
        const auto layout = m_pdf->page(*pageIndex, forWhom);
        if (!layout)
            return layout.error();
        return encode(*layout);
    }

    /// Straight from the picture to the socket: the pixels are not copied once more.
    bool answerRender(const Frame &request)
    {
        const auto part = decodeRender(request.payload);
        const Result<QImage> image = m_pdf && part ? m_pdf->render(*part) : Result<QImage>(askedOutOfOrder());
        if (!image)
            return send(FrameType::Failure, request, encodeFailure(image.error()));
        const QByteArrayView pixels(image->constBits(), image->sizeInBytes());
        return send(FrameType::Render, request, pixels);
    }

    bool send(FrameType type, const Frame &request, QByteArrayView payload)
    {
        const FrameHeader header{type, request.header.request, static_cast<quint32>(payload.size())};
        return sendFrame(m_session, header, payload, QDeadlineTimer(QDeadlineTimer::Forever)) == FrameFault::None;
    }

    int m_session;
    const ReaderLimits m_limits;
    DocumentDevice m_device;
    Complaints m_complaints;
    std::unique_ptr<PdfDocument> m_pdf;
    std::unique_ptr<ArchiveDocument> m_archive;
};

/// Poppler aborts when it gets no memory. `errno` is still that of the failed call then.
void tellAbortsApart(int)
{
    _exit(errno == ENOMEM ? exitedOutOfMemory : 1);
}

} // namespace

int runReader(int document, int session, const OpenRequest &request, const Sandbox &sandbox)
{
    std::set_new_handler([] { _exit(exitedOutOfMemory); });
    std::signal(SIGABRT, tellAbortsApart);
    const auto mode = sandbox.enter(request, document, session);
    if (!mode) {
        const QByteArray failure = encodeFailure(
            {ErrorKind::Bug,
             QStringLiteral("This machine does not let the program shut itself in before it reads a document, so "
                            "the document was not read."),
             {}});
        const FrameHeader header{FrameType::Failure, 0, static_cast<quint32>(failure.size())};
        sendFrame(session, header, failure, QDeadlineTimer(QDeadlineTimer::Forever));
        return 1;
    }
    const QByteArray hello = encodeHello(*mode);
    const FrameHeader header{FrameType::Hello, 0, static_cast<quint32>(hello.size())};
    if (sendFrame(session, header, hello, QDeadlineTimer(QDeadlineTimer::Forever)) != FrameFault::None)
        return 0;
    ReaderSession(document, session, request.limits).run();
    return 0;
}

} // namespace model::reader
