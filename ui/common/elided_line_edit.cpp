// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elided_line_edit.h"

#include <QHelpEvent>
#include <QStyleOptionFrame>
#include <QStylePainter>
#include <QToolTip>

namespace ui {
namespace {

constexpr int textMargin = 2; // QLineEdit's own, beside the text

} // namespace

void ElidedLineEdit::setHint(const QString &hint)
{
    m_hint = hint;
}

int ElidedLineEdit::room() const
{
    return contentsRect().width() - 2 * textMargin;
}

bool ElidedLineEdit::isElided() const
{
    return !hasFocus() && fontMetrics().horizontalAdvance(text()) > room();
}

bool ElidedLineEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const QString tip = text().isEmpty() ? m_hint : text() + QStringLiteral("\n\n") + m_hint;
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), tip, this);
        return true;
    }
    return QLineEdit::event(event);
}

void ElidedLineEdit::paintEvent(QPaintEvent *event)
{
    if (!isElided()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QStylePainter painter(this);
    QStyleOptionFrame option;
    initStyleOption(&option);
    painter.drawPrimitive(QStyle::PE_PanelLineEdit, option);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(contentsRect().adjusted(textMargin, 0, -textMargin, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room()));
}

} // namespace ui
