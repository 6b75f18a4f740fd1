// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/wire.h"

#include <QtEndian>

#include <bit>
#include <cmath>

namespace model::reader {
namespace {

template <class T> void append(QByteArray &bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

template <class T> T fromBytes(QByteArrayView bytes)
{
    return bytes.isEmpty() ? T(0) : qFromLittleEndian<T>(bytes.data());
}

bool isForbidden(char16_t unit)
{
    return (unit < 0x20 && unit != u'\n' && unit != u'\t') || (unit >= 0x7f && unit < 0xa0) || unit >= 0xfffe;
}

} // namespace

void WireWriter::u8(quint8 value)
{
    m_bytes.append(static_cast<char>(value));
}

void WireWriter::u32(quint32 value)
{
    append(m_bytes, value);
}

void WireWriter::i64(qint64 value)
{
    append(m_bytes, value);
}

void WireWriter::f32(float value)
{
    append(m_bytes, std::bit_cast<quint32>(value));
}

void WireWriter::f64(double value)
{
    append(m_bytes, std::bit_cast<quint64>(value));
}

void WireWriter::bytes(QByteArrayView value)
{
    u32(static_cast<quint32>(value.size()));
    m_bytes.append(value);
}

void WireWriter::text(QStringView value)
{
    u32(static_cast<quint32>(value.size()));
    if (value.isEmpty())
        return;
    const qsizetype at = m_bytes.size();
    m_bytes.resize(at + 2 * value.size());
    qToLittleEndian<quint16>(value.utf16(), value.size(), m_bytes.data() + at);
}

void WireWriter::texts(const QStringList &values)
{
    u32(static_cast<quint32>(values.size()));
    for (const QString &value : values)
        text(value);
}

QByteArrayView WireReader::take(qsizetype length)
{
    if (m_failed || length < 0 || length > m_bytes.size() - m_position) {
        m_failed = true;
        return {};
    }
    const QByteArrayView taken = m_bytes.sliced(m_position, length);
    m_position += length;
    return taken;
}

quint8 WireReader::u8()
{
    return fromBytes<quint8>(take(1));
}

quint32 WireReader::u32()
{
    return fromBytes<quint32>(take(4));
}

qint64 WireReader::i64()
{
    return fromBytes<qint64>(take(8));
}

float WireReader::f32()
{
    const auto value = std::bit_cast<float>(u32());
    if (std::isfinite(value))
        return value;
    m_failed = true;
    return 0;
}

double WireReader::f64()
{
    const auto value = std::bit_cast<double>(fromBytes<quint64>(take(8)));
    if (std::isfinite(value))
        return value;
    m_failed = true;
    return 0;
}

bool WireReader::flag()
{
    const quint8 value = u8();
    if (value > 1)
        m_failed = true;
    return value == 1;
}

QByteArray WireReader::bytes(qsizetype maximum)
{
    const qsizetype length = count(maximum, 1);
    return take(length).toByteArray();
}

QString WireReader::text(qsizetype maximum)
{
    const qsizetype length = count(maximum, 2);
    const QByteArrayView units = take(2 * length);
    if (m_failed || length == 0)
        return {};
    QString text(length, Qt::Uninitialized);
    qFromLittleEndian<quint16>(units.data(), length, text.data());
    return cleaned(std::move(text));
}

QStringList WireReader::texts(qsizetype maximumCount, qsizetype maximumUnits)
{
    const qsizetype length = count(maximumCount, 4);
    QStringList texts;
    texts.reserve(length);
    for (qsizetype i = 0; i < length && !m_failed; ++i)
        texts.append(text(maximumUnits));
    return texts;
}

qsizetype WireReader::count(qsizetype maximum, qsizetype bytesEach)
{
    const qsizetype claimed = u32();
    if (claimed <= maximum && claimed <= (m_bytes.size() - m_position) / bytesEach)
        return claimed;
    m_failed = true;
    return 0;
}

QString cleaned(QString text)
{
    QChar *const units = text.data();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (units[i].isHighSurrogate() && i + 1 < text.size() && units[i + 1].isLowSurrogate())
            ++i;
        else if (units[i].isSurrogate() || isForbidden(units[i].unicode()))
            units[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace model::reader
