// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/evidence_delegate.h"

#include "ui/common/elided_lines.h"
#include "ui/common/marks.h"
#include "ui/matrix/evidence_list_model.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace ui::matrix {
namespace {

constexpr int quoteLines = 4;
constexpr int markWidth = 20;

} // namespace

void EvidenceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QString quote = styled.text;
    styled.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, option.widget);

    const auto &model = static_cast<const EvidenceListModel &>(*index.model());
    const bool selected = styled.state & QStyle::State_Selected;
    QPalette palette = styled.palette;
    if (selected) {
        palette.setColor(QPalette::Base, palette.color(QPalette::Highlight));
        palette.setColor(QPalette::Text, palette.color(QPalette::HighlightedText));
        palette.setColor(QPalette::PlaceholderText, palette.color(QPalette::HighlightedText));
    }
    const QFontMetrics metrics(styled.font);
    const QRect inner = styled.rect.adjusted(6, 6, -6, -6);
    const QRect text = inner.adjusted(markWidth, 0, 0, 0);
    painter->save();
    painter->setFont(styled.font);
    paintStanceMark(*painter, model.line(index.row()).link.stance, QRectF(inner.left(), inner.top() + 1, 14, 14),
                    palette);
    painter->setPen(palette.color(QPalette::Text));
    painter->setClipRect(styled.rect);
    int below = text.top();
    for (const QString &line : elidedLines(quote, styled.font, text.width(), quoteLines)) {
        painter->drawText(QRect(text.left(), below, text.width(), metrics.height()), Qt::AlignLeft, line);
        below += metrics.lineSpacing();
    }
    painter->setPen(palette.color(QPalette::PlaceholderText));
    below += 3;
    painter->drawText(QRect(text.left(), below, text.width(), metrics.height()), Qt::AlignLeft,
                      metrics.elidedText(model.place(index.row()), Qt::ElideMiddle, text.width()));
    painter->drawText(QRect(text.left(), below + metrics.lineSpacing(), text.width(), metrics.height()), Qt::AlignLeft,
                      metrics.elidedText(model.decided(index.row()), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize EvidenceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = (view ? view->viewport()->width() : 260) - 12 - markWidth;
    const QFontMetrics metrics(option.font);
    const QString quote = index.data(Qt::DisplayRole).toString();
    const auto lines = static_cast<int>(elidedLines(quote, option.font, width, quoteLines).size());
    return QSize(160, (lines + 2) * metrics.lineSpacing() + 18);
}

} // namespace ui::matrix
