// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/archive_obstacle.h"

#include "model/reader/document_device.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>

namespace model::reader {
namespace {

constexpr qint64 bytesAtStart = 256;
constexpr QByteArrayView rarMark("Rar!\x1a\x07");
constexpr QByteArrayView sevenZipMark("7z\xbc\xaf\x27\x1c");
constexpr qint64 bytesAtEnd = 64 * 1024 + 22; // the last record of a zip with the longest comment

/// RAR before version 5: a mark, then a header of two bytes for a sum, its kind and two bytes for flags.
std::optional<Error> obstacleInRar4(QByteArrayView start)
{
    constexpr qsizetype header = 7;
    constexpr quint16 isVolume = 0x0001;
    constexpr quint16 isSealed = 0x0080;
    if (start.size() < header + 5 || start[header + 2] != 0x73)
        return std::nullopt;
    const auto flags = qFromLittleEndian<quint16>(start.data() + header + 3);
    if (flags & isVolume)
        return oneOfSeveralVolumes();
    return flags & isSealed ? std::optional(sealedForGood()) : std::nullopt;
}

/// RAR 5: numbers of seven bits a byte, the lowest first, one after another.
std::optional<Error> obstacleInRar5(QByteArrayView start)
{
    constexpr quint64 mainHeader = 1;
    constexpr quint64 encryptionHeader = 4;
    constexpr quint64 hasExtraArea = 1;
    constexpr quint64 isVolume = 1;
    qsizetype at = 8 + 4; // the mark and the header's sum
    const auto number = [&start, &at] {
        quint64 value = 0;
        for (int shift = 0; shift < 63 && at < start.size(); shift += 7) {
            const auto byte = static_cast<quint8>(start[at++]);
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                break;
        }
        return value;
    };
    number(); // its size
    const quint64 kind = number();
    if (kind == encryptionHeader)
        return sealedForGood();
    if (kind != mainHeader)
        return std::nullopt;
    if (number() & hasExtraArea)
        number();
    return number() & isVolume ? std::optional(oneOfSeveralVolumes()) : std::nullopt;
}

/// 7z: a fixed header says where the list of files lies, which is the end of the file.
std::optional<Error> obstacleIn7z(QByteArrayView start, qint64 size)
{
    constexpr qint64 header = 32;
    if (start.size() < header)
        return oneOfSeveralVolumes();
    const auto place = qFromLittleEndian<quint64>(start.data() + 12);
    const auto length = qFromLittleEndian<quint64>(start.data() + 20);
    const auto room = static_cast<quint64>(std::max<qint64>(size - header, 0));
    return place > room || length > room - place ? std::optional(oneOfSeveralVolumes()) : std::nullopt;
}

/// The last record of a zip counts the volumes before it.
std::optional<Error> obstacleInZip(DocumentDevice &device)
{
    const QByteArray end = device.bytesAt(std::max<qint64>(device.size() - bytesAtEnd, 0), bytesAtEnd);
    const qsizetype at = end.lastIndexOf("PK\x05\x06");
    constexpr qsizetype record = 22; // and the comment
    if (at < 0 || end.size() - at < record ||
        end.size() - at - record != qFromLittleEndian<quint16>(end.constData() + at + 20))
        return std::nullopt;
    const auto volume = qFromLittleEndian<quint16>(end.constData() + at + 4);
    return volume != 0 && volume != 0xffff ? std::optional(oneOfSeveralVolumes()) : std::nullopt;
}

} // namespace

Error oneOfSeveralVolumes()
{
    return {ErrorKind::Unsupported,
            QStringLiteral("This is one volume of an archive that was split into several, or its end is missing. Put "
                           "all volumes into one folder, unpack the first with a program for archives and import the "
                           "files."),
            {}};
}

Error sealedForGood()
{
    return {ErrorKind::Unsupported,
            QStringLiteral("The archive is encrypted in a way that Carveout cannot undo. Unpack it with its password "
                           "in a program for archives and import the files."),
            {}};
}

std::optional<Error> obstacleIn(DocumentDevice &device)
{
    const QByteArray start = device.bytesAt(0, bytesAtStart);
    if (start.startsWith(QByteArray("Rar!\x1a\x07\x00", 7)))
        return obstacleInRar4(start);
    if (start.startsWith(QByteArray("Rar!\x1a\x07\x01\x00", 8)))
        return obstacleInRar5(start);
    if (start.startsWith(sevenZipMark))
        return obstacleIn7z(start, device.size());
    if (start.startsWith("PK\x07\x08"))
        return oneOfSeveralVolumes();
    // The last volume of a zip begins anyhow.
    return obstacleInZip(device);
}

bool saysToBeAnArchive(DocumentDevice &device)
{
    const QByteArray start = device.bytesAt(0, bytesAtStart);
    return start.startsWith(rarMark) || start.startsWith(sevenZipMark);
}

} // namespace model::reader
