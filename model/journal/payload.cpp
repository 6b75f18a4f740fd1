// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/payload.h"

#include "model/journal/change_json.h"
#include "model/journal/value_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace model::journal {
namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonValue parsed(const QString &payload)
{
    const QJsonDocument document = QJsonDocument::fromJson(payload.toUtf8());
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue();
}

Error malformed()
{
    return {ErrorKind::Damaged, QStringLiteral("The journal holds an entry that cannot be understood."),
            QStringLiteral("payload of a journal part")};
}

} // namespace

QString payloadOf(const AppliedChange &part)
{
    return compact({{QStringLiteral("do"), toJson(part.change)}, {QStringLiteral("undo"), toJson(part.inverse)}});
}

QString payloadOf(const ReceivedFile &file)
{
    return compact({{QStringLiteral("sha256"), file.sha256.toHex()},
                    {QStringLiteral("origin"), file.origin},
                    {QStringLiteral("size"), file.size}});
}

QString payloadOf(const Withdrawal &withdrawal)
{
    QJsonArray erased;
    for (const auto &[seq, place] : withdrawal.erased)
        erased.append(QJsonArray{seq, place});
    QJsonObject object{{QStringLiteral("reason"), withdrawal.reason}, {QStringLiteral("erased"), erased}};
    QJsonArray documents;
    for (const Sha256 &sha : withdrawal.documents)
        documents.append(sha.toHex());
    object.insert(QStringLiteral("documents"), documents);
    if (withdrawal.note)
        object.insert(QStringLiteral("note"), withdrawal.note->toString());
    return compact(object);
}

Result<AppliedChange> appliedChangeFromPayload(const QString &payload)
{
    StrictObject object(parsed(payload));
    const auto change = object.value("do", &changeFromJson);
    const auto inverse = object.value("undo", &changeFromJson);
    if (!object.isSound())
        return malformed();
    return AppliedChange{*change, *inverse};
}

Result<ReceivedFile> receivedFileFromPayload(const QString &payload)
{
    StrictObject object(parsed(payload));
    const auto sha = object.parsed("sha256", &Sha256::fromHex);
    const QString origin = object.text("origin");
    const qint64 size = object.number("size", 0, std::numeric_limits<qint64>::max());
    if (!object.isSound())
        return malformed();
    return ReceivedFile{*sha, origin, size};
}

Result<Withdrawal> withdrawalFromPayload(const QString &payload)
{
    const auto pairs = +[](const QJsonValue &value) -> std::optional<std::vector<std::pair<qint64, qint64>>> {
        std::vector<std::pair<qint64, qint64>> erased;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &entry : array) {
            const QJsonArray pair = entry.toArray();
            if (pair.size() != 2 || pair[0].toInteger(-1) < 1 || pair[1].toInteger(-1) < 0)
                return std::nullopt;
            erased.emplace_back(pair[0].toInteger(), pair[1].toInteger());
        }
        return value.isArray() ? std::optional(erased) : std::nullopt;
    };
    StrictObject object(parsed(payload));
    const QString reason = object.text("reason");
    const auto erased = object.value("erased", pairs);
    const QStringList hashes = object.texts("documents");
    const auto note = object.has("note") ? object.parsed("note", &NoteId::fromString) : std::nullopt;
    std::vector<Sha256> documents;
    for (const QString &hex : hashes) {
        if (const auto sha = Sha256::fromHex(hex))
            documents.push_back(*sha);
    }
    if (!object.isSound() || static_cast<qsizetype>(documents.size()) != hashes.size() ||
        documents.empty() != note.has_value())
        return malformed();
    return Withdrawal{documents, note, reason, *erased};
}

} // namespace model::journal
