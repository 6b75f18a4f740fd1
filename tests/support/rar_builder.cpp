// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rar_builder.h"

namespace {

quint32 crcOf(QByteArrayView bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

/// The lowest byte first.
QByteArray fixed(quint64 value, int bytes)
{
    QByteArray made;
    for (int i = 0; i < bytes; ++i)
        made += static_cast<char>(value >> (8 * i));
    return made;
}

QByteArray variable(quint64 value)
{
    QByteArray made;
    for (; value >= 0x80; value >>= 7)
        made += static_cast<char>((value & 0x7f) | 0x80);
    return made + static_cast<char>(value);
}

QByteArray header4(quint8 kind, quint16 flags, const QByteArray &rest)
{
    const QByteArray body = fixed(kind, 1) + fixed(flags, 2) + fixed(static_cast<quint64>(7 + rest.size()), 2) + rest;
    return fixed(crcOf(body) & 0xffff, 2) + body;
}

QByteArray rar4(const ArchiveFiles &files, RarTrait trait)
{
    const quint16 flags = trait == RarTrait::Volume ? 0x0001 : trait == RarTrait::Sealed ? 0x0080 : 0;
    QByteArray bytes = QByteArray("Rar!\x1a\x07\x00", 7) + header4(0x73, flags, fixed(0, 6));
    for (const auto &[name, content] : files) {
        const auto size = static_cast<quint64>(content.size());
        bytes += header4(0x74, 0x8000,
                         fixed(size, 4) + fixed(size, 4) + fixed(3, 1) + fixed(crcOf(content), 4) + fixed(0, 4) +
                             fixed(20, 1) + fixed(0x30, 1) + fixed(static_cast<quint64>(name.size()), 2) +
                             fixed(0100644, 4) + name) +
                 content;
    }
    return bytes + header4(0x7b, 0x4000, {});
}

QByteArray header5(const QByteArray &body)
{
    const QByteArray sized = variable(static_cast<quint64>(body.size())) + body;
    return fixed(crcOf(sized), 4) + sized;
}

QByteArray rar5(const ArchiveFiles &files, RarTrait trait)
{
    QByteArray bytes("Rar!\x1a\x07\x01\x00", 8);
    if (trait == RarTrait::Sealed)
        return bytes + header5(variable(4) + variable(0) + variable(0) + variable(0) + fixed(15, 1) + fixed(0, 16)) +
               QByteArray(64, 'x');
    bytes += header5(variable(1) + variable(0) + variable(trait == RarTrait::Volume ? 1 : 0));
    for (const auto &[name, content] : files) {
        const auto size = static_cast<quint64>(content.size());
        bytes += header5(variable(2) + variable(2) + variable(size) + variable(4) + variable(size) + variable(0100644) +
                         fixed(crcOf(content), 4) + variable(0) + variable(1) +
                         variable(static_cast<quint64>(name.size())) + name) +
                 content;
    }
    return bytes + header5(variable(5) + variable(0) + variable(0));
}

} // namespace

QByteArray rarBytes(RarFormat format, const ArchiveFiles &files, RarTrait trait)
{
    return format == RarFormat::Rar4 ? rar4(files, trait) : rar5(files, trait);
}
