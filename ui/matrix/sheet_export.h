// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/matrix/matrix_sheet.h"

#include <QPointer>

namespace ui {
class ProblemBar;
class Prompts;
} // namespace ui

namespace ui::matrix {

/// Saves the matrix as a picture, or for paper, where the reporter wants it.
class SheetExport final : public QObject {
    Q_OBJECT
public:
    SheetExport(model::session::CaseSession &session, Prompts &prompts, ProblemBar &bar, QWidget *parent);

    void save(const MatrixSheet &sheet); ///< asks where first

private:
    void write(const MatrixSheet &sheet, const QString &path);

    model::session::CaseSession &m_session;
    Prompts &m_prompts;
    ProblemBar &m_bar;
    QWidget *m_window = nullptr;
    model::session::Inquiry m_inquiry;
};

} // namespace ui::matrix
