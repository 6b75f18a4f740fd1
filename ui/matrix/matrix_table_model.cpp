// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_table_model.h"

#include "ui/common/words.h"

namespace ui::matrix {

using model::FindingKey;
using model::MatrixCell;

void MatrixTableModel::setMatrix(model::Matrix matrix, SuggestedCells suggested)
{
    const bool sameShape = matrix.partners == m_matrix.partners && matrix.permissions == m_matrix.permissions;
    if (!sameShape)
        beginResetModel();
    m_matrix = std::move(matrix);
    m_suggested = std::move(suggested);
    m_cells.clear();
    const auto columns = static_cast<qint64>(m_matrix.permissions.size());
    for (size_t i = 0; i < m_matrix.cells.size(); ++i)
        m_cells.insert(m_matrix.cells[i].partner * columns + m_matrix.cells[i].permission, i);
    if (!sameShape)
        endResetModel();
    else if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const MatrixCell *MatrixTableModel::cell(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto found = m_cells.constFind(qint64(index.row()) * columnCount() + index.column());
    return found == m_cells.constEnd() ? nullptr : &m_matrix.cells[*found];
}

const model::session::SuggestedCell *MatrixTableModel::suggested(const QModelIndex &index) const
{
    const auto key = finding(index);
    const auto found = key ? m_suggested.find(*key) : m_suggested.end();
    return found == m_suggested.end() ? nullptr : &found->second;
}

bool MatrixTableModel::isOnlySuggested(const QModelIndex &index) const
{
    const MatrixCell *here = cell(index);
    return here && here->passageCount() == 0 && here->conclusion.isEmpty() && suggested(index);
}

std::optional<FindingKey> MatrixTableModel::finding(const QModelIndex &index) const
{
    if (!index.isValid())
        return std::nullopt;
    return FindingKey{m_matrix.partners[static_cast<size_t>(index.row())].id,
                      m_matrix.permissions[static_cast<size_t>(index.column())].id};
}

QModelIndex MatrixTableModel::indexOf(const FindingKey &finding) const
{
    for (size_t row = 0; row < m_matrix.partners.size(); ++row) {
        if (m_matrix.partners[row].id != finding.partner)
            continue;
        for (size_t column = 0; column < m_matrix.permissions.size(); ++column) {
            if (m_matrix.permissions[column].id == finding.permission)
                return index(static_cast<int>(row), static_cast<int>(column));
        }
    }
    return {};
}

QString MatrixTableModel::sentence(const QModelIndex &index) const
{
    const QString pair = tr("%1 × %2").arg(m_matrix.partners[static_cast<size_t>(index.row())].name,
                                           m_matrix.permissions[static_cast<size_t>(index.column())].name);
    const MatrixCell *here = cell(index);
    if (!here)
        return tr("%1: nothing linked").arg(pair);
    const auto *proposed = suggested(index);
    const QString left = proposed ? tr("%1 suggested").arg(proposed->passageCount()) : QString();
    if (isOnlySuggested(index))
        return tr("%1: nothing decided, %2").arg(pair, left);
    QStringList parts = {wordFor(here->conclusion.verdict)};
    for (size_t i = 0; i < model::allStances.size(); ++i) {
        if (here->passages[i] > 0)
            parts += tr("%1 %2", "count, stance").arg(here->passages[i]).arg(wordFor(model::allStances[i]));
    }
    if (here->documents > 0)
        parts += here->documents == 1 ? tr("in 1 document") : tr("in %1 documents").arg(here->documents);
    if (proposed)
        parts += left;
    return tr("%1: %2").arg(pair, parts.join(QStringLiteral(", ")));
}

int MatrixTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.partners.size());
}

int MatrixTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.permissions.size());
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
    const auto &subjects = orientation == Qt::Vertical ? m_matrix.partners : m_matrix.permissions;
    if (section < 0 || section >= static_cast<int>(subjects.size()))
        return {};
    const model::Subject &subject = subjects[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: {
        if (orientation == Qt::Vertical)
            return subject.name;
        const model::PermissionParts parts = model::permissionParts(subject.name);
        return parts.action.isEmpty() ? subject.name : parts.data + QLatin1Char('\n') + parts.action;
    }
    case Qt::ToolTipRole:
        return subject.aliases.isEmpty()
                   ? subject.name
                   : tr("%1, also called %2").arg(subject.name, subject.aliases.join(QStringLiteral(", ")));
    case Qt::TextAlignmentRole:
        return orientation == Qt::Vertical ? int(Qt::AlignLeft | Qt::AlignVCenter)
                                           : int(Qt::AlignHCenter | Qt::AlignVCenter) | int(Qt::TextWordWrap);
    default:
        return {};
    }
}

} // namespace ui::matrix
