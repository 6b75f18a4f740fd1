// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <functional>
#include <optional>

namespace model {

/// A SHA-256: 32 bytes. A document is known by that of its bytes.
class Sha256 {
public:
    static Sha256 of(const QByteArray &bytes);
    static std::optional<Sha256> fromBytes(const QByteArray &bytes); ///< exactly 32 bytes
    static std::optional<Sha256> fromHex(const QString &hex);        ///< exactly 64 hexadecimal digits

    const QByteArray &bytes() const { return m_bytes; }
    QString toHex() const { return QString::fromLatin1(m_bytes.toHex()); }

    friend bool operator==(const Sha256 &, const Sha256 &) = default;
    friend bool operator<(const Sha256 &a, const Sha256 &b) { return a.m_bytes < b.m_bytes; }
    friend size_t qHash(const Sha256 &sha, size_t seed = 0) { return qHash(QByteArrayView(sha.m_bytes), seed); }

private:
    explicit Sha256(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    QByteArray m_bytes;
};

} // namespace model

template <> struct std::hash<model::Sha256> {
    size_t operator()(const model::Sha256 &sha) const { return qHash(sha); }
};
