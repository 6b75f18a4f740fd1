// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/evidence_conclusion.h"
#include "model/session/inquiry.h"
#include "ui/matrix/finding_panel.h"
#include "ui/matrix/matrix_sheet.h"
#include "ui/matrix/matrix_table_model.h"
#include "ui/matrix/matrix_view.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QSplitter;

namespace ui::page {
class PageBeside;
}

namespace ui::matrix {

class FilterBar;
class Legend;
class MatrixTable;
class ViewBar;

/// The place that answers the question: which partner was given which permission, and where does it say so.
class MatrixPlace final : public QWidget {
    Q_OBJECT
public:
    explicit MatrixPlace(model::session::CaseSession &session, QWidget *parent = nullptr);
    ~MatrixPlace() override;

    void chooseFinding(const model::FindingKey &finding);
    const std::optional<model::FindingKey> &chosenFinding() const { return m_chosen; }
    void focusTable();
    QList<QAction *> findingActions() const { return m_findingActions; }
    QList<QAction *> viewActions() const { return m_viewActions; }
    QList<QAction *> foldActions() const { return m_foldActions; }
    /// What is shown now, for an export of the same.
    model::MatrixFilter filter() const;
    void setFilterText(const QString &text); ///< the rest of the filter stays
    bool wantsSuggested() const;             ///< what is suggested beside what is decided
    void setWantsSuggested(bool wants);

Q_SIGNALS:
    void passageChosen(const model::Passage &passage);
    void hitChosen(const model::SearchHit &hit); ///< a page that an empty cell was looked for on
    void problem(const QString &sentence);
    void advice(const QString &sentence);
    void sheetWanted(const MatrixSheet &sheet); ///< to be saved

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // What is shown: matrix_place.cpp
    QWidget *makeLeft(QWidget *parent);
    void connectParts();
    void connectSession();
    void makeActions();
    void addAction(QList<QAction *> &to, QWidget *where, const QString &name, const QString &text,
                   const QKeySequence &key, std::function<void()> act);
    void recallView(); ///< as it was left; reload() follows
    void reload();
    void askJointSources(); ///< where something is folded
    void arrange();
    void showEmptiness(bool empty);
    void viewChanged(); ///< the layout or the filter is another
    MatrixView view() const;
    void keepView();
    void setOrder(model::RowOrder order);
    void sortBy(int column); ///< or by name again, where it is sorted by that
    void toggleFold(int column);
    void toggleAllFolds();
    void toggleGroup(int row); ///< of that row
    void toggleAllGroups();

    // The chosen cell: matrix_place_cell.cpp
    void cellChanged(const QModelIndex &index);
    bool restoreChoice();
    bool restoreHeading();
    void showCell();
    void showFoldedCell(const QModelIndex &index);
    void askBlank(const QModelIndex &index);
    void showSuggestedCell(const QModelIndex &index);
    const model::session::SuggestedCell *suggestedAt(const model::FindingKey &finding) const;
    void showHeading(int row); ///< of an open group
    void clearFinding();       ///< none is chosen
    void clearChoice();
    void openFirstPassage();
    bool headKey(int key);
    void stepFinding(int direction); ///< to the next cell that is not empty, row by row
    bool tableKey(int key, Qt::KeyboardModifiers modifiers);

    // What is taken out of it: matrix_place_sheet.cpp
    void copyCells();
    void makeSheet();
    void makeDecidedSheet(); ///< without what is only suggested
    void giveSheet(const model::ArrangedMatrix &matrix, bool suggested);

    // What is concluded: matrix_place_conclusion.cpp
    /// The findings of the selected cells that have evidence; where there are none, nothing, and it is said why.
    std::vector<model::FindingKey> findingsToConclude();
    void giveVerdict(model::Verdict verdict);
    void conclude(model::session::Over over); ///< from the evidence; a single one with what is open goes on to the next
    void takePeriodBefore();                  ///< of the nearest finding before it in its row that has one

    // The page beside: matrix_place_page.cpp
    void makePage(QSplitter *splitter);
    void togglePage();
    void showOnPage(const std::optional<model::Passage> &passage);

    model::session::CaseSession &m_session;
    model::session::Inquiry m_viewInquiry;
    model::session::Inquiry m_matrixInquiry;
    model::session::Inquiry m_jointInquiry;
    model::session::Inquiry m_findingInquiry;
    model::session::Inquiry m_blankInquiry;
    model::session::Inquiry m_sheetInquiry;
    QTimer m_keep;           ///< what is typed into the filter is kept once it is typed
    QString m_kept;          ///< the view as the case remembers it
    bool m_recalled = false; ///< the view is as it was left
    bool m_stale = true;     ///< the matrix changed while it was not in view
    bool m_loaded = false;
    bool m_jointKnown = false;    ///< what several findings rest on together
    bool m_sheetWhenHere = false; ///< is to be made
    bool m_opensWhenHere = false; ///< the chosen cell's first passage, once its evidence has arrived
    bool m_wantsFocus = false;    ///< once there is something in the table
    bool m_mustShow = false;      ///< the chosen finding, whatever the filter says
    model::MatrixContents m_contents;
    std::vector<model::session::SuggestedCell> m_suggested; ///< by cell; empty unless they are wanted
    QSet<QString> m_foldable;                               ///< kinds of data
    QSet<QString> m_groups;                                 ///< of partners, which can be folded too
    model::MatrixLayout m_layout;
    std::optional<model::Passage> m_suggestedPassage; ///< the first of the chosen cell, where nothing is decided
    std::optional<model::FindingKey> m_chosen;
    /// Instead of a finding, the place beside the heading of an open group is chosen.
    struct Heading {
        QString groupKey;
        model::SubjectId permission;
    };
    std::optional<Heading> m_heading;
    FilterBar *m_filter = nullptr;
    ViewBar *m_view = nullptr;
    MatrixTableModel *m_model = nullptr;
    MatrixTable *m_table = nullptr;
    QLabel *m_hint = nullptr;
    Legend *m_legend = nullptr;
    FindingPanel *m_panel = nullptr;
    page::PageBeside *m_page = nullptr;
    QAction *m_showPage = nullptr;
    std::optional<model::Passage> m_passage; ///< that the page beside is about
    QList<QAction *> m_findingActions;
    QList<QAction *> m_viewActions;
    QList<QAction *> m_foldActions;
};

} // namespace ui::matrix
