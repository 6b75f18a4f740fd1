// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/visit.h"

#include "model/journal/journal.h"
#include "model/session/remembered.h"
#include "model/session/suggestions.h"
#include "model/session/touched.h"
#include "model/store/journal_table.h"
#include "model/store/transaction.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <map>

namespace model::session {
namespace {

/// How a case stood.
struct Visit {
    qint64 journalSeq = 0;
    qint64 lastDocument = 0; ///< its number
    qint64 suggestions = 0;
    qint64 timeMs = 0;
};

QString placeOf(const CaseFile &file)
{
    return QStringLiteral("visit of ") + file.options().reviewer;
}

QString toText(const Visit &visit)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(visit.journalSeq)
        .arg(visit.lastDocument)
        .arg(visit.suggestions)
        .arg(visit.timeMs);
}

/// Nothing where it is not what toText() gives: it is the same as no visit.
std::optional<Visit> visitFrom(const QString &text)
{
    std::array<qint64, 4> values = {};
    const QStringList words = text.split(u' ');
    if (words.size() != static_cast<qsizetype>(values.size()))
        return std::nullopt;
    for (size_t i = 0; i < values.size(); ++i) {
        bool isNumber = false;
        values[i] = words[static_cast<qsizetype>(i)].toLongLong(&isNumber);
        if (!isNumber)
            return std::nullopt;
    }
    return Visit{values[0], values[1], values[2], values[3]};
}

Result<Visit> present(const CaseFile &file, const std::vector<Document> &documents)
{
    const auto head = store::JournalTable(file.database()).head();
    if (!head)
        return head.error();
    const auto suggestions = suggestionCount(file);
    if (!suggestions)
        return suggestions.error();
    Visit visit{*head ? (**head).seq : 0, 0, *suggestions, file.options().clock()};
    for (const Document &document : documents)
        visit.lastDocument = std::max(visit.lastDocument, document.number);
    return visit;
}

bool isPageMark(const journal::AppliedChange &part)
{
    return std::holds_alternative<journal::MarkPage>(part.change);
}

/// Those whose effect is still there: an undo goes together with what it took back, a redo with its undo.
Result<std::map<qint64, journal::ChangingEntry>> standingAfter(const CaseFile &file, qint64 afterSeq)
{
    auto entries = journal::changesAfter(file.database(), afterSeq);
    if (!entries)
        return entries.error();
    std::map<qint64, journal::ChangingEntry> standing;
    for (journal::ChangingEntry &entry : *entries) {
        if (entry.target == 0 || standing.erase(entry.target) == 0)
            standing.emplace(entry.seq, std::move(entry));
    }
    return standing;
}

Result<void> addDecisions(const CaseFile &file, qint64 afterSeq, VisitNews &news)
{
    const auto standing = standingAfter(file, afterSeq);
    if (!standing)
        return standing.error();
    std::map<QString, int> counts;
    for (const auto &[seq, entry] : *standing) {
        if (entry.author == file.options().reviewer ||
            std::all_of(entry.changes.begin(), entry.changes.end(), isPageMark))
            continue;
        ++counts[entry.author];
        news.touched.unite(touchedBy(entry.changes).documents);
    }
    for (const auto &[reviewer, count] : counts)
        news.decisions.push_back({reviewer, count});
    return {};
}

} // namespace

Result<void> rememberVisit(CaseFile &file)
{
    const auto documents = file.documents();
    if (!documents)
        return documents.error();
    const auto visit = present(file, *documents);
    if (!visit)
        return visit.error();
    return remember(file, placeOf(file), toText(*visit));
}

Result<std::optional<VisitNews>> newsSinceVisit(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    const auto kept = remembered(file, placeOf(file));
    if (!kept)
        return kept.error();
    const auto last = visitFrom(*kept);
    if (!last)
        return std::optional<VisitNews>();
    const auto documents = file.documents();
    if (!documents)
        return documents.error();
    const auto now = present(file, *documents);
    if (!now)
        return now.error();
    VisitNews news{last->timeMs, 0, static_cast<int>(std::max<qint64>(0, now->suggestions - last->suggestions))};
    for (const Document &document : *documents) {
        if (document.number > last->lastDocument) {
            ++news.documents;
            news.touched.insert(document.sha256);
        }
    }
    if (const auto added = addDecisions(file, last->journalSeq, news); !added)
        return added.error();
    return std::optional(std::move(news));
}

} // namespace model::session
