// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"

#include "ui/common/marks.h"
#include "ui/common/outlined_style.h"

#include <QApplication>

namespace ui {
namespace {

struct Shades {
    QColor window, base, alternate, button, text, faint, highlight, highlightedText, link;
};

QPalette paletteOf(const Shades &shades)
{
    QPalette palette(shades.button, shades.window);
    palette.setColor(QPalette::Window, shades.window);
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::Button, shades.button);
    palette.setColor(QPalette::ToolTipBase, shades.alternate);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, shades.text);
    palette.setColor(QPalette::PlaceholderText, shades.faint);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, shades.highlightedText);
    palette.setColor(QPalette::Link, shades.link);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, shades.faint);
    return palette;
}

QPalette lightPalette()
{
    return paletteOf({QColor(0xf3, 0xf3, 0xf1), Qt::white, QColor(0xf7, 0xf7, 0xf5), QColor(0xea, 0xea, 0xe8),
                      QColor(0x1b, 0x1b, 0x1b), QColor(0x6a, 0x6a, 0x6a), QColor(0x00, 0x5f, 0x94), Qt::white,
                      QColor(0x00, 0x5f, 0x94)});
}

QPalette darkPalette()
{
    return paletteOf({QColor(0x26, 0x26, 0x28), QColor(0x1c, 0x1c, 0x1e), QColor(0x24, 0x24, 0x26),
                      QColor(0x36, 0x36, 0x39), QColor(0xec, 0xec, 0xec), QColor(0xa0, 0xa0, 0xa4),
                      QColor(0x1f, 0x6f, 0xa3), Qt::white, QColor(0x7c, 0xc4, 0xf0)});
}

} // namespace

QPalette paletteFor(bool dark)
{
    return dark ? darkPalette() : lightPalette();
}

void applyAppearance(Appearance appearance)
{
    // Dark or light as the desktop is, in colours whose contrast we know.
    static const bool desktopIsDark = isDark(QApplication::palette());
    const bool dark = appearance == Appearance::Dark || (appearance == Appearance::System && desktopIsDark);
    if (!qobject_cast<OutlinedStyle *>(QApplication::style()))
        QApplication::setStyle(new OutlinedStyle);
    QApplication::setPalette(paletteFor(dark));
}

} // namespace ui
