// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/sheet_export.h"

#include "model/base/whole_file.h"
#include "ui/common/problem_bar.h"
#include "ui/common/prompts.h"
#include "ui/matrix/sheet_formats.h"

#include <QDir>
#include <QIODevice>

namespace ui::matrix {

using model::Result;

SheetExport::SheetExport(model::session::CaseSession &session, Prompts &prompts, ProblemBar &bar, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_bar(bar)
    , m_window(parent)
{
}

void SheetExport::save(const MatrixSheet &sheet)
{
    m_prompts.askSheetFile(m_window, tr("%1-matrix.pdf", "file name").arg(m_session.name()),
                           [self = QPointer<SheetExport>(this), sheet](const QString &path) {
                               if (self)
                                   self->write(sheet, path);
                           });
}

void SheetExport::write(const MatrixSheet &sheet, const QString &path)
{
    const auto format = sheetFormatOf(path);
    if (!format) {
        m_bar.showProblem(tr("What a picture is made as goes by its name: end it in .pdf, .png or .svg."));
        return;
    }
    m_bar.showNews(tr("The matrix is being drawn."));
    // A thousand partners take seconds; the threads that answer questions have the time.
    m_inquiry.ask<bool>(
        m_session,
        [sheet, path, format = *format](const model::session::CaseFile &) -> Result<bool> {
            const QByteArray bytes = sheetAs(format, sheet);
            if (bytes.isEmpty())
                return false;
            const auto saved =
                model::writeWhole(path, [&bytes](QIODevice &device) { return device.write(bytes) == bytes.size(); });
            return saved ? Result<bool>(true) : saved.error();
        },
        [this, path](const Result<bool> &answer) {
            if (!answer)
                m_bar.showError(answer.error());
            else if (!*answer)
                m_bar.showProblem(tr("The matrix is too large for a PNG picture. Save it as PDF or SVG, or filter it "
                                     "first."));
            else
                m_bar.showNews(tr("The matrix was saved as %1.").arg(QDir::toNativeSeparators(path)));
        });
}

} // namespace ui::matrix
