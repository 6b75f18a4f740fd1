// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/reader_session.h"

#include "model/reader/answers.h"
#include "model/reader/archive_document.h"
#include "model/reader/complaints.h"
#include "model/reader/document_device.h"
#include "model/reader/document_format.h"
#include "model/reader/frame_socket.h"
#include "model/reader/image_document.h"
#include "model/reader/mail_document.h"
#include "model/reader/mailbox_document.h"
#include "model/reader/office_format.h"
#include "model/reader/outlook_mail.h"
#include "model/reader/pdf_document.h"
#include "model/reader/revisions.h"
#include "model/reader/scan_wire.h"
#include "model/reader/shut_in.h"
#include "model/reader/text_kinds.h"

#include <memory>

namespace model::reader {
namespace {

Error askedOutOfOrder()
{
    return {ErrorKind::Bug, QStringLiteral("The document was asked for something it does not have."),
            QStringLiteral("request out of order")};
}

DocumentFacts factsOfArchive()
{
    DocumentFacts facts;
    facts.kind = FileKind::Archive;
    return facts;
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
        case FrameType::Scan:
            return scan(request.payload);
        case FrameType::NextEntry:
            return nextEntry();
        case FrameType::EntryBytes:
            return m_entries ? m_entries->bytes() : askedOutOfOrder();
        default:
            return askedOutOfOrder();
        }
    }

    Result<QByteArray> facts(const QByteArray &payload)
    {
        const auto password = decodePassword(payload);
        if (!password)
            return askedOutOfOrder();
        m_entries.reset(); // which may lean on the pages
        m_pages.reset();
        switch (formatOf(m_device)) {
        case DocumentFormat::Pdf:
            return pdfFacts(*password);
        case DocumentFormat::Image:
            return factsOf(ImageDocument::open(m_device));
        case DocumentFormat::Text:
            return factsOf(openText(m_device));
        case DocumentFormat::Table:
            return factsOf(openTable(m_device));
        case DocumentFormat::WebPage:
            return factsOf(openWebPage(m_device));
        case DocumentFormat::Mail:
            return mailFacts(openMail(m_device));
        case DocumentFormat::OutlookMail:
            return mailFacts(openOutlookMail(m_device));
        case DocumentFormat::Mailbox:
            return mailboxFacts();
        case DocumentFormat::Office:
            return officeFacts();
        default:
            return archiveFacts(*password);
        }
    }

    Result<QByteArray> pdfFacts(const QByteArray &password)
    {
        auto opened = PdfDocument::open(m_device, password);
        if (!opened)
            return opened.error();
        DocumentFacts facts = (*opened)->facts();
        facts.revisions = earlierRevisions(m_device);
        m_entries = (*opened)->attachments(m_limits, m_device.size());
        m_pages = std::move(*opened);
        return encodeFacts(facts);
    }

    /// It has no pages before it is converted.
    Result<QByteArray> officeFacts()
    {
        const auto format = officeFormatOf(m_device);
        if (!format)
            return askedOutOfOrder();
        DocumentFacts facts;
        facts.kind = FileKind::Office;
        facts.officeFormat = format->ending;
        facts.encrypted = format->encrypted;
        return encodeFacts(facts);
    }

    Result<QByteArray> mailboxFacts()
    {
        auto box = std::make_unique<MailboxDocument>(m_device);
        if (box->holdsOne())
            return mailFacts(openMail(m_device));
        m_entries = std::move(box);
        return encodeFacts(factsOfArchive());
    }

    Result<QByteArray> mailFacts(Result<OpenedMail> opened)
    {
        if (!opened)
            return opened.error();
        m_pages = std::move(opened->pages);
        m_entries = std::move(opened->attachments);
        return encodeFacts(m_pages->facts());
    }

    template <class Opened> Result<QByteArray> factsOf(Result<std::unique_ptr<Opened>> opened)
    {
        if (!opened)
            return opened.error();
        m_pages = std::move(*opened);
        return encodeFacts(m_pages->facts());
    }

    Result<QByteArray> archiveFacts(const QByteArray &password)
    {
        auto opened = ArchiveDocument::open(m_device, password, m_limits);
        if (!opened)
            return opened.error();
        m_entries = std::move(*opened);
        return encodeFacts(factsOfArchive());
    }

    Result<QByteArray> nextEntry()
    {
        const auto entry = m_entries ? m_entries->next() : askedOutOfOrder();
        if (!entry)
            return entry.error();
        return encodeEntry(*entry);
    }

    template <class Encode> Result<QByteArray> page(const QByteArray &payload, PageFor forWhom, Encode encode)
    {
        const auto pageIndex = decodePageIndex(payload);
        if (!m_pages || !pageIndex)
            return askedOutOfOrder();
        const auto layout = m_pages->page(*pageIndex, forWhom);
        if (!layout)
            return layout.error();
        return encode(*layout);
    }

    Result<QByteArray> scan(const QByteArray &payload)
    {
        const auto pageIndex = decodePageIndex(payload);
        const auto page = m_pages && pageIndex ? m_pages->scan(*pageIndex) : Result<PageScan>(askedOutOfOrder());
        if (!page)
            return page.error();
        return encodeScan(*page);
    }

    /// Straight from the picture to the socket: the pixels are not copied once more.
    bool answerRender(const Frame &request)
    {
        const auto part = decodeRender(request.payload);
        const Result<QImage> image = m_pages && part ? m_pages->render(*part) : Result<QImage>(askedOutOfOrder());
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
    std::unique_ptr<PagedDocument> m_pages;
    std::unique_ptr<EntrySource> m_entries;
};

} // namespace

int runReader(int document, int session, const OpenRequest &request, const Sandbox &sandbox)
{
    if (shutIn(document, session, request, sandbox))
        ReaderSession(document, session, request.limits).run();
    return 0;
}

} // namespace model::reader
