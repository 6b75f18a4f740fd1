// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestion_gestures.h"
#include "model/session/suggestion_queue.h"

#include <QFrame>
#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui::review {

/// The name of the partner; empty where none is named.
QString partnerSuggested(const model::QueuedSuggestion &suggestion);

/// The next suggestions of the list, at most ten, to be decided in one step: Enter accepts those that are ticked and
/// rejects the others. What is rather right than wrong is ticked to begin with. A digit ticks the suggestion of that
/// number, or takes its tick away; S, D, E, P, C give the chosen finding that stance and tick it. Once decided it waits
/// with the focus, so that no key that is meant for the next ones falls on anything else.
class BatchPanel final : public QFrame {
    Q_OBJECT
public:
    static constexpr int most = 10;

    explicit BatchPanel(QWidget *parent = nullptr);

    /// `row` is the chosen one.
    void open(std::vector<model::QueuedSuggestion> suggestions, const QHash<model::Sha256, QString> &titles, int row);
    void close();
    void wait();   ///< what it shows is being decided: nothing can be done to it but to leave it
    void resume(); ///< after wait(), as it was before
    bool isOpen() const { return !isHidden(); }
    bool isWaiting() const { return m_isWaiting; }
    void takeFocus();
    bool hasFocusInside() const; ///< or would have, were its window the active one
    QListWidget *list() const { return m_list; }
    const std::vector<model::QueuedSuggestion> &suggestions() const { return m_suggestions; }
    const model::QueuedSuggestion *chosen() const; ///< null while it is closed or waits
    bool isTicked(const model::SuggestionId &id) const;
    /// What the reporter wants otherwise of one; it is ticked. Leaves what was corrected before, but for what is said.
    void correct(const model::SuggestionId &id, const model::session::Correction &said);
    /// The same partner is meant wherever it is suggested by this name: they get the new one too, but for those whose
    /// name was corrected for themselves. Ticks nothing.
    void renamePartner(const QString &suggested, const QString &name);
    /// Those that are not suggested any more stay in their place, for numbers must not move, but are not decided.
    void keepOpen(const std::function<bool(const model::SuggestionId &)> &isOpen);
    model::session::Batch batch() const;

Q_SIGNALS:
    void suggestionChosen(const model::QueuedSuggestion &suggestion);
    void decided(const model::session::Batch &batch); ///< empty where none of them is suggested any more
    void closed();                                    ///< just before it is hidden: whoever hears it takes the focus

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setWaiting(bool waiting);
    bool handleKey(int key);
    void toggle(int row);
    void updateButton();
    QString textOf(int row) const;
    QString wordsOf(const model::QueuedSuggestion &suggestion) const; ///< where it is, and what stands there

    std::vector<model::QueuedSuggestion> m_suggestions;
    std::vector<model::session::Correction> m_corrections; ///< one a suggestion
    QSet<model::SuggestionId> m_named;                     ///< those whose name was corrected for themselves
    QHash<model::Sha256, QString> m_titles;
    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_decide = nullptr;
    bool m_isWaiting = false;
};

} // namespace ui::review
