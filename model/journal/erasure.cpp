// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/journal/erasure.h"

#include "model/journal/mentions.h"
#include "model/journal/payload.h"
#include "model/store/journal_table.h"

#include <QSet>

#include <algorithm>
#include <unordered_set>

namespace model::journal {
namespace {

using Place = std::pair<qint64, qint64>;

struct MentioningPart {
    Place place;
    Mentions mentions;
    bool goes = false;
};

/// Everything that was found to be about what is withdrawn.
struct About {
    std::unordered_set<Sha256> documents;
    std::unordered_set<TagId> tags;
    std::unordered_set<LinkId> links;
    std::unordered_set<NoteId> notes;
    std::unordered_set<RejectionId> rejections;
    QSet<QString> blockedNames;
};

template <class T> bool containsAny(const std::unordered_set<T> &set, const std::vector<T> &values)
{
    return std::any_of(values.begin(), values.end(), [&set](const T &value) { return set.count(value) > 0; });
}

bool standsOn(const About &about, const NoteTarget &target)
{
    if (const auto *page = std::get_if<DocumentPage>(&target))
        return about.documents.count(page->document) > 0;
    if (const auto *tag = std::get_if<TagId>(&target))
        return about.tags.count(*tag) > 0;
    const auto *link = std::get_if<LinkId>(&target);
    return link && about.links.count(*link) > 0;
}

/// Taking one back does not say which document it came from, but making it does.
void closeRefusals(About &about, const std::vector<MentioningPart> &parts)
{
    for (const MentioningPart &part : parts) {
        for (const auto &[rejection, document] : part.mentions.rejectedIn) {
            if (about.documents.count(document) > 0)
                about.rejections.insert(rejection);
        }
        for (const auto &[name, document] : part.mentions.blockedIn) {
            if (about.documents.count(document) > 0)
                about.blockedNames.insert(name);
        }
    }
}

/// Tags before links before notes: a part that only removes a thing does not say where it was, but another one does.
void close(About &about, const std::vector<MentioningPart> &parts)
{
    for (const MentioningPart &part : parts) {
        for (const auto &[tag, document] : part.mentions.passages) {
            if (about.documents.count(document) > 0)
                about.tags.insert(tag);
        }
    }
    for (const MentioningPart &part : parts) {
        for (const auto &[link, tag] : part.mentions.evidence) {
            if (about.tags.count(tag) > 0)
                about.links.insert(link);
        }
    }
    for (const MentioningPart &part : parts) {
        for (const auto &[note, target] : part.mentions.targets) {
            if (standsOn(about, target))
                about.notes.insert(note);
        }
    }
}

void mark(const About &about, std::vector<MentioningPart> &parts)
{
    for (MentioningPart &part : parts) {
        const Mentions &mentions = part.mentions;
        part.goes = containsAny(about.documents, mentions.documents) || containsAny(about.tags, mentions.tags) ||
                    containsAny(about.links, mentions.links) || containsAny(about.notes, mentions.notes) ||
                    containsAny(about.rejections, mentions.rejections) ||
                    std::any_of(mentions.blockedNames.begin(), mentions.blockedNames.end(),
                                [&about](const QString &name) { return about.blockedNames.contains(name); });
    }
}

/// The subjects that only what goes has named go too, with the changes that made and named them.
void markLoneSubjects(std::vector<MentioningPart> &parts)
{
    std::unordered_set<SubjectId> lone;
    for (const MentioningPart &part : parts) {
        if (part.goes)
            lone.insert(part.mentions.subjects.begin(), part.mentions.subjects.end());
    }
    for (const MentioningPart &part : parts) {
        if (part.goes || part.mentions.onlyOwnSubject)
            continue;
        for (const SubjectId &subject : part.mentions.subjects)
            lone.erase(subject);
    }
    for (MentioningPart &part : parts)
        part.goes = part.goes || (part.mentions.onlyOwnSubject && containsAny(lone, part.mentions.subjects));
}

Result<std::vector<MentioningPart>> readParts(store::Database &database)
{
    const store::JournalTable table(database);
    std::vector<MentioningPart> all;
    qint64 last = 0;
    for (;;) {
        const auto rows = table.entries(last, 1000);
        if (!rows)
            return rows.error();
        if (rows->empty())
            return all;
        for (const store::JournalRow &row : *rows) {
            last = row.seq;
            if (row.kind == toWord(EntryKind::Withdrawal))
                continue;
            const auto parts = table.parts(row.seq);
            if (!parts)
                return parts.error();
            for (const store::JournalPartRow &part : *parts) {
                if (!part.payload)
                    continue;
                MentioningPart read{{part.seq, part.place}, {}};
                if (row.kind == toWord(EntryKind::Receipt)) {
                    const auto file = receivedFileFromPayload(*part.payload);
                    if (!file)
                        return file.error();
                    read.mentions.documents.push_back(file->sha256);
                } else {
                    const auto change = appliedChangeFromPayload(*part.payload);
                    if (!change)
                        return change.error();
                    read.mentions = mentionsOf(*change);
                }
                all.push_back(std::move(read));
            }
        }
    }
}

Result<std::vector<Place>> placesAbout(store::Database &database, About about)
{
    auto parts = readParts(database);
    if (!parts)
        return parts.error();
    close(about, *parts);
    closeRefusals(about, *parts);
    mark(about, *parts);
    if (!about.documents.empty())
        markLoneSubjects(*parts);
    std::vector<Place> places;
    for (const MentioningPart &part : *parts) {
        if (part.goes)
            places.push_back(part.place);
    }
    return places;
}

} // namespace

Result<std::vector<Place>> partsAbout(store::Database &database, const std::vector<Sha256> &documents)
{
    About about;
    about.documents.insert(documents.begin(), documents.end());
    return placesAbout(database, std::move(about));
}

Result<std::vector<Place>> partsAbout(store::Database &database, const NoteId &note)
{
    About about;
    about.notes.insert(note);
    return placesAbout(database, std::move(about));
}

} // namespace model::journal
