// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_review.h"

#include "model/session/remembered.h"
#include "ui/common/actions.h"
#include "ui/review/name_box.h"
#include "ui/review/page_suggestions.h"
#include "ui/review/queue_bar.h"
#include "ui/review/queue_model.h"
#include "ui/review/suggestion_panel.h"

#include <QAction>
#include <QListView>

#include <utility>

namespace ui::review {

using model::Result;
using model::session::CaseFile;
using model::session::CaseSession;

namespace {

const QString rememberedName = QStringLiteral("suggestion queue");

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
    m_severalActions += addAction(QStringLiteral("acceptSame"), tr("Accept &all that say the same"),
                                  {QKeySequence(Qt::SHIFT | Qt::Key_Return), QKeySequence(Qt::SHIFT | Qt::Key_Enter)},
                                  [this] { openSame(SamePanel::Act::Accept); });
    m_severalActions +=
        addAction(QStringLiteral("rejectSame"), tr("Reject a&ll that say the same"),
                  {QKeySequence(Qt::SHIFT | Qt::Key_Backspace)}, [this] { openSame(SamePanel::Act::Reject); });
    addAction(QStringLiteral("acceptAsPartner"), tr("Accept it under another &name"), {key(Qt::Key_F2)},
              [this] { askName(model::SubjectKind::Partner); });
    addAction(QStringLiteral("acceptAsPermission"), tr("Accept the finding with another &permission"),
              {QKeySequence(Qt::SHIFT | Qt::Key_F2)}, [this] { askName(model::SubjectKind::Permission); });
    addAction(QStringLiteral("takeBackDecision"), tr("&Take the last decision back"), {key(Qt::Key_Z)},
              [this] { Q_EMIT undoWanted(); });
    addAction(QStringLiteral("orderSuggestions"), tr("Choose the &order of the suggestions"), {key(Qt::Key_O)}, [this] {
        m_panel.batch().close();
        m_panel.bar().focusOrder();
    });
    addAction(QStringLiteral("filterSuggestions"), tr("&Filter the suggestions"), {key(Qt::Key_F)}, [this] {
        m_panel.batch().close();
        m_panel.bar().focusFilter();
    });
}

std::vector<std::pair<QString, QList<QAction *>>> SuggestionReview::menus() const
{
    return {{tr("Se&veral at once"), m_severalActions}, {tr("&Where the passage begins and ends"), m_boundaryActions}};
}

void SuggestionReview::makeBoundaryActions()
{
    using Boundary = page::PageView::Boundary;
    const auto add = [this](const char *name, const QString &text, QKeyCombination keys, Boundary boundary,
                            int direction) {
        m_boundaryActions += addAction(QString::fromLatin1(name), text, {QKeySequence(keys)},
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
    connect(&m_panel, &SuggestionPanel::earlierWanted, this, &SuggestionReview::loadEarlier);
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

} // namespace ui::review
