// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elided_lines.h"

#include <QTextLayout>

namespace ui {

QStringList elidedLines(const QString &text, const QFont &font, int width, int mostLines)
{
    const QFontMetrics metrics(font);
    QStringList lines;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        QTextLayout layout(paragraph, font);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines += paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    const bool cut = lines.size() > mostLines;
    if (cut) {
        lines[mostLines - 1] += QChar(0x2026);
        lines.resize(mostLines);
    }
    // A single word may be wider than the line.
    for (QString &line : lines)
        line = metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

} // namespace ui
