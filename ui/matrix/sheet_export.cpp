// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/sheet_export.h"

#include "model/base/whole_file.h"
#include "ui/common/picture.h"
#include "ui/common/problem_bar.h"
#include "ui/common/prompts.h"
#include "ui/matrix/sheet_pdf.h"

#include <QDir>
#include <QFileInfo>
#include <QIODevice>

namespace ui::matrix {

using model::Result;

namespace {

Painting paintingOf(const MatrixSheet &sheet)
{
    return {sheet.texts().title, sheet.sizeOf(sheet.whole()),
            [sheet](QPainter &painter) { sheet.paint(painter, sheet.whole(), {}); }};
}

Result<void> savePdf(const MatrixSheet &sheet, const QString &path)
{
    const QByteArray bytes = pdfOf(sheet);
    return model::writeWhole(path, [&bytes](QIODevice &device) { return device.write(bytes) == bytes.size(); });
}

} // namespace

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
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != u"pdf" && ending != u"png" && ending != u"svg") {
        m_bar.showProblem(tr("What a picture is made as goes by its name: end it in .pdf, .png or .svg."));
        return;
    }
    m_bar.showNews(tr("The matrix is being drawn."));
    // A thousand partners take seconds; the threads that answer questions have the time.
    m_inquiry.ask<QString>(
        m_session,
        [sheet, path, asPdf = ending == u"pdf"](const model::session::CaseFile &) -> Result<QString> {
            const Result<void> saved = asPdf ? savePdf(sheet, path) : savePicture(paintingOf(sheet), path);
            return saved ? Result<QString>(path) : saved.error();
        },
        [this](const Result<QString> &answer) {
            if (answer)
                m_bar.showNews(tr("The matrix was saved as %1.").arg(QDir::toNativeSeparators(*answer)));
            else
                m_bar.showError(answer.error());
        });
}

} // namespace ui::matrix
