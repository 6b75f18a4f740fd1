// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/matrix/finding_panel.h"
#include "ui/matrix/matrix_table_model.h"

#include <QWidget>

class QAction;
#include <array>

class QLabel;
class QTableView;

namespace ui::matrix {

class FilterBar;

/// The place that answers the question: which partner was given which permission, and where does it say so.
class MatrixPlace final : public QWidget {
    Q_OBJECT
public:
    explicit MatrixPlace(model::session::CaseSession &session, QWidget *parent = nullptr);

    void chooseFinding(const model::FindingKey &finding);
    const std::optional<model::FindingKey> &chosenFinding() const { return m_chosen; }
    void focusTable();
    QList<QAction *> findingActions() const { return m_actions; }
    /// What is shown now, for an export of the same.
    model::MatrixFilter filter() const;
    void setFilterText(const QString &text); ///< the rest of the filter stays

Q_SIGNALS:
    void passageChosen(const model::Passage &passage);
    void problem(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reload();
    void applyFilter();
    void showCell();
    void showSuggestedCell();
    void clearChoice();
    void openFirstPassage();
    QTableView *makeTable(QWidget *parent);
    void connectParts();
    void makeActions();
    QWidget *makeLegend();
    void paintLegend(); ///< in the colours of the palette
    void addAction(const QString &name, const QString &text, const QKeySequence &key, std::function<void()> act);

    model::session::CaseSession &m_session;
    model::session::Inquiry m_matrixInquiry;
    model::session::Inquiry m_findingInquiry;
    bool m_stale = true; ///< the matrix changed while it was not in view
    bool m_loaded = false;
    bool m_opensWhenHere = false; ///< the chosen cell's first passage, once its evidence has arrived
    bool m_wantsFocus = false;    ///< once there is something in the table
    model::Matrix m_all;
    SuggestedCells m_suggested;                       ///< empty unless they are wanted
    std::optional<model::Passage> m_suggestedPassage; ///< the first of the chosen cell, where nothing is decided
    std::optional<model::FindingKey> m_chosen;
    FilterBar *m_filter = nullptr;
    MatrixTableModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_hint = nullptr;
    FindingPanel *m_panel = nullptr;
    std::array<QLabel *, model::allStances.size()> m_legendMarks = {};
    QList<QAction *> m_actions;
};

} // namespace ui::matrix
