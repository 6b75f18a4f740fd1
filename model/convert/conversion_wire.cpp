// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/conversion_wire.h"

#include "model/domain/document.h"
#include "model/reader/wire.h"

namespace model::convert {

using reader::WireReader;
using reader::WireWriter;

QByteArray ConversionRequest::toBytes() const
{
    WireWriter writer;
    writer.flag(isVersion);
    writer.text(ending);
    writer.u32(static_cast<quint32>(limits.wallMs));
    writer.u32(static_cast<quint32>(limits.cpuSeconds));
    writer.i64(limits.memoryBytes);
    writer.i64(limits.outputBytes);
    writer.u32(static_cast<quint32>(limits.processes));
    writer.flag(useLandlock);
    writer.flag(useNamespaces);
    return writer.written();
}

std::optional<ConversionRequest> ConversionRequest::fromBytes(QByteArrayView bytes)
{
    constexpr qsizetype longestEnding = 8;
    WireReader reader(bytes);
    ConversionRequest request;
    request.isVersion = reader.flag();
    request.ending = reader.text(longestEnding);
    request.limits.wallMs = static_cast<int>(reader.u32());
    request.limits.cpuSeconds = static_cast<int>(reader.u32());
    request.limits.memoryBytes = reader.i64();
    request.limits.outputBytes = reader.i64();
    request.limits.processes = static_cast<int>(reader.u32());
    request.useLandlock = reader.flag();
    request.useNamespaces = reader.flag();
    const bool isEnding = request.isVersion ? request.ending.isEmpty() : isOfficeFormat(request.ending);
    return reader.finished() && isEnding ? std::optional(request) : std::nullopt;
}

QByteArray ConversionAnswer::toBytes() const
{
    WireWriter writer;
    writer.u8(static_cast<quint8>(outcome));
    writer.u32(static_cast<quint32>(waitStatus));
    writer.flag(hadLandlock);
    writer.flag(hadNamespaces);
    return writer.written();
}

std::optional<ConversionAnswer> ConversionAnswer::fromBytes(QByteArrayView bytes)
{
    WireReader reader(bytes);
    ConversionAnswer answer;
    const quint8 outcome = reader.u8();
    answer.outcome = static_cast<ConversionOutcome>(outcome);
    answer.waitStatus = static_cast<int>(reader.u32());
    answer.hadLandlock = reader.flag();
    answer.hadNamespaces = reader.flag();
    return reader.finished() && outcome <= static_cast<quint8>(ConversionOutcome::TooLarge) ? std::optional(answer)
                                                                                            : std::nullopt;
}

} // namespace model::convert
