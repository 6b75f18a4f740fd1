// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"
#include "model/session/inquiry.h"
#include "ui/common/preferences.h"
#include "ui/history.h"

#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QBoxLayout;
class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace ui {

class ActivityCorner;
class Floating;
class ProblemBar;
class StatusLine;
class Prompts;
class SubjectBook;
namespace bundle_import {
class ImportFlow;
class OcrFlow;
} // namespace bundle_import
namespace csv_export {
class ExportPanel;
}
namespace decisions {
class DecisionsPage;
}
namespace matrix {
class MatrixPlace;
class SheetExport;
} // namespace matrix
namespace review {
class ReadPlace;
}
namespace search {
class FindBox;
}
namespace upkeep {
class CaseChecks;
class WithdrawPanel;
} // namespace upkeep
namespace timeline {
class TimelinePlace;
}
namespace settings {
class CasePage;
class RegisterPage;
} // namespace settings

/// The frame around an open case: its places at the top, one search box and one activity corner for all of them.
class CaseFrame final : public QWidget {
    Q_OBJECT
public:
    using Place = ui::Place;

    /// The session must have been opened; it goes with the frame.
    CaseFrame(std::unique_ptr<model::session::CaseSession> session, Preferences &preferences, Prompts &prompts,
              QWidget *parent = nullptr);
    ~CaseFrame() override;

    model::session::CaseSession &session() { return *m_session; }
    review::ReadPlace &readPlace() { return *m_read; }
    matrix::MatrixPlace &matrixPlace() { return *m_matrix; }
    timeline::TimelinePlace &timelinePlace() { return *m_timeline; }
    ProblemBar &problemBar() { return *m_bar; }
    StatusLine &statusLine() { return *m_status; }
    Place place() const;

    void goTo(Place place);
    void goBack();     ///< to where the reporter came from, page by page
    void goForward();  ///< the same way again
    void leavePlace(); ///< to the place that was in view before this one
    void renewKeys();  ///< of the place in view, when commands were given others
    void focusSearch();
    /// What the search box offers to run.
    void setCommands(std::function<QList<QAction *>()> commands);
    void importPaths(const QStringList &paths);
    void readWaiting(); ///< goes on with what an earlier import left
    void openExport();
    void verify();
    void backUp();
    void openWithdrawal(); ///< of the document in view
    void undo();           ///< or says that there is nothing to undo
    void redo();

Q_SIGNALS:
    void importWanted();

private:
    struct Going;
    /// While it lives, the reporter goes somewhere in one step; where it began from is kept in the history.
    class Step {
    public:
        explicit Step(CaseFrame &frame);
        ~Step();
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        CaseFrame &m_frame;
    };
    Spot spot() const;
    void goTo(const Spot &there);
    QWidget *makeTop();
    void connectParts();
    void makeSearch(QWidget *top, QBoxLayout *row);
    void connectSearch();
    void searchTyped();
    void search(); ///< for what stands in the box
    void focusPlace();
    /// What messages lie over there, not to cover the lists and legends beside it; null for all of the place.
    QWidget *messageAreaOf(Place there) const;
    void shareFilter();                             ///< of the place in view with the others that show findings
    void lendKeys(const QList<QAction *> &actions); ///< those of the place in view, to the bar above it
    void tellNews();                                ///< since the last visit
    void tellRenewing(qint64 done, qint64 total);
    void tellTakenBack(const QString &words, const model::session::TakenBack &what);

    std::unique_ptr<model::session::CaseSession> m_session; ///< goes last: all below use it
    Preferences &m_preferences;
    model::session::Inquiry m_news;
    SubjectBook *m_book = nullptr;
    ProblemBar *m_bar = nullptr;
    Floating *m_floating = nullptr; ///< messages, and what is asked for beside them
    StatusLine *m_status = nullptr;
    QString m_lastDone; ///< what undo offered when it was last looked at
    ActivityCorner *m_corner = nullptr;
    csv_export::ExportPanel *m_export = nullptr;
    upkeep::WithdrawPanel *m_withdraw = nullptr;
    upkeep::CaseChecks *m_checks = nullptr;
    QWidget *m_top = nullptr;
    QButtonGroup *m_places = nullptr;
    search::FindBox *m_search = nullptr;
    QLabel *m_searchFault = nullptr;
    QStackedWidget *m_stack = nullptr;
    review::ReadPlace *m_read = nullptr;
    matrix::MatrixPlace *m_matrix = nullptr;
    timeline::TimelinePlace *m_timeline = nullptr;
    matrix::SheetExport *m_sheets = nullptr;
    settings::RegisterPage *m_register = nullptr;
    settings::CasePage *m_case = nullptr;
    decisions::DecisionsPage *m_decisions = nullptr;
    std::unique_ptr<bundle_import::ImportFlow> m_import;
    std::unique_ptr<bundle_import::OcrFlow> m_ocr;
    History m_history;
    int m_stepping = 0; ///< how many steps are in each other; only the outermost counts
};

} // namespace ui
