// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>

#include <memory>

std::unique_ptr<QCoreApplication> makeApplication(int &argumentCount, char **arguments);

/// Widgets need more than the core application that other tests run with.
std::unique_ptr<QCoreApplication> makeApplication(int &argumentCount, char **arguments)
{
    return std::make_unique<QApplication>(argumentCount, arguments);
}
