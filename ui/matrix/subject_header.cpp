// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/subject_header.h"

#include "ui/common/elided_lines.h"

#include <QPainter>
#include <QStyleOptionHeader>

#include <algorithm>

namespace ui::matrix {
namespace {

constexpr int sideMargin = 6;
constexpr int endMargin = 2;

} // namespace

QSize SubjectHeader::sectionSizeFromContents(int logicalIndex) const
{
    QFont bold = font();
    bold.setBold(true); // as the current one is
    const QString name = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString();
    const QSize text = QFontMetrics(bold).size(0, name);
    return text + QSize(2 * sideMargin + 4, 2 * endMargin + 4);
}

void SubjectHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = logicalIndex;
    const QItemSelectionModel *selection = selectionModel();
    const bool current =
        selection && (orientation() == Qt::Vertical ? selection->currentIndex().row()
                                                    : selection->currentIndex().column()) == logicalIndex;
    if (current)
        option.state |= QStyle::State_On | QStyle::State_Sunken;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);

    QFont shown = font();
    shown.setBold(current);
    const QFontMetrics metrics(shown);
    const QRect inner = rect.adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    const int mostLines = std::max(1, inner.height() / metrics.lineSpacing());
    const QString name = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString();
    const QStringList lines = elidedLines(name, shown, inner.width(), mostLines);
    painter->save();
    painter->setFont(shown);
    painter->setPen(palette().color(QPalette::ButtonText));
    const auto side = orientation() == Qt::Vertical ? Qt::AlignLeft : Qt::AlignHCenter;
    const auto height = static_cast<int>(lines.size()) * metrics.lineSpacing();
    int top = inner.top() + (inner.height() - height) / 2;
    for (const QString &line : lines) {
        painter->drawText(QRect(inner.left(), top, inner.width(), metrics.lineSpacing()),
                          static_cast<int>(side) | Qt::AlignVCenter, line);
        top += metrics.lineSpacing();
    }
    painter->restore();
}

} // namespace ui::matrix
