// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/complaints.h"

#include "model/reader/answers.h"
#include "model/reader/frame_socket.h"
#include "model/reader/without_colours.h"

#include <QVariant>

#include <poppler-qt6.h>

namespace model::reader {
namespace {

// Poppler's function pointer takes a QVariant, which would be copied for each complaint.
Complaints *listener = nullptr;

void hear(const QString &line, const QVariant &)
{
    if (listener && !WithoutColours::causes(line))
        listener->add(line);
}

} // namespace

void Complaints::add(const QString &line)
{
    if (m_left <= 0)
        return;
    --m_left;
    const QByteArray payload = encodeComplaint(line.simplified());
    const FrameHeader header{FrameType::Complaint, 0, static_cast<quint32>(payload.size())};
    sendFrame(m_session, header, payload, QDeadlineTimer(QDeadlineTimer::Forever));
}

void leadPopplerTo(Complaints *complaints)
{
    listener = complaints;
    Poppler::setDebugErrorFunction(hear, {});
}

} // namespace model::reader
