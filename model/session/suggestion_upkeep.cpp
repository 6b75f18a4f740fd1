// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestion_upkeep.h"

#include "model/base/overloaded.h"
#include "model/store/document_table.h"
#include "model/store/link_table.h"
#include "model/store/suggestion_settling.h"
#include "model/store/suggestion_table.h"
#include "model/store/tag_table.h"

#include <set>

namespace model::session {
namespace {

using namespace journal;

/// The numbers of the documents whose suggestions changes may decide.
class Concerned {
public:
    explicit Concerned(store::Database &database)
        : m_database(database)
    {
    }

    Result<void> add(const Change &change)
    {
        return std::visit(
            Overloaded{
                [this](const AddTag &which) { return addDocument(which.tag.passage.document); },
                [this](const ChangeTag &which) { return addDocument(which.tag.passage.document); },
                [this](const AddLink &which) { return addEvidence(which.link.evidence); },
                [this](const ChangeLink &which) { return addEvidence(which.link.evidence); },
                [this](const RenameSubject &which) { return addLinked(which.id); },
                [this](const AddAlias &which) { return addLinked(which.id); },
                [this](const RemoveAlias &which) { return addLinked(which.id); },
                [this](const MergeSubject &which) {
                    const auto added = addLinked(which.id);
                    return added ? addLinked(which.into) : added;
                },
                [this](const SplitSubject &which) { return addLinked(which.id); },
                [this](const AddRejection &which) {
                    const auto added = addDocument(which.rejection.passage.document);
                    return added
                               ? addAll(
                                     store::SuggestionTable(m_database).documentsQuoting(which.rejection.passage.quote))
                               : added;
                },
                [this](const BlockName &which) {
                    return addAll(store::SuggestionTable(m_database).documentsNaming(which.name));
                },
                // Removals: their inverse says what was removed. The rest decides no suggestion.
                [](const auto &) { return Result<void>(); },
            },
            change);
    }

    const std::set<qint64> &numbers() const { return m_numbers; }

private:
    Result<void> addDocument(const Sha256 &document)
    {
        const auto number = store::DocumentTable(m_database).numberOf(document);
        if (!number)
            return number.error();
        if (*number)
            m_numbers.insert(**number);
        return {};
    }
    /// Where the evidence has gone, its own removal says which document it was in.
    Result<void> addEvidence(const TagId &evidence)
    {
        const auto tag = store::TagTable(m_database).find(evidence);
        if (!tag)
            return tag.error();
        return *tag ? addDocument((**tag).tag.passage.document) : Result<void>();
    }
    Result<void> addLinked(const SubjectId &subject)
    {
        return addAll(store::LinkTable(m_database).documentsOf(subject));
    }
    Result<void> addAll(const Result<std::vector<qint64>> &numbers)
    {
        if (!numbers)
            return numbers.error();
        m_numbers.insert(numbers->begin(), numbers->end());
        return {};
    }

    store::Database &m_database;
    std::set<qint64> m_numbers;
};

} // namespace

Result<QSet<Sha256>> settleSuggestionsAfter(store::Database &database, const std::vector<AppliedChange> &changes)
{
    Concerned concerned(database);
    for (const AppliedChange &part : changes) {
        for (const Change &change : {part.change, part.inverse}) {
            if (const auto added = concerned.add(change); !added)
                return added.error();
        }
    }
    QSet<Sha256> changed;
    for (const qint64 number : concerned.numbers()) {
        const auto settled = store::settleSuggestions(database, number);
        if (!settled)
            return settled.error();
        if (!*settled)
            continue;
        const auto document = store::DocumentTable(database).hashOf(number);
        if (!document)
            return document.error();
        if (*document)
            changed.insert(**document);
    }
    return changed;
}

Result<void> settleAllSuggestions(store::Database &database)
{
    const auto numbers = store::SuggestionTable(database).documents();
    if (!numbers)
        return numbers.error();
    for (const qint64 number : *numbers) {
        if (const auto settled = store::settleSuggestions(database, number); !settled)
            return settled.error();
    }
    return {};
}

} // namespace model::session
