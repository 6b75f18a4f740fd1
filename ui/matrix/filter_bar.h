// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/matrix.h"
#include "ui/common/folding_row.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace ui::matrix {

/// Which findings the matrix shows.
class FilterBar final : public FoldingRow {
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    model::MatrixFilter filter() const;
    QString sentence() const; ///< "“bank”, confirmed"
    /// Shows these without telling of it.
    void setView(const model::MatrixFilter &filter, bool wantsSuggested);
    bool wantsSuggested() const; ///< what is suggested beside what is decided
    void toggleSuggested();
    void clear();
    void focusText();
    void setText(const QString &text); ///< nothing but the names

Q_SIGNALS:
    void filterChanged();
    void wantsSuggestedChanged();

private:
    QLineEdit *m_text = nullptr;
    QComboBox *m_verdict = nullptr;
    QComboBox *m_stance = nullptr;
    QPushButton *m_clear = nullptr;
    QCheckBox *m_suggested = nullptr;
};

} // namespace ui::matrix
