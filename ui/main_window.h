// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/inquiry.h"
#include "ui/case_frame.h"
#include "ui/common/key_choice.h"
#include "ui/common/preferences.h"
#include "ui/help/help_pages.h"

#include <QMainWindow>

#include <functional>
#include <memory>

class QAction;
class QMenu;
class QStackedWidget;

namespace ui {

class ProblemBar;
class Prompts;
namespace help {
class HelpWindow;
}
namespace settings {
class KeyWindow;
}
namespace start {
class SampleMaker;
class StartPage;
class TourPanel;
} // namespace start

/// The window: the start page or the frame of an open case, and the menus. Holds no data of a case.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    struct Options {
        QString readerProgram; ///< path of carveout-reader
        model::Clock clock = model::systemClock();
    };
    /// `preferences` and `prompts` must outlive the window.
    MainWindow(Preferences &preferences, Prompts &prompts, Options options, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Both do nothing while a case is being opened.
    void openCase(const QString &folder);
    /// Through the sample case in `folder`, which is made where it is not there.
    void takeTour(const QString &folder);
    void createCase(const QString &folder, const QStringList &holders);
    void closeCase();
    CaseFrame *frame() const { return m_frame.get(); } ///< null while no case is open

Q_SIGNALS:
    void caseOpened();
    void caseClosed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    model::session::CaseSession::Options sessionOptions() const;
    void await(std::unique_ptr<model::session::CaseSession> session);
    void showFrame();
    void askWhatToImport();
    void makeMenus();
    /// What can only be done in a place, offered while that is in view.
    QMenu *addPlaceMenu(const QString &text, CaseFrame::Place place, const QList<QAction *> &actions);
    void fillCaseMenus(); ///< what belongs to the open case, or nothing
    QAction *addAction(QMenu *menu, const QString &name, const QString &text, const QKeySequence &key,
                       std::function<void()> act, bool needsCase = true);
    void updateUndo();
    QList<QAction *> commands() const; ///< of all menus
    help::KeyTable keyTable() const;   ///< of all menus
    void rememberPlace();
    void beginTour();

    Preferences &m_preferences;
    KeyChoice m_keys{m_preferences};
    Prompts &m_prompts;
    const Options m_options;
    QStackedWidget *m_stack = nullptr;
    start::StartPage *m_start = nullptr;
    ProblemBar *m_bar = nullptr; ///< of the start page
    std::unique_ptr<model::session::CaseSession> m_opening;
    std::unique_ptr<CaseFrame> m_frame;
    start::SampleMaker *m_sampleMaker = nullptr;
    start::TourPanel *m_tour = nullptr;
    model::session::Inquiry m_firstDocument; ///< of the tour
    bool m_isTour = false;                   ///< what is being opened
    help::HelpWindow *m_help = nullptr;
    settings::KeyWindow *m_keyWindow = nullptr;
    QMenu *m_viewMenu = nullptr;
    QMenu *m_tagMenu = nullptr;
    QMenu *m_suggestionMenu = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QList<QAction *> m_caseActions; ///< enabled while a case is open
};

} // namespace ui
