// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/actions.h"
#include "ui/review/page_suggestions.h"
#include "ui/review/queue_model.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_review.h"
#include "ui/review/suggestion_words.h"

#include <QAction>
#include <QListView>
#include <QListWidget>

#include <algorithm>
#include <memory>
#include <utility>

/// Several suggestions, decided at once, and the passage of the chosen one, linked further.
namespace ui::review {

using model::LinkSuggestion;
using model::QueuedSuggestion;
using model::SuggestionId;
using model::session::Batch;
using model::session::CaseFile;
using model::session::Correction;

void SuggestionReview::makeBatchActions()
{
    m_severalActions += addAction(QStringLiteral("decideBatch"), tr("Decide the next ten at &once"),
                                  {QKeySequence(Qt::Key_A)}, [this] { openBatch(); });
    QAction *link = addAction(QStringLiteral("linkSuggested"), tr("Lin&k its passage to a further finding"),
                              {QKeySequence(Qt::Key_L)}, [this] { linkChosen(); });
    BatchPanel &batch = m_panel.batch();
    batch.addAction(link);
    const auto onBatch = [&](const char *name, const QString &text, const QKeySequence &key, model::SubjectKind kind) {
        QAction *action =
            makeAction(this, QString::fromLatin1(name), text, {key}, [this, kind] { askNameInBatch(kind); });
        batch.addAction(action);
        m_actions += action;
        m_severalActions += action;
    };
    onBatch("batchPartner", tr("Name another partner of the chosen one"), QKeySequence(Qt::Key_F2),
            model::SubjectKind::Partner);
    onBatch("batchPermission", tr("Name another permission of the chosen one"), QKeySequence(Qt::SHIFT | Qt::Key_F2),
            model::SubjectKind::Permission);
    QAction *back = makeAction(this, QStringLiteral("takeBackBatch"),
                               tr("Take the last decision back, and decide anew"), {QKeySequence(Qt::Key_Z)}, [this] {
                                   m_panel.batch().close();
                                   Q_EMIT undoWanted();
                               });
    batch.addAction(back);
    m_actions += back;
    m_severalActions += back;
    connect(&batch, &BatchPanel::decided, this, &SuggestionReview::decideBatch);
    connect(&batch, &BatchPanel::closed, this, [this] { m_batchGoesOn = false; });
    // The list follows, and with it the page.
    connect(&batch, &BatchPanel::suggestionChosen, this, [this](const QueuedSuggestion &suggestion) {
        if (const auto row = m_panel.queue().rowOf(idOf(suggestion)))
            m_panel.choose(*row);
        else
            showPassage(passageOf(suggestion));
    });
}

void SuggestionReview::openBatch()
{
    if (m_panel.batch().isOpen())
        m_panel.returnFocus();
    else
        m_panel.openBatch();
}

void SuggestionReview::decideBatch(const Batch &batch)
{
    QSet<SuggestionId> decided(batch.rejected.begin(), batch.rejected.end());
    for (const Batch::Accepted &one : batch.accepted)
        decided.insert(one.id);
    // In their order: when they are taken back, the first is chosen.
    Ids ids;
    for (const QueuedSuggestion &one : m_panel.batch().suggestions()) {
        if (decided.contains(idOf(one)))
            ids.push_back(idOf(one));
    }
    if (ids.empty()) {
        m_panel.batch().close();
        openBatch();
        return;
    }
    m_panel.batch().wait();
    // Filled on the writer's thread before the queued call that reads it on this one.
    const auto gone = std::make_shared<size_t>(0);
    decide(
        ids,
        [batch, gone](const CaseFile &file) -> model::Result<model::journal::Decision> {
            auto batchDecision = model::session::decideBatch(file, batch);
            if (!batchDecision)
                return batchDecision.error();
            *gone = batchDecision->gone.size();
            return std::move(batchDecision->decision);
        },
        [this, gone, all = ids.size()] {
            if (*gone > 0)
                Q_EMIT advice(goneText(static_cast<int>(*gone), static_cast<int>(all)));
            batchDecided();
        },
        [this, ids] { resumeBatch(ids); });
}

void SuggestionReview::batchDecided()
{
    if (!m_panel.batch().isWaiting())
        return;
    // What was learned from these may change the next: it is shown once the list is what the case says.
    m_batchGoesOn = true;
    if (!m_loading.isWaiting())
        reload();
}

void SuggestionReview::resumeBatch(const Ids &ids)
{
    BatchPanel &batch = m_panel.batch();
    if (batch.isWaiting())
        batch.resume();
    const QueuedSuggestion *now = batch.chosen();
    reopen(ids, now ? idOf(*now) : ids.front());
}

void SuggestionReview::goOnWithBatch()
{
    if (!std::exchange(m_batchGoesOn, false))
        return;
    // Who has gone elsewhere meanwhile is not called back.
    if (m_panel.count() > 0 && m_panel.batch().hasFocusInside())
        m_panel.openBatch();
    else
        m_panel.batch().close();
}

void SuggestionReview::askNameInBatch(model::SubjectKind kind)
{
    const auto *now = m_panel.batch().chosen();
    if (!now)
        return;
    askNameOf(*now, kind, [this, id = idOf(*now), partner = partnerSuggested(*now)](const Correction &said) {
        m_panel.batch().correct(id, said);
        // A name that nobody has becomes another one of the partner that it is given to: then all so named are meant.
        const auto &partners = m_book.subjects(model::SubjectKind::Partner);
        const bool isKnown = std::any_of(partners.begin(), partners.end(), [&](const model::Subject &one) {
            const QStringList names = one.aliases + QStringList(one.name);
            return std::any_of(names.begin(), names.end(),
                               [&](const QString &name) { return model::session::isOnePartner(name, partner); });
        });
        if (!said.name.isEmpty() && !partner.isEmpty() && !isKnown)
            m_panel.batch().renamePartner(partner, said.name);
    });
}

void SuggestionReview::linkChosen()
{
    const QueuedSuggestion *now = m_panel.batch().isOpen() ? m_panel.batch().chosen() : chosenForAct();
    if (!now)
        return;
    // Its document has to be in view: the tags there are what may be meant.
    if (passageOf(*now).document != m_document) {
        Q_EMIT problem(tr("The document of this suggestion is not in view yet. Try again in a moment."));
        return;
    }
    QStringList partners;
    QStringList permissions;
    const auto add = [](QStringList &names, const QString &name) {
        if (!names.contains(name))
            names += name;
    };
    const auto look = [&](const QueuedSuggestion &one) {
        const auto *link = std::get_if<LinkSuggestion>(&one);
        if (!link || !link->passage.overlaps(passageOf(*now)))
            return;
        add(partners, link->partner);
        add(permissions, link->permission);
    };
    look(*now);
    for (const QueuedSuggestion &one : m_panel.batch().suggestions())
        look(one);
    m_isLinking = true;
    Q_EMIT linkWanted(movedOf(idOf(*now)).value_or(passageOf(*now)), partners, permissions);
}

QStringList SuggestionReview::suggestedNames(model::SubjectKind kind) const
{
    return m_page->names(kind);
}

void SuggestionReview::linkLeft()
{
    if (std::exchange(m_isLinking, false))
        m_panel.returnFocus();
}

} // namespace ui::review
