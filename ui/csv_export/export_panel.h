// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_export.h"
#include "model/session/inquiry.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace ui {
class Prompts;
class ProblemBar;
} // namespace ui

namespace ui::csv_export {

/// A line of choices for an export: what, for whom, and whether only what the filter shows. Inside the window; only the
/// file is asked for in a dialog.
class ExportPanel final : public QFrame {
    Q_OBJECT
public:
    ExportPanel(model::session::CaseSession &session, Prompts &prompts, ProblemBar &bar, QWidget *parent = nullptr);

    void open(const model::MatrixFilter &filter);

Q_SIGNALS:
    void left(); ///< with the focus in it: it needs another place

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void write(const QString &path);
    QString sentenceOf(const model::session::ExportSummary &summary,
                       model::session::ExportRequest::Layout layout) const;
    void leave();

    model::session::CaseSession &m_session;
    Prompts &m_prompts;
    ProblemBar &m_bar;
    model::session::Inquiry m_inquiry;
    model::MatrixFilter m_shown;
    QComboBox *m_layout = nullptr;
    QCheckBox *m_mark = nullptr;
    QCheckBox *m_filtered = nullptr;
    QCheckBox *m_hidden = nullptr;
    QPushButton *m_choose = nullptr;
};

} // namespace ui::csv_export
