// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decision_table_model.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace ui::decisions {

using model::journal::EntryKind;
using model::session::HistoryLine;

void DecisionTableModel::setLines(std::vector<HistoryLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int DecisionTableModel::rowOf(qint64 seq) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [seq](const HistoryLine &line) { return line.seq == seq; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int DecisionTableModel::rowOfStep(int step) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [step](const HistoryLine &line) { return line.steps == step; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int DecisionTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int DecisionTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOfAll;
}

QString DecisionTableModel::text(int row, int column) const
{
    const HistoryLine &shown = line(row);
    switch (column) {
    case What:
        return shown.kind == EntryKind::Undo   ? tr("Undid: %1").arg(shown.description)
               : shown.kind == EntryKind::Redo ? tr("Did again: %1").arg(shown.description)
                                               : shown.description;
    case Where:
        if (!shown.place)
            return shown.finding ? tr("in the matrix") : QString();
        return shown.place->pageIndex < 0
                   ? shown.file
                   : tr("%1, p. %2", "document, page").arg(shown.file, QLocale().toString(shown.place->pageIndex + 1));
    case Who:
        return shown.author;
    default:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(shown.timeMs), QLocale::ShortFormat);
    }
}

QVariant DecisionTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return tr("%1, by %2, %3, %4", "what, who, when, where")
            .arg(text(index.row(), What), text(index.row(), Who), text(index.row(), When), text(index.row(), Where));
    case Qt::ForegroundRole:
        // What undo does not reach any more is history only.
        return line(index.row()).steps > 0 ? QVariant() : QGuiApplication::palette().color(QPalette::PlaceholderText);
    default:
        return {};
    }
}

QVariant DecisionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What was done");
    case Where:
        return tr("Where");
    case Who:
        return tr("Who");
    default:
        return tr("When");
    }
}

} // namespace ui::decisions
