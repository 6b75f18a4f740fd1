// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/outlined_style.h"

#include "ui/common/marks.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleOption>

namespace ui {

OutlinedStyle::OutlinedStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element == PE_PanelButtonTool && (option->state & State_On)) {
        // Fusion's own shade for a pressed button is all but the window's, in dark.
        QColor pressed = option->palette.color(QPalette::Highlight);
        pressed.setAlpha(isDark(option->palette) ? 150 : 70);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), pressed);
    }
    const bool hasOutline = element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck ||
                            element == PE_FrameLineEdit || element == PE_Frame || element == PE_FrameFocusRect;
    const bool focused = option->state & State_HasFocus;
    if (!hasOutline || !isDark(option->palette) || (element == PE_FrameLineEdit && focused))
        return;
    QColor line = option->palette.color(QPalette::Text);
    line.setAlpha(130);
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(line);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void OutlinedStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *button = qobject_cast<QPushButton *>(widget))
        button->setAutoDefault(true);
}

int OutlinedStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returned) const
{
    if (hint == SH_Table_GridLineColor && option && isDark(option->palette))
        return static_cast<int>(qRgb(0x70, 0x70, 0x74));
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace ui
