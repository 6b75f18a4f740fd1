// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/value_json.h"

#include "model/base/overloaded.h"

namespace model::journal {
namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 mostInt = std::numeric_limits<int>::max();

QJsonObject toJson(const Passage &passage)
{
    return {{QStringLiteral("document"), passage.document.toHex()},
            {QStringLiteral("firstPage"), passage.firstPage},
            {QStringLiteral("start"), static_cast<qint64>(passage.start)},
            {QStringLiteral("lastPage"), passage.lastPage},
            {QStringLiteral("end"), static_cast<qint64>(passage.end)},
            {QStringLiteral("quote"), passage.quote},
            {QStringLiteral("prefix"), passage.prefix},
            {QStringLiteral("suffix"), passage.suffix}};
}

std::optional<Passage> passageFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const auto document = object.parsed("document", &Sha256::fromHex);
    const auto firstPage = static_cast<int>(object.number("firstPage", 0, mostInt));
    const qint64 start = object.number("start", 0, most);
    const auto lastPage = static_cast<int>(object.number("lastPage", 0, mostInt));
    const qint64 end = object.number("end", 0, most);
    const QString quote = object.text("quote");
    const QString prefix = object.text("prefix");
    const QString suffix = object.text("suffix");
    if (!object.isSound())
        return std::nullopt;
    return Passage{*document, firstPage, start, lastPage, end, quote, prefix, suffix};
}

std::optional<PartialDate> dateFromJson(StrictObject &object, const char *key, bool &isSound)
{
    if (!object.has(key))
        return std::nullopt;
    const auto date = object.parsed(key, &PartialDate::fromString);
    isSound = isSound && date;
    return date;
}

/// A text without half a character, which no table could hold.
bool isWhole(const QJsonValue &text)
{
    return text.isString() && text.toString().isValidUtf16();
}

} // namespace

StrictObject::StrictObject(const QJsonValue &value)
    : m_object(value.toObject())
    , m_isSound(value.isObject())
{
}

QJsonValue StrictObject::taken(const char *key)
{
    ++m_taken;
    const QJsonValue value = m_object.value(QLatin1String(key));
    m_isSound = m_isSound && !value.isUndefined();
    return value;
}

bool StrictObject::has(const char *key) const
{
    return m_object.contains(QLatin1String(key));
}

QString StrictObject::text(const char *key)
{
    const QJsonValue value = taken(key);
    m_isSound = m_isSound && isWhole(value);
    return value.toString();
}

qint64 StrictObject::number(const char *key, qint64 least, qint64 greatest)
{
    const QJsonValue value = taken(key);
    // A value that is not whole gives each of the two defaults.
    const qint64 number = value.toInteger(least);
    m_isSound =
        m_isSound && value.isDouble() && number == value.toInteger(least + 1) && number >= least && number <= greatest;
    return number;
}

QStringList StrictObject::texts(const char *key)
{
    const QJsonValue value = taken(key);
    m_isSound = m_isSound && value.isArray();
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array) {
        m_isSound = m_isSound && isWhole(text);
        texts.append(text.toString());
    }
    return texts;
}

QJsonObject toJson(const Tag &tag)
{
    QJsonObject object{{QStringLiteral("id"), tag.id.toString()},
                       {QStringLiteral("kind"), toWord(tag.kind)},
                       {QStringLiteral("passage"), toJson(tag.passage)}};
    if (tag.subject)
        object.insert(QStringLiteral("subject"), tag.subject->toString());
    return object;
}

std::optional<Tag> tagFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const auto id = object.parsed("id", &TagId::fromString);
    const auto kind = object.parsed("kind", &tagKindFromWord);
    const auto passage = object.value("passage", &passageFromJson);
    const auto subject = object.has("subject") ? object.parsed("subject", &SubjectId::fromString) : std::nullopt;
    if (!object.isSound())
        return std::nullopt;
    return Tag{*id, *kind, *passage, subject};
}

QJsonObject toJson(const EvidenceLink &link)
{
    return {{QStringLiteral("id"), link.id.toString()},
            {QStringLiteral("evidence"), link.evidence.toString()},
            {QStringLiteral("finding"), toJson(link.finding)},
            {QStringLiteral("stance"), toWord(link.stance)}};
}

std::optional<EvidenceLink> linkFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const auto id = object.parsed("id", &LinkId::fromString);
    const auto evidence = object.parsed("evidence", &TagId::fromString);
    const auto finding = object.value("finding", &findingFromJson);
    const auto stance = object.parsed("stance", &stanceFromWord);
    if (!object.isSound())
        return std::nullopt;
    return EvidenceLink{*id, *evidence, *finding, *stance};
}

QJsonObject toJson(const FindingKey &finding)
{
    return {{QStringLiteral("partner"), finding.partner.toString()},
            {QStringLiteral("permission"), finding.permission.toString()}};
}

std::optional<FindingKey> findingFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const auto partner = object.parsed("partner", &SubjectId::fromString);
    const auto permission = object.parsed("permission", &SubjectId::fromString);
    if (!object.isSound())
        return std::nullopt;
    return FindingKey{*partner, *permission};
}

QJsonObject toJson(const Period &period)
{
    QJsonObject object;
    if (period.from)
        object.insert(QStringLiteral("from"), period.from->toString());
    if (period.to)
        object.insert(QStringLiteral("to"), period.to->toString());
    return object;
}

std::optional<Period> periodFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    bool isSound = true;
    const Period period{dateFromJson(object, "from", isSound), dateFromJson(object, "to", isSound)};
    if (!isSound || !object.isSound())
        return std::nullopt;
    return period;
}

QJsonObject toJson(const Note &note)
{
    return {{QStringLiteral("id"), note.id.toString()},
            {QStringLiteral("target"), toText(note.target)},
            {QStringLiteral("text"), note.text}};
}

std::optional<Note> noteFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const auto id = object.parsed("id", &NoteId::fromString);
    const auto target = object.parsed("target", &noteTargetFromText);
    const QString text = object.text("text");
    if (!object.isSound())
        return std::nullopt;
    return Note{*id, *target, text};
}

QJsonObject toJson(const Rejection &rejection)
{
    QJsonObject object{{QStringLiteral("id"), rejection.id.toString()},
                       {QStringLiteral("passage"), toJson(rejection.passage)}};
    std::visit(Overloaded{
                   [&object](const RejectedTag &tag) {
                       object.insert(QStringLiteral("kind"), toWord(tag.kind));
                       object.insert(QStringLiteral("name"), tag.name);
                   },
                   [&object](const RejectedLink &link) {
                       object.insert(QStringLiteral("partner"), link.partner);
                       object.insert(QStringLiteral("permission"), link.permission);
                       object.insert(QStringLiteral("stance"), toWord(link.stance));
                   },
               },
               rejection.what);
    return object;
}

std::optional<Rejection> rejectionFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const auto id = object.parsed("id", &RejectionId::fromString);
    const auto passage = object.value("passage", &passageFromJson);
    if (object.has("kind")) {
        const auto kind = object.parsed("kind", &tagKindFromWord);
        const QString name = object.text("name");
        if (!object.isSound())
            return std::nullopt;
        return Rejection{*id, *passage, RejectedTag{*kind, name}};
    }
    const QString partner = object.text("partner");
    const QString permission = object.text("permission");
    const auto stance = object.parsed("stance", &stanceFromWord);
    if (!object.isSound())
        return std::nullopt;
    return Rejection{*id, *passage, RejectedLink{partner, permission, *stance}};
}

QJsonObject toJson(const Signature &signature)
{
    return {{QStringLiteral("author"), signature.author}, {QStringLiteral("time"), signature.timeMs}};
}

std::optional<Signature> signatureFromJson(const QJsonValue &value)
{
    StrictObject object(value);
    const QString author = object.text("author");
    const qint64 time = object.number("time", std::numeric_limits<qint64>::min() + 1, most);
    if (!object.isSound())
        return std::nullopt;
    return Signature{author, time};
}

} // namespace model::journal
