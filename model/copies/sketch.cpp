// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/copies/sketch.h"

#include "model/copies/mixing.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>
#include <limits>

namespace model::copies {
namespace {

constexpr std::uint64_t nothing = std::numeric_limits<std::uint64_t>::max();

} // namespace

Sketch::Sketch(const std::vector<std::uint64_t> &keys)
{
    std::array<std::uint64_t, size> minima;
    minima.fill(nothing);
    for (size_t i = 0; i + shingleWords <= keys.size(); ++i) {
        std::uint64_t shingle = 0;
        for (size_t word = 0; word < shingleWords; ++word)
            shingle = mixed(shingle ^ keys[i + word]);
        std::uint64_t &minimum = minima[shingle >> 56];
        minimum = std::min(minimum, shingle);
    }
    if (std::all_of(minima.begin(), minima.end(), [](std::uint64_t minimum) { return minimum == nothing; }))
        return;
    for (size_t part = 0; part < minima.size(); ++part) {
        std::uint64_t minimum = minima[part];
        for (std::uint64_t attempt = 1; minimum == nothing; ++attempt)
            minimum = minima[mixed(part * size + attempt * 0x10001) % size];
        m_bytes[part] = static_cast<std::uint8_t>(mixed(minimum));
    }
}

Sketch::Sketch(const QByteArray &bytes)
{
    std::copy_n(bytes.begin(), std::min<qsizetype>(bytes.size(), size), m_bytes.begin());
}

QByteArray Sketch::bytes() const
{
    return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), size);
}

std::uint32_t Sketch::band(int index) const
{
    std::uint32_t key = 0;
    std::memcpy(&key, m_bytes.data() + index * bandRows, bandRows);
    return key;
}

double Sketch::resemblance(const Sketch &other) const
{
    int same = 0;
    for (size_t part = 0; part < m_bytes.size(); ++part)
        same += m_bytes[part] == other.m_bytes[part];
    // One byte in 256 is the same by chance.
    return std::max(0.0, (static_cast<double>(same) / size - 1.0 / 256) / (255.0 / 256));
}

TextSignature signatureOf(const WordText &text, qsizetype pages)
{
    const auto count = static_cast<qsizetype>(text.words.size());
    TextSignature signature{count, {}, {}};
    if (count < fewestWords || count < fewestWords * pages)
        return signature;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QString all;
    all.reserve(text.text.size() + count);
    for (size_t word = 0; word < text.words.size(); ++word) {
        text.appendFolded(word, all);
        all += u' ';
    }
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(all.utf16()), all.size() * 2));
    signature.same = hash.result();
    if (count >= fewestForSketch)
        signature.sketch = Sketch(text.keys()).bytes();
    return signature;
}

} // namespace model::copies
