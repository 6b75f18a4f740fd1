// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/domain/period.h"
#include "model/domain/subject.h"
#include "model/domain/tag.h"

#include <array>

namespace model {

enum class Stance { Supports, Denies, Ended, Planned, Context };
inline constexpr std::array<Stance, 5> allStances = {Stance::Supports, Stance::Denies, Stance::Ended, Stance::Planned,
                                                     Stance::Context};

enum class Verdict { Open, Alleged, Confirmed, Disputed, Dismissed };
inline constexpr std::array<Verdict, 5> allVerdicts = {Verdict::Open, Verdict::Alleged, Verdict::Confirmed,
                                                       Verdict::Disputed, Verdict::Dismissed};

/// One partner x one permission: a cell of the matrix.
struct FindingKey {
    SubjectId partner;
    SubjectId permission;

    friend bool operator==(const FindingKey &, const FindingKey &) = default;
    friend bool operator<(const FindingKey &a, const FindingKey &b)
    {
        return a.partner == b.partner ? a.permission < b.permission : a.partner < b.partner;
    }
};

/// What the reporter concluded on a finding. Both default to "nothing said yet".
struct Conclusion {
    Verdict verdict = Verdict::Open;
    Period period;

    bool isEmpty() const { return verdict == Verdict::Open && period.isEmpty(); }
    friend bool operator==(const Conclusion &, const Conclusion &) = default;
};

struct EvidenceLink;
using LinkId = Id<EvidenceLink>;

/// An evidence tag bound to a finding.
struct EvidenceLink {
    LinkId id;
    TagId evidence;
    FindingKey finding;
    Stance stance = Stance::Supports;

    friend bool operator==(const EvidenceLink &, const EvidenceLink &) = default;
};

QString toWord(Stance stance); ///< "supports", "denies", "ended", "planned" or "context"
std::optional<Stance> stanceFromWord(const QString &word);
QString toWord(Verdict verdict); ///< "open", "alleged", "confirmed", "disputed" or "dismissed"
std::optional<Verdict> verdictFromWord(const QString &word);

} // namespace model
