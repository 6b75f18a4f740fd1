// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"

#include <variant>
#include <vector>

namespace model {

/// In which order the reporter goes through what is suggested. Single passages come last where an order is about
/// findings.
enum class QueueOrder {
    ByPage,          ///< in reading order, the findings of a page before its single passages
    ByCertainty,     ///< the surest first
    MostInstructive, ///< those first that the model knows least about: closest to one half
    ByPartner,       ///< what concerns one partner together
    ByCell,          ///< what concerns one finding together, the surest first
};

enum class QueueKind { All, Findings, Partners, Permissions, Evidence };

/// What of it the reporter wants to see.
struct QueueFilter {
    QueueKind kind = QueueKind::All;
    double leastScore = 0;
    double leastFindingScore = 0;   ///< of findings, beside `leastScore`
    QString partner;                ///< how its name begins; empty: any, and what names none
    std::optional<Sha256> document; ///< nothing: the whole case

    friend bool operator==(const QueueFilter &, const QueueFilter &) = default;
};

using QueuedSuggestion = std::variant<LinkSuggestion, TagSuggestion>;

inline const SuggestionId &idOf(const QueuedSuggestion &suggestion)
{
    return std::visit([](const auto &one) -> const SuggestionId & { return one.id; }, suggestion);
}
inline const Passage &passageOf(const QueuedSuggestion &suggestion)
{
    return std::visit([](const auto &one) -> const Passage & { return one.passage; }, suggestion);
}
inline double scoreOf(const QueuedSuggestion &suggestion)
{
    return std::visit([](const auto &one) { return one.score; }, suggestion);
}

/// Where a part of the queue ended: what the last row of each of its streams was sorted by. Begins before the first.
struct QueueCursor {
    using Value = std::variant<qint64, double, QString>;
    std::vector<std::vector<Value>> after; ///< by stream; empty: before its first row
};

/// A part of the queue.
struct QueuePart {
    std::vector<QueuedSuggestion> items;
    QueueCursor end;
    bool isLast = false;
};

} // namespace model
