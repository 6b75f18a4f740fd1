// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_review.h"

#include "model/session/suggestions.h"
#include "ui/common/name_matches.h"
#include "ui/common/words.h"
#include "ui/review/name_box.h"
#include "ui/review/page_suggestions.h"
#include "ui/review/queue_titles.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_words.h"

#include <QDateTime>

#include <array>
#include <utility>

/// The chosen suggestion, and what is decided on it.
namespace ui::review {

using model::Result;
using model::SuggestionId;
using model::session::CaseFile;
using model::session::CaseSession;

namespace {

constexpr int mostAtOnce = 1000; ///< decided in one step: what a reporter can still look through

struct SameListing {
    model::session::SameSuggestions same;
    Titles titles;
};

Result<SameListing> sameListing(const CaseFile &file, const SuggestionId &id)
{
    auto same = sameSuggestions(file, id, mostAtOnce);
    if (!same)
        return same.error();
    auto titles = titlesOf(file, same->some);
    if (!titles)
        return titles.error();
    return SameListing{*std::move(same), *std::move(titles)};
}

using Reasons = QHash<SuggestionId, std::vector<model::session::PassageReasons>>;

} // namespace

const model::QueuedSuggestion *SuggestionReview::chosen() const
{
    const auto id = m_panel.chosen();
    const auto row = id ? m_panel.queue().rowOf(*id) : std::nullopt;
    return row ? &m_panel.queue().item(*row) : nullptr;
}

const model::QueuedSuggestion *SuggestionReview::chosenForAct()
{
    const auto *now = chosen();
    if (now && m_shown == idOf(*now))
        return now;
    if (now)
        showChosen();
    return nullptr;
}

std::optional<model::Passage> SuggestionReview::movedOf(const SuggestionId &id) const
{
    return m_moved && m_moved->first == id ? std::optional(m_moved->second) : std::nullopt;
}

void SuggestionReview::forgetShown()
{
    m_shown.reset();
    m_moved.reset();
}

void SuggestionReview::showChosen()
{
    forgetShown();
    m_shown = m_panel.chosen();
    markChosen();
    frameChosen();
    explainChosen();
}

void SuggestionReview::frameChosen()
{
    const auto *now = chosen();
    if (!now)
        return;
    showPassage(movedOf(idOf(*now)).value_or(passageOf(*now)));
}

void SuggestionReview::showPassage(const model::Passage &passage)
{
    if (passage.document == m_document)
        m_view.goToPassage(passage);
    else
        Q_EMIT passageWanted(passage);
}

void SuggestionReview::markChosen()
{
    QSet<SuggestionId> strong;
    if (const auto *now = chosen()) {
        strong.insert(idOf(*now));
        if (const auto *link = std::get_if<model::LinkSuggestion>(now)) {
            strong.insert(link->evidence);
            for (const auto &tag : {link->partnerTag, link->permissionTag}) {
                if (tag)
                    strong.insert(*tag);
            }
        }
    }
    m_page->setStrong(std::move(strong));
}

void SuggestionReview::explainChosen()
{
    const auto *now = chosen();
    if (!now)
        return;
    // The sentence of the one before would be taken for this one's.
    m_panel.showReason(reasonText(scoreOf(*now), {}));
    m_explaining.ask<Reasons>(
        m_session,
        [id = idOf(*now), proposer = m_session.proposer()](const CaseFile &file) {
            return suggestionReasons(file, {id}, proposer ? proposer() : nullptr);
        },
        [this, id = idOf(*now), score = scoreOf(*now)](const Result<Reasons> &answer) {
            if (m_panel.chosen() != id)
                return;
            const QString reason = reasonText(score, answer ? answer->value(id) : Reasons::mapped_type());
            m_panel.queue().setReason(id, reason);
            m_panel.showReason(reason);
        });
}

void SuggestionReview::moveBoundary(page::PageView::Boundary boundary, int direction)
{
    const auto *now = chosenForAct();
    if (!now)
        return;
    // Until its document is in view, the keys would take the words of another.
    if (passageOf(*now).document != m_document) {
        Q_EMIT problem(tr("The document of this suggestion is not in view yet. Try again in a moment."));
        return;
    }
    const auto moved = m_view.withBoundaryMoved(movedOf(idOf(*now)).value_or(passageOf(*now)), boundary, direction);
    if (!moved)
        return;
    m_moved.emplace(idOf(*now), *moved);
    m_explaining.cancel();
    m_panel.showReason(tr("Enter accepts these words: “%1”").arg(shortened(moved->quote, 300)));
    frameChosen();
}

// What is decided on it

void SuggestionReview::acceptChosen()
{
    const auto *now = chosenForAct();
    if (!now)
        return;
    model::session::Correction correction;
    correction.passage = movedOf(idOf(*now));
    decide({idOf(*now)}, [id = idOf(*now), correction](const CaseFile &file) {
        return correction.passage ? acceptCorrected(file, id, correction)
                                  : model::session::acceptSuggestions(file, {id});
    });
}

void SuggestionReview::rejectChosen()
{
    if (const auto *now = chosenForAct())
        decide({idOf(*now)},
               [id = idOf(*now)](const CaseFile &file) { return model::session::rejectSuggestions(file, {id}); });
}

void SuggestionReview::acceptAs(int number)
{
    const auto *now = chosenForAct();
    if (!now)
        return;
    model::session::Correction correction;
    correction.passage = movedOf(idOf(*now));
    const auto at = static_cast<size_t>(number - 1);
    if (std::holds_alternative<model::LinkSuggestion>(*now)) {
        correction.stance = model::allStances[at];
    } else if (constexpr std::array kinds = {model::TagKind::Partner, model::TagKind::Permission,
                                             model::TagKind::Evidence};
               at < kinds.size()) {
        correction.kind = kinds[at];
        if (const auto kind = subjectKindOf(kinds[at]);
            kind && std::get<model::TagSuggestion>(*now).kind != kinds[at]) {
            askNameAs(*now, kinds[at]);
            return;
        }
    } else {
        return;
    }
    decide({idOf(*now)},
           [id = idOf(*now), correction](const CaseFile &file) { return acceptCorrected(file, id, correction); });
}

/// Words of another kind than suggested name something else than suggested: what the case knows by these words, else
/// the words, for the reporter to say.
void SuggestionReview::askNameAs(const model::QueuedSuggestion &suggestion, model::TagKind kind)
{
    const SuggestionId id = idOf(suggestion);
    const auto moved = movedOf(id);
    const model::SubjectKind asked = *subjectKindOf(kind);
    const QString quote = model::tidyName(asked, moved.value_or(passageOf(suggestion)).quote);
    m_nameBox->ask(
        asked == model::SubjectKind::Partner ? tr("Which partner is this?") : tr("Which permission is this?"),
        m_book.offered(asked, m_page->names(asked)),
        nameMeantBy(m_book.subjects(asked), quote).value_or(shortened(quote, 120)),
        m_view.placeBelow(passageOf(suggestion)), [this, id, moved, kind](const QString &typed) {
            model::session::Correction correction;
            correction.kind = kind;
            correction.passage = moved;
            correction.name = typed;
            decide({id}, [id, correction](const CaseFile &file) { return acceptCorrected(file, id, correction); });
        });
}

void SuggestionReview::askName(model::SubjectKind kind)
{
    const auto *now = chosenForAct();
    if (!now)
        return;
    askNameOf(*now, kind, [this, id = idOf(*now), words = movedOf(idOf(*now))](const model::session::Correction &said) {
        model::session::Correction correction = said;
        correction.passage = words;
        decide({id}, [id, correction](const CaseFile &file) { return acceptCorrected(file, id, correction); });
    });
}

void SuggestionReview::askNameOf(const model::QueuedSuggestion &suggestion, model::SubjectKind kind,
                                 std::function<void(const model::session::Correction &)> then)
{
    const auto *link = std::get_if<model::LinkSuggestion>(&suggestion);
    const auto *tag = std::get_if<model::TagSuggestion>(&suggestion);
    if (tag && !subjectKindOf(tag->kind)) {
        Q_EMIT problem(tr("An evidence passage names nothing by itself."));
        return;
    }
    const model::SubjectKind asked = tag ? *subjectKindOf(tag->kind) : kind;
    const QString name = tag ? tag->name : asked == model::SubjectKind::Partner ? link->partner : link->permission;
    const bool isPermissionOfLink = link && asked == model::SubjectKind::Permission;
    m_nameBox->ask(asked == model::SubjectKind::Partner ? tr("Which partner is this?")
                                                        : tr("Which permission is this?"),
                   m_book.offered(asked, m_page->names(asked)), name, m_view.placeBelow(passageOf(suggestion)),
                   [then = std::move(then), isPermissionOfLink](const QString &typed) {
                       model::session::Correction said;
                       (isPermissionOfLink ? said.permission : said.name) = typed;
                       then(said);
                   });
}

void SuggestionReview::openSame(SamePanel::Act act)
{
    const auto *now = chosenForAct();
    if (!now)
        return;
    m_comparing.ask<SameListing>(
        m_session, [id = idOf(*now)](const CaseFile &file) { return sameListing(file, id); },
        [this, id = idOf(*now), act](const Result<SameListing> &answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            if (m_panel.chosen() != id || answer->same.some.empty())
                return;
            if (answer->same.count > 1)
                m_panel.openSame(act, answer->same, answer->titles);
            else if (act == SamePanel::Act::Accept)
                acceptChosen();
            else
                rejectChosen();
        });
}

void SuggestionReview::decide(const Ids &ids, Gesture gesture, std::function<void()> then,
                              std::function<void()> otherwise)
{
    for (const SuggestionId &id : ids)
        m_decided.insert(id);
    m_lastDecided = ids.front();
    const auto row = m_panel.queue().rowOf(ids.front());
    m_lastDecidedPart = row ? m_panel.queue().partOf(*row) : nullptr;
    m_session.decide(
        std::move(gesture), this,
        [this, ids, then = std::move(then)](const model::journal::Decision &) {
            for (const SuggestionId &id : ids)
                m_decided.remove(id);
            m_pace.decided(QDateTime::currentMSecsSinceEpoch(), static_cast<int>(ids.size()));
            tellCount();
            if (then)
                then();
        },
        [this, ids, otherwise = std::move(otherwise)] {
            if (otherwise)
                otherwise();
            else
                reopen(ids, ids.front());
        });
    m_view.takeFrameAway();
    m_page->setDecided(m_decided);
    m_panel.rearrange([&] { m_panel.queue().remove(QSet<SuggestionId>(ids.begin(), ids.end())); });
}

void SuggestionReview::reopen(const Ids &ids, const SuggestionId &chosen)
{
    for (const SuggestionId &id : ids)
        m_decided.remove(id);
    m_page->setDecided(m_decided);
    if (m_lastDecided == ids.front())
        m_lastDecided.reset();
    m_wanted = Wanted{chosen};
    reload();
}

} // namespace ui::review
