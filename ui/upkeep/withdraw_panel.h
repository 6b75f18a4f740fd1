// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"

#include <QFrame>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace ui {
class ProblemBar;
}

namespace ui::upkeep {

/// A strip that withdraws a document for good: it says what goes and what stays, asks for a reason, and does nothing
/// before the reporter has ticked that it cannot be brought back.
class WithdrawPanel final : public QFrame {
    Q_OBJECT
public:
    WithdrawPanel(model::session::CaseSession &session, ProblemBar &bar, QWidget *parent = nullptr);

    void open(const model::Sha256 &document);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void explain(const std::vector<model::Document> &going);
    void fitText(); ///< all of it where there is room, else it scrolls
    void updateButton();
    void withdraw();

    model::session::CaseSession &m_session;
    ProblemBar &m_bar;
    model::session::Inquiry m_inquiry;
    std::optional<model::Document> m_document;
    QLabel *m_text = nullptr;
    QScrollArea *m_scroll = nullptr;
    QLineEdit *m_reason = nullptr;
    QCheckBox *m_sure = nullptr;
    QPushButton *m_withdraw = nullptr;
};

} // namespace ui::upkeep
