// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/picture_export.h"
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
    model::session::CaseSession &m_session;
    Prompts &m_prompts;
    QWidget *m_window = nullptr;
    PictureExport m_export;
};

} // namespace ui::matrix
