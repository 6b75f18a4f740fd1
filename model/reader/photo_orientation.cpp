// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/photo_orientation.h"

#include "model/reader/picture_steps.h"

#include <QtEndian>

#include <algorithm>

namespace model::reader {
namespace {

constexpr int asItIs = 1;

/// Numbers of a TIFF structure, in its byte order; zero beyond its end.
class Tiff {
public:
    explicit Tiff(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_isLittle(bytes.startsWith("II"))
    {
    }

    quint32 u16(qsizetype at) const { return number<quint16>(at); }
    quint32 u32(qsizetype at) const { return number<quint32>(at); }

private:
    template <class T> T number(qsizetype at) const
    {
        if (at < 0 || at > m_bytes.size() - qsizetype(sizeof(T)))
            return 0;
        return m_isLittle ? qFromLittleEndian<T>(m_bytes.data() + at) : qFromBigEndian<T>(m_bytes.data() + at);
    }

    QByteArrayView m_bytes;
    bool m_isLittle;
};

int orientationIn(const Tiff &tiff)
{
    constexpr quint32 orientationTag = 0x0112;
    constexpr qsizetype bytesOfEntry = 12;
    const auto directory = static_cast<qsizetype>(tiff.u32(4));
    const auto entries = static_cast<qsizetype>(tiff.u16(directory));
    for (qsizetype i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + i * bytesOfEntry;
        if (tiff.u16(entry) == orientationTag) {
            const auto value = static_cast<int>(tiff.u16(entry + 8));
            return value >= 1 && value <= 8 ? value : asItIs;
        }
    }
    return asItIs;
}

} // namespace

int photoOrientation(const QByteArray &jpeg)
{
    constexpr quint8 exifSegment = 0xe1;
    constexpr quint8 startOfScan = 0xda;
    const auto byteAt = [&jpeg](qsizetype at) { return static_cast<quint8>(jpeg.at(at)); };
    if (!jpeg.startsWith("\xff\xd8"))
        return asItIs;
    for (qsizetype at = 2; at + 4 <= jpeg.size() && byteAt(at) == 0xff && byteAt(at + 1) != startOfScan;) {
        const qsizetype length = byteAt(at + 2) * 256 + byteAt(at + 3);
        const QByteArrayView rest = QByteArrayView(jpeg).sliced(at + 4);
        const QByteArrayView segment = rest.first(std::clamp<qsizetype>(length - 2, 0, rest.size()));
        if (byteAt(at + 1) == exifSegment && segment.startsWith(QByteArrayView("Exif\0\0", 6)))
            return orientationIn(Tiff(segment.sliced(6)));
        at += 2 + length;
    }
    return asItIs;
}

QImage setUpright(const QImage &image, int orientation)
{
    // Which of the eight: mirrored or not, then turned clockwise by quarters.
    static constexpr struct {
        bool mirrored;
        int turns;
    } steps[] = {{false, 0}, {true, 0}, {false, 2}, {true, 2}, {true, 3}, {false, 1}, {true, 1}, {false, 3}};
    const auto &step = steps[orientation - 1];
    const QImage mirrored = step.mirrored ? image.mirrored(true, false) : image;
    return turnedBy(mirrored, step.turns);
}

} // namespace model::reader
