// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/facts_json.h"

#include "model/domain/outline_limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace model::store {
namespace {

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QStringList stringsOf(const QJsonArray &array)
{
    QStringList strings;
    for (const QJsonValue &value : array)
        strings.append(value.toString());
    return strings;
}

/// The case may be damaged, or someone else's, and is no more to be trusted than the document itself.
std::vector<OutlineEntry> outlineOf(const QJsonArray &array, int pageCount)
{
    std::vector<OutlineEntry> outline;
    for (qsizetype i = 0; i < std::min(array.size(), maximumOutline); ++i) {
        const QJsonObject entry = array[i].toObject();
        const int pageIndex = entry.value(QLatin1String("page")).toInt(-1);
        outline.push_back({entry.value(QLatin1String("title")).toString(),
                           std::clamp(entry.value(QLatin1String("level")).toInt(), 0, maximumOutlineLevel),
                           pageIndex >= 0 && pageIndex < pageCount ? pageIndex : -1});
    }
    return outline;
}

QJsonObject objectOf(const MailFacts &mail)
{
    return {{QStringLiteral("from"), mail.from},
            {QStringLiteral("to"), mail.to},
            {QStringLiteral("cc"), mail.cc},
            {QStringLiteral("sent"), mail.sentMs},
            {QStringLiteral("messageId"), mail.messageId},
            {QStringLiteral("inReplyTo"), mail.inReplyTo},
            {QStringLiteral("references"), QJsonArray::fromStringList(mail.references)},
            {QStringLiteral("signed"), mail.isSigned},
            {QStringLiteral("encrypted"), mail.isEncrypted}};
}

MailFacts mailFrom(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    MailFacts mail;
    mail.from = text("from");
    mail.to = text("to");
    mail.cc = text("cc");
    mail.sentMs = object.value(QLatin1String("sent")).toInteger();
    mail.messageId = text("messageId");
    mail.inReplyTo = text("inReplyTo");
    mail.references = stringsOf(object.value(QLatin1String("references")).toArray());
    mail.isSigned = object.value(QLatin1String("signed")).toBool();
    mail.isEncrypted = object.value(QLatin1String("encrypted")).toBool();
    return mail;
}

} // namespace

QString toJson(const DocumentFacts &facts)
{
    QJsonArray outline;
    for (const OutlineEntry &entry : facts.outline) {
        outline.append(QJsonObject{{QStringLiteral("title"), entry.title},
                                   {QStringLiteral("level"), entry.level},
                                   {QStringLiteral("page"), entry.pageIndex}});
    }
    QJsonArray revisions;
    for (const qint64 end : facts.revisions)
        revisions.append(end);
    QJsonObject object{
        {QStringLiteral("kind"), toWord(facts.kind)},
        {QStringLiteral("pages"), facts.pageCount},
        {QStringLiteral("title"), facts.title},
        {QStringLiteral("author"), facts.author},
        {QStringLiteral("subject"), facts.subject},
        {QStringLiteral("keywords"), facts.keywords},
        {QStringLiteral("creator"), facts.creator},
        {QStringLiteral("producer"), facts.producer},
        {QStringLiteral("created"), facts.createdMs},
        {QStringLiteral("modified"), facts.modifiedMs},
        {QStringLiteral("xmp"), facts.xmp},
        {QStringLiteral("version"), facts.pdfVersion},
        {QStringLiteral("encrypted"), facts.encrypted},
        {QStringLiteral("mayPrint"), facts.mayPrint},
        {QStringLiteral("mayCopy"), facts.mayCopy},
        {QStringLiteral("mayChange"), facts.mayChange},
        {QStringLiteral("mayAnnotate"), facts.mayAnnotate},
        {QStringLiteral("embeddedFiles"), QJsonArray::fromStringList(facts.embeddedFiles)},
        {QStringLiteral("outline"), outline},
        {QStringLiteral("encoding"), facts.encoding},
        {QStringLiteral("revisions"), revisions},
    };
    if (facts.kind == FileKind::Mail)
        object.insert(QStringLiteral("mail"), objectOf(facts.mail));
    if (facts.kind == FileKind::Office)
        object.insert(QStringLiteral("officeFormat"), facts.officeFormat);
    return compact(QJsonDocument(object));
}

std::optional<DocumentFacts> factsFromJson(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto number = [&object](const char *key) { return object.value(QLatin1String(key)).toInteger(); };
    const auto truth = [&object](const char *key, bool otherwise) {
        return object.value(QLatin1String(key)).toBool(otherwise);
    };
    DocumentFacts facts;
    facts.kind = fileKindFromWord(text("kind")).value_or(FileKind::Unknown);
    facts.pageCount = object.value(QLatin1String("pages")).toInt();
    facts.title = text("title");
    facts.author = text("author");
    facts.subject = text("subject");
    facts.keywords = text("keywords");
    facts.creator = text("creator");
    facts.producer = text("producer");
    facts.createdMs = number("created");
    facts.modifiedMs = number("modified");
    facts.xmp = text("xmp");
    facts.pdfVersion = text("version");
    facts.encrypted = truth("encrypted", false);
    facts.mayPrint = truth("mayPrint", true);
    facts.mayCopy = truth("mayCopy", true);
    facts.mayChange = truth("mayChange", true);
    facts.mayAnnotate = truth("mayAnnotate", true);
    facts.embeddedFiles = stringsOf(object.value(QLatin1String("embeddedFiles")).toArray());
    facts.encoding = text("encoding");
    if (facts.kind == FileKind::Mail)
        facts.mail = mailFrom(object.value(QLatin1String("mail")).toObject());
    if (const QString format = text("officeFormat"); facts.kind == FileKind::Office && isOfficeFormat(format))
        facts.officeFormat = format;
    for (const QJsonValue &end : object.value(QLatin1String("revisions")).toArray())
        facts.revisions.push_back(end.toInteger());
    facts.outline = outlineOf(object.value(QLatin1String("outline")).toArray(), facts.pageCount);
    return facts;
}

QString toJson(const QStringList &lines)
{
    return compact(QJsonDocument(QJsonArray::fromStringList(lines)));
}

QStringList linesFromJson(const QString &json)
{
    return stringsOf(QJsonDocument::fromJson(json.toUtf8()).array());
}

} // namespace model::store
