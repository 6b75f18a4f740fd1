// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/protocol.h"

#include "model/reader/wire.h"

#include <algorithm>
#include <cmath>

namespace model::reader {
namespace {

constexpr quint32 frameMagic = 0x46527643; // "CvRF"
constexpr quint32 endedMagic = 0x45527643; // "CvRE"

template <std::size_t size> std::array<char, size> toArray(const WireWriter &writer)
{
    std::array<char, size> bytes{};
    std::copy_n(writer.written().cbegin(), std::min<qsizetype>(size, writer.written().size()), bytes.begin());
    return bytes;
}

} // namespace

std::array<char, FrameHeader::size> FrameHeader::toBytes() const
{
    WireWriter writer;
    writer.u32(frameMagic);
    writer.u32(static_cast<quint32>(type));
    writer.u32(request);
    writer.u32(length);
    return toArray<size>(writer);
}

std::optional<FrameHeader> FrameHeader::fromBytes(QByteArrayView bytes)
{
    WireReader reader(bytes);
    const bool known = reader.u32() == frameMagic;
    FrameHeader header;
    header.type = static_cast<FrameType>(reader.u32());
    header.request = reader.u32();
    header.length = reader.u32();
    if (!known || !reader.finished())
        return std::nullopt;
    return header;
}

QByteArray OpenRequest::toBytes() const
{
    WireWriter writer;
    writer.u32(protocolVersion);
    writer.flag(useLandlock);
    writer.i64(limits.memoryBytes);
    writer.i64(limits.answerBytes);
    writer.u32(static_cast<quint32>(limits.answerMs));
    writer.u32(static_cast<quint32>(limits.complaints));
    writer.i64(limits.unpackedBytes);
    writer.f64(limits.unpackedRatio);
    writer.i64(limits.archiveEntries);
    return writer.written();
}

std::optional<OpenRequest> OpenRequest::fromBytes(QByteArrayView bytes)
{
    WireReader reader(bytes);
    const bool known = reader.u32() == protocolVersion;
    OpenRequest request;
    request.useLandlock = reader.flag();
    request.limits.memoryBytes = reader.i64();
    request.limits.answerBytes = reader.i64();
    request.limits.answerMs = static_cast<int>(reader.u32());
    request.limits.complaints = static_cast<int>(reader.u32());
    request.limits.unpackedBytes = reader.i64();
    request.limits.unpackedRatio = reader.f64();
    request.limits.archiveEntries = reader.i64();
    if (!known || !reader.finished())
        return std::nullopt;
    return request;
}

std::array<char, Ended::size> Ended::toBytes() const
{
    WireWriter writer;
    writer.u32(overMemory ? endedMagic + 1 : endedMagic);
    writer.u32(static_cast<quint32>(waitStatus));
    return toArray<size>(writer);
}

std::optional<Ended> Ended::fromBytes(QByteArrayView bytes)
{
    WireReader reader(bytes);
    const quint32 magic = reader.u32();
    const auto waitStatus = static_cast<int>(reader.u32());
    if (!reader.finished() || (magic != endedMagic && magic != endedMagic + 1))
        return std::nullopt;
    return Ended{waitStatus, magic != endedMagic};
}

QByteArray encodePassword(const QByteArray &password)
{
    WireWriter writer;
    writer.bytes(password);
    return writer.written();
}

std::optional<QByteArray> decodePassword(QByteArrayView bytes)
{
    WireReader reader(bytes);
    QByteArray password = reader.bytes(maximumPassword);
    return reader.finished() ? std::optional(password) : std::nullopt;
}

QByteArray encodePageIndex(int pageIndex)
{
    WireWriter writer;
    writer.u32(static_cast<quint32>(pageIndex));
    return writer.written();
}

std::optional<int> decodePageIndex(QByteArrayView bytes)
{
    WireReader reader(bytes);
    const auto pageIndex = static_cast<int>(reader.u32());
    return reader.finished() ? std::optional(pageIndex) : std::nullopt;
}

QByteArray encodeRender(const RenderRequest &request)
{
    WireWriter writer;
    writer.u32(static_cast<quint32>(request.pageIndex));
    writer.f64(request.pixelsPerPoint);
    writer.u32(static_cast<quint32>(request.turns));
    for (const int side : {request.part.x(), request.part.y(), request.part.width(), request.part.height()})
        writer.u32(static_cast<quint32>(side));
    return writer.written();
}

std::optional<RenderRequest> decodeRender(QByteArrayView bytes)
{
    WireReader reader(bytes);
    RenderRequest request;
    request.pageIndex = static_cast<int>(reader.u32());
    request.pixelsPerPoint = reader.f64();
    request.turns = static_cast<int>(reader.u32());
    const auto left = static_cast<int>(reader.u32());
    const auto top = static_cast<int>(reader.u32());
    const auto width = static_cast<int>(reader.u32());
    const auto height = static_cast<int>(reader.u32());
    request.part = QRect(left, top, width, height);
    if (!reader.finished() || faultOf(request))
        return std::nullopt;
    return request;
}

std::optional<Error> faultOf(const RenderRequest &request)
{
    constexpr int furthest = 1 << 28;
    const QRect &part = request.part;
    const bool sound = request.pageIndex >= 0 && std::isfinite(request.pixelsPerPoint) && request.pixelsPerPoint > 0 &&
                       request.pixelsPerPoint <= 32 && request.turns >= 0 && request.turns <= 3 && part.width() > 0 &&
                       part.height() > 0 && part.width() <= RenderRequest::maximumSide &&
                       part.height() <= RenderRequest::maximumSide && part.x() >= 0 && part.y() >= 0 &&
                       part.x() <= furthest && part.y() <= furthest;
    if (sound)
        return std::nullopt;
    return Error{
        ErrorKind::Invalid,
        QStringLiteral("This part of the page cannot be drawn: it is empty or larger than the program draws at once."),
        QStringLiteral("render request out of range")};
}

} // namespace model::reader
