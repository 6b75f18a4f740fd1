// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

namespace model::session {

/// What was done to the case at one time, as a list shows it.
struct HistoryLine {
    qint64 seq = 0; ///< of the journal's entry
    journal::EntryKind kind = journal::EntryKind::Decision;
    QString author;
    qint64 timeMs = 0;
    QString description;               ///< one line; of an undo, that of what it took back
    std::optional<DocumentPage> place; ///< where it can be seen
    std::optional<Passage> passage;    ///< the words it is about, on that page
    QString file;                      ///< file name of that document
    std::optional<FindingKey>
        finding;   ///< that a verdict, a period or a note is on, where it has no place in a document
    int steps = 0; ///< how many undos take it back, itself included; 0 where none does

    friend bool operator==(const HistoryLine &, const HistoryLine &) = default;
};

struct DecisionHistory {
    std::vector<HistoryLine> lines; ///< latest first
    bool isWhole = true;            ///< false: there are earlier ones
};

/// The latest `count` entries of the journal. Pages that only scrolling marked are left out.
Result<DecisionHistory> decisionHistory(const CaseFile &file, qint64 count);

} // namespace model::session
