// SPDX-License-Identifier: GPL-3.0-or-later
// What a word that the reporter typed stands for.
#include "model/session/case_file_private.h"
#include "model/store/document_list.h"
#include "model/store/id_lookup.h"
#include "model/store/subject_table.h"
#include "model/store/transaction.h"

#include <algorithm>

namespace model::session {
namespace {

Error notThere(const QString &sentence)
{
    return {ErrorKind::NotFound, sentence};
}

QString listed(const std::vector<Document> &documents)
{
    QStringList candidates;
    for (const Document &document : documents)
        candidates.append(QStringLiteral("%1 (%2, %3)")
                              .arg(document.number > 0 ? QString::number(document.number) : QStringLiteral("archive"),
                                   document.origins.value(0), document.sha256.toHex().left(12)));
    return candidates.join(QStringLiteral("; "));
}

bool isSha256Prefix(const QString &word)
{
    const auto isDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    return word.size() >= 8 && word.size() <= 64 && std::all_of(word.begin(), word.end(), isDigit);
}

template <class Of>
Result<Id<Of>> theOne(const QString &word, Result<std::vector<Id<Of>>> (*within)(store::Database &, const IdRange &),
                      store::Database &database, const QString &what)
{
    const auto range = idsBeginningWith(word);
    if (!range)
        return notThere(QStringLiteral("“%1” is no id.").arg(word));
    const auto ids = within(database, *range);
    if (!ids)
        return ids.error();
    if (ids->empty())
        return notThere(QStringLiteral("There is no %1 “%2” in the case.").arg(what, word));
    if (ids->size() == 1)
        return ids->front();
    QStringList candidates;
    for (const Id<Of> &id : *ids)
        candidates.append(id.toString());
    return Error{ErrorKind::Ambiguous,
                 QStringLiteral("“%1” fits several: %2.").arg(word, candidates.join(QStringLiteral("; ")))};
}

} // namespace

Result<Document> CaseFile::findDocument(const QString &word) const
{
    const store::Snapshot snapshot(database());
    const store::DocumentList list(database());
    std::vector<Document> candidates;
    const auto add = [&candidates](const Document &document) {
        if (std::find(candidates.begin(), candidates.end(), document) == candidates.end())
            candidates.push_back(document);
    };
    bool isNumber = false;
    const qint64 number = word.toLongLong(&isNumber);
    if (isNumber && number > 0) {
        const auto byNumber = list.find(number);
        if (!byNumber)
            return byNumber.error();
        if (*byNumber)
            add(**byNumber);
    }
    const auto byName = list.withFileName(word);
    if (!byName)
        return byName.error();
    std::for_each(byName->begin(), byName->end(), add);
    if (isSha256Prefix(word)) {
        const auto byHash = list.withSha256Prefix(word);
        if (!byHash)
            return byHash.error();
        std::for_each(byHash->begin(), byHash->end(), add);
    }
    if (candidates.size() == 1)
        return candidates.front();
    if (candidates.size() > 1)
        return Error{ErrorKind::Ambiguous,
                     QStringLiteral("“%1” fits several documents: %2.").arg(word, listed(candidates))};
    return notThere(QStringLiteral("There is no document “%1” in the case.").arg(word));
}

Result<TagId> CaseFile::findTag(const QString &word) const
{
    return theOne(word, &store::tagsWithin, database(), QStringLiteral("tag"));
}

Result<LinkId> CaseFile::findLink(const QString &word) const
{
    return theOne(word, &store::linksWithin, database(), QStringLiteral("evidence link"));
}

Result<NoteId> CaseFile::findNote(const QString &word) const
{
    return theOne(word, &store::notesWithin, database(), QStringLiteral("note"));
}

Result<Subject> CaseFile::findSubject(SubjectKind kind, const QString &name) const
{
    const store::Snapshot snapshot(database());
    const store::SubjectTable table(database());
    const QString key = nameKey(tidyName(kind, name));
    const auto named = table.named(kind, key);
    if (!named)
        return named.error();
    std::vector<SubjectId> candidates;
    if (*named)
        candidates.push_back(**named);
    else {
        auto aliased = table.withAlias(kind, key);
        if (!aliased)
            return aliased.error();
        candidates = std::move(*aliased);
    }
    std::vector<SubjectId> roots;
    for (const SubjectId &candidate : candidates) {
        const auto root = rootOf(candidate);
        if (!root)
            return root.error();
        if (std::find(roots.begin(), roots.end(), *root) == roots.end())
            roots.push_back(*root);
    }
    if (roots.empty())
        return notThere(QStringLiteral("There is no %1 named “%2” in the case.").arg(toWord(kind), name));
    if (roots.size() == 1)
        return subject(roots.front());
    QStringList names;
    for (const SubjectId &root : roots) {
        const auto found = subject(root);
        if (!found)
            return found.error();
        names.append(found->name);
    }
    return Error{ErrorKind::Ambiguous,
                 QStringLiteral("“%1” is an alias of several: %2.").arg(name, names.join(QStringLiteral("; ")))};
}

} // namespace model::session
