// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/copied_cells.h"
#include "ui/matrix/filter_bar.h"
#include "ui/matrix/matrix_place.h"
#include "ui/matrix/matrix_table.h"
#include "ui/matrix/view_bar.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>

#include <set>

/// What is taken out of the matrix: copied cells and sheets.
namespace ui::matrix {

using model::Result;
using model::session::CaseFile;

void MatrixPlace::copyCells()
{
    const QItemSelectionModel &selection = *m_table->selectionModel();
    std::set<int> rows;
    std::set<int> columns;
    int count = 0;
    for (const QModelIndex &index : selection.selectedIndexes()) {
        rows.insert(index.row());
        columns.insert(index.column());
        count += m_model->isOpenGroup(index.row()) ? 0 : 1;
    }
    if (count == 0)
        return;
    const auto isChosen = [&](int row, int column) { return selection.isSelected(m_model->index(row, column)); };
    const auto cells = model::session::copiedCells(m_model->matrix(), {rows.begin(), rows.end()},
                                                   {columns.begin(), columns.end()}, isChosen);
    auto *copied = new QMimeData;
    copied->setText(cells.text);
    copied->setHtml(cells.html);
    QGuiApplication::clipboard()->setMimeData(copied);
    Q_EMIT advice(count == 1
                      ? tr("1 cell was copied, with the names of its partner and its permission.")
                      : tr("%n cells were copied, with the names of their partners and permissions.", nullptr, count));
}

void MatrixPlace::makeSheet()
{
    m_sheetWhenHere = !m_loaded;
    if (m_sheetWhenHere)
        return;
    if (m_model->matrix().isEmpty()) {
        Q_EMIT problem(tr("There is nothing in the matrix to make a picture of."));
        return;
    }
    giveSheet(m_model->matrix(), m_filter->wantsSuggested());
}

void MatrixPlace::makeDecidedSheet()
{
    m_sheetInquiry.ask<model::Matrix>(
        m_session, [](const CaseFile &file) { return file.matrix(); },
        [this](Result<model::Matrix> answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            const model::ArrangedMatrix decided =
                arranged({*std::move(answer), {}, m_contents.joint}, m_filter->filter(), m_layout);
            if (decided.isEmpty())
                Q_EMIT problem(tr("Nothing is decided in the matrix yet that a picture could be made of."));
            else
                giveSheet(decided, false);
        });
}

void MatrixPlace::giveSheet(const model::ArrangedMatrix &matrix, bool suggested)
{
    const QString when = QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat);
    QStringList subtitle = {tr("Partners and permissions, %1.", "date and time").arg(when)};
    if (!m_filter->filter().isEmpty())
        subtitle += tr("Only findings that pass a filter: %1.").arg(m_filter->sentence());
    if (m_layout.hidesEmpty)
        subtitle += tr("Partners and permissions without a finding are left out.");
    subtitle += suggested ? tr("Hollow cells are suggestions of the annotation model that nobody has decided.")
                          : tr("What is only suggested is left out.");
    Q_EMIT sheetWanted(MatrixSheet(matrix, {m_session.name(), subtitle.join(u' ')}, m_view->showsHeat(), suggested));
}

} // namespace ui::matrix
