// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/heat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui::matrix {

int heatLevel(int passages)
{
    int level = 0;
    for (int left = passages; left > 0 && level < heatLevels; left /= 2)
        ++level;
    return level;
}

QColor heatGround(int level, bool dark)
{
    static const std::array<QColor, heatLevels> light = {QColor(0xff, 0xfc, 0xeb), QColor(0xff, 0xf9, 0xdb),
                                                         QColor(0xff, 0xf5, 0xc7), QColor(0xff, 0xf2, 0xb5)};
    static const std::array<QColor, heatLevels> night = {QColor(0x2a, 0x27, 0x18), QColor(0x3a, 0x33, 0x14),
                                                         QColor(0x49, 0x3f, 0x10), QColor(0x58, 0x4b, 0x0c)};
    return (dark ? night : light)[static_cast<size_t>(std::clamp(level, 1, heatLevels) - 1)];
}

QColor heatBar(bool dark)
{
    return dark ? QColor(0xe6, 0x9f, 0x00) : QColor(0xa8, 0x68, 0x00);
}

QString heatText(int level)
{
    switch (level) {
    case 1:
        return QStringLiteral("1");
    case 2:
        return QStringLiteral("2–3");
    case 3:
        return QStringLiteral("4–7");
    default:
        return QCoreApplication::translate("Heat", "8 or more passages");
    }
}

} // namespace ui::matrix
