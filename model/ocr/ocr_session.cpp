// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/ocr/ocr_session.h"

#include "model/ocr/recogniser.h"
#include "model/reader/answers.h"
#include "model/reader/frame_socket.h"
#include "model/reader/scan_wire.h"

namespace model::ocr {
namespace {

using namespace model::reader;

constexpr qint64 maximumRequest = PageScan::maximumPixels + 1024;

Result<RecognisedPage> answerTo(const Frame &request, Recogniser &recogniser)
{
    if (request.header.type != FrameType::Recognise)
        return Error{ErrorKind::Bug, QStringLiteral("The page was asked for something that is not there."), {}};
    const auto scan = decodeScan(request.payload);
    if (!scan)
        return Error{ErrorKind::Bug, QStringLiteral("The picture of the page makes no sense."), {}};
    return recogniser.recognise(*scan);
}

} // namespace

void runOcrSession(int session, Recogniser &recogniser)
{
    const QDeadlineTimer forever(QDeadlineTimer::Forever);
    for (;;) {
        const Frame request = receiveFrame(session, maximumRequest, forever);
        if (request.fault != FrameFault::None)
            return;
        const auto page = answerTo(request, recogniser);
        const QByteArray payload = page ? encodeRecognised(*page) : encodeFailure(page.error());
        const FrameHeader header{page ? FrameType::Recognise : FrameType::Failure, request.header.request,
                                 static_cast<quint32>(payload.size())};
        if (sendFrame(session, header, payload, forever) != FrameFault::None)
            return;
    }
}

} // namespace model::ocr
