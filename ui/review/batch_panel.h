// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/suggestion_gestures.h"
#include "model/session/suggestion_queue.h"

#include <QFrame>
#include <QHash>

#include <functional>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui::review {

/// The next suggestions of the list, at most ten, to be decided in one step: Enter accepts those that are ticked and
/// rejects the others. What is rather right than wrong is ticked to begin with. A digit ticks the suggestion of that
/// number, or takes its tick away; S, D, E, P, C give the chosen finding that stance and tick it.
class BatchPanel final : public QFrame {
    Q_OBJECT
public:
    static constexpr int most = 10;

    explicit BatchPanel(QWidget *parent = nullptr);

    /// `row` is the chosen one.
    void open(std::vector<model::QueuedSuggestion> suggestions, const QHash<model::Sha256, QString> &titles, int row);
    void close();
    bool isOpen() const { return !isHidden(); }
    QListWidget *list() const { return m_list; }
    const std::vector<model::QueuedSuggestion> &suggestions() const { return m_suggestions; }
    const model::QueuedSuggestion *chosen() const; ///< null while it is closed
    bool isTicked(const model::SuggestionId &id) const;
    /// What the reporter wants otherwise of one; it is ticked. Leaves what was corrected before, but for what is said.
    void correct(const model::SuggestionId &id, const model::session::Correction &said);
    /// Those that are not suggested any more stay in their place, for numbers must not move, but are not decided.
    void keepOpen(const std::function<bool(const model::SuggestionId &)> &isOpen);
    model::session::Batch batch() const;

Q_SIGNALS:
    void suggestionChosen(const model::QueuedSuggestion &suggestion);
    void decided(const model::session::Batch &batch); ///< empty where none of them is suggested any more
    void closed();                                    ///< just before it is hidden: whoever hears it takes the focus

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool handleKey(int key);
    void toggle(int row);
    void updateButton();
    QString textOf(int row) const;

    std::vector<model::QueuedSuggestion> m_suggestions;
    std::vector<model::session::Correction> m_corrections; ///< one a suggestion
    QHash<model::Sha256, QString> m_titles;
    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_decide = nullptr;
};

} // namespace ui::review
