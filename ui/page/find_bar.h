// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/folding_row.h"

class QLabel;
class QLineEdit;

namespace ui::page {

/// Above the pages while something is looked for in the document: what is typed, how often it is there, and the way
/// from one place to the next. Knows nothing of the document.
class FindBar final : public FoldingRow {
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);

    void open(const QString &typed); ///< with the keyboard in its field; an empty text leaves what was typed last
    QString typed() const;
    void tell(const QString &sentence);

Q_SIGNALS:
    void typedChanged(const QString &typed);
    void stepped(int direction); ///< 1 to the next place, -1 to the one before
    void left();                 ///< Escape, or the button for it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_text = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace ui::page
