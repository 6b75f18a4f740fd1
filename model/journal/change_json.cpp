// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/change_json.h"

#include "model/base/overloaded.h"
#include "model/journal/value_json.h"

#include <QJsonDocument>

#include <array>

namespace model::journal {
namespace {

/// In the order of the variant.
constexpr std::array<const char *, std::variant_size_v<Change>> changeWords = {
    "set holders",    "add tag",     "remove tag",      "change tag",    "add subject",   "remove subject",
    "rename subject", "add alias",   "remove alias",    "merge subject", "split subject", "add link",
    "remove link",    "change link", "set verdict",     "set period",    "add note",      "remove note",
    "change note",    "mark page",   "retitle document"};

constexpr std::array<const char *, 3> markWords = {"unread", "scrolled", "read"};

std::optional<ReadMark> markFromWord(const QString &word)
{
    for (size_t i = 0; i < markWords.size(); ++i) {
        if (word == QLatin1String(markWords[i]))
            return static_cast<ReadMark>(i);
    }
    return std::nullopt;
}

QJsonObject with(QJsonObject object, const std::optional<Signature> &by)
{
    if (by)
        object.insert(QStringLiteral("by"), toJson(*by));
    return object;
}

QJsonObject fields(const SetHolders &change)
{
    return {{QStringLiteral("holders"), QJsonArray::fromStringList(change.holders)}};
}
QJsonObject fields(const AddTag &change)
{
    return with({{QStringLiteral("tag"), toJson(change.tag)}}, change.by);
}
QJsonObject fields(const RemoveTag &change)
{
    return {{QStringLiteral("tag"), change.tag.toString()}};
}
QJsonObject fields(const ChangeTag &change)
{
    return with({{QStringLiteral("tag"), toJson(change.tag)}}, change.by);
}
QJsonObject fields(const AddSubject &change)
{
    return {{QStringLiteral("id"), change.id.toString()},
            {QStringLiteral("kind"), toWord(change.kind)},
            {QStringLiteral("name"), change.name}};
}
QJsonObject fields(const RemoveSubject &change)
{
    return {{QStringLiteral("id"), change.id.toString()}};
}
QJsonObject fields(const RenameSubject &change)
{
    return {{QStringLiteral("id"), change.id.toString()}, {QStringLiteral("name"), change.name}};
}
QJsonObject fields(const AddAlias &change)
{
    return {{QStringLiteral("id"), change.id.toString()}, {QStringLiteral("alias"), change.alias}};
}
QJsonObject fields(const RemoveAlias &change)
{
    return {{QStringLiteral("id"), change.id.toString()}, {QStringLiteral("alias"), change.alias}};
}
QJsonObject fields(const MergeSubject &change)
{
    return {{QStringLiteral("id"), change.id.toString()}, {QStringLiteral("into"), change.into.toString()}};
}
QJsonObject fields(const SplitSubject &change)
{
    return {{QStringLiteral("id"), change.id.toString()}};
}
QJsonObject fields(const AddLink &change)
{
    return with({{QStringLiteral("link"), toJson(change.link)}}, change.by);
}
QJsonObject fields(const RemoveLink &change)
{
    return {{QStringLiteral("link"), change.link.toString()}};
}
QJsonObject fields(const ChangeLink &change)
{
    return with({{QStringLiteral("link"), toJson(change.link)}}, change.by);
}
QJsonObject fields(const SetVerdict &change)
{
    return {{QStringLiteral("finding"), toJson(change.finding)}, {QStringLiteral("verdict"), toWord(change.verdict)}};
}
QJsonObject fields(const SetPeriod &change)
{
    return {{QStringLiteral("finding"), toJson(change.finding)}, {QStringLiteral("period"), toJson(change.period)}};
}
QJsonObject fields(const AddNote &change)
{
    return {{QStringLiteral("note"), toJson(change.note)}};
}
QJsonObject fields(const RemoveNote &change)
{
    return {{QStringLiteral("note"), change.note.toString()}};
}
QJsonObject fields(const ChangeNote &change)
{
    return {{QStringLiteral("note"), change.note.toString()}, {QStringLiteral("text"), change.text}};
}
QJsonObject fields(const MarkPage &change)
{
    return {{QStringLiteral("document"), change.document.toHex()},
            {QStringLiteral("page"), change.pageIndex},
            {QStringLiteral("mark"), QLatin1String(markWords[static_cast<size_t>(change.mark)])}};
}
QJsonObject fields(const RetitleDocument &change)
{
    return {{QStringLiteral("document"), change.document.toHex()}, {QStringLiteral("title"), change.title}};
}

/// The change of that number in the variant; looks at the fields only.
std::optional<Change> readFields(size_t number, StrictObject &object)
{
    const auto subject = [&object] { return object.parsed("id", &SubjectId::fromString); };
    const auto signature = [&object] {
        return object.has("by") ? object.value("by", &signatureFromJson) : std::nullopt;
    };
    const auto made = [&object](auto build) -> std::optional<Change> {
        if (!object.isSound())
            return std::nullopt;
        return Change(build());
    };
    switch (number) {
    case 0: {
        const QStringList holders = object.texts("holders");
        return made([&] { return SetHolders{holders}; });
    }
    case 1: {
        const auto tag = object.value("tag", &tagFromJson);
        const auto by = signature();
        return made([&] { return AddTag{*tag, by}; });
    }
    case 2: {
        const auto tag = object.parsed("tag", &TagId::fromString);
        return made([&] { return RemoveTag{*tag}; });
    }
    case 3: {
        const auto tag = object.value("tag", &tagFromJson);
        const auto by = signature();
        return made([&] { return ChangeTag{*tag, by}; });
    }
    case 4: {
        const auto id = subject();
        const auto kind = object.parsed("kind", &subjectKindFromWord);
        const QString name = object.text("name");
        return made([&] { return AddSubject{*id, *kind, name}; });
    }
    case 5: {
        const auto id = subject();
        return made([&] { return RemoveSubject{*id}; });
    }
    case 6: {
        const auto id = subject();
        const QString name = object.text("name");
        return made([&] { return RenameSubject{*id, name}; });
    }
    case 7: {
        const auto id = subject();
        const QString alias = object.text("alias");
        return made([&] { return AddAlias{*id, alias}; });
    }
    case 8: {
        const auto id = subject();
        const QString alias = object.text("alias");
        return made([&] { return RemoveAlias{*id, alias}; });
    }
    case 9: {
        const auto id = subject();
        const auto into = object.parsed("into", &SubjectId::fromString);
        return made([&] { return MergeSubject{*id, *into}; });
    }
    case 10: {
        const auto id = subject();
        return made([&] { return SplitSubject{*id}; });
    }
    case 11: {
        const auto link = object.value("link", &linkFromJson);
        const auto by = signature();
        return made([&] { return AddLink{*link, by}; });
    }
    case 12: {
        const auto link = object.parsed("link", &LinkId::fromString);
        return made([&] { return RemoveLink{*link}; });
    }
    case 13: {
        const auto link = object.value("link", &linkFromJson);
        const auto by = signature();
        return made([&] { return ChangeLink{*link, by}; });
    }
    case 14: {
        const auto finding = object.value("finding", &findingFromJson);
        const auto verdict = object.parsed("verdict", &verdictFromWord);
        return made([&] { return SetVerdict{*finding, *verdict}; });
    }
    case 15: {
        const auto finding = object.value("finding", &findingFromJson);
        const auto period = object.value("period", &periodFromJson);
        return made([&] { return SetPeriod{*finding, *period}; });
    }
    case 16: {
        const auto note = object.value("note", &noteFromJson);
        return made([&] { return AddNote{*note}; });
    }
    case 17: {
        const auto note = object.parsed("note", &NoteId::fromString);
        return made([&] { return RemoveNote{*note}; });
    }
    case 18: {
        const auto note = object.parsed("note", &NoteId::fromString);
        const QString text = object.text("text");
        return made([&] { return ChangeNote{*note, text}; });
    }
    case 19: {
        const auto document = object.parsed("document", &Sha256::fromHex);
        const auto page = static_cast<int>(object.number("page", 0, std::numeric_limits<int>::max()));
        const auto mark = object.parsed("mark", &markFromWord);
        return made([&] { return MarkPage{*document, page, *mark}; });
    }
    case 20: {
        const auto document = object.parsed("document", &Sha256::fromHex);
        const QString title = object.text("title");
        return made([&] { return RetitleDocument{*document, title}; });
    }
    default:
        return std::nullopt;
    }
}

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

QJsonObject toJson(const Change &change)
{
    QJsonObject object = std::visit([](const auto &which) { return fields(which); }, change);
    object.insert(QStringLiteral("change"), QLatin1String(changeWords[change.index()]));
    return object;
}

std::optional<Change> changeFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const QString word = object.text("change");
    for (size_t number = 0; number < changeWords.size(); ++number) {
        if (word == QLatin1String(changeWords[number]))
            return readFields(number, object);
    }
    return std::nullopt;
}

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
