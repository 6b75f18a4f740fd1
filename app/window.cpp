// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "model/reader/reader_host.h"
#include "model/session/reviewer.h"
#include "ui/common/appearance.h"
#include "ui/common/preferences.h"
#include "ui/common/prompts.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QSettings>

int runWindow(int &argumentCount, char **arguments, const QString &casePath)
{
    // Qt's file dialog notes the folders it showed in a settings file of its own; here it cannot.
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("/dev/null"));
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("/dev/null"));

    const QApplication application(argumentCount, arguments);
    QApplication::setApplicationDisplayName(QStringLiteral("Carveout"));
    QApplication::setDesktopFileName(QStringLiteral("carveout"));

    ui::Preferences preferences(model::session::settingsFile());
    ui::applyAppearance(preferences.appearance());
    ui::DialogPrompts prompts;
    ui::MainWindow::Options options;
    options.readerProgram = model::reader::ReaderHost::programBesideThis();
    ui::MainWindow window(preferences, prompts, options);
    window.show();
    if (!casePath.isEmpty())
        window.openCase(casePath);
    return QApplication::exec();
}
