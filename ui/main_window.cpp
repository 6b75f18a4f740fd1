// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/case_frame.h"
#include "ui/common/appearance.h"
#include "ui/common/problem_bar.h"
#include "ui/common/prompts.h"
#include "ui/matrix/matrix_place.h"
#include "ui/review/read_place.h"
#include "ui/start/start_page.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using model::session::CaseSession;

namespace {

QStringList localFiles(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            files += url.toLocalFile();
    }
    return files;
}

bool isCaseFolder(const QString &path)
{
    return QFileInfo(path).isDir() && QFileInfo::exists(path + QStringLiteral("/case.sqlite"));
}

} // namespace

MainWindow::MainWindow(Preferences &preferences, Prompts &prompts, Options options, QWidget *parent)
    : QMainWindow(parent)
    , m_preferences(preferences)
    , m_prompts(prompts)
    , m_options(std::move(options))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_stack = new QStackedWidget(this);
    setCentralWidget(m_stack);
    auto *page = new QWidget(m_stack);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_bar = new ProblemBar(page);
    m_start = new start::StartPage(m_preferences, m_prompts, page);
    column->addWidget(m_bar);
    column->addWidget(m_start, 1);
    m_stack->addWidget(page);
    connect(m_start, &start::StartPage::newCaseWanted, this, &MainWindow::createCase);
    connect(m_start, &start::StartPage::caseWanted, this, &MainWindow::openCase);
    makeMenus();
    fillCaseMenus();
    resize(QSize(1280, 800).boundedTo(screen()->availableSize()));
    setMinimumSize(640, 480);
    restoreGeometry(m_preferences.windowPlace());
    setWindowTitle(QStringLiteral("Carveout"));
    m_start->focusNewCase();
}

MainWindow::~MainWindow() = default;

CaseSession::Options MainWindow::sessionOptions() const
{
    CaseSession::Options options;
    options.file.reviewer = m_preferences.reviewer();
    options.file.clock = m_options.clock;
    options.readerProgram = m_options.readerProgram;
    return options;
}

void MainWindow::openCase(const QString &folder)
{
    await(std::make_unique<CaseSession>(folder, sessionOptions()));
}

void MainWindow::createCase(const QString &folder, const QStringList &holders)
{
    await(std::make_unique<CaseSession>(folder, holders, sessionOptions()));
}

void MainWindow::await(std::unique_ptr<CaseSession> session)
{
    closeCase();
    m_opening = std::move(session);
    m_start->setEnabled(false);
    m_bar->hide();
    connect(m_opening.get(), &CaseSession::opened, this, &MainWindow::showFrame);
    connect(m_opening.get(), &CaseSession::openFailed, this, [this](const model::Error &error) {
        m_start->setEnabled(true);
        m_bar->showError(error);
        m_opening.release()->deleteLater();
    });
}

void MainWindow::showFrame()
{
    m_start->setEnabled(true);
    m_preferences.addRecentCase(m_opening->path());
    m_opening->disconnect(this);
    setWindowTitle(tr("%1 - Carveout").arg(m_opening->name()));
    m_frame = std::make_unique<CaseFrame>(std::move(m_opening), m_preferences, m_prompts, m_stack);
    m_frame->readPlace().restorePanes(m_preferences.splitterPlace());
    connect(&m_frame->session(), &CaseSession::undoNamesChanged, this, &MainWindow::updateUndo);
    m_stack->addWidget(m_frame.get());
    m_stack->setCurrentWidget(m_frame.get());
    fillCaseMenus();
    m_frame->goTo(CaseFrame::Place::Read);
    Q_EMIT caseOpened();
}

void MainWindow::closeCase()
{
    if (!m_frame)
        return;
    rememberPlace();
    m_stack->removeWidget(m_frame.get());
    m_stack->setCurrentIndex(0);
    m_frame.reset();
    setWindowTitle(QStringLiteral("Carveout"));
    fillCaseMenus();
    m_start->refresh();
    Q_EMIT caseClosed();
}

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
    addAction(file, QStringLiteral("importFiles"), tr("&Import files"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
        m_prompts.askFilesToImport(this, [this](const QStringList &paths) {
            if (m_frame)
                m_frame->importPaths(paths);
        });
    });
    addAction(file, QStringLiteral("importFolder"), tr("Import a &folder"),
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), [this] {
                  m_prompts.askFolderToImport(this, [this](const QStringList &paths) {
                      if (m_frame)
                          m_frame->importPaths(paths);
                  });
              });
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
    addAction(
        file, QStringLiteral("quit"), tr("&Quit"), QKeySequence::Quit, [this] { close(); }, false);

    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = addAction(
        edit, QStringLiteral("undo"), tr("&Undo"), QKeySequence::Undo, [this] { m_frame->session().undo(); }, false);
    m_redo = addAction(
        edit, QStringLiteral("redo"), tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
        [this] { m_frame->session().redo(); }, false);
    edit->addSeparator();
    addAction(edit, QStringLiteral("search"), tr("&Search all pages"), QKeySequence(Qt::CTRL | Qt::Key_K),
              [this] { m_frame->focusSearch(); });
    m_tagMenu = menuBar()->addMenu(tr("&Tag"));
    m_viewMenu = menuBar()->addMenu(tr("&View"));
}

void MainWindow::fillCaseMenus()
{
    m_tagMenu->clear();
    m_viewMenu->clear();
    for (QAction *action : m_caseActions)
        action->setEnabled(m_frame != nullptr);
    m_tagMenu->setEnabled(m_frame != nullptr);
    // The actions that clear() did not delete belong to the frame; those made here are made anew.
    QList<QAction *> lasting;
    std::swap(lasting, m_caseActions);
    if (m_frame) {
        m_tagMenu->addActions(m_frame->readPlace().tagActions());
        m_tagMenu->addSeparator();
        m_tagMenu->addActions(m_frame->matrixPlace().findingActions());
        addAction(m_viewMenu, QStringLiteral("viewRead"), tr("&Read"), QKeySequence(Qt::CTRL | Qt::Key_1),
                  [this] { m_frame->goTo(CaseFrame::Place::Read); });
        addAction(m_viewMenu, QStringLiteral("viewMatrix"), tr("&Matrix"), QKeySequence(Qt::CTRL | Qt::Key_2),
                  [this] { m_frame->goTo(CaseFrame::Place::Matrix); });
        addAction(m_viewMenu, QStringLiteral("goBack"), tr("&Back to where you were"),
                  QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_frame->goBack(); });
        m_viewMenu->addSeparator();
        m_viewMenu->addActions(m_frame->readPlace().viewActions());
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
}

void MainWindow::updateUndo()
{
    const QString undo = m_frame ? m_frame->session().undoName() : QString();
    const QString redo = m_frame ? m_frame->session().redoName() : QString();
    // An ampersand in a partner's name is no key.
    const auto shown = [](QString name) { return name.replace(QLatin1Char('&'), QStringLiteral("&&")); };
    m_undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(shown(undo)));
    m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(shown(redo)));
    m_undo->setEnabled(!undo.isEmpty());
    m_redo->setEnabled(!redo.isEmpty());
}

void MainWindow::rememberPlace()
{
    m_preferences.setWindowPlace(saveGeometry());
    if (m_frame)
        m_preferences.setSplitterPlace(m_frame->readPlace().panes());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberPlace();
    // Out of sight first: ending an import takes a moment.
    hide();
    closeCase();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(*event->mimeData());
    event->acceptProposedAction();
    if (files.size() == 1 && isCaseFolder(files.front()))
        openCase(files.front());
    else if (m_frame)
        m_frame->importPaths(files);
    else
        m_bar->showProblem(tr("Create or open a case first; then drop the documents to import them."));
}

} // namespace ui
