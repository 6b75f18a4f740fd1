// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/change_json.h"

#include "model/journal/value_json.h"

#include <array>
#include <limits>

namespace model::journal {
namespace {

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
QJsonObject fields(const SetGroup &change)
{
    return {{QStringLiteral("partner"), change.partner.toString()}, {QStringLiteral("group"), change.group}};
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
QJsonObject fields(const AddRejection &change)
{
    return with({{QStringLiteral("rejection"), toJson(change.rejection)}}, change.by);
}
QJsonObject fields(const RemoveRejection &change)
{
    return {{QStringLiteral("rejection"), change.rejection.toString()}};
}
QJsonObject fields(const BlockName &change)
{
    QJsonObject object{{QStringLiteral("name"), change.name}};
    if (change.document)
        object.insert(QStringLiteral("document"), change.document->toHex());
    return object;
}
QJsonObject fields(const UnblockName &change)
{
    return {{QStringLiteral("name"), change.name}};
}

constexpr std::array<const char *, 3> ruleWords = {"found", "alone", "copy"};

std::optional<CopyRule> ruleFromWord(const QString &word)
{
    for (size_t i = 0; i < ruleWords.size(); ++i) {
        if (word == QLatin1String(ruleWords[i]))
            return static_cast<CopyRule>(i);
    }
    return std::nullopt;
}

QJsonObject fields(const SetCopy &change)
{
    QJsonObject object{{QStringLiteral("document"), change.document.toHex()},
                       {QStringLiteral("as"), QLatin1String(ruleWords[static_cast<size_t>(change.decision.rule)])}};
    if (change.decision.of)
        object.insert(QStringLiteral("of"), change.decision.of->toHex());
    return object;
}

// Each takes the fields that the change of its kind has, and nothing for a wrong shape.

template <class Build> std::optional<Change> made(const StrictObject &object, Build build)
{
    return object.isSound() ? std::optional<Change>(build()) : std::nullopt;
}

std::optional<Change> readHolders(StrictObject &object)
{
    const QStringList holders = object.texts("holders");
    return made(object, [&] { return SetHolders{holders}; });
}
template <class T> std::optional<Change> readTag(StrictObject &object)
{
    const auto tag = object.value("tag", &tagFromJson);
    const auto by = object.has("by") ? object.value("by", &signatureFromJson) : std::nullopt;
    return made(object, [&] { return T{*tag, by}; });
}
template <class T> std::optional<Change> readLink(StrictObject &object)
{
    const auto link = object.value("link", &linkFromJson);
    const auto by = object.has("by") ? object.value("by", &signatureFromJson) : std::nullopt;
    return made(object, [&] { return T{*link, by}; });
}
/// The changes that say nothing but an id, under `key`.
template <class T, class Of> std::optional<Change> readId(StrictObject &object, const char *key)
{
    const auto id = object.parsed(key, &Id<Of>::fromString);
    return made(object, [&] { return T{*id}; });
}
std::optional<Change> readRemoveTag(StrictObject &object)
{
    return readId<RemoveTag, Tag>(object, "tag");
}
std::optional<Change> readRemoveLink(StrictObject &object)
{
    return readId<RemoveLink, EvidenceLink>(object, "link");
}
std::optional<Change> readRemoveNote(StrictObject &object)
{
    return readId<RemoveNote, Note>(object, "note");
}
template <class T> std::optional<Change> readSubjectId(StrictObject &object)
{
    return readId<T, Subject>(object, "id");
}
std::optional<Change> readAddSubject(StrictObject &object)
{
    const auto id = object.parsed("id", &SubjectId::fromString);
    const auto kind = object.parsed("kind", &subjectKindFromWord);
    const QString name = object.text("name");
    return made(object, [&] { return AddSubject{*id, *kind, name}; });
}
std::optional<Change> readRename(StrictObject &object)
{
    const auto id = object.parsed("id", &SubjectId::fromString);
    const QString name = object.text("name");
    return made(object, [&] { return RenameSubject{*id, name}; });
}
template <class T> std::optional<Change> readAlias(StrictObject &object)
{
    const auto id = object.parsed("id", &SubjectId::fromString);
    const QString alias = object.text("alias");
    return made(object, [&] { return T{*id, alias}; });
}
std::optional<Change> readMerge(StrictObject &object)
{
    const auto id = object.parsed("id", &SubjectId::fromString);
    const auto into = object.parsed("into", &SubjectId::fromString);
    return made(object, [&] { return MergeSubject{*id, *into}; });
}
std::optional<Change> readGroup(StrictObject &object)
{
    const auto partner = object.parsed("partner", &SubjectId::fromString);
    const QString group = object.text("group");
    return made(object, [&] { return SetGroup{*partner, group}; });
}
std::optional<Change> readVerdict(StrictObject &object)
{
    const auto finding = object.value("finding", &findingFromJson);
    const auto verdict = object.parsed("verdict", &verdictFromWord);
    return made(object, [&] { return SetVerdict{*finding, *verdict}; });
}
std::optional<Change> readPeriod(StrictObject &object)
{
    const auto finding = object.value("finding", &findingFromJson);
    const auto period = object.value("period", &periodFromJson);
    return made(object, [&] { return SetPeriod{*finding, *period}; });
}
std::optional<Change> readAddNote(StrictObject &object)
{
    const auto note = object.value("note", &noteFromJson);
    return made(object, [&] { return AddNote{*note}; });
}
std::optional<Change> readChangeNote(StrictObject &object)
{
    const auto note = object.parsed("note", &NoteId::fromString);
    const QString text = object.text("text");
    return made(object, [&] { return ChangeNote{*note, text}; });
}
std::optional<Change> readMark(StrictObject &object)
{
    const auto document = object.parsed("document", &Sha256::fromHex);
    const auto page = static_cast<int>(object.number("page", 0, std::numeric_limits<int>::max()));
    const auto mark = object.parsed("mark", &markFromWord);
    return made(object, [&] { return MarkPage{*document, page, *mark}; });
}
std::optional<Change> readRetitle(StrictObject &object)
{
    const auto document = object.parsed("document", &Sha256::fromHex);
    const QString title = object.text("title");
    return made(object, [&] { return RetitleDocument{*document, title}; });
}

std::optional<Change> readAddRejection(StrictObject &object)
{
    const auto rejection = object.value("rejection", &rejectionFromJson);
    const auto by = object.has("by") ? object.value("by", &signatureFromJson) : std::nullopt;
    return made(object, [&] { return AddRejection{*rejection, by}; });
}
std::optional<Change> readRemoveRejection(StrictObject &object)
{
    return readId<RemoveRejection, Rejection>(object, "rejection");
}
std::optional<Change> readBlock(StrictObject &object)
{
    const QString name = object.text("name");
    const auto document = object.has("document") ? object.parsed("document", &Sha256::fromHex) : std::nullopt;
    return made(object, [&] { return BlockName{name, document}; });
}
std::optional<Change> readUnblock(StrictObject &object)
{
    const QString name = object.text("name");
    return made(object, [&] { return UnblockName{name}; });
}
std::optional<Change> readCopy(StrictObject &object)
{
    const auto document = object.parsed("document", &Sha256::fromHex);
    const auto rule = object.parsed("as", &ruleFromWord);
    const auto of = object.has("of") ? object.parsed("of", &Sha256::fromHex) : std::nullopt;
    return made(object, [&] { return SetCopy{*document, {*rule, of}}; });
}

struct Kind {
    const char *word;
    std::optional<Change> (*read)(StrictObject &);
};

/// In the order of the variant.
constexpr std::array<Kind, std::variant_size_v<Change>> kinds = {{
    {"set holders", readHolders},
    {"add tag", readTag<AddTag>},
    {"remove tag", readRemoveTag},
    {"change tag", readTag<ChangeTag>},
    {"add subject", readAddSubject},
    {"remove subject", readSubjectId<RemoveSubject>},
    {"rename subject", readRename},
    {"add alias", readAlias<AddAlias>},
    {"remove alias", readAlias<RemoveAlias>},
    {"merge subject", readMerge},
    {"split subject", readSubjectId<SplitSubject>},
    {"set group", readGroup},
    {"add link", readLink<AddLink>},
    {"remove link", readRemoveLink},
    {"change link", readLink<ChangeLink>},
    {"set verdict", readVerdict},
    {"set period", readPeriod},
    {"add note", readAddNote},
    {"remove note", readRemoveNote},
    {"change note", readChangeNote},
    {"mark page", readMark},
    {"retitle document", readRetitle},
    {"add rejection", readAddRejection},
    {"remove rejection", readRemoveRejection},
    {"block name", readBlock},
    {"unblock name", readUnblock},
    {"set copy", readCopy},
}};

} // namespace

QJsonObject toJson(const Change &change)
{
    QJsonObject object = std::visit([](const auto &which) { return fields(which); }, change);
    object.insert(QStringLiteral("change"), QLatin1String(kinds[change.index()].word));
    return object;
}

std::optional<Change> changeFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const QString word = object.text("change");
    for (const Kind &kind : kinds) {
        if (word == QLatin1String(kind.word))
            return kind.read(object);
    }
    return std::nullopt;
}

} // namespace model::journal
