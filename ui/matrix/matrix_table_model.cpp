// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_table_model.h"

#include "ui/common/words.h"

#include <QLocale>

namespace ui::matrix {

using model::ArrangedCell;
using model::ArrangedColumn;
using model::FindingKey;

void MatrixTableModel::setMatrix(model::ArrangedMatrix matrix)
{
    const bool sameShape = matrix.rows == m_matrix.rows && matrix.columns == m_matrix.columns;
    if (!sameShape)
        beginResetModel();
    m_matrix = std::move(matrix);
    if (!sameShape) {
        endResetModel();
    } else if (!m_matrix.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    }
}

const ArrangedCell *MatrixTableModel::cell(const QModelIndex &index) const
{
    return index.isValid() ? m_matrix.cellAt(index.row(), index.column()) : nullptr;
}

std::optional<FindingKey> MatrixTableModel::finding(const QModelIndex &index) const
{
    if (!index.isValid() || isOpenGroup(index.row()))
        return std::nullopt;
    return FindingKey{row(index.row()).partners.front().id, column(index.column()).permissions.front().id};
}

QModelIndex MatrixTableModel::indexOf(const FindingKey &finding) const
{
    const int row = m_matrix.rowOf(finding.partner);
    const int column = m_matrix.columnOf(finding.permission);
    return row < 0 || column < 0 ? QModelIndex() : index(row, column);
}

QString MatrixTableModel::nameOf(Qt::Orientation orientation, int section) const
{
    if (orientation == Qt::Vertical)
        return rowName(row(section));
    const ArrangedColumn &shown = column(section);
    return shown.isFolded()
               ? tr("%1 (%n permissions)", nullptr, static_cast<int>(shown.permissions.size())).arg(shown.data)
               : shown.permissions.front().name;
}

QString MatrixTableModel::alsoCalled(Qt::Orientation orientation, int section) const
{
    const QString name = nameOf(orientation, section);
    QStringList others;
    if (orientation == Qt::Vertical)
        others = row(section).isGroup() ? QStringList() : row(section).partners.front().aliases;
    else if (!column(section).isFolded())
        others = column(section).permissions.front().aliases;
    return others.isEmpty() ? name : tr("%1, also called %2").arg(name, others.join(QStringLiteral(", ")));
}

QString MatrixTableModel::sentence(const QModelIndex &index) const
{
    if (isOpenGroup(index.row()))
        return headerData(index.row(), Qt::Vertical, Qt::AccessibleTextRole).toString();
    const QString pair = tr("%1 × %2").arg(nameOf(Qt::Vertical, index.row()), nameOf(Qt::Horizontal, index.column()));
    const ArrangedCell *here = cell(index);
    return here ? tr("%1: %2").arg(pair, cellSentence(*here)) : tr("%1: nothing linked").arg(pair);
}

QString MatrixTableModel::totalText(Qt::Orientation orientation, int section) const
{
    const auto &totals = orientation == Qt::Vertical ? m_matrix.rowTotals : m_matrix.columnTotals;
    // A header may ask for what was there before a reset.
    const auto place = static_cast<size_t>(section);
    return place < totals.size() ? matrix::totalText(totals[place]) : QString();
}

int MatrixTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.rows.size());
}

int MatrixTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.columns.size());
}

QVariant MatrixTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return sentence(index);
    default:
        return {};
    }
}

QVariant MatrixTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const int count = orientation == Qt::Vertical ? rowCount() : columnCount();
    if (section < 0 || section >= count)
        return {};
    const auto &totals = orientation == Qt::Vertical ? m_matrix.rowTotals : m_matrix.columnTotals;
    switch (role) {
    case Qt::DisplayRole: {
        if (orientation == Qt::Vertical)
            return nameOf(orientation, section);
        const ArrangedColumn &shown = column(section);
        if (shown.isFolded())
            return tr("%n permissions", nullptr, static_cast<int>(shown.permissions.size()));
        return shown.action;
    }
    case Qt::ToolTipRole:
        return alsoCalled(orientation, section);
    case Qt::AccessibleTextRole: {
        const QString said =
            tr("%1: %2").arg(nameOf(orientation, section), totalSentence(totals[static_cast<size_t>(section)]));
        if (orientation == Qt::Horizontal || !row(section).isGroup())
            return said;
        return isFoldedGroup(section) ? tr("folded group %1", "name and totals").arg(said)
                                      : tr("group %1", "name and totals").arg(said);
    }
    default:
        return {};
    }
}

QString rowName(const model::ArrangedRow &row)
{
    if (!row.isGroup())
        return row.partners.front().name;
    const QString group = row.group.isEmpty() ? MatrixTableModel::tr("No group") : row.group;
    const auto count = static_cast<int>(row.partners.size());
    return count == 1 ? MatrixTableModel::tr("%1 (1 partner)").arg(group)
                      : MatrixTableModel::tr("%1 (%n partners)", nullptr, count).arg(group);
}

QString totalText(const model::MatrixTotal &total)
{
    const QLocale locale;
    return MatrixTableModel::tr("%1 · %2", "findings, passages")
        .arg(locale.toString(total.findings), locale.toString(total.passages));
}

QString totalSentence(const model::MatrixTotal &total)
{
    const QString decided =
        MatrixTableModel::tr("%1 with %2", "findings, passages")
            .arg(total.findings == 1 ? MatrixTableModel::tr("1 finding")
                                     : MatrixTableModel::tr("%n findings", nullptr, total.findings),
                 total.passages == 1 ? MatrixTableModel::tr("1 passage")
                                     : MatrixTableModel::tr("%n passages", nullptr, total.passages));
    return total.suggested == 0 ? decided : MatrixTableModel::tr("%1; %2 suggested").arg(decided).arg(total.suggested);
}

QString cellSentence(const ArrangedCell &cell)
{
    const QString left =
        cell.total.suggested > 0 ? MatrixTableModel::tr("%n suggested", nullptr, cell.total.suggested) : QString();
    if (cell.isOnlySuggested())
        return MatrixTableModel::tr("nothing decided, %1").arg(left);
    QStringList parts;
    if (cell.total.findings > 1)
        parts += MatrixTableModel::tr("%n findings", nullptr, cell.total.findings);
    if (cell.agrees)
        parts += wordFor(cell.sum.conclusion.verdict);
    for (size_t i = 0; i < model::allStances.size(); ++i) {
        if (cell.sum.passages[i] > 0)
            parts += MatrixTableModel::tr("%1 %2", "count, stance")
                         .arg(cell.sum.passages[i])
                         .arg(wordFor(model::allStances[i]));
    }
    if (cell.sum.documents > 0)
        parts += cell.sum.documents == 1 ? MatrixTableModel::tr("in 1 document")
                                         : MatrixTableModel::tr("in %n documents", nullptr, cell.sum.documents);
    if (!left.isEmpty())
        parts += left;
    return parts.join(QStringLiteral(", "));
}

} // namespace ui::matrix
