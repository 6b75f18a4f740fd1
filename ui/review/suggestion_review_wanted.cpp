// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestions.h"
#include "ui/common/key_words.h"
#include "ui/review/queue_bar.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_review.h"
#include "ui/review/suggestion_words.h"

#include <utility>

/// Which of what is listed is to be chosen, as soon as it is listed.
namespace ui::review {

using model::Result;
using model::SuggestionId;
using model::session::CaseFile;

void SuggestionReview::chooseWanted()
{
    if (m_choosesOnPage) {
        if (!rowOnPage() && mayFollowInDocument()) {
            loadMore();
            return;
        }
        m_choosesOnPage = false;
        m_panel.takeFocus();
    }
    if (!m_wanted)
        return;
    const QueueModel &queue = m_panel.queue();
    if (const auto row = queue.rowOf(m_wanted->id)) {
        const Wanted wanted = *std::exchange(m_wanted, std::nullopt);
        m_panel.choose(*row);
        if (wanted.isOfDocument)
            m_panel.takeFocus();
        return;
    }
    if (m_wanted->isOfDocument && mayFollowInDocument()) {
        loadMore();
        return;
    }
    if (std::exchange(m_wanted, std::nullopt)->isOfDocument)
        Q_EMIT problem(tr("This suggestion does not pass the filter of the list."));
}

bool SuggestionReview::mayFollowInDocument() const
{
    const QueueModel &queue = m_panel.queue();
    return !queue.isComplete() &&
           (queue.rowCount() == 0 || passageOf(queue.item(queue.rowCount() - 1)).document == m_document);
}

void SuggestionReview::chooseTakenBack()
{
    if (!m_lastDecided)
        return;
    m_reopening.ask<bool>(
        m_session, [id = *m_lastDecided](const CaseFile &file) { return isOpen(file, id); },
        [this, id = *m_lastDecided](const Result<bool> &isOpen) {
            // Something else was taken back, or it was decided once more.
            if (!isOpen || !*isOpen || m_lastDecided != id || m_decided.contains(id))
                return;
            m_lastDecided.reset();
            m_wanted = Wanted{id, false, m_lastDecidedPart};
            if (m_panel.queue().rowOf(id))
                chooseWanted();
            else
                reload();
        });
}

void SuggestionReview::goToList()
{
    if (m_panel.count() == 0 && m_panel.queue().isComplete()) {
        Q_EMIT problem(withKeys(m_panel, nothingListedText(m_counts, m_panel.bar().wantsDocumentOnly())));
        return;
    }
    if (request().order != model::QueueOrder::ByPage || !m_document) {
        m_panel.takeFocus();
        return;
    }
    if (const auto row = rowOnPage()) {
        const auto *now = chosen();
        if (!now || m_panel.queue().rowOf(idOf(*now)) != row)
            m_panel.choose(*row);
        m_panel.takeFocus();
        return;
    }
    // Nothing of the page is shown until it is here: another document's first would turn the page away.
    m_choosesOnPage = true;
    const bool beginsHere = m_listedFirst == m_document;
    if (beginsHere && m_startsAnew)
        return; // it is on its way
    if (beginsHere && m_panel.count() > 0 && !m_panel.queue().partOf(0)->before) {
        chooseWanted();
        return;
    }
    m_first = m_document;
    reloadFromStart();
}

std::optional<int> SuggestionReview::rowOnPage() const
{
    const QueueModel &queue = m_panel.queue();
    const int page = m_view.currentPage();
    if (const auto *now = chosen(); now && passageOf(*now).document == m_document && passageOf(*now).firstPage == page)
        return queue.rowOf(idOf(*now));
    for (int row = 0; row < queue.rowCount(); ++row) {
        const model::Passage &passage = passageOf(queue.item(row));
        if (passage.document != m_document || passage.firstPage < page)
            continue;
        // Where the list begins with it, one on this page may stand before it.
        const bool isFirst = row > 0 || passage.firstPage == page || !queue.partOf(0)->before;
        return isFirst ? std::optional(row) : std::nullopt;
    }
    return std::nullopt;
}

void SuggestionReview::chooseClicked(const SuggestionId &id)
{
    if (const auto row = m_panel.queue().rowOf(id)) {
        m_panel.choose(*row);
        m_panel.takeFocus();
        return;
    }
    // Further on than what is listed: from this document on it is near.
    m_wanted = Wanted{id, true};
    m_first = m_document;
    if (request().order == model::QueueOrder::ByPage)
        reloadFromStart();
    else
        m_panel.bar().setOrder(model::QueueOrder::ByPage);
}

} // namespace ui::review
