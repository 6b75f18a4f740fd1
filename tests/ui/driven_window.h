// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/reader_host.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"
#include "tests/support/waiting.h"
#include "tests/ui/scripted_prompts.h"
#include "ui/main_window.h"
#include "ui/page/page_view.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFile>
#include <QLineEdit>

/// The real window on an empty folder, driven by mouse and keyboard; what it finds it finds by object name.
class DrivenWindow {
public:
    DrivenWindow()
    {
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    template <class T> T *find(const char *name) const
    {
        // Of two of one name the one in view is meant.
        T *found = nullptr;
        for (T *each : window.findChildren<T *>(QString::fromLatin1(name))) {
            const auto *widget = qobject_cast<QWidget *>(static_cast<QObject *>(each));
            if (!found || (widget && widget->isVisible()))
                found = each;
        }
        INFO("no widget called " << name);
        REQUIRE(found);
        return found;
    }
    void act(const char *name) const
    {
        QAction *action = find<QAction>(name);
        REQUIRE(action->isEnabled());
        action->trigger();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focus = window.focusWidget();
        REQUIRE(focus);
        QTest::keyClick(focus, key, modifiers);
    }
    void type(const char *name, const QString &text) const
    {
        auto *line = find<QLineEdit>(name);
        line->setFocus();
        QTest::keyClicks(line, text);
    }
    ui::page::PageView &pages() const { return *find<ui::page::PageView>("pageView"); }
    QAbstractItemView &list(const char *name) const { return *find<QAbstractItemView>(name); }
    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    QString put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }

    QTemporaryDir folder;
    ui::Preferences preferences{folder.filePath(QStringLiteral("carveout.ini"))};
    ScriptedPrompts prompts;
    ui::MainWindow window{preferences, prompts, {model::reader::ReaderHost::programBesideThis(), steppingClock()}};
};
