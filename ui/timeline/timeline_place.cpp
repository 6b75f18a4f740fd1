// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_place.h"

#include "model/session/case_session.h"
#include "ui/common/actions.h"
#include "ui/common/folding_row.h"
#include "ui/common/key_words.h"
#include "ui/common/picture.h"
#include "ui/common/prompts.h"
#include "ui/timeline/timeline_legend.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::timeline {

using model::Result;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::Timeline;

namespace {

constexpr int zoomActions = 3; ///< that come first, and have buttons
constexpr int reloadAfterMs = 300;

} // namespace

TimelinePlace::TimelinePlace(CaseSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_picture(session, {QStringLiteral("png"), QStringLiteral("svg")})
{
    setObjectName(QStringLiteral("timelinePlace"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    makeActions();
    column->addWidget(makeBar());
    m_hint = new QLabel(tr("Loading the timeline."), this);
    m_hint->setObjectName(QStringLiteral("timelineHint"));
    m_hint->setWordWrap(true);
    m_hint->setMargin(24);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_hint, 1);
    m_body = new QWidget(this);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    auto *splitter = new QSplitter(Qt::Vertical, m_body);
    splitter->setObjectName(QStringLiteral("timelineSplitter"));
    splitter->setChildrenCollapsible(false);
    m_view = new TimelineView(splitter);
    m_panel = new TimelinePanel(splitter);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({480, 170});
    body->addWidget(splitter, 1);
    body->addWidget(new TimelineLegend(m_body));
    column->addWidget(m_body, 1);
    m_body->hide();
    connectParts();
}

QWidget *TimelinePlace::makeBar()
{
    auto *bar = new FoldingRow(this);
    bar->setObjectName(QStringLiteral("timelineBar"));
    bar->row()->setContentsMargins(8, 8, 8, 8);
    bar->row()->setSpacing(8);
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("timelineFilterText"));
    m_filter->setAccessibleName(tr("Filter partners and permissions by name; the matrix is filtered alike"));
    m_filter->setPlaceholderText(tr("Filter by partner, group or permission"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(60);
    m_filter->setMaximumWidth(480);
    bar->add(m_filter, 0, 1);
    m_suggested = new QCheckBox(tr("Suggested"), bar);
    m_suggested->setObjectName(QStringLiteral("timelineSuggested"));
    m_suggested->setAccessibleName(tr("Show what is only suggested, too; the matrix shows it alike"));
    setKeyedToolTip(m_suggested, tr("Shows findings that are only suggested, where their words name a time "
                                    "({timelineShowSuggested})."));
    bar->add(m_suggested, 1);
    m_undated = new QPushButton(bar);
    m_undated->setObjectName(QStringLiteral("timelineUndated"));
    m_undated->setToolTip(tr("Goes to the findings that neither you nor any evidence gives a date."));
    bar->add(m_undated, 2);
    int rank = 3;
    for (QAction *action : m_actions.first(zoomActions)) {
        auto *button = new QToolButton(bar);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setDefaultAction(action);
        button->setAccessibleName(action->toolTip());
        button->setMinimumSize(28, 28);
        bar->add(button, rank++);
    }
    bar->row()->addStretch(0);
    return bar;
}

void TimelinePlace::makeActions()
{
    addAction(QStringLiteral("timelineZoomIn"), tr("Zoom &in on the timeline"),
              {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
              [this] { m_view->zoom(TimelineView::zoomStep); });
    m_actions.back()->setIconText(QStringLiteral("+"));
    addAction(QStringLiteral("timelineZoomOut"), tr("Zoom &out of the timeline"),
              {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [this] { m_view->zoom(1 / TimelineView::zoomStep); });
    m_actions.back()->setIconText(QStringLiteral("−"));
    addAction(QStringLiteral("timelineFit"), tr("&Fit the whole timeline"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
              [this] { m_view->fit(); });
    m_actions.back()->setIconText(QStringLiteral("↔"));
    addAction(QStringLiteral("filterTimeline"), tr("Filter the &timeline"), {QKeySequence(Qt::CTRL | Qt::Key_F)},
              [this] {
                  m_filter->setFocus(Qt::ShortcutFocusReason);
                  m_filter->selectAll();
              });
    addAction(QStringLiteral("timelineToMatrix"), tr("Show the chosen finding in the &matrix"), {Qt::Key_M},
              [this] { showInMatrix(); });
    addAction(QStringLiteral("timelineShowSuggested"), tr("S&how what is suggested, or not"), {Qt::Key_H},
              [this] { m_suggested->toggle(); });
    addAction(QStringLiteral("timelinePicture"), tr("Save a &picture of the timeline"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, [this] { savePicture(); });
}

void TimelinePlace::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                              std::function<void()> act)
{
    QAction *action = makeAction(this, name, text, keys, std::move(act));
    QWidget::addAction(action);
    m_actions += action;
}

void TimelinePlace::connectParts()
{
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(reloadAfterMs);
    connect(&m_reloadSoon, &QTimer::timeout, this, [this] {
        if (m_inquiry.isWaiting())
            m_reloadSoon.start();
        else if (m_stale && isVisible())
            reload();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &TimelinePlace::applyFilter);
    connect(m_suggested, &QCheckBox::toggled, this, [this] {
        m_stale = true;
        if (isVisible())
            reload();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &TimelinePlace::takeFocus);
    connect(m_undated, &QPushButton::clicked, this, [this] {
        m_view->showUndated();
        m_view->setFocus();
    });
    connect(m_view, &TimelineView::currentChanged, this, &TimelinePlace::showChosen);
    connect(m_view, &TimelineView::passageChosen, this, &TimelinePlace::passageChosen);
    connect(&m_picture, &PictureExport::news, this, &TimelinePlace::news);
    connect(&m_picture, &PictureExport::failed, this, [this](const model::Error &error) {
        if (error.kind != model::ErrorKind::Cancelled)
            Q_EMIT problem(error.sentence);
    });
    connect(m_panel, &TimelinePanel::passageChosen, this, &TimelinePlace::passageChosen);
    connect(&m_session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        const bool decided = changes.findings || changes.subjects;
        const bool suggested = wantsSuggested() && !changes.suggestions.isEmpty();
        if (!decided && !changes.documentList && !suggested)
            return;
        m_stale = true;
        if (!isVisible())
            return;
        // Asked anew with every document, the timeline would never hear an answer during an import.
        if (decided)
            reload();
        else if (!m_reloadSoon.isActive())
            m_reloadSoon.start();
    });
}

void TimelinePlace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

void TimelinePlace::reload()
{
    m_stale = false; // what changes from now on may not be in the answer
    m_inquiry.ask<Timeline>(
        m_session,
        [suggested = wantsSuggested()](const CaseFile &file) {
            return suggested ? suggestedTimeline(file) : model::session::timeline(file);
        },
        [this](Result<Timeline> answer) {
            if (!answer) {
                m_stale = true;
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_loaded = true;
            m_all = *std::move(answer);
            applyFilter();
        });
}

void TimelinePlace::applyFilter()
{
    if (!m_loaded)
        return;
    model::MatrixFilter filter;
    filter.text = filterText();
    m_view->setTimeline(filtered(m_all, filter));
    tellWhatIsShown();
    if (m_wantsFocus)
        takeFocus();
}

void TimelinePlace::tellWhatIsShown()
{
    const Timeline &shown = m_view->timeline();
    const int undated = shown.undatedCount();
    const bool nothingDated = undated == static_cast<int>(shown.rows.size());
    const bool empty = shown.rows.empty() || (nothingDated && filterText().isEmpty());
    m_undated->setText(undated == 1 ? tr("1 finding without a date")
                                    : tr("%n findings without a date", nullptr, undated));
    m_undated->setAccessibleName(m_undated->text());
    m_undated->setEnabled(undated > 0);
    m_body->setVisible(!shown.rows.empty());
    m_hint->setVisible(empty);
    m_hint->setSizePolicy(QSizePolicy::Preferred, shown.rows.empty() ? QSizePolicy::Expanding : QSizePolicy::Maximum);
    if (m_all.rows.empty())
        m_hint->setText(withKeys(*this, tr("The timeline fills as you work: link evidence to findings while reading "
                                           "({linkEvidence}), and those whose words name a time appear here. A period "
                                           "that you conclude yourself is entered in the Matrix ({viewMatrix}), beside "
                                           "the cell. {timelineShowSuggested} shows what the annotation model "
                                           "suggests.")));
    else if (shown.rows.empty())
        m_hint->setText(
            withKeys(*this, tr("No finding passes the filter: clear it, or change it with {filterTimeline}.")));
    else
        m_hint->setText(withKeys(*this, tr("No finding has a date yet. Link evidence whose words name one (“from 2013 "
                                           "to 2015”), or enter a period in the Matrix ({viewMatrix}), beside the "
                                           "cell.")));
}

void TimelinePlace::takeFocus()
{
    m_wantsFocus = !m_loaded || m_body->isHidden();
    if (!m_wantsFocus)
        m_view->setFocus(Qt::ShortcutFocusReason);
    else
        setFocus();
}

QString TimelinePlace::filterText() const
{
    return m_filter->text().simplified();
}

void TimelinePlace::setFilterText(const QString &text)
{
    if (text != filterText())
        m_filter->setText(text);
}

bool TimelinePlace::wantsSuggested() const
{
    return m_suggested->isChecked();
}

void TimelinePlace::setWantsSuggested(bool wants)
{
    m_suggested->setChecked(wants);
}

void TimelinePlace::showChosen()
{
    const auto row = m_view->currentRow();
    if (!row) {
        m_panel->showNothing();
        return;
    }
    const TimelineStop &stop = m_view->currentStop();
    m_panel->showFinding(m_view->timeline(), *row,
                         stop.kind == TimelineStop::Kind::Mark ? std::optional(stop.index) : std::nullopt);
}

void TimelinePlace::showInMatrix()
{
    const auto row = m_view->currentRow();
    if (!row)
        return;
    const model::Matrix &matrix = m_view->timeline().matrix;
    const auto &cell = matrix.cells[*row];
    Q_EMIT findingChosen({matrix.partners[static_cast<size_t>(cell.partner)].id,
                          matrix.permissions[static_cast<size_t>(cell.permission)].id});
}

void TimelinePlace::savePicture()
{
    if (m_body->isHidden()) {
        Q_EMIT problem(tr("There is nothing in the timeline to make a picture of yet."));
        return;
    }
    m_prompts.askPictureFile(this, tr("%1-timeline.png").arg(m_session.name()), [this](const QString &path) {
        m_picture.save(path, [painting = m_view->painting()](const QString &file, const std::stop_token &stop) {
            return ui::savePicture(painting, file, stop);
        });
    });
}

} // namespace ui::timeline
