// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_review.h"

#include "model/session/suggestions.h"
#include "ui/common/key_words.h"
#include "ui/review/batch_panel.h"
#include "ui/review/page_suggestions.h"
#include "ui/review/queue_bar.h"
#include "ui/review/queue_titles.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_words.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

/// What is listed: the stretch of the queue around what is in view and what is chosen.
namespace ui::review {

using model::Result;
using model::SuggestionId;
using model::session::CaseFile;
using model::session::QueueCounts;

namespace {

constexpr int partSize = 100;
constexpr int mostListed = 500; ///< and then the list forgets its other end, unless that is in use

/// A part of the queue with what is needed to show it.
struct Listing {
    std::vector<ListedSuggestion> items;
    PartStart next; ///< what follows
    bool isLast = false;
    Titles titles;
    QSet<SuggestionId> closed; ///< of those that the batch shows
};

/// `count` of them or a few more, from `start` on.
Result<Listing> listing(const CaseFile &file, const model::session::QueueRequest &request, const PartStart &start,
                        int count, const std::vector<SuggestionId> &inBatch)
{
    Listing all;
    all.next = start;
    QSet<SuggestionId> met; // one that is made anew meanwhile may come again further on
    while (!all.isLast && static_cast<int>(all.items.size()) < count) {
        auto part = suggestionQueue(file, request, all.next->cursor, partSize);
        if (!part)
            return part.error();
        auto titles = titlesOf(file, part->items);
        if (!titles)
            return titles.error();
        all.titles.insert(*titles);
        for (model::QueuedSuggestion &one : part->items) {
            if (met.contains(idOf(one)))
                continue;
            met.insert(idOf(one));
            all.items.push_back({std::move(one), all.next});
        }
        all.isLast = part->isLast;
        all.next = std::make_shared<const QueuePartStart>(QueuePartStart{std::move(part->end), all.next});
    }
    for (const SuggestionId &id : inBatch) {
        const auto open = isOpen(file, id);
        if (!open)
            return open.error();
        if (!*open)
            all.closed.insert(id);
    }
    return all;
}

} // namespace

void SuggestionReview::setDocument(const std::optional<model::Sha256> &document)
{
    m_document = document;
    m_page->setDocument(document);
    markChosen();
    if (document && !m_first)
        m_first = document;
    if (m_panel.bar().wantsDocumentOnly())
        restart();
    m_counts.inDocument = 0;
    countAgain();
}

model::session::QueueRequest SuggestionReview::request() const
{
    auto request = m_panel.bar().request(m_document);
    // Parts of the queue are read on from where they end: all of them begin where the first did.
    request.first = m_listedFirst;
    return request;
}

void SuggestionReview::restart()
{
    forgetShown();
    if (m_panel.batch().isWaiting())
        m_panel.batch().close();
    m_panel.rearrange([this] { m_panel.queue().setItems({}, false); });
    reloadFromStart();
    countAgain();
}

void SuggestionReview::reloadFromStart()
{
    // Where parts of another order began says nothing in this one.
    m_lastDecidedPart.reset();
    if (m_wanted)
        m_wanted->part.reset();
    m_start = std::make_shared<const QueuePartStart>();
    m_listedFirst = m_first;
    m_startsAnew = true;
    ask(m_start, partSize, Comes::InPlaceOfAll);
}

void SuggestionReview::reload()
{
    const QueueModel &queue = m_panel.queue();
    const auto inUse = m_panel.rowsInUse();
    if (m_wanted && m_wanted->part && !m_startsAnew) {
        ask(m_wanted->part->before ? m_wanted->part->before : m_wanted->part, 3 * partSize, Comes::InPlaceOfAll);
        return;
    }
    if (!inUse || m_startsAnew) {
        ask(m_start, partSize, Comes::InPlaceOfAll);
        return;
    }
    const PartStart &of = queue.partOf(inUse->first);
    const PartStart start = of->before ? of->before : of;
    int first = inUse->first;
    while (first > 0 && (queue.partOf(first - 1) == of || queue.partOf(first - 1) == start))
        --first;
    const int coming = static_cast<int>(m_decided.size()) + (m_wanted ? 1 : 0);
    ask(start, partSize + inUse->second - first + coming + partSize, Comes::InPlaceOfAll);
}

void SuggestionReview::loadMore()
{
    // What is on its way brings what follows, too.
    if (m_loading.isWaiting() || !m_next)
        return;
    const QueueModel &queue = m_panel.queue();
    const auto inUse = m_panel.rowsInUse();
    const bool mayForget = inUse && inUse->first > mostListed / 2 && !m_wanted && !m_choosesOnPage;
    if (queue.rowCount() >= mostListed && mayForget)
        reload();
    else
        ask(m_next, partSize, Comes::Behind);
}

void SuggestionReview::loadEarlier()
{
    if (!m_loading.isWaiting() && m_panel.count() > 0 && m_panel.queue().partOf(0)->before)
        reload();
}

void SuggestionReview::ask(const PartStart &start, int count, Comes comes)
{
    Ids inBatch;
    for (const model::QueuedSuggestion &one : m_panel.batch().suggestions())
        inBatch.push_back(idOf(one));
    m_loading.ask<Listing>(
        m_session,
        [request = request(), start, count, inBatch](const CaseFile &file) {
            return listing(file, request, start, count, inBatch);
        },
        [this, comes](Result<Listing> answer) {
            if (!answer) {
                m_panel.queue().fetchFailed();
                if (m_batchGoesOn)
                    m_panel.batch().close();
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            // Meanwhile something may have been decided on a row of the order before.
            if (std::exchange(m_startsAnew, false))
                m_lastDecidedPart.reset();
            m_next = std::move(answer->next);
            std::vector<ListedSuggestion> &items = answer->items;
            std::erase_if(items, [this](const auto &one) { return m_decided.contains(idOf(one.suggestion)); });
            m_panel.rearrange(
                [&] {
                    QueueModel &queue = m_panel.queue();
                    queue.addTitles(answer->titles);
                    if (comes == Comes::Behind)
                        queue.append(std::move(items), answer->isLast);
                    else
                        queue.setItems(std::move(items), answer->isLast);
                },
                [this] { return m_choosesOnPage ? rowOnPage() : std::nullopt; });
            chooseWanted();
            m_panel.batch().keepOpen(
                [&closed = answer->closed](const SuggestionId &id) { return !closed.contains(id); });
            goOnWithBatch();
            // All that stood in the part before may be decided.
            if (m_panel.isAtTop())
                loadEarlier();
        });
}

void SuggestionReview::countAgain()
{
    m_counting.ask<QueueCounts>(
        m_session,
        [filter = request().filter, document = m_document](const CaseFile &file) {
            return queueCounts(file, filter, document);
        },
        [this](const Result<QueueCounts> &answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_counts = *answer;
            const bool documentOnly = m_panel.bar().wantsDocumentOnly();
            m_panel.showCount(documentOnly ? m_counts.inDocument : m_counts.inCase);
            m_panel.setEmptyText(withKeys(m_panel, nothingListedText(m_counts, documentOnly)));
            tellCount();
        });
}

void SuggestionReview::tellCount()
{
    const QString sentence =
        m_document ? suggestionCountText(m_counts.inDocument, m_counts.inCase,
                                         m_pace.msFor(m_counts.inCase, QDateTime::currentMSecsSinceEpoch()))
                   : QString();
    if (sentence == m_countSentence)
        return;
    m_countSentence = sentence;
    Q_EMIT countSentenceChanged(sentence);
}

} // namespace ui::review
