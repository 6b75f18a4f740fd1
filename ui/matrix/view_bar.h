// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"
#include "ui/common/folding_row.h"

class QCheckBox;
class QComboBox;
class QToolButton;

namespace ui::matrix {

/// How the matrix is laid out.
class ViewBar final : public FoldingRow {
    Q_OBJECT
public:
    explicit ViewBar(QWidget *parent = nullptr);

    model::RowOrder order() const;
    bool hidesEmpty() const;
    bool showsHeat() const;
    /// Shows these without telling of it.
    void setView(model::RowOrder order, bool hidesEmpty, bool showsHeat);
    void setColumnName(const QString &name); ///< of what RowOrder::Column sorts by; empty for none
    void setFoldable(bool anything, bool everythingIsFolded);
    /// Without anything to fold the button is not there: most cases have no groups.
    void setFoldableGroups(bool anything, bool everythingIsFolded);
    void toggleHidesEmpty();
    void toggleHeat();
    void openOrder(); ///< with its list open; `orderLeft` follows once that is closed

Q_SIGNALS:
    void orderChosen(model::RowOrder order); ///< also when it is chosen again
    void orderLeft();
    void hidesEmptyChanged();
    void heatChanged();
    void foldAllRequested();       ///< or unfold
    void foldAllGroupsRequested(); ///< the same

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *m_order = nullptr;
    bool m_leavesOrder = false; ///< when its list closes
    QCheckBox *m_hidesEmpty = nullptr;
    QCheckBox *m_heat = nullptr;
    QToolButton *m_fold = nullptr;
    QToolButton *m_foldGroups = nullptr;
};

} // namespace ui::matrix
