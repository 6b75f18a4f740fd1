// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/suggestion.h"
#include "ui/review/batch_panel.h"
#include "ui/review/same_panel.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <utility>

class QLabel;
class QListView;
class QScrollArea;

namespace ui::review {

class QueueBar;
class QueueModel;

/// What is suggested in the case and undecided, in the order the reporter wants, and under it why the chosen one is.
class SuggestionPanel final : public QWidget {
    Q_OBJECT
public:
    explicit SuggestionPanel(QWidget *parent = nullptr);

    QueueModel &queue() { return *m_queue; }
    QueueBar &bar() { return *m_bar; }
    SamePanel &same() { return *m_same; }
    BatchPanel &batch() { return *m_batch; }
    QListView *list() const { return m_list; }
    int count() const;
    std::optional<model::SuggestionId> chosen() const;
    void choose(int row); ///< and tells
    void takeFocus();     ///< and tells which is chosen, the first where none is
    /// Changes the queue's rows. The row that `wanted` then gives is chosen, and told. Else what was chosen stays so;
    /// where it is gone while the list has the focus, the one in its place is chosen, and told. What is in view stays
    /// where it is.
    void rearrange(const std::function<void()> &change, const std::function<std::optional<int>()> &wanted = {});
    /// The first and the last row that must stay listed: in view, or chosen; nothing without any.
    std::optional<std::pair<int, int>> rowsInUse() const;
    bool isAtTop() const;
    void showReason(const QString &reason);
    /// Takes the list's place until it is closed.
    void openSame(SamePanel::Act act, const model::session::SameSuggestions &same,
                  const QHash<model::Sha256, QString> &titles);
    /// The chosen one and those that follow, or where the queue ends those before it, in the list's place until it is
    /// closed.
    void openBatch();
    /// To the list, or what has its place.
    void returnFocus();
    /// How many there are in the case, for the title.
    void showCount(qint64 count);
    void setEmptyText(const QString &text); ///< what is said in the place of a list without rows

Q_SIGNALS:
    void suggestionChosen(const model::SuggestionId &suggestion);
    void numberPressed(int number); ///< 1 to 5
    void left();                    ///< Escape, or nothing is left
    void earlierWanted();           ///< scrolled to the first row, before which there may be more
    void batchToggled(bool open);   ///< it has the list's place, or is about to give it back

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Former;
    Former former() const;
    void settle(const Former &former, const std::optional<int> &wanted);
    void keepInView(const Former &former);
    bool isEmpty() const; ///< with nothing on its way
    void giveBack();      ///< from what had the list's place to the list
    void tellChosen();

    QLabel *m_title = nullptr;
    QueueBar *m_bar = nullptr;
    QLabel *m_hint = nullptr;
    QueueModel *m_queue = nullptr;
    QListView *m_list = nullptr;
    SamePanel *m_same = nullptr;
    BatchPanel *m_batch = nullptr;
    QScrollArea *m_reasonRoom = nullptr;
    QLabel *m_reason = nullptr;
    bool m_isQuiet = false; ///< while rows come and go
};

} // namespace ui::review
