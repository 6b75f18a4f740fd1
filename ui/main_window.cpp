// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/case_frame.h"
#include "ui/common/field_shortcuts.h"
#include "ui/common/floating.h"
#include "ui/common/problem_bar.h"
#include "ui/common/side_buttons.h"
#include "ui/review/read_place.h"
#include "ui/start/sample_maker.h"
#include "ui/start/start_page.h"
#include "ui/start/tour_panel.h"

#include <QCloseEvent>
#include <QFileInfo>
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
    auto *centre = new QWidget(this);
    auto *all = new QVBoxLayout(centre);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_stack = new QStackedWidget(centre);
    m_tour = new start::TourPanel(centre);
    m_tour->hide();
    all->addWidget(m_stack, 1);
    all->addWidget(m_tour);
    setCentralWidget(centre);
    auto *page = new QWidget(m_stack);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_bar = new ProblemBar(page);
    m_start = new start::StartPage(m_preferences, m_prompts, page);
    column->addWidget(m_start, 1);
    (new Floating(*m_start, Floating::Place::Foot, page))->add(m_bar);
    m_stack->addWidget(page);
    connect(m_start, &start::StartPage::newCaseWanted, this, &MainWindow::createCase);
    connect(m_start, &start::StartPage::caseWanted, this, &MainWindow::openCase);
    connect(m_start, &start::StartPage::tourWanted, this, &MainWindow::takeTour);
    m_sampleMaker = new start::SampleMaker(this);
    connect(m_sampleMaker, &start::SampleMaker::made, this, [this](const QString &folder) {
        m_start->setEnabled(true);
        m_bar->hide();
        if (!m_frame) // else the reporter has gone on to something else
            takeTour(folder);
    });
    connect(m_sampleMaker, &start::SampleMaker::failed, this, [this](const model::Error &error) {
        m_start->setEnabled(true);
        m_bar->showError(error);
    });
    connect(m_tour, &start::TourPanel::ended, m_tour, &QWidget::hide);
    connect(m_tour, &start::TourPanel::actionWanted, this, [this](const QString &name) {
        if (auto *action = findChild<QAction *>(name); action && action->isEnabled())
            action->trigger();
    });
    makeMenus();
    fillCaseMenus();
    new FieldShortcuts(this);
    auto *sideButtons = new SideButtons(this);
    connect(sideButtons, &SideButtons::back, this, [this] {
        if (m_frame)
            m_frame->goBack();
    });
    connect(sideButtons, &SideButtons::forward, this, [this] {
        if (m_frame)
            m_frame->goForward();
    });
    // The frame comes with the first showing, and its size is not known before.
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - QSize(16, 48)));
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
    // The second click of a double click asks again.
    if (!m_opening)
        await(std::make_unique<CaseSession>(folder, sessionOptions()));
}

void MainWindow::takeTour(const QString &folder)
{
    if (m_opening)
        return;
    if (!isCaseFolder(folder)) {
        m_start->setEnabled(false);
        m_bar->showNews(tr("The sample case is being made. This takes a few seconds."));
        m_sampleMaker->make(folder, m_options.readerProgram, sessionOptions().file);
        return;
    }
    openCase(folder);
    m_isTour = true;
}

void MainWindow::beginTour()
{
    m_isTour = false;
    m_firstDocument.ask<std::vector<model::Document>>(
        m_frame->session(), [](const model::session::CaseFile &file) { return file.documents(); },
        [this](const model::Result<std::vector<model::Document>> &documents) {
            if (documents && !documents->empty())
                m_frame->readPlace().openDocument(documents->front().sha256);
            m_tour->start();
        });
}

void MainWindow::createCase(const QString &folder, const QStringList &holders)
{
    if (!m_opening)
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
        m_isTour = false;
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
    m_frame->setCommands([this] { return commands(); });
    connect(&m_frame->session(), &CaseSession::undoNamesChanged, this, &MainWindow::updateUndo);
    connect(m_frame.get(), &CaseFrame::importWanted, this, &MainWindow::askWhatToImport);
    m_stack->addWidget(m_frame.get());
    m_stack->setCurrentWidget(m_frame.get());
    fillCaseMenus();
    m_frame->goTo(CaseFrame::Place::Read);
    if (m_isTour)
        beginTour();
    Q_EMIT caseOpened();
}

void MainWindow::closeCase()
{
    if (!m_frame)
        return;
    rememberPlace();
    m_firstDocument.cancel();
    m_tour->hide();
    m_stack->removeWidget(m_frame.get());
    m_stack->setCurrentIndex(0);
    m_frame.reset();
    setWindowTitle(QStringLiteral("Carveout"));
    fillCaseMenus();
    m_start->refresh();
    m_start->emptyForm();
    Q_EMIT caseClosed();
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
