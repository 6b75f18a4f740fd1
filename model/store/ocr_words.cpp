// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/ocr_words.h"

#include <algorithm>
#include <cmath>

namespace model::store {
namespace {

constexpr double finest = 65535; ///< steps of a page's side
constexpr double steps = 255;    ///< of a word's width
constexpr quint8 mostPercent = 100;

class Packer {
public:
    void byte(quint8 value) { bytes.append(static_cast<char>(value)); }
    /// Seven bits a byte, the lowest first.
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<quint8>(value | 0x80));
        byte(static_cast<quint8>(value));
    }
    void side(double unit)
    {
        const auto step = static_cast<quint32>(std::lround(std::clamp(unit, 0.0, 1.0) * finest));
        byte(static_cast<quint8>(step));
        byte(static_cast<quint8>(step >> 8));
    }

    QByteArray bytes;
};

class Unpacker {
public:
    explicit Unpacker(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    bool atEnd() const { return m_at == m_bytes.size(); }
    bool failed() const { return m_failed; }
    quint8 byte()
    {
        if (m_at < m_bytes.size())
            return static_cast<quint8>(m_bytes[m_at++]);
        m_failed = true;
        return 0;
    }
    /// At most `most`.
    qsizetype number(qsizetype most)
    {
        quint64 value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const quint8 part = byte();
            value |= quint64(part & 0x7f) << shift;
            if (part < 0x80)
                break;
        }
        m_failed = m_failed || value > static_cast<quint64>(most);
        return m_failed ? 0 : static_cast<qsizetype>(value);
    }
    double side()
    {
        const quint32 low = byte();
        return (low | quint32(byte()) << 8) / finest;
    }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace

QByteArray packedWords(const PageLayout &layout)
{
    Packer packer;
    qsizetype end = 0;
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        const TextBox &box = layout.boxes[i];
        packer.number(static_cast<quint64>(box.range.start - end));
        packer.number(static_cast<quint64>(box.range.length()));
        end = box.range.end;
        for (const double side : {box.area.left, box.area.top, box.area.right, box.area.bottom})
            packer.side(side);
        packer.byte(i < layout.confidences.size() ? layout.confidences[i] : quint8(0));
        const double width = std::max(box.area.right - box.area.left, 1 / finest);
        for (const float edge : box.edges)
            packer.byte(static_cast<quint8>(
                std::lround(std::clamp((static_cast<double>(edge) - box.area.left) / width, 0.0, 1.0) * steps)));
    }
    return packer.bytes;
}

bool unpackWords(QByteArrayView packed, PageLayout &layout)
{
    Unpacker unpacker(packed);
    layout.boxes.clear();
    layout.confidences.clear();
    qsizetype end = 0;
    while (!unpacker.atEnd() && !unpacker.failed()) {
        TextBox box;
        const qsizetype left = layout.text.text.size() - end;
        box.range.start = end + unpacker.number(left);
        box.range.end = box.range.start + unpacker.number(layout.text.text.size() - box.range.start);
        box.area.left = unpacker.side();
        box.area.top = unpacker.side();
        box.area.right = std::max(unpacker.side(), box.area.left);
        box.area.bottom = std::max(unpacker.side(), box.area.top);
        const quint8 confidence = std::min(unpacker.byte(), mostPercent);
        for (qsizetype i = 0; i < box.range.length() && !unpacker.failed(); ++i)
            box.edges.push_back(
                static_cast<float>(box.area.left + unpacker.byte() / steps * (box.area.right - box.area.left)));
        if (unpacker.failed() || box.range.isEmpty())
            break;
        end = box.range.end;
        layout.boxes.push_back(std::move(box));
        layout.confidences.push_back(confidence);
    }
    const bool whole = unpacker.atEnd() && !unpacker.failed() && (packed.isEmpty() || !layout.boxes.empty());
    if (!whole) {
        layout.boxes.clear();
        layout.confidences.clear();
    }
    return whole;
}

} // namespace model::store
