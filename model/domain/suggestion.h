// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"
#include "model/domain/passage.h"
#include "model/domain/period.h"
#include "model/domain/tag.h"

#include <QSet>

#include <array>
#include <optional>
#include <vector>

namespace model {

/// Names a suggestion. Made from what is suggested and where, so that the same suggestion made anew has the same id.
class SuggestionId final {
public:
    static SuggestionId ofTag(const Passage &passage, TagKind kind, const QString &name);
    static SuggestionId ofLink(const Passage &evidence, const QString &partner, const QString &permission,
                               Stance stance);
    /// Twelve digits and lower-case letters; nothing for anything else.
    static std::optional<SuggestionId> fromString(const QString &text);
    static SuggestionId fromNumber(qint64 number) { return SuggestionId(number); }

    QString toString() const;
    qint64 number() const { return m_number; } ///< of 60 bits

    friend bool operator==(const SuggestionId &, const SuggestionId &) = default;
    friend auto operator<=>(const SuggestionId &, const SuggestionId &) = default;
    friend size_t qHash(const SuggestionId &id, size_t seed = 0) { return qHash(id.m_number, seed); }

private:
    explicit SuggestionId(qint64 number)
        : m_number(number)
    {
    }
    qint64 m_number;
};

/// A passage that the annotation model would tag.
struct TagSuggestion {
    SuggestionId id;
    TagKind kind = TagKind::Evidence;
    Passage passage;
    QString name;     ///< of the partner or permission; empty for evidence
    double score = 0; ///< 0..1: of those with 0.8, about 8 in 10 are right

    friend bool operator==(const TagSuggestion &, const TagSuggestion &) = default;
};

/// A finding that the annotation model would link to an evidence passage.
struct LinkSuggestion {
    SuggestionId id;
    SuggestionId evidence; ///< the tag suggestion of the passage; it may be decided already
    Passage passage;       ///< of the evidence
    QString partner;
    QString permission; ///< "read · private messages"
    Stance stance = Stance::Supports;
    Period period = {};   ///< empty where the passage gives none
    QString speaker = {}; ///< who says it, where the passage tells
    /// The tag suggestions of the passages that name partner and permission; nothing where others stand for them.
    std::optional<SuggestionId> partnerTag = {};
    std::optional<SuggestionId> permissionTag = {};
    double score = 0;

    friend bool operator==(const LinkSuggestion &, const LinkSuggestion &) = default;
};

struct Suggestions {
    std::vector<TagSuggestion> tags;
    std::vector<LinkSuggestion> links;

    bool isEmpty() const { return tags.empty() && links.empty(); }
    void append(Suggestions &&others);
    friend bool operator==(const Suggestions &, const Suggestions &) = default;
};

/// What is suggested and undecided for one finding, for the matrix. Names are as suggested.
struct SuggestedFinding {
    QString partner;
    QString permission;
    std::array<int, allStances.size()> passages = {}; ///< indexed by the stance's number
    QSet<qint64> documents;                           ///< numbers of the independent ones
    double score = 0;                                 ///< the best

    friend bool operator==(const SuggestedFinding &, const SuggestedFinding &) = default;
};

} // namespace model
