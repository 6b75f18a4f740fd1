// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QUuid>

#include <compare>
#include <cstring>
#include <functional>
#include <optional>

namespace model {

/// The name of something a decision made: a random UUID, so that two reporters' journals can be joined. `Of` keeps ids
/// of different things apart; it need not be a complete type.
template <class Of> class Id {
public:
    static Id create() { return Id(QUuid::createUuid()); }
    /// The 36 characters of `toString`; nothing for any other text.
    static std::optional<Id> fromString(const QString &text)
    {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull() || text.size() != 36)
            return std::nullopt;
        return Id(uuid);
    }
    /// Exactly 16 bytes, as `toBytes` gives them.
    static std::optional<Id> fromBytes(QByteArrayView bytes)
    {
        if (bytes.size() != 16)
            return std::nullopt;
        return Id(QUuid::fromRfc4122(bytes));
    }

    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    QByteArray toBytes() const { return m_uuid.toRfc4122(); }
    const QUuid &uuid() const { return m_uuid; }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }
    QUuid m_uuid;
};

/// The least and the greatest 16 bytes of the ids whose text begins with a word.
struct IdRange {
    QByteArray first;
    QByteArray last;
};
/// `word`: the first 8 to 36 characters of an id's text. Nothing for a word that no id begins with.
std::optional<IdRange> idsBeginningWith(const QString &word);

} // namespace model

template <class Of> struct std::hash<model::Id<Of>> {
    size_t operator()(const model::Id<Of> &id) const { return qHash(id.uuid()); }
};
