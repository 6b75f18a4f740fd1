// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/sheet_export.h"

#include "model/base/whole_file.h"
#include "ui/common/picture.h"
#include "ui/common/problem_bar.h"
#include "ui/common/prompts.h"
#include "ui/matrix/sheet_pdf.h"

#include <QIODevice>

namespace ui::matrix {

using model::Result;

namespace {

Painting paintingOf(const MatrixSheet &sheet)
{
    return {sheet.texts().title, sheet.sizeOf(sheet.whole()),
            [sheet](QPainter &painter, const std::stop_token &stop) { sheet.paint(painter, sheet.whole(), {}, stop); }};
}

Result<void> savePdf(const MatrixSheet &sheet, const QString &path, const std::stop_token &stop)
{
    const QByteArray bytes = pdfOf(sheet, stop);
    if (stop.stop_requested())
        return model::stopped();
    return model::writeWhole(path, [&bytes](QIODevice &device) { return device.write(bytes) == bytes.size(); });
}

} // namespace

SheetExport::SheetExport(model::session::CaseSession &session, Prompts &prompts, ProblemBar &bar, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_window(parent)
    , m_export(session, {QStringLiteral("pdf"), QStringLiteral("png"), QStringLiteral("svg")})
{
    connect(&m_export, &PictureExport::news, &bar, [&bar](const QString &sentence) { bar.showNews(sentence); });
    connect(&m_export, &PictureExport::failed, &bar, &ProblemBar::showError);
}

void SheetExport::save(const MatrixSheet &sheet)
{
    m_prompts.askSheetFile(m_window, tr("%1-matrix.pdf", "file name").arg(m_session.name()),
                           [self = QPointer<SheetExport>(this), sheet](const QString &path) {
                               if (!self)
                                   return;
                               self->m_export.save(path, [sheet](const QString &file, const std::stop_token &stop) {
                                   return file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)
                                              ? savePdf(sheet, file, stop)
                                              : savePicture(paintingOf(sheet), file, stop);
                               });
                           });
}

} // namespace ui::matrix
