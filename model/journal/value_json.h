// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"
#include "model/domain/note.h"
#include "model/domain/rejection.h"
#include "model/domain/signature.h"
#include "model/domain/tag.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <limits>
#include <optional>

namespace model::journal {

// Values inside a payload, and back.
QJsonObject toJson(const Tag &tag);
QJsonObject toJson(const EvidenceLink &link);
QJsonObject toJson(const FindingKey &finding);
QJsonObject toJson(const Period &period);
QJsonObject toJson(const Note &note);
QJsonObject toJson(const Rejection &rejection);
QJsonObject toJson(const Signature &signature);

/// Takes a JSON object apart without trusting it. Each value is asked for once; after the last, isSound() says whether
/// all were there, of the right shape, and nothing else was. What is wrong gives an empty value.
class StrictObject {
public:
    explicit StrictObject(const QJsonValue &value);

    bool has(const char *key) const;
    QString text(const char *key);
    qint64 number(const char *key, qint64 least, qint64 most);
    QStringList texts(const char *key);
    /// What `read` gives for the object of that name.
    template <class T> std::optional<T> value(const char *key, std::optional<T> (*read)(const QJsonValue &))
    {
        return checked(read(taken(key)));
    }
    /// What `read` gives for the text of that name: an id, a hash, a word.
    template <class T> std::optional<T> parsed(const char *key, std::optional<T> (*read)(const QString &))
    {
        return checked(read(text(key)));
    }
    bool isSound() const { return m_isSound && m_taken == m_object.size(); }

private:
    template <class T> std::optional<T> checked(std::optional<T> value)
    {
        m_isSound = m_isSound && value.has_value();
        return value;
    }
    QJsonValue taken(const char *key);

    QJsonObject m_object;
    qsizetype m_taken = 0;
    bool m_isSound = true;
};

std::optional<Tag> tagFromJson(const QJsonValue &value);
std::optional<EvidenceLink> linkFromJson(const QJsonValue &value);
std::optional<FindingKey> findingFromJson(const QJsonValue &value);
std::optional<Period> periodFromJson(const QJsonValue &value);
std::optional<Note> noteFromJson(const QJsonValue &value);
std::optional<Rejection> rejectionFromJson(const QJsonValue &value);
std::optional<Signature> signatureFromJson(const QJsonValue &value);

} // namespace model::journal
