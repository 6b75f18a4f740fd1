// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_review.h"

#include "model/session/suggestion_gestures.h"
#include "model/session/suggestions.h"
#include "ui/common/actions.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_words.h"

#include <QAction>

#include <algorithm>

namespace ui::review {

using model::LinkSuggestion;
using model::Result;
using model::SuggestionId;
using model::Suggestions;
using model::TagSuggestion;
using model::session::CaseFile;
using model::session::CaseSession;
using Reasons = QHash<SuggestionId, std::vector<model::session::PassageReasons>>;

namespace {

/// The one of that id; null when it is not among them.
template <class Suggestion> const Suggestion *find(const std::vector<Suggestion> &all, const SuggestionId &id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const Suggestion &one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

SuggestionReview::SuggestionReview(CaseSession &session, page::PageView &view, SuggestionPanel &panel, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_view(view)
    , m_panel(panel)
{
    QAction *goToList = addAction(QStringLiteral("goToSuggestions"), tr("Go to the &suggestions"), {Qt::Key_S}, [this] {
        if (m_panel.count() > 0)
            m_panel.takeFocus();
        else
            Q_EMIT problem(tr("Nothing is suggested on this page."));
    });
    m_view.addAction(goToList);
    addAction(QStringLiteral("acceptSuggestion"), tr("&Accept the suggestion"), {Qt::Key_Return, Qt::Key_Enter},
              [this] { decideChosen(&model::session::acceptSuggestions); });
    addAction(QStringLiteral("rejectSuggestion"), tr("Re&ject the suggestion"), {Qt::Key_Backspace},
              [this] { decideChosen(&model::session::rejectSuggestions); });
    connect(&m_view, &page::PageView::currentPageChanged, this, &SuggestionReview::showPage);
    connect(&m_view, &page::PageView::suggestionClicked, this, [this](const SuggestionId &id) {
        // The list is that of the page in view, which may be the one above or below.
        const TagSuggestion *clicked = find(m_all.tags, id);
        if (clicked && clicked->passage.firstPage != m_view.currentPage())
            m_view.goToPage(clicked->passage.firstPage);
        m_panel.choose(id);
        m_panel.takeFocus();
    });
    connect(&m_panel, &SuggestionPanel::suggestionChosen, this, &SuggestionReview::showChosen);
    connect(&m_panel, &SuggestionPanel::left, this, [this] { m_view.setFocus(); });
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (m_document && changes.suggestions.contains(*m_document))
            reload();
        if (!changes.suggestions.isEmpty() || changes.documentList)
            countAgain();
    });
    // What could not be decided is still open.
    connect(&session, &CaseSession::failed, this, [this] {
        if (!m_decided.isEmpty()) {
            m_decided.clear();
            showPage();
        }
    });
    countAgain();
}

QAction *SuggestionReview::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                                     std::function<void()> act)
{
    QAction *action = makeAction(this, name, text, keys, std::move(act));
    m_panel.addAction(action);
    m_panel.setContextMenuPolicy(Qt::ActionsContextMenu);
    m_actions += action;
    return action;
}

void SuggestionReview::setDocument(const std::optional<model::Sha256> &document)
{
    m_loading.cancel();
    m_explaining.cancel();
    m_document = document;
    m_all = {};
    m_onPage = {};
    m_decided.clear();
    m_view.setSuggestions({});
    m_view.setStrongSuggestions({});
    m_view.setSuggestionTips({});
    m_panel.clear();
    m_session.setDocumentsOnView(document ? std::vector{*document} : std::vector<model::Sha256>());
    if (document)
        reload();
    tellCount();
}

void SuggestionReview::reload()
{
    m_loading.ask<Suggestions>(
        m_session, [document = *m_document](const CaseFile &file) { return suggestionsOfDocument(file, document); },
        [this](Result<Suggestions> answer) {
            if (!answer) {
                // A document that was withdrawn meanwhile has none.
                if (answer.error().kind != model::ErrorKind::NotFound)
                    Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_all = *std::move(answer);
            showPage();
        });
}

void SuggestionReview::countAgain()
{
    m_counting.ask<qint64>(
        m_session, [](const CaseFile &file) { return suggestionCount(file); },
        [this](Result<qint64> answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_inCase = *answer;
            tellCount();
        });
}

void SuggestionReview::showPage()
{
    if (!m_document)
        return;
    m_onPage = {};
    std::vector<TagSuggestion> open;
    for (const TagSuggestion &tag : m_all.tags) {
        if (m_decided.contains(tag.id))
            continue;
        open.push_back(tag);
        if (tag.passage.firstPage == m_view.currentPage())
            m_onPage.tags.push_back(tag);
    }
    for (const LinkSuggestion &link : m_all.links) {
        if (!m_decided.contains(link.id) && link.passage.firstPage == m_view.currentPage())
            m_onPage.links.push_back(link);
    }
    m_view.setSuggestions(std::move(open));
    m_panel.show(m_onPage);
    if (!m_panel.chosen())
        m_view.setStrongSuggestions({});
    tellCount();
    askReasons();
}

void SuggestionReview::askReasons()
{
    m_explaining.cancel();
    if (m_onPage.isEmpty()) {
        m_panel.setReasons({});
        m_view.setSuggestionTips({});
        return;
    }
    QHash<SuggestionId, double> scores;
    std::vector<SuggestionId> ids;
    for (const LinkSuggestion &link : m_onPage.links) {
        scores.insert(link.id, link.score);
        ids.push_back(link.id);
    }
    for (const TagSuggestion &tag : m_onPage.tags) {
        scores.insert(tag.id, tag.score);
        ids.push_back(tag.id);
    }
    m_explaining.ask<Reasons>(
        m_session,
        [ids = std::move(ids), proposer = m_session.proposer()](const CaseFile &file) {
            return suggestionReasons(file, ids, proposer ? proposer() : nullptr);
        },
        [this, scores = std::move(scores)](Result<Reasons> answer) {
            QHash<SuggestionId, QString> sentences;
            QHash<SuggestionId, QString> tips;
            for (auto one = scores.constBegin(); one != scores.constEnd(); ++one) {
                const auto reasons = answer ? answer->value(one.key()) : Reasons::mapped_type();
                sentences.insert(one.key(), reasonText(one.value(), reasons));
            }
            for (const TagSuggestion &tag : m_onPage.tags)
                tips.insert(tag.id, tr("Suggested: %1\n%2").arg(suggestionText(tag), sentences.value(tag.id)));
            m_view.setSuggestionTips(std::move(tips));
            m_panel.setReasons(std::move(sentences));
        });
}

void SuggestionReview::showChosen(const SuggestionId &id)
{
    if (const LinkSuggestion *link = find(m_onPage.links, id)) {
        QSet<SuggestionId> strong = {link->evidence};
        for (const auto &tag : {link->partnerTag, link->permissionTag}) {
            if (tag)
                strong.insert(*tag);
        }
        m_view.setStrongSuggestions(std::move(strong));
        m_view.goToPassage(link->passage);
    } else if (const TagSuggestion *tag = find(m_onPage.tags, id)) {
        m_view.setStrongSuggestions({id});
        m_view.goToPassage(tag->passage);
    }
}

void SuggestionReview::decideChosen(Gesture gesture)
{
    const auto id = m_panel.chosen();
    if (!id)
        return;
    m_decided.insert(*id);
    m_session.decide([gesture, id = *id](const CaseFile &file) { return gesture(file, {id}); }, this,
                     [this, id = *id](const model::journal::Decision &) {
                         // The list as it was before may still be here.
                         std::erase_if(m_all.tags, [&id](const TagSuggestion &tag) { return tag.id == id; });
                         std::erase_if(m_all.links, [&id](const LinkSuggestion &link) { return link.id == id; });
                         m_decided.remove(id);
                     });
    m_view.takeFrameAway();
    showPage();
}

void SuggestionReview::tellCount()
{
    const auto onPage = static_cast<int>(m_onPage.links.size() + m_onPage.tags.size());
    const QString sentence = m_document ? suggestionCountText(onPage, m_inCase) : QString();
    if (sentence == m_countSentence)
        return;
    m_countSentence = sentence;
    Q_EMIT countSentenceChanged(sentence);
}

} // namespace ui::review
