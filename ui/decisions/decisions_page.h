// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/decision_history.h"
#include "model/session/inquiry.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace ui::decisions {

class DecisionTableModel;

/// The history of the case as a list. Enter goes to where a decision can be seen; one can be taken back with all that
/// came after it, and the page says what that is before it is done.
class DecisionsPage final : public QWidget {
    Q_OBJECT
public:
    explicit DecisionsPage(model::session::CaseSession &session, QWidget *parent = nullptr);

    void takeFocus();

Q_SIGNALS:
    void done();
    void passageChosen(const model::Passage &passage);
    void placeChosen(const model::DocumentPage &place); ///< where there are no words
    void findingChosen(const model::FindingKey &finding);
    void tookBack(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTableView *makeTable();
    QWidget *makeButtons();
    QWidget *makeQuestion();
    void connectParts();
    void reload();
    void show(model::session::DecisionHistory history);
    void choose(); ///< the current line was turned to
    static QString undoText(const model::session::HistoryLine &line);
    void go();  ///< to where it can be seen
    void ask(); ///< whether all that is meant
    void leaveQuestion();
    void takeBack();
    void tellTakenBack(); ///< once all are
    const model::session::HistoryLine *current() const;

    model::session::CaseSession &m_session;
    model::session::Inquiry m_inquiry;
    qint64 m_count; ///< how many are asked for
    bool m_stale = true;
    std::optional<qint64> m_asked; ///< the entry that the question is about
    int m_steps = 0;               ///< that were asked for at once
    int m_stepsLeft = 0;           ///< of them, not done yet
    DecisionTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_earlier = nullptr;
    QPushButton *m_takeBack = nullptr;
    QWidget *m_question = nullptr;
    QLabel *m_questionText = nullptr;
    QPushButton *m_yes = nullptr;
};

} // namespace ui::decisions
