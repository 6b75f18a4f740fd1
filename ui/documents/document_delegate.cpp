// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_delegate.h"

#include "ui/documents/coverage_mark.h"
#include "ui/documents/document_tree_model.h"

#include <QApplication>
#include <QPainter>

namespace ui::documents {
namespace {

constexpr int coverageHeight = 5;

} // namespace

void DocumentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const QString title = styled.text;
    styled.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &styled, painter, widget);

    const bool selected = styled.state & QStyle::State_Selected;
    const QColor text = styled.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor faint = selected ? text : styled.palette.color(QPalette::PlaceholderText);
    const QFontMetrics metrics(styled.font);
    const bool isDocument = index.parent().isValid();
    const QRect inner = styled.rect.adjusted(6, 4, -8, isDocument ? -coverageHeight - 2 : -4);
    const QString state = index.data(DocumentTreeModel::StateRole).toString();
    painter->save();
    painter->setFont(styled.font);
    painter->setPen(text);
    if (!isDocument) {
        const int width = metrics.horizontalAdvance(state);
        painter->drawText(inner.adjusted(0, 0, -width - 8, 0), Qt::AlignVCenter,
                          metrics.elidedText(title, Qt::ElideMiddle, inner.width() - width - 8));
        painter->setPen(faint);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, state);
    } else {
        painter->drawText(inner, Qt::AlignTop, metrics.elidedText(title, Qt::ElideRight, inner.width()));
        painter->setPen(faint);
        painter->drawText(inner, Qt::AlignBottom, metrics.elidedText(state, Qt::ElideRight, inner.width()));
        QPalette palette = styled.palette;
        if (selected) {
            palette.setColor(QPalette::Base, palette.color(QPalette::Highlight));
            palette.setColor(QPalette::PlaceholderText, text);
        }
        const auto *documents = static_cast<const DocumentTreeModel *>(index.model());
        paintCoverage(*painter,
                      QRectF(inner.left(), styled.rect.bottom() - coverageHeight, inner.width(), coverageHeight),
                      documents->coverage(index), palette);
    }
    painter->restore();
}

QSize DocumentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    return QSize(120, index.parent().isValid() ? 2 * metrics.height() + 8 + coverageHeight : metrics.height() + 10);
}

} // namespace ui::documents
