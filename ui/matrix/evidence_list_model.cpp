// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/evidence_list_model.h"

#include "ui/common/words.h"

#include <QDateTime>
#include <QLocale>

namespace ui::matrix {

void EvidenceListModel::setLines(std::vector<model::EvidenceLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

QString EvidenceListModel::place(int row) const
{
    const model::EvidenceLine &shown = line(row);
    return tr("%1, %2").arg(shown.title, pageText(shown.tag.passage.firstPage, shown.pageLabel));
}

QString EvidenceListModel::decided(int row) const
{
    const model::EvidenceLine &shown = line(row);
    const QDate day = QDateTime::fromMSecsSinceEpoch(shown.decidedMs).date();
    return tr("%1, linked by %2 on %3")
        .arg(wordFor(shown.link.stance), shown.reviewer, QLocale().toString(day, QLocale::ShortFormat));
}

int EvidenceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant EvidenceListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString quote = line(index.row()).tag.passage.quote.simplified();
    switch (role) {
    case Qt::DisplayRole:
        return tr("“%1”").arg(quote);
    case Qt::ToolTipRole:
        return quote;
    case Qt::AccessibleTextRole:
        return tr("“%1”, %2, %3").arg(quote, place(index.row()), decided(index.row()));
    default:
        return {};
    }
}

} // namespace ui::matrix
