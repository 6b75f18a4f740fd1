// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_review.h"

#include "model/session/remembered.h"
#include "model/session/suggestions.h"
#include "ui/common/actions.h"
#include "ui/review/name_box.h"
#include "ui/review/page_suggestions.h"
#include "ui/review/queue_bar.h"
#include "ui/review/queue_model.h"
#include "ui/review/queue_titles.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_words.h"

#include <QAction>
#include <QDateTime>
#include <QListView>

#include <algorithm>
#include <utility>

namespace ui::review {

using model::Result;
using model::SuggestionId;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::QueueCounts;

namespace {

constexpr int partSize = 100;
const QString rememberedName = QStringLiteral("suggestion queue");

/// A part of the queue with what is needed to show it.
struct Listing {
    model::QueuePart part;
    Titles titles;
};

Result<Listing> listing(const CaseFile &file, const model::session::QueueRequest &request,
                        const model::QueueCursor &after, int count)
{
    auto part = suggestionQueue(file, request, after, count);
    if (!part)
        return part.error();
    auto titles = titlesOf(file, part->items);
    if (!titles)
        return titles.error();
    return Listing{*std::move(part), *std::move(titles)};
}

} // namespace

SuggestionReview::SuggestionReview(CaseSession &session, SubjectBook &book, page::PageView &view,
                                   SuggestionPanel &panel, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_book(book)
    , m_view(view)
    , m_panel(panel)
    , m_page(new PageSuggestions(session, view, this))
    , m_nameBox(new NameBox(view.viewport(), QStringLiteral("suggestionName")))
{
    makeActions();
    makeBoundaryActions();
    makeBatchActions();
    connectParts();
    restoreState();
}

QAction *SuggestionReview::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                                     std::function<void()> act)
{
    QAction *action = makeAction(this, name, text, keys, std::move(act));
    m_panel.list()->addAction(action);
    m_panel.list()->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_actions += action;
    return action;
}

void SuggestionReview::makeActions()
{
    const auto key = [](int code) { return QKeySequence(code); };
    QAction *go = addAction(QStringLiteral("goToSuggestions"), tr("Go to the &suggestions"), {key(Qt::Key_S)},
                            [this] { goToList(); });
    m_view.addAction(go);
    addAction(QStringLiteral("acceptSuggestion"), tr("&Accept the suggestion"),
              {key(Qt::Key_Return), key(Qt::Key_Enter)}, [this] { acceptChosen(); });
    addAction(QStringLiteral("rejectSuggestion"), tr("Re&ject the suggestion"), {key(Qt::Key_Backspace)},
              [this] { rejectChosen(); });
    addAction(QStringLiteral("acceptSame"), tr("Accept &all that say the same"),
              {QKeySequence(Qt::SHIFT | Qt::Key_Return), QKeySequence(Qt::SHIFT | Qt::Key_Enter)},
              [this] { openSame(SamePanel::Act::Accept); });
    addAction(QStringLiteral("rejectSame"), tr("Reject a&ll that say the same"),
              {QKeySequence(Qt::SHIFT | Qt::Key_Backspace)}, [this] { openSame(SamePanel::Act::Reject); });
    addAction(QStringLiteral("acceptAsPartner"), tr("Accept it under another &name"), {key(Qt::Key_F2)},
              [this] { askName(model::SubjectKind::Partner); });
    addAction(QStringLiteral("acceptAsPermission"), tr("Accept the finding with another &permission"),
              {QKeySequence(Qt::SHIFT | Qt::Key_F2)}, [this] { askName(model::SubjectKind::Permission); });
    addAction(QStringLiteral("takeBackDecision"), tr("&Take the last decision back"), {key(Qt::Key_Z)},
              [this] { Q_EMIT undoWanted(); });
    addAction(QStringLiteral("orderSuggestions"), tr("Choose the &order of the suggestions"), {key(Qt::Key_O)},
              [this] { m_panel.bar().focusOrder(); });
    addAction(QStringLiteral("filterSuggestions"), tr("&Filter the suggestions"), {key(Qt::Key_F)},
              [this] { m_panel.bar().focusFilter(); });
}

void SuggestionReview::makeBoundaryActions()
{
    using Boundary = page::PageView::Boundary;
    const auto add = [this](const char *name, const QString &text, QKeyCombination keys, Boundary boundary,
                            int direction) {
        addAction(QString::fromLatin1(name), text, {QKeySequence(keys)},
                  [this, boundary, direction] { moveBoundary(boundary, direction); });
    };
    add("endLater", tr("End the passage a word later"), Qt::SHIFT | Qt::Key_Right, Boundary::End, 1);
    add("endSooner", tr("End the passage a word sooner"), Qt::SHIFT | Qt::Key_Left, Boundary::End, -1);
    add("beginLater", tr("Begin the passage a word later"), Qt::CTRL | Qt::Key_Right, Boundary::Start, 1);
    add("beginSooner", tr("Begin the passage a word sooner"), Qt::CTRL | Qt::Key_Left, Boundary::Start, -1);
}

void SuggestionReview::connectParts()
{
    connect(&m_view, &page::PageView::suggestionClicked, this, &SuggestionReview::chooseClicked);
    connect(&m_panel, &SuggestionPanel::suggestionChosen, this, &SuggestionReview::showChosen);
    connect(&m_panel, &SuggestionPanel::numberPressed, this, &SuggestionReview::acceptAs);
    connect(&m_panel, &SuggestionPanel::left, this, [this] { m_view.setFocus(); });
    connect(&m_panel.queue(), &QueueModel::moreWanted, this, &SuggestionReview::loadMore);
    connect(&m_panel.same(), &SamePanel::decided, this, [this](SamePanel::Act act, const Ids &ids) {
        const bool accepts = act == SamePanel::Act::Accept;
        decide(ids, [ids, accepts](const CaseFile &file) {
            return accepts ? model::session::acceptSuggestions(file, ids)
                           : model::session::rejectSuggestions(file, ids);
        });
    });
    connect(&m_panel.bar(), &QueueBar::changed, this, [this] {
        m_session.remember(rememberedName, m_panel.bar().state());
        m_first = m_document;
        restart();
    });
    connect(m_nameBox, &NameBox::closed, &m_panel, &SuggestionPanel::returnFocus);
    connect(m_page, &PageSuggestions::problem, this, &SuggestionReview::problem);
    connect(m_page, &PageSuggestions::namesChanged, this, &SuggestionReview::suggestedNamesChanged);
    connect(&m_session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (changes.suggestions.isEmpty() && !changes.documentList)
            return;
        reload();
        countAgain();
    });
    connect(&m_session, &CaseSession::undone, this, &SuggestionReview::chooseTakenBack);
}

void SuggestionReview::restoreState()
{
    m_remembered.ask<QString>(
        m_session, [](const CaseFile &file) { return model::session::remembered(file, rememberedName); },
        [this](const Result<QString> &answer) {
            if (answer)
                m_panel.bar().restore(*answer);
            restart();
        });
}

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

// What is listed

model::session::QueueRequest SuggestionReview::request() const
{
    auto request = m_panel.bar().request(m_document);
    request.first = m_first;
    return request;
}

void SuggestionReview::restart()
{
    forgetShown();
    m_panel.rearrange([this] { m_panel.queue().setItems({}, false); });
    reload();
    countAgain();
}

void SuggestionReview::reload()
{
    const int coming = static_cast<int>(m_decided.size()) + (m_wanted ? 1 : 0);
    ask({}, std::max(partSize, m_panel.count() + coming));
}

void SuggestionReview::loadMore()
{
    // What is on its way brings what follows, too.
    if (!m_loading.isWaiting())
        ask(m_end, partSize);
}

void SuggestionReview::ask(const model::QueueCursor &after, int count)
{
    m_loading.ask<Listing>(
        m_session,
        [request = request(), after, count](const CaseFile &file) { return listing(file, request, after, count); },
        [this, goesOn = !after.after.empty()](Result<Listing> answer) {
            if (!answer) {
                m_panel.queue().fetchFailed();
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_end = std::move(answer->part.end);
            std::vector<model::QueuedSuggestion> &items = answer->part.items;
            std::erase_if(items, [this](const auto &one) { return m_decided.contains(idOf(one)); });
            m_panel.rearrange([&] {
                QueueModel &queue = m_panel.queue();
                queue.addTitles(answer->titles);
                if (goesOn)
                    queue.append(std::move(items), answer->part.isLast);
                else
                    queue.setItems(std::move(items), answer->part.isLast);
            });
            chooseWanted();
            if (m_batchGoesOn && m_panel.count() > 0)
                openBatch();
            else if (m_panel.batch().isOpen())
                m_panel.batch().keepOpen(
                    [this](const SuggestionId &id) { return m_panel.queue().rowOf(id).has_value(); });
        });
}

void SuggestionReview::chooseWanted()
{
    if (std::exchange(m_choosesOnPage, false)) {
        chooseOnPage();
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
    const bool mayFollow =
        m_wanted->isOfDocument && !queue.isComplete() &&
        (queue.rowCount() == 0 || passageOf(queue.item(queue.rowCount() - 1)).document == m_document);
    if (mayFollow) {
        loadMore();
        return;
    }
    if (std::exchange(m_wanted, std::nullopt)->isOfDocument)
        Q_EMIT problem(tr("This suggestion does not pass the filter of the list."));
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
            m_wanted = Wanted{id};
            if (m_panel.queue().rowOf(id))
                chooseWanted();
            else
                reload();
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
            m_panel.showCount(m_panel.bar().wantsDocumentOnly() ? m_counts.inDocument : m_counts.inCase);
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

void SuggestionReview::goToList()
{
    if (m_panel.count() == 0 && m_panel.queue().isComplete()) {
        Q_EMIT problem(m_counts.inCase == 0 ? tr("Nothing is suggested in this case, or all of it is decided.")
                                            : tr("Nothing that is suggested passes the filter."));
        return;
    }
    const auto *now = chosen();
    const bool isHere = now && passageOf(*now).document == m_document;
    if (request().order == model::QueueOrder::ByPage && m_document && !isHere && m_first != m_document) {
        m_first = m_document;
        m_choosesOnPage = true;
        reload();
        return;
    }
    if (request().order == model::QueueOrder::ByPage)
        chooseOnPage();
    m_panel.takeFocus();
}

void SuggestionReview::chooseOnPage()
{
    const QueueModel &queue = m_panel.queue();
    const auto isOnPage = [this](const model::QueuedSuggestion &one) {
        const model::Passage &passage = passageOf(one);
        return passage.document == m_document && passage.firstPage >= m_view.currentPage();
    };
    if (const auto *now = chosen(); now && isOnPage(*now) && passageOf(*now).firstPage == m_view.currentPage())
        return;
    for (int row = 0; row < queue.rowCount(); ++row) {
        if (isOnPage(queue.item(row))) {
            m_panel.choose(row);
            return;
        }
    }
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
        reload();
    else
        m_panel.bar().setOrder(model::QueueOrder::ByPage);
}

} // namespace ui::review
