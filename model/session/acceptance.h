// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"
#include "model/session/naming.h"
#include "model/session/suggestion_gestures.h"

#include <QHash>

namespace model::session {

/// Gathers what accepting several suggestions makes, each thing once. Only looks; inside the caller's snapshot.
class Acceptance final {
public:
    explicit Acceptance(const CaseFile &file)
        : m_file(file)
        , m_naming(file)
    {
    }

    Result<void> accept(const TagSuggestion &suggestion, const Correction &correction = {});
    Result<void> accept(const LinkSuggestion &suggestion, const Correction &correction = {});

    /// Whether it is right because of what was accepted here: a tag made for its words, or the same link.
    Result<bool> holds(const TagSuggestion &suggestion) const;
    Result<bool> holds(const LinkSuggestion &suggestion) const;

    /// Invalid where all of it is in the case already.
    Result<journal::Decision> decision() const;

private:
    Result<void> acceptPart(const std::optional<SuggestionId> &tag, const QString &otherName);
    Result<TagId> evidenceFor(const LinkSuggestion &suggestion, const std::optional<Passage> &otherPassage);
    /// One of its kind that overlaps it, in the case or made here; else a new one. Invalid where only such do that have
    /// not what the reporter `said`.
    Result<TagId> tagFor(const TagSuggestion &wanted, const Correction &said = {});
    Result<const std::vector<Tag> *> knownTags(const Sha256 &document);
    Result<bool> hasWhatWasSaid(const Tag &tag, const TagSuggestion &wanted, const Correction &said);
    /// The words as the reporter wants them. Invalid in another document than the suggestion's.
    Result<Passage> correctedPassage(const Passage &suggested, const Passage &wanted) const;
    Result<SubjectId> subjectNamed(SubjectKind kind, const QString &name);
    Result<SubjectId> partnerNamed(const QString &name);
    Result<SubjectId> partnerLike(const QString &name);
    /// The suggested name is another one of this partner from now on, where it is nobody's yet.
    Result<void> addAlias(const QString &name, const SubjectId &partner);
    /// By every name of both, as suggestions are settled: a finding that is one with the suggested leaves nothing open.
    Result<bool> isSuggested(const FindingKey &finding, const LinkSuggestion &suggestion) const;
    Result<QStringList> namesOf(SubjectKind kind, const SubjectId &subject) const;
    /// Counting merged subjects as the ones they were merged into.
    Result<bool> isLinked(const TagId &evidence, const FindingKey &finding) const;
    /// The ends that it names and the finding has not.
    Result<void> acceptPeriod(const FindingKey &finding, const Period &said);
    void reject(const Passage &passage, decltype(Rejection::what) what);

    const CaseFile &m_file;
    Naming m_naming;
    QHash<Sha256, std::vector<Tag>> m_known; ///< tags of the documents met so far
    QHash<QString, SubjectId> m_partners;    ///< by the names met so far
    std::vector<journal::AddAlias> m_aliases;
    std::vector<Tag> m_tags;
    std::vector<EvidenceLink> m_links;
    std::vector<journal::SetPeriod> m_periods;
    std::vector<Rejection> m_rejections;
};

} // namespace model::session
