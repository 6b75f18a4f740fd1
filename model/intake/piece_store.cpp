// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/piece_store.h"

#include "model/intake/write_step.h"
#include "model/journal/reanchor.h"
#include "model/store/conversion_table.h"
#include "model/store/document_table.h"
#include "model/store/page_index.h"
#include "model/store/page_table.h"
#include "model/store/suggestion_settling.h"
#include "model/store/suggestion_table.h"
#include "model/store/tag_table.h"
#include "model/store/trait_table.h"

#include <QElapsedTimer>

#include <set>

namespace model::intake {
namespace {

constexpr qint64 stepMs = 400;

} // namespace

Result<void> PieceStore::begin(store::Database &database)
{
    if (m_options.proposer) {
        auto suggesting = suggestingFor(database, m_options.proposer);
        if (!suggesting)
            return suggesting.error();
        m_suggesting = *std::move(suggesting);
    }
    // Now and not later: it must not find pages of a document that is half stored.
    const auto isCurrent = store::indexIsCurrent(database);
    if (!isCurrent)
        return isCurrent.error();
    return *isCurrent ? Result<void>() : store::rebuildIndex(database);
}

Result<void> PieceStore::store(std::deque<ReadingPieces> &waiting)
{
    size_t stored = 0;
    ImportStep step;
    const auto written = writeStep(m_options, [&](store::Database &database) -> Result<void> {
        QElapsedTimer timer;
        timer.start();
        for (; stored < waiting.size() && timer.elapsed() < stepMs; ++stored) {
            for (const ReadingPiece &piece : waiting[stored]) {
                if (const auto one = storePiece(database, piece, step); !one)
                    return one;
            }
        }
        return {};
    });
    if (!written)
        return written;
    for (size_t i = 0; i < stored; ++i)
        report(waiting[i], step);
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(stored));
    if (m_options.written && !step.documents.empty())
        m_options.written(step);
    return {};
}

Result<void> PieceStore::storePiece(store::Database &database, const ReadingPiece &piece, ImportStep &step) const
{
    if (const auto *some = std::get_if<PagesRead>(&piece))
        return storePages(database, *some);
    store::SuggestionTable suggestions(database);
    if (const auto *made = std::get_if<SuggestionsMade>(&piece))
        return suggestions.append(made->number, made->suggestions);
    store::DocumentTable documents(database);
    if (const auto *read = std::get_if<DocumentRead>(&piece))
        return storeRead(database, *read, step);
    if (const auto *office = std::get_if<OfficeFound>(&piece))
        return documents.storeOffice(office->number, office->facts);
    const auto &refused = std::get<DocumentRefused>(piece);
    if (const auto removed = store::PageTable(database).removeAll(refused.number); !removed)
        return removed;
    if (const auto removed = suggestions.removeAll(refused.number); !removed)
        return removed;
    return documents.storeRefusal(refused.number, refused.refusal.reason, refused.refusal.sentence, refused.complaints);
}

Result<void> PieceStore::storePages(store::Database &database, const PagesRead &some) const
{
    store::PageTable pages(database);
    if (some.isAnew && some.firstPage == 0) {
        if (const auto removed = pages.removeAll(some.number); !removed)
            return removed;
        if (const auto removed = store::SuggestionTable(database).removeAll(some.number); !removed)
            return removed;
        if (const auto waits = store::ConversionTable(database).letWait(some.number); !waits)
            return waits;
    }
    return pages.append(some.number, some.firstPage, some.pages);
}

Result<void> PieceStore::storeRead(store::Database &database, const DocumentRead &read, ImportStep &step) const
{
    if (const auto finished = store::PageTable(database).finish(read.number); !finished)
        return finished;
    if (const auto added = store::TraitTable(database).add(read.number, read.traits); !added)
        return added;
    if (read.holdsFiles) {
        if (const auto noted = store::DocumentTable(database).noteHeldFiles(read.number); !noted)
            return noted;
    }
    if (m_suggesting) {
        if (const auto finished = store::SuggestionTable(database).finish(read.number, m_suggesting->basis); !finished)
            return finished;
        if (const auto settled = store::settleSuggestions(database, read.number); !settled)
            return settled.error();
    }
    const auto marked = store::DocumentTable(database).markRead(read.number, read.facts, read.pageCount,
                                                                read.complaints, reader::textVersion());
    return marked && read.conversion ? storeConversion(database, read, step) : marked;
}

/// Another version of the office program may have broken the lines elsewhere: tags go with their words.
Result<void> PieceStore::storeConversion(store::Database &database, const DocumentRead &read, ImportStep &step) const
{
    if (const auto stored = store::ConversionTable(database).store(read.number, *read.conversion); !stored)
        return stored;
    const auto tags = store::TagTable(database).ofDocument(read.sha256);
    if (!tags)
        return tags.error();
    std::set<int> pages;
    for (const Tag &tag : *tags)
        pages.insert(tag.passage.firstPage);
    for (const int page : pages) {
        const auto moved = journal::reanchorTags(database, read.sha256, page, {m_options.reviewer, m_options.clock()});
        if (!moved)
            return moved.error();
        step.receipt = step.receipt || moved->moved > 0;
    }
    return {};
}

void PieceStore::report(const ReadingPieces &pieces, ImportStep &step)
{
    for (const ReadingPiece &piece : pieces) {
        if (const auto *read = std::get_if<DocumentRead>(&piece)) {
            ++m_report.read;
            step.documents.push_back(read->sha256);
        } else if (const auto *refused = std::get_if<DocumentRefused>(&piece)) {
            if (refused->refusal.reason != RefusalReason::Encrypted || !m_trial.guessed.contains(refused->sha256))
                m_report.refused.push_back(refused->sha256);
            step.documents.push_back(refused->sha256);
        } else if (const auto *office = std::get_if<OfficeFound>(&piece)) {
            step.documents.push_back(office->sha256);
        }
    }
}

} // namespace model::intake
