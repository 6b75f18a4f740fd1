// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/json_values.h"

#include "model/base/clock.h"

#include <QJsonArray>

namespace app {
namespace {

QString text(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

} // namespace

QJsonObject toJson(const model::Document &document)
{
    return {{text("number"), document.number},
            {text("sha256"), document.sha256.toHex()},
            {text("file"), document.file},
            {text("origin"), document.origins.value(0)},
            {text("origins"), QJsonArray::fromStringList(document.origins)},
            {text("title"), document.title},
            {text("kind"), model::toWord(document.kind)},
            {text("bytes"), document.size},
            {text("pages"), document.pageCount},
            {text("pages_read"), document.pagesReadByReporter},
            {text("hidden_passages"), document.hiddenPassages},
            {text("state"), model::toWord(document.state)},
            {text("reason"), model::toWord(document.reason)},
            {text("sentence"), document.reasonText},
            {text("complaints"), QJsonArray::fromStringList(document.complaints)}};
}

QJsonObject toJson(const model::ThreadedMail &threaded)
{
    const model::MailFacts &mail = threaded.mail.facts;
    return {{text("from"), mail.from},
            {text("to"), mail.to},
            {text("cc"), mail.cc},
            {text("sent_at"), mail.sentMs == 0 ? QString() : model::timeText(mail.sentMs)},
            {text("message_id"), mail.messageId},
            {text("in_reply_to"), mail.inReplyTo},
            {text("references"), QJsonArray::fromStringList(mail.references)},
            {text("signed"), mail.isSigned},
            {text("encrypted"), mail.isEncrypted},
            {text("replies_to"), threaded.repliesTo},
            {text("thread"), threaded.thread},
            {text("place_in_thread"), threaded.place}};
}

model::Result<QJsonObject> toJson(const model::session::CaseFile &file, Places &places, const model::Tag &tag)
{
    auto object = places.toJson(tag.passage);
    if (!object)
        return object;
    (*object)[text("id")] = tag.id.toString();
    (*object)[text("kind")] = model::toWord(tag.kind);
    if (tag.subject) {
        const auto subject = file.subject(*tag.subject);
        if (!subject)
            return subject.error();
        (*object)[text("name")] = subject->name;
        (*object)[text("subject")] = tag.subject->toString();
    }
    return object;
}

QJsonObject toJson(const model::EvidenceLine &line)
{
    const model::Passage &passage = line.tag.passage;
    return {{text("id"), line.link.id.toString()},
            {text("evidence"), line.tag.id.toString()},
            {text("partner"), line.partner},
            {text("group"), line.group},
            {text("permission"), line.permission},
            {text("stance"), model::toWord(line.link.stance)},
            {text("verdict"), model::toWord(line.conclusion.verdict)},
            {text("period_from"), toText(line.conclusion.period.from)},
            {text("period_to"), toText(line.conclusion.period.to)},
            {text("quote"), passage.quote},
            {text("document"), line.documentNumber},
            {text("title"), line.title},
            {text("file"), line.file},
            {text("page"), passage.firstPage + 1},
            {text("page_label"), line.pageLabel},
            {text("bates"), line.bates},
            {text("sha256"), passage.document.toHex()},
            {text("reviewer"), line.reviewer},
            {text("decided_at"), model::timeText(line.decidedMs)}};
}

QJsonObject toJson(const model::DocumentFacts &facts, const model::TraitSummary &traits)
{
    const auto time = [](qint64 ms) { return ms == 0 ? QString() : model::timeText(ms); };
    QJsonObject languages;
    for (const auto &[language, pages] : traits.languages)
        languages[language] = pages;
    QJsonArray revisions;
    for (const qint64 end : facts.revisions)
        revisions += end;
    return {{text("title"), facts.title},
            {text("author"), facts.author},
            {text("subject"), facts.subject},
            {text("keywords"), facts.keywords},
            {text("creator"), facts.creator},
            {text("producer"), facts.producer},
            {text("created_in_metadata"), time(facts.createdMs)},
            {text("modified_in_metadata"), time(facts.modifiedMs)},
            {text("dates_in_text"), QJsonArray::fromStringList(traits.dates)},
            {text("bates_first"), traits.firstBates},
            {text("bates_last"), traits.lastBates},
            {text("pages_by_language"), languages},
            {text("embedded_files"), QJsonArray::fromStringList(facts.embeddedFiles)},
            {text("earlier_revisions_end_at"), revisions}};
}

QJsonObject toJson(const model::HiddenLine &line)
{
    const model::UnitRectangle &area = line.passage.area;
    return {{text("document"), line.number},
            {text("sha256"), line.document.toHex()},
            {text("title"), line.title},
            {text("page"), line.pageIndex + 1},
            {text("page_label"), line.pageLabel},
            {text("reason"), model::toWord(line.passage.reason)},
            {text("text"), line.text},
            {text("rectangle"), QJsonArray{area.left, area.top, area.right, area.bottom}}};
}

QJsonObject toJson(const model::Subject &subject)
{
    QJsonObject object = {{text("id"), subject.id.toString()},
                          {text("kind"), model::toWord(subject.kind)},
                          {text("name"), subject.name},
                          {text("aliases"), QJsonArray::fromStringList(subject.aliases)}};
    if (subject.kind == model::SubjectKind::Partner)
        object[text("group")] = subject.group;
    object[text("merged_into")] = subject.mergedInto ? subject.mergedInto->toString() : QJsonValue();
    return object;
}

QJsonObject toJson(const model::Note &note)
{
    return {{text("id"), note.id.toString()}, {text("target"), model::toText(note.target)}, {text("text"), note.text}};
}

QJsonObject toJson(const model::journal::JournalEntry &entry)
{
    QJsonObject object = {{text("seq"), entry.seq},
                          {text("kind"), model::journal::toWord(entry.kind)},
                          {text("reviewer"), entry.author},
                          {text("decided_at"), model::timeText(entry.timeMs)},
                          {text("description"), entry.description},
                          {text("parts"), entry.parts},
                          {text("erased_parts"), entry.erasedParts},
                          {text("hash"), entry.hash.toHex()}};
    QJsonArray notes;
    for (const model::NoteId &note : entry.notes)
        notes += note.toString();
    object[text("notes")] = notes;
    if (entry.target != 0)
        object[text("target")] = entry.target;
    return object;
}

QJsonObject toJson(const model::SearchHit &hit)
{
    QJsonArray matches;
    for (const model::TextRange &range : hit.inSnippet)
        matches += hit.snippet.mid(range.start, range.length());
    return {{text("document"), hit.number},    {text("sha256"), hit.document.toHex()},  {text("title"), hit.title},
            {text("page"), hit.pageIndex + 1}, {text("page_label"), hit.pageLabel},     {text("snippet"), hit.snippet},
            {text("matches"), matches},        {text("runs_on"), hit.runsOnToNextPage}, {text("rank"), hit.rank}};
}

QJsonObject toJson(const model::Matrix &matrix, const model::MatrixCell &cell)
{
    const model::Subject &partner = matrix.partners[static_cast<size_t>(cell.partner)];
    QJsonObject object = {{text("partner"), partner.name},
                          {text("group"), partner.group},
                          {text("permission"), matrix.permissions[static_cast<size_t>(cell.permission)].name},
                          {text("verdict"), model::toWord(cell.conclusion.verdict)},
                          {text("period_from"), toText(cell.conclusion.period.from)},
                          {text("period_to"), toText(cell.conclusion.period.to)},
                          {text("documents"), cell.documents}};
    for (const model::Stance stance : model::allStances)
        object[model::toWord(stance)] = cell.passages[static_cast<size_t>(stance)];
    return object;
}

} // namespace app
