// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case_frame.h"
#include "ui/common/appearance.h"
#include "ui/common/key_words.h"
#include "ui/common/prompts.h"
#include "ui/help/help_window.h"
#include "ui/main_window.h"
#include "ui/matrix/matrix_place.h"
#include "ui/review/read_place.h"
#include "ui/settings/key_window.h"
#include "ui/start/start_page.h"
#include "ui/timeline/timeline_place.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenuBar>

#include <algorithm>

/// The menus of the window, and what belongs to an open case in them.
namespace ui {

QAction *MainWindow::addAction(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
                               std::function<void()> act, bool needsCase)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, std::move(act));
    if (needsCase)
        m_caseActions += action;
    return action;
}

void MainWindow::askWhatToImport()
{
    m_prompts.askWhatToImport(this, [this](const QStringList &paths) {
        if (m_frame)
            m_frame->importPaths(paths);
    });
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&Case"));
    addAction(
        file, QStringLiteral("newCase"), tr("&New case"), QKeySequence::New,
        [this] {
            closeCase();
            m_start->focusNewCase();
        },
        false);
    addAction(
        file, QStringLiteral("openCaseAction"), tr("&Open a case"), QKeySequence::Open,
        [this] { m_prompts.askCaseToOpen(this, [this](const QString &folder) { openCase(folder); }); }, false);
    addAction(file, QStringLiteral("closeCase"), tr("&Close the case"), QKeySequence::Close, [this] { closeCase(); });
    file->addSeparator();
    // The second was once for folders alone.
    addAction(file, QStringLiteral("importFiles"), tr("&Import files or folders"), {}, [this] {
        askWhatToImport();
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_I), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)});
    addAction(file, QStringLiteral("readWaiting"), tr("&Read what is still waiting"), {},
              [this] { m_frame->readWaiting(); });
    addAction(file, QStringLiteral("exportCsv"), tr("&Export to CSV"), QKeySequence(Qt::CTRL | Qt::Key_E),
              [this] { m_frame->openExport(); });
    file->addSeparator();
    addAction(file, QStringLiteral("goRegister"), tr("&Partners and permissions"), QKeySequence(Qt::CTRL | Qt::Key_P),
              [this] { m_frame->goTo(CaseFrame::Place::Register); });
    addAction(file, QStringLiteral("goCase"), tr("About this c&ase, holders and your name"), {},
              [this] { m_frame->goTo(CaseFrame::Place::Case); });
    file->addSeparator();
    addAction(file, QStringLiteral("verifyCase"), tr("&Verify the case"), {}, [this] { m_frame->verify(); });
    addAction(file, QStringLiteral("backUp"), tr("&Back up …"), {}, [this] { m_frame->backUp(); });
    addAction(file, QStringLiteral("withdraw"), tr("&Withdraw the document …"), {},
              [this] { m_frame->openWithdrawal(); });
    file->addSeparator();
    addAction(
        file, QStringLiteral("quit"), tr("&Quit"), QKeySequence::Quit, [this] { close(); }, false);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = addAction(edit, QStringLiteral("undo"), tr("&Undo"), QKeySequence::Undo, [this] { m_frame->undo(); });
    m_redo = addAction(edit, QStringLiteral("redo"), tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                       [this] { m_frame->redo(); });
    addAction(edit, QStringLiteral("goDecisions"), tr("&History of decisions"), QKeySequence(Qt::CTRL | Qt::Key_H),
              [this] { m_frame->goTo(CaseFrame::Place::Decisions); });
    edit->addSeparator();
    addAction(edit, QStringLiteral("search"), tr("&Search everything"), QKeySequence(Qt::CTRL | Qt::Key_K),
              [this] { m_frame->focusSearch(); });
    m_tagMenu = menuBar()->addMenu(tr("&Tag"));
    m_suggestionMenu = menuBar()->addMenu(tr("&Suggestions"));
    m_viewMenu = menuBar()->addMenu(tr("&View"));
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    addAction(
        help, QStringLiteral("helpSearch"), tr("&Search words"), {},
        [this] { m_help->showPage(tr("Search words"), help::searchPage(KeyWords(*this))); }, false);
    addAction(
        help, QStringLiteral("helpTimeline"), tr("&Timeline"), {},
        [this] { m_help->showPage(tr("Timeline"), help::timelinePage(KeyWords(*this))); }, false);
    addAction(
        help, QStringLiteral("helpCoverage"), tr("&Coverage and news"), {},
        [this] { m_help->showPage(tr("Coverage and news"), help::coveragePage(KeyWords(*this))); }, false);
    addAction(
        help, QStringLiteral("helpKeyboard"), tr("&Keyboard"), QKeySequence::HelpContents,
        [this] { m_help->showPage(tr("Keyboard"), help::keyboardPage(keyTable(), KeyWords(*this))); }, false);
    addAction(
        help, QStringLiteral("helpAbout"), tr("&About Carveout"), {},
        [this] { m_help->showPage(tr("About Carveout"), help::aboutPage(QCoreApplication::applicationVersion())); },
        false);
    addAction(
        help, QStringLiteral("changeKeys"), tr("C&hange the keys"), {}, [this] { m_keyWindow->open(); }, false);
    m_help = new help::HelpWindow(this);
    m_keyWindow = new settings::KeyWindow(
        m_keys, [this] { return commands(); }, this);
    connect(m_keyWindow, &settings::KeyWindow::keysChanged, this, [this] {
        if (m_frame)
            m_frame->renewKeys();
        KeyedText::renew(*this);
    });
}

QList<QAction *> MainWindow::commands() const
{
    QList<QAction *> commands;
    QList<const QMenu *> menus;
    for (const QAction *menu : menuBar()->actions())
        menus += menu->menu();
    while (!menus.isEmpty()) {
        for (QAction *action : menus.takeFirst()->actions()) {
            if (action->menu())
                menus += action->menu();
            else if (!action->isSeparator())
                commands += action;
        }
    }
    return commands;
}

help::KeyTable MainWindow::keyTable() const
{
    const auto plain = [](QString text) { return text.remove(QLatin1Char('&')); };
    help::KeyTable table;
    QList<const QAction *> menus;
    for (const QAction *menu : menuBar()->actions())
        menus += menu;
    while (!menus.isEmpty()) {
        const QAction *menu = menus.takeFirst();
        std::vector<std::pair<QString, QString>> rows;
        QList<const QAction *> inner;
        for (const QAction *action : menu->menu()->actions()) {
            if (action->menu())
                inner += action;
            // What undo would take back is no part of its name.
            else if (!action->shortcut().isEmpty())
                rows.emplace_back(plain(action->text()).section(QStringLiteral(": "), 0, 0),
                                  QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText));
        }
        table.emplace_back(plain(menu->text()), std::move(rows));
        menus = inner + menus;
    }
    return table;
}

QMenu *MainWindow::addPlaceMenu(const QString &text, CaseFrame::Place place, const QList<QAction *> &actions)
{
    QMenu *menu = m_viewMenu->addMenu(text);
    menu->addActions(actions);
    connect(m_viewMenu, &QMenu::aboutToShow, menu,
            [this, menu, place] { menu->setEnabled(m_frame && m_frame->place() == place); });
    return menu;
}

void MainWindow::fillCaseMenus()
{
    for (QMenu *menu : {m_tagMenu, m_suggestionMenu, m_viewMenu}) {
        // clear() leaves the menus in it, which nobody would see again.
        qDeleteAll(menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
        menu->clear();
    }
    for (QAction *action : m_caseActions)
        action->setEnabled(m_frame != nullptr);
    m_tagMenu->setEnabled(m_frame != nullptr);
    m_suggestionMenu->setEnabled(m_frame != nullptr);
    // The actions that clear() did not delete belong to the frame; those made here are made anew.
    QList<QAction *> lasting;
    std::swap(lasting, m_caseActions);
    if (m_frame) {
        m_tagMenu->addActions(m_frame->readPlace().tagActions());
        m_tagMenu->addSeparator();
        const auto menus = m_frame->readPlace().suggestionMenus();
        for (QAction *action : m_frame->readPlace().suggestionActions()) {
            if (std::none_of(menus.begin(), menus.end(),
                             [&](const auto &menu) { return menu.second.contains(action); }))
                m_suggestionMenu->addAction(action);
        }
        for (const auto &[name, actions] : menus)
            m_suggestionMenu->addMenu(name)->addActions(actions);
        m_tagMenu->addMenu(tr("&Finding"))->addActions(m_frame->matrixPlace().findingActions());
        addAction(m_viewMenu, QStringLiteral("viewRead"), tr("&Read"), QKeySequence(Qt::CTRL | Qt::Key_1),
                  [this] { m_frame->goTo(CaseFrame::Place::Read); });
        addAction(m_viewMenu, QStringLiteral("viewMatrix"), tr("&Matrix"), QKeySequence(Qt::CTRL | Qt::Key_2),
                  [this] { m_frame->goTo(CaseFrame::Place::Matrix); });
        addAction(m_viewMenu, QStringLiteral("viewTimeline"), tr("Ti&meline"), QKeySequence(Qt::CTRL | Qt::Key_3),
                  [this] { m_frame->goTo(CaseFrame::Place::Timeline); });
        addAction(m_viewMenu, QStringLiteral("goBack"), tr("&Back to where you were"),
                  QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_frame->goBack(); });
        addAction(m_viewMenu, QStringLiteral("goForward"), tr("For&ward again"), QKeySequence(Qt::ALT | Qt::Key_Right),
                  [this] { m_frame->goForward(); });
        m_viewMenu->addSeparator();
        for (const auto &[name, actions] : m_frame->readPlace().viewMenus())
            m_viewMenu->addMenu(name)->addActions(actions);
        m_viewMenu->addSeparator();
        const matrix::MatrixPlace &matrix = m_frame->matrixPlace();
        addPlaceMenu(tr("In the ma&trix"), CaseFrame::Place::Matrix, matrix.viewActions())
            ->addMenu(tr("Fol&d"))
            ->addActions(matrix.foldActions());
        addPlaceMenu(tr("In the time&line"), CaseFrame::Place::Timeline, m_frame->timelinePlace().actions());
        m_viewMenu->addSeparator();
    }
    QMenu *appearance = m_viewMenu->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(appearance);
    const auto addLook = [&](const QString &text, Appearance look) {
        QAction *action = appearance->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_preferences.appearance() == look);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, look] {
            m_preferences.setAppearance(look);
            applyAppearance(look);
        });
    };
    addLook(tr("As the &desktop"), Appearance::System);
    addLook(tr("&Light"), Appearance::Light);
    addLook(tr("Da&rk"), Appearance::Dark);
    m_caseActions = lasting;
    updateUndo();
    m_keys.apply(commands());
    if (m_frame)
        m_frame->renewKeys();
    KeyedText::renew(*this);
}

void MainWindow::updateUndo()
{
    const QString undo = m_frame ? m_frame->session().undoName() : QString();
    const QString redo = m_frame ? m_frame->session().redoName() : QString();
    // An ampersand in a partner's name is no key.
    const auto shown = [](QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); };
    m_undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(shown(undo)));
    m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(shown(redo)));
}

} // namespace ui
