// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/case_frame.h"

#include "ui/bundle_import/import_flow.h"
#include "ui/bundle_import/ocr_flow.h"
#include "ui/common/activity_corner.h"
#include "ui/common/floating.h"
#include "ui/common/key_words.h"
#include "ui/common/problem_bar.h"
#include "ui/common/status_line.h"
#include "ui/common/subject_book.h"
#include "ui/csv_export/export_panel.h"
#include "ui/decisions/decisions_page.h"
#include "ui/documents/visit_words.h"
#include "ui/matrix/matrix_place.h"
#include "ui/matrix/sheet_export.h"
#include "ui/review/read_place.h"
#include "ui/settings/case_page.h"
#include "ui/settings/learned_box.h"
#include "ui/settings/register_page.h"
#include "ui/timeline/timeline_place.h"
#include "ui/upkeep/case_checks.h"
#include "ui/upkeep/withdraw_panel.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using model::session::CaseSession;

CaseFrame::CaseFrame(std::unique_ptr<CaseSession> session, Preferences &preferences, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_session(std::move(session))
    , m_preferences(preferences)
{
    setObjectName(QStringLiteral("caseFrame"));
    m_book = new SubjectBook(*m_session, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bar = new ProblemBar(this);
    m_corner = new ActivityCorner(this);
    m_export = new csv_export::ExportPanel(*m_session, prompts, *m_bar, this);
    m_withdraw = new upkeep::WithdrawPanel(*m_session, *m_bar, this);
    m_checks = new upkeep::CaseChecks(*m_session, *m_corner, *m_bar, prompts, this);
    m_stack = new QStackedWidget(this);
    m_read = new review::ReadPlace(*m_session, *m_book, m_stack);
    m_matrix = new matrix::MatrixPlace(*m_session, m_stack);
    m_timeline = new timeline::TimelinePlace(*m_session, prompts, m_stack);
    m_sheets = new matrix::SheetExport(*m_session, prompts, *m_bar, this);
    m_register = new settings::RegisterPage(*m_session, *m_book, m_stack);
    m_case = new settings::CasePage(*m_session, m_preferences, prompts, m_stack);
    m_decisions = new decisions::DecisionsPage(*m_session, m_stack);
    for (QWidget *place :
         {static_cast<QWidget *>(m_read), static_cast<QWidget *>(m_matrix), static_cast<QWidget *>(m_timeline),
          static_cast<QWidget *>(m_register), static_cast<QWidget *>(m_case), static_cast<QWidget *>(m_decisions)})
        m_stack->addWidget(place);
    m_import = std::make_unique<bundle_import::ImportFlow>(*m_session, *m_corner, *m_bar);
    m_ocr = std::make_unique<bundle_import::OcrFlow>(*m_session, *m_corner, *m_bar);
    m_top = makeTop();
    column->addWidget(m_top);
    m_floating = new Floating(*m_stack, Floating::Place::Foot, this);
    for (QWidget *panel :
         {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_export), static_cast<QWidget *>(m_withdraw)})
        m_floating->add(panel);
    (new Floating(*m_stack, Floating::Place::TopRight, this))->add(m_searchFault);
    column->addWidget(m_stack, 1);
    m_status = new StatusLine(this);
    column->addWidget(m_status);
    m_lastDone = m_session->undoName();
    connectParts();
    goTo(Place::Read);
    m_ocr->start();
    if (m_session->isReadOnly())
        m_bar->showLasting(m_session->readOnlyReason());
    else
        tellNews();
}

CaseFrame::~CaseFrame()
{
    // The import writes through the session, and the places ask it until they are gone.
    m_import.reset();
    m_session->rememberVisit();
    delete m_stack;
    delete m_sheets;
    delete m_checks;
    delete m_withdraw;
    delete m_export;
    delete m_book;
}

QWidget *CaseFrame::makeTop()
{
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    m_places = new QButtonGroup(this);
    const auto addPlace = [&](Place place, const QString &name, const QString &text, const QString &tip) {
        auto *button = new QToolButton(top);
        button->setObjectName(name);
        button->setText(text);
        button->setAccessibleName(text);
        setKeyedToolTip(button, tip);
        button->setCheckable(true);
        button->setAutoRaise(true);
        QFont font = button->font();
        font.setPointSizeF(font.pointSizeF() * 1.1);
        button->setFont(font);
        button->setMinimumSize(64, 32);
        m_places->addButton(button, static_cast<int>(place));
        row->addWidget(button);
    };
    addPlace(Place::Read, QStringLiteral("goRead"), tr("Read"), tr("Documents and their pages ({viewRead})"));
    addPlace(Place::Matrix, QStringLiteral("goMatrix"), tr("Matrix"),
             tr("Which partner has which permission ({viewMatrix})"));
    addPlace(Place::Timeline, QStringLiteral("goTimeline"), tr("Timeline"),
             tr("When each partner had which permission ({viewTimeline})"));
    connect(m_places, &QButtonGroup::idClicked, this, [this](int id) { goTo(static_cast<Place>(id)); });
    row->addStretch(1);
    row->addWidget(m_corner);
    row->addSpacing(12);
    makeSearch(top, row);
    column->addLayout(row);
    return top;
}

void CaseFrame::connectParts()
{
    connectSearch();
    // What was said of the step before goes with the next; pages marked by scrolling are no step.
    connect(m_session.get(), &CaseSession::undoNamesChanged, this, [this] {
        if (m_session->undoName() == m_lastDone)
            return;
        m_lastDone = m_session->undoName();
        m_bar->settle();
        m_status->clear();
    });
    connect(m_session.get(), &CaseSession::undone, this,
            [this](const model::session::TakenBack &what) { tellTakenBack(tr("Undid: %1"), what); });
    connect(m_session.get(), &CaseSession::redone, this,
            [this](const model::session::TakenBack &what) { tellTakenBack(tr("Did again: %1"), what); });
    connect(m_session.get(), &CaseSession::renewingSearch, this, &CaseFrame::tellRenewing);
    connect(m_export, &csv_export::ExportPanel::left, this, &CaseFrame::focusPlace);
    connect(m_session.get(), &CaseSession::failed, m_bar, &ProblemBar::showError);
    connect(m_read, &review::ReadPlace::problem, m_bar, &ProblemBar::showProblem);
    connect(m_read, &review::ReadPlace::advice, this, [this](const QString &sentence) { m_status->say(sentence); });
    connect(m_read, &review::ReadPlace::kindChanged, this,
            [this](const QString &sentence) { m_status->say(sentence, tr("Undo"), this, [this] { undo(); }); });
    connect(m_matrix, &matrix::MatrixPlace::problem, m_bar, &ProblemBar::showProblem);
    connect(m_read, &review::ReadPlace::suggestionCountChanged, this, [this](const QString &sentence) {
        if (place() == Place::Read)
            m_status->setStanding(sentence);
    });
    connect(m_read, &review::ReadPlace::backRequested, this, &CaseFrame::leavePlace);
    connect(m_read, &review::ReadPlace::leaving, this, [this] { const Step step(*this); });
    connect(m_read, &review::ReadPlace::undoWanted, this, &CaseFrame::undo);
    connect(m_read, &review::ReadPlace::importWanted, this, &CaseFrame::importWanted);
    const auto showFinding = [this](const model::FindingKey &finding) {
        const Step step(*this);
        goTo(Place::Matrix);
        m_matrix->chooseFinding(finding);
    };
    connect(m_read, &review::ReadPlace::findingChosen, this, showFinding);
    connect(m_register, &settings::RegisterPage::findingChosen, this, showFinding);
    const auto openPassage = [this](const model::Passage &passage) {
        const Step step(*this);
        goTo(Place::Read);
        m_read->openPassage(passage);
    };
    connect(m_matrix, &matrix::MatrixPlace::passageChosen, this, openPassage);
    connect(m_timeline, &timeline::TimelinePlace::passageChosen, this, openPassage);
    connect(m_timeline, &timeline::TimelinePlace::findingChosen, this, showFinding);
    connect(m_timeline, &timeline::TimelinePlace::problem, m_bar, &ProblemBar::showProblem);
    connect(m_timeline, &timeline::TimelinePlace::news, m_bar,
            [this](const QString &sentence) { m_bar->showNews(sentence); });
    connect(m_matrix, &matrix::MatrixPlace::advice, this, [this](const QString &sentence) { m_status->say(sentence); });
    connect(m_matrix, &matrix::MatrixPlace::sheetWanted, m_sheets, &matrix::SheetExport::save);
    connect(m_matrix, &matrix::MatrixPlace::hitChosen, this, [this](const model::SearchHit &hit) {
        const Step step(*this);
        goTo(Place::Read);
        m_read->openHit(hit, review::ReadPlace::Keyboard::Page);
    });
    connect(m_register, &settings::RegisterPage::passageChosen, this, openPassage);
    connect(m_register, &settings::RegisterPage::done, this, &CaseFrame::leavePlace);
    connect(m_case, &settings::CasePage::done, this, &CaseFrame::leavePlace);
    connect(&m_case->learned(), &settings::LearnedBox::news, m_bar,
            [this](const QString &sentence) { m_bar->showNews(sentence); });
    connect(&m_case->learned(), &settings::LearnedBox::problem, m_bar, &ProblemBar::showError);
    connect(m_decisions, &decisions::DecisionsPage::done, this, &CaseFrame::leavePlace);
    connect(m_decisions, &decisions::DecisionsPage::passageChosen, this, openPassage);
    connect(m_decisions, &decisions::DecisionsPage::placeChosen, this, [this](const model::DocumentPage &there) {
        const Step step(*this);
        goTo(Place::Read);
        m_read->openPage(there);
    });
    connect(m_decisions, &decisions::DecisionsPage::findingChosen, this, showFinding);
    connect(m_decisions, &decisions::DecisionsPage::tookBack, this,
            [this](const QString &sentence) { m_status->say(sentence, tr("Redo"), this, [this] { redo(); }); });
    connect(m_case, &settings::CasePage::reviewerChanged, m_bar, [this](const QString &name) {
        m_bar->showNews(tr("From the next time this case is opened, decisions are made in the name of %1.").arg(name));
    });
    connect(
        m_read, &review::ReadPlace::retryRequested, this,
        [this](const model::Sha256 &document, const QByteArray &password) { m_import->retry({document}, password); });
    connect(m_read, &review::ReadPlace::earlierStatesWanted, m_import.get(),
            &bundle_import::ImportFlow::takeEarlierStates);
    // Text documents come first: OCR waits for imports, and goes on where it was.
    connect(m_import.get(), &bundle_import::ImportFlow::begun, m_ocr.get(), &bundle_import::OcrFlow::pause);
    connect(m_import.get(), &bundle_import::ImportFlow::ended, m_ocr.get(), &bundle_import::OcrFlow::start);
    connect(m_ocr.get(), &bundle_import::OcrFlow::pageRead, m_read, &review::ReadPlace::readTextAgain);
    connect(m_import.get(), &bundle_import::ImportFlow::refusedWanted, this, [this] {
        goTo(Place::Read);
        m_read->showRefused();
    });
}

CaseFrame::Place CaseFrame::place() const
{
    return static_cast<Place>(m_stack->currentIndex());
}

void CaseFrame::goTo(Place there)
{
    std::optional<Step> step;
    if (place() != there)
        step.emplace(*this);
    m_export->hide();
    m_withdraw->hide();
    shareFilter();
    m_stack->setCurrentIndex(static_cast<int>(there));
    m_floating->setPartFor(*m_bar, messageAreaOf(there));
    m_status->setStanding(there == Place::Read ? m_read->suggestionCount() : QString());
    m_places->setExclusive(false);
    for (QAbstractButton *button : m_places->buttons())
        button->setChecked(m_places->id(button) == static_cast<int>(there));
    m_places->setExclusive(there == Place::Read || there == Place::Matrix || there == Place::Timeline);
    renewKeys();
    focusPlace();
}

QWidget *CaseFrame::messageAreaOf(Place there) const
{
    if (there == Place::Read)
        return &m_read->pageArea();
    if (there == Place::Matrix)
        return m_matrix->findChild<QWidget *>(QStringLiteral("matrixTable"));
    if (there == Place::Timeline)
        return m_timeline->findChild<QWidget *>(QStringLiteral("timelineView"));
    return nullptr;
}

void CaseFrame::focusPlace()
{
    if (place() == Place::Read)
        m_read->takeFocus();
    else if (place() == Place::Matrix)
        m_matrix->focusTable();
    else if (place() == Place::Timeline)
        m_timeline->takeFocus();
    else if (place() == Place::Decisions)
        m_decisions->takeFocus();
    else
        m_stack->currentWidget()->setFocus();
}

void CaseFrame::shareFilter()
{
    if (place() == Place::Matrix) {
        m_timeline->setFilterText(m_matrix->filter().text);
        m_timeline->setWantsSuggested(m_matrix->wantsSuggested());
    } else if (place() == Place::Timeline) {
        m_matrix->setFilterText(m_timeline->filterText());
        m_matrix->setWantsSuggested(m_timeline->wantsSuggested());
    }
}

void CaseFrame::renewKeys()
{
    const Place there = place();
    lendKeys(there == Place::Read       ? m_read->viewActions()
             : there == Place::Matrix   ? m_matrix->findingActions() + m_matrix->viewActions() + m_matrix->foldActions()
             : there == Place::Timeline ? m_timeline->actions()
                                        : QList<QAction *>());
}

void CaseFrame::lendKeys(const QList<QAction *> &actions)
{
    for (QAction *action : m_top->actions())
        m_top->removeAction(action);
    for (QAction *action : actions) {
        // A plain letter or Space means something else to a button or a search box.
        const QKeySequence keys = action->shortcut();
        if (!keys.isEmpty() && (keys[0].keyboardModifiers() != Qt::NoModifier || keys[0].key() >= Qt::Key_F1))
            m_top->addAction(action);
    }
}

void CaseFrame::tellNews()
{
    using model::session::VisitNews;
    m_news.ask<std::optional<VisitNews>>(
        *m_session, [](const model::session::CaseFile &file) { return newsSinceVisit(file); },
        [this](const model::Result<std::optional<VisitNews>> &answer) {
            if (!answer || !*answer || (**answer).isEmpty())
                return;
            const QString sentence = documents::sentenceOf(**answer);
            if ((**answer).touched.isEmpty()) {
                m_bar->showNews(sentence);
                return;
            }
            m_bar->showNews(sentence, tr("Show the documents"), this, [this, touched = (**answer).touched] {
                goTo(Place::Read);
                m_read->showNewDocuments(touched);
            });
        });
}

void CaseFrame::tellRenewing(qint64 done, qint64 total)
{
    const QLocale locale;
    m_status->say(
        done < total
            ? tr("The search is being renewed: %1 of %2 documents.").arg(locale.toString(done), locale.toString(total))
            : tr("The search is complete again."));
}

void CaseFrame::tellTakenBack(const QString &words, const model::session::TakenBack &what)
{
    QString sentence = words.arg(what.description);
    if (!what.place || what.file.isEmpty()) {
        m_status->say(sentence);
        return;
    }
    sentence = what.place->pageIndex < 0 ? tr("%1 (%2)", "what was done, document").arg(sentence, what.file)
                                         : tr("%1 (%2, p. %3)", "what was done, document, page")
                                               .arg(sentence, what.file, QString::number(what.place->pageIndex + 1));
    if (place() == Place::Read && m_read->turnTo(*what.place)) {
        m_status->say(sentence);
        return;
    }
    m_status->say(sentence, tr("Show it"), this, [this, there = *what.place] {
        const Step step(*this);
        goTo(Place::Read);
        m_read->openPage(there);
    });
}

void CaseFrame::importPaths(const QStringList &paths)
{
    m_import->importPaths(paths);
}

void CaseFrame::readWaiting()
{
    m_import->importPaths({});
}

void CaseFrame::verify()
{
    m_checks->verify();
}

void CaseFrame::backUp()
{
    m_checks->backUp();
}

void CaseFrame::undo()
{
    if (m_session->undoName().isEmpty())
        m_status->say(tr("There is nothing to undo."));
    else
        m_session->undo();
}

void CaseFrame::redo()
{
    if (m_session->redoName().isEmpty())
        m_status->say(tr("There is nothing to do again."));
    else
        m_session->redo();
}

void CaseFrame::openWithdrawal()
{
    m_bar->settle();
    m_export->hide();
    if (const auto document = m_read->documentInView())
        m_withdraw->open(*document);
    else
        m_bar->showProblem(tr("Open the document first that is to be withdrawn."));
}

void CaseFrame::openExport()
{
    m_bar->settle();
    m_withdraw->hide();
    const model::MatrixFilter filter = place() == Place::Matrix ? m_matrix->filter() : model::MatrixFilter();
    m_export->open(filter);
}

} // namespace ui
