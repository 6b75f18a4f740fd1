// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace model::reader {

/// Puts values one behind the other, little endian, without padding.
class WireWriter final {
public:
    void u8(quint8 value);
    void u32(quint32 value);
    void i64(qint64 value);
    void f32(float value);
    void f64(double value);
    void flag(bool value) { u8(value ? 1 : 0); }
    void bytes(QByteArrayView value); ///< length, then the bytes
    void text(QStringView value);     ///< length in UTF-16 units, then the units
    void texts(const QStringList &values);

    const QByteArray &written() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Takes them out again. The bytes are not trusted: whatever does not fit makes `failed` true for good, and everything
/// taken from then on is zero or empty.
class WireReader final {
public:
    explicit WireReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    quint8 u8();
    quint32 u32();
    qint64 i64();
    float f32();  ///< finite
    double f64(); ///< finite
    bool flag();  ///< 0 or 1, nothing else
    QByteArray bytes(qsizetype maximum);
    /// At most `maximum` units. Lone surrogates, control characters other than '\n' and '\t', and non-characters come
    /// out as U+FFFD, so that lengths stay.
    QString text(qsizetype maximum);
    QStringList texts(qsizetype maximumCount, qsizetype maximumUnits);
    /// How many things follow, each of which takes `bytesEach` or more: never more than the bytes left can hold.
    qsizetype count(qsizetype maximum, qsizetype bytesEach);

    void fail() { m_failed = true; }
    bool failed() const { return m_failed; }
    /// Everything was taken and nothing failed.
    bool finished() const { return !m_failed && m_position == m_bytes.size(); }

private:
    QByteArrayView take(qsizetype length);

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_failed = false;
};

/// `text` with everything replaced by U+FFFD that must not be in a text of ours (see WireReader::text).
QString cleaned(QString text);

} // namespace model::reader
