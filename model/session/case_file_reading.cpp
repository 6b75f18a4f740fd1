// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/case_file_private.h"
#include "model/store/document_list.h"
#include "model/store/document_table.h"
#include "model/store/evidence_query.h"
#include "model/store/finding_table.h"
#include "model/store/hidden_table.h"
#include "model/store/holder_table.h"
#include "model/store/link_table.h"
#include "model/store/matrix_query.h"
#include "model/store/note_table.h"
#include "model/store/page_table.h"
#include "model/store/read_mark_table.h"
#include "model/store/subject_table.h"
#include "model/store/tag_table.h"
#include "model/store/transaction.h"

namespace model::session {
namespace {

Error notThere(const QString &sentence)
{
    return {ErrorKind::NotFound, sentence};
}

template <class T> Result<T> orNotFound(const Result<std::optional<T>> &found, const QString &sentence)
{
    if (!found)
        return found.error();
    if (!*found)
        return notThere(sentence);
    return **found;
}

} // namespace

// Documents

Result<QStringList> CaseFile::holders() const
{
    return store::HolderTable(database()).all();
}

Result<std::vector<Bundle>> CaseFile::bundles() const
{
    return store::DocumentList(database()).bundles();
}

Result<std::vector<Document>> CaseFile::documents() const
{
    const store::Snapshot snapshot(database());
    return store::DocumentList(database()).all();
}

Result<Document> CaseFile::document(const Sha256 &sha) const
{
    const store::Snapshot snapshot(database());
    return orNotFound(store::DocumentList(database()).find(sha), QStringLiteral("This document is not in the case."));
}

Result<DocumentFacts> CaseFile::facts(const Sha256 &sha) const
{
    return orNotFound(store::DocumentList(database()).facts(sha), QStringLiteral("This document is not in the case."));
}

Result<std::vector<HiddenLine>> CaseFile::hiddenText(const std::optional<Sha256> &document) const
{
    const store::Snapshot snapshot(database());
    store::HiddenTable hidden(database());
    if (!document)
        return hidden.list(std::nullopt);
    const auto number = orNotFound(store::DocumentTable(database()).numberOf(*document),
                                   QStringLiteral("This document is not in the case."));
    if (!number)
        return number.error();
    return hidden.list(*number);
}

Result<PageText> CaseFile::pageText(const Sha256 &sha, int pageIndex) const
{
    const store::Snapshot snapshot(database());
    const auto number =
        orNotFound(store::DocumentTable(database()).numberOf(sha), QStringLiteral("This document is not in the case."));
    if (!number)
        return number.error();
    return orNotFound(store::PageTable(database()).find(*number, pageIndex),
                      QStringLiteral("The document has no page %1, or it has not been read.").arg(pageIndex + 1));
}

Result<std::vector<bool>> CaseFile::pagesRead(const Sha256 &sha) const
{
    const store::Snapshot snapshot(database());
    const auto found = document(sha);
    if (!found)
        return found.error();
    const auto pages = store::ReadMarkTable(database()).pagesRead(sha);
    if (!pages)
        return pages.error();
    std::vector<bool> marks(static_cast<size_t>(found->pageCount));
    for (const int page : *pages) {
        if (page < found->pageCount)
            marks[static_cast<size_t>(page)] = true;
    }
    return marks;
}

// Tags and subjects

Result<std::vector<Tag>> CaseFile::tagsOfDocument(const Sha256 &sha) const
{
    return store::TagTable(database()).ofDocument(sha);
}

Result<std::vector<Tag>> CaseFile::tagsOnPage(const Sha256 &sha, int pageIndex) const
{
    return store::TagTable(database()).onPage(sha, pageIndex);
}

Result<std::vector<Tag>> CaseFile::tagsNaming(const SubjectId &subject) const
{
    const store::Snapshot snapshot(database());
    const auto root = rootOf(subject);
    if (!root)
        return root.error();
    return store::TagTable(database()).naming(*root);
}

Result<Tag> CaseFile::tag(const TagId &id) const
{
    const auto found = store::TagTable(database()).find(id);
    if (!found)
        return found.error();
    if (!*found)
        return notThere(QStringLiteral("There is no such tag in the case."));
    return (**found).tag;
}

Result<std::vector<Subject>> CaseFile::subjects(SubjectKind kind) const
{
    const store::Snapshot snapshot(database());
    auto subjects = store::SubjectTable(database()).all(kind);
    if (subjects)
        store::sortByName(*subjects);
    return subjects;
}

Result<Subject> CaseFile::subject(const SubjectId &id) const
{
    const store::Snapshot snapshot(database());
    return orNotFound(store::SubjectTable(database()).find(id),
                      QStringLiteral("This partner or permission is not in the case."));
}

Result<SubjectId> CaseFile::rootOf(const SubjectId &id) const
{
    return orNotFound(store::SubjectTable(database()).rootOf(id),
                      QStringLiteral("This partner or permission is not in the case."));
}

Result<FindingKey> CaseFile::rootOf(const FindingKey &finding) const
{
    const auto partner = rootOf(finding.partner);
    if (!partner)
        return partner.error();
    const auto permission = rootOf(finding.permission);
    if (!permission)
        return permission.error();
    return FindingKey{*partner, *permission};
}

// Findings

Result<std::vector<EvidenceLink>> CaseFile::linksOfEvidence(const TagId &evidence) const
{
    return store::LinkTable(database()).ofEvidence(evidence);
}

Result<std::vector<EvidenceLink>> CaseFile::linksOfSubject(const SubjectId &subject) const
{
    return store::LinkTable(database()).ofSubject(subject);
}

Result<EvidenceLink> CaseFile::link(const LinkId &id) const
{
    const auto found = store::LinkTable(database()).find(id);
    if (!found)
        return found.error();
    if (!*found)
        return notThere(QStringLiteral("There is no such evidence link in the case."));
    return (**found).link;
}

Result<std::vector<EvidenceLine>> CaseFile::evidence(const std::optional<FindingKey> &finding) const
{
    const store::Snapshot snapshot(database());
    std::optional<FindingKey> roots;
    if (finding) {
        const auto found = rootOf(*finding);
        if (!found)
            return found.error();
        roots = *found;
    }
    auto lines = store::evidenceLines(database(), roots);
    if (!lines)
        return lines;
    // Lines of one finding stand together.
    std::optional<EvidenceLine> last;
    for (EvidenceLine &line : *lines) {
        if (last && last->finding == line.finding)
            line.conclusion = last->conclusion;
        else {
            const auto conclusion = store::foldedConclusion(database(), line.finding);
            if (!conclusion)
                return conclusion.error();
            line.conclusion = *conclusion;
            last = line;
        }
    }
    return lines;
}

Result<Conclusion> CaseFile::conclusion(const FindingKey &finding) const
{
    const store::Snapshot snapshot(database());
    const auto root = rootOf(finding);
    if (!root)
        return root.error();
    return store::foldedConclusion(database(), *root);
}

Result<Matrix> CaseFile::matrix() const
{
    const store::Snapshot snapshot(database());
    return store::readMatrix(database());
}

// Notes

Result<std::vector<Note>> CaseFile::notes() const
{
    return store::NoteTable(database()).all();
}

Result<std::vector<Note>> CaseFile::notesOn(const NoteTarget &target) const
{
    return store::NoteTable(database()).on(target);
}

Result<Note> CaseFile::note(const NoteId &id) const
{
    return orNotFound(store::NoteTable(database()).find(id), QStringLiteral("There is no such note in the case."));
}

} // namespace model::session
