// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "model/session/suggestion_gestures.h"
#include "model/session/suggestion_queue.h"
#include "ui/common/subject_book.h"
#include "ui/page/page_view.h"
#include "ui/review/pace.h"
#include "ui/review/queue_model.h"
#include "ui/review/same_panel.h"

#include <QList>
#include <QObject>
#include <QSet>

#include <optional>
#include <utility>
#include <vector>

class QAction;

namespace ui::review {

class NameBox;
class PageSuggestions;
class SuggestionPanel;

/// Goes with the reporter through what is suggested in the case: turns keys into decisions, chooses the next one at
/// once, has the page follow it. Owns the actions.
class SuggestionReview final : public QObject {
    Q_OBJECT
public:
    SuggestionReview(model::session::CaseSession &session, SubjectBook &book, page::PageView &view,
                     SuggestionPanel &panel, QObject *parent = nullptr);

    /// Nothing: no document in view.
    void setDocument(const std::optional<model::Sha256> &document);
    QList<QAction *> actions() const { return m_actions; }
    /// Of these, those that go into a menu of their own, with its name.
    std::vector<std::pair<QString, QList<QAction *>>> menus() const;
    /// "12 suggestions left in this document, 412 in the case"; empty without a document in view or without any.
    const QString &countSentence() const { return m_countSentence; }
    /// The list is what the case says, with nothing under way.
    bool isSettled() const { return m_decided.isEmpty() && !m_loading.isWaiting(); }
    /// Gives the focus back after the chosen passage was linked; nothing where it was another passage.
    void linkLeft();

    QStringList suggestedNames(model::SubjectKind kind) const; ///< in the document in view

Q_SIGNALS:
    void suggestedNamesChanged();
    void countSentenceChanged(const QString &sentence);
    void passageWanted(const model::Passage &passage); ///< of another document than the one in view
    void undoWanted();
    /// The passage is to be linked to a further finding; these names are meant.
    void linkWanted(const model::Passage &passage, const QStringList &partners, const QStringList &permissions);
    void problem(const QString &sentence);
    void advice(const QString &sentence);

private:
    using Ids = std::vector<model::SuggestionId>;
    using Gesture = model::session::CaseSession::Gesture;
    QAction *addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                       std::function<void()> act);
    void makeActions();
    void makeBoundaryActions();
    void connectParts();
    void restoreState();

    // What is listed
    void restart(); ///< another order or filter
    void reloadFromStart();
    void reload(); ///< what is in use, and no more than around it: it costs the same however far one has come
    void loadMore();
    void loadEarlier();
    enum class Comes { InPlaceOfAll, Behind };
    void ask(const PartStart &start, int count, Comes comes);
    void chooseWanted();
    bool mayFollowInDocument() const; ///< more of the document in view, behind what is listed
    void chooseTakenBack();           ///< after an undo: the one that was decided last, where that made it open again
    model::session::QueueRequest request() const;
    void countAgain();
    void tellCount();
    void goToList();
    /// The chosen one where it is on the page in view; else the first from that page on, where it is listed.
    std::optional<int> rowOnPage() const;
    void chooseClicked(const model::SuggestionId &id);

    // The chosen one
    const model::QueuedSuggestion *chosen() const;
    /// The chosen one, to do something to. One that was chosen quietly is only shown, and nothing is given.
    const model::QueuedSuggestion *chosenForAct();
    std::optional<model::Passage> movedOf(const model::SuggestionId &id) const;
    void showChosen();
    void forgetShown(); ///< when nothing is chosen any more
    void frameChosen();
    void showPassage(const model::Passage &passage); ///< where its document is not in view, it is asked for
    void markChosen();
    void explainChosen();
    void moveBoundary(page::PageView::Boundary boundary, int direction);

    // What is decided on it
    void acceptChosen();
    void rejectChosen();
    void acceptAs(int number);
    void askName(model::SubjectKind kind);
    void askNameAs(const model::QueuedSuggestion &suggestion, model::TagKind kind);
    void askNameOf(const model::QueuedSuggestion &suggestion, model::SubjectKind kind,
                   std::function<void(const model::session::Correction &)> then);
    void linkChosen();
    void openSame(SamePanel::Act act);
    // Several at once: suggestion_review_batch.cpp
    void makeBatchActions();
    void openBatch();
    void decideBatch(const model::session::Batch &batch);
    void batchDecided();
    void resumeBatch(const Ids &ids); ///< that could not be decided
    void goOnWithBatch();
    void askNameInBatch(model::SubjectKind kind);
    /// `otherwise` is called when it cannot be decided; without it the first of them is chosen again.
    void decide(const Ids &ids, Gesture gesture, std::function<void()> then = {}, std::function<void()> otherwise = {});
    void reopen(const Ids &ids, const model::SuggestionId &chosen); ///< what could not be decided

    model::session::CaseSession &m_session;
    SubjectBook &m_book;
    page::PageView &m_view;
    SuggestionPanel &m_panel;
    PageSuggestions *m_page = nullptr;
    NameBox *m_nameBox = nullptr;
    QList<QAction *> m_actions;
    QList<QAction *> m_boundaryActions;
    QList<QAction *> m_severalActions; ///< on several suggestions at once
    model::session::Inquiry m_remembered;
    model::session::Inquiry m_loading;
    model::session::Inquiry m_counting;
    model::session::Inquiry m_explaining;
    model::session::Inquiry m_comparing;
    model::session::Inquiry m_reopening;
    std::optional<model::Sha256> m_document;
    std::optional<model::Sha256> m_first;                         ///< where the order by page begins
    std::optional<model::Sha256> m_listedFirst;                   ///< the same, of what is listed or on its way
    PartStart m_start = std::make_shared<const QueuePartStart>(); ///< of the queue
    PartStart m_next;                                             ///< what follows on what is listed
    bool m_startsAnew = false; ///< what is on its way is of another order than what is listed
    struct Wanted {
        model::SuggestionId id;
        bool isOfDocument = false; ///< clicked on its page: looked for to the end of the document, and takes the focus
        PartStart part = {};       ///< where it was listed last; null where that is not known
    };
    std::optional<Wanted> m_wanted; ///< chosen once it is listed
    bool m_isLinking = false;       ///< the chosen passage
    bool m_batchGoesOn = false;     ///< once the list is what the case says after the one before
    bool m_choosesOnPage = false;   ///< and takes the focus, once the list is here
    /// Decided a moment ago: they are out of the list at once, before the case says so.
    QSet<model::SuggestionId> m_decided;
    std::optional<model::SuggestionId> m_lastDecided; ///< chosen again when it is taken back
    PartStart m_lastDecidedPart;                      ///< where that was listed; null where it is not known
    std::optional<model::SuggestionId> m_shown;       ///< the one that the page was last brought to
    /// The words of one as the reporter wants them; nobody else's.
    std::optional<std::pair<model::SuggestionId, model::Passage>> m_moved;
    model::session::QueueCounts m_counts;
    Pace m_pace;
    QString m_countSentence;
};

} // namespace ui::review
