// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/search/find_rows.h"

#include <QLineEdit>

#include <functional>

class QFrame;
class QListView;

namespace ui::search {

class FindListModel;
class SavedSearchModel;

/// The one box for everything in the case. While something is typed, what it may mean drops down below: Up and Down
/// choose, Enter goes there; without a choice Enter searches all pages (returnPressed), Escape leaves.
class FindBox final : public QLineEdit {
    Q_OBJECT
public:
    /// The list lies over `over`, which the box is somewhere in.
    FindBox(model::session::CaseSession &session, QWidget &over, QWidget *parent);

    /// Gives the commands of the window; asked each time, and run by whoever hears of the choice.
    void setCommands(std::function<QList<QAction *>()> commands) { m_commands = std::move(commands); }
    /// Listed by name, and all of them while nothing is typed.
    void setSaved(SavedSearchModel &saved);
    void begin(); ///< takes the keyboard, with what was typed before chosen

Q_SIGNALS:
    void chosen(const ui::search::FindChoice &choice);
    void left(); ///< by Escape

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Answer {
        model::Found found;
        std::vector<model::session::QueryCompletion> completions;
    };
    void ask();
    void fill(const Answer &answer);
    std::vector<SavedRow> saved() const;
    void arrange(); ///< the list below the box
    void close();
    void step(int direction);
    void choose(int row);
    void complete(const model::session::QueryCompletion &completion);

    model::session::CaseSession &m_session;
    QWidget &m_over;
    model::session::Inquiry m_inquiry;
    int m_stepsWaiting = 0; ///< keys pressed before the answer was here
    bool m_enterWaiting = false;
    std::function<QList<QAction *>()> m_commands;
    FindListModel *m_model = nullptr;
    QPointer<SavedSearchModel> m_saved;
    QFrame *m_drop = nullptr;
    QListView *m_list = nullptr;
};

} // namespace ui::search
