// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "model/session/gestures.h"
#include "model/session/joint_sources.h"
#include "model/session/remembered.h"
#include "ui/common/actions.h"
#include "ui/common/key_words.h"
#include "ui/matrix/filter_bar.h"
#include "ui/matrix/legend.h"
#include "ui/matrix/matrix_table.h"
#include "ui/matrix/view_bar.h"
#include "ui/page/page_beside.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::matrix {

using model::FindingKey;
using model::Result;
using model::RowOrder;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::SuggestedMatrix;
namespace journal = model::journal;

namespace {

const QString viewName = QStringLiteral("matrix");
constexpr int keepAfterMs = 400;

std::vector<int> countsOf(const std::vector<model::session::SuggestedCell> &cells)
{
    std::vector<int> counts;
    counts.reserve(cells.size());
    for (const auto &cell : cells)
        counts.push_back(cell.passageCount());
    return counts;
}

} // namespace

MatrixPlace::MatrixPlace(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new MatrixTableModel(this))
{
    setObjectName(QStringLiteral("matrixPlace"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(QStringLiteral("matrixSplitter"));
    splitter->setChildrenCollapsible(false);
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);
    splitter->addWidget(makeLeft(splitter));

    auto *scroll = new QScrollArea(splitter);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_panel = new FindingPanel(scroll);
    scroll->setWidget(m_panel);
    scroll->setMinimumWidth(270);
    makePage(splitter);
    splitter->insertWidget(1, m_page); // between the matrix and its evidence
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({900, 500, 360});

    m_keep.setSingleShot(true);
    m_keep.setInterval(keepAfterMs);
    connectParts();
    connectSession();
    makeActions();
    m_table->hide();
    m_hint->setText(tr("Loading the matrix."));
}

MatrixPlace::~MatrixPlace()
{
    if (m_keep.isActive())
        keepView();
}

QWidget *MatrixPlace::makeLeft(QWidget *parent)
{
    auto *left = new QWidget(parent);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_filter = new FilterBar(left);
    column->addWidget(m_filter);
    m_view = new ViewBar(left);
    column->addWidget(m_view);
    m_hint = new QLabel(left);
    m_hint->setObjectName(QStringLiteral("matrixHint"));
    m_hint->setWordWrap(true);
    m_hint->setMargin(24);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_hint, 1);
    m_table = new MatrixTable(*m_model, left);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    column->addWidget(m_table, 1);
    m_legend = new Legend(left);
    m_legend->setItems(legendItems(false, false));
    column->addWidget(m_legend);
    return left;
}

void MatrixPlace::connectParts()
{
    connect(m_filter, &FilterBar::filterChanged, this, &MatrixPlace::viewChanged);
    connect(m_filter, &FilterBar::wantsSuggestedChanged, this, [this] {
        m_keep.start();
        reload();
    });
    connect(m_view, &ViewBar::orderChosen, this, &MatrixPlace::setOrder);
    connect(m_view, &ViewBar::orderLeft, this, &MatrixPlace::focusTable);
    connect(m_view, &ViewBar::hidesEmptyChanged, this, [this] {
        m_layout.hidesEmpty = m_view->hidesEmpty();
        viewChanged();
    });
    connect(m_view, &ViewBar::heatChanged, this, &MatrixPlace::viewChanged);
    connect(m_view, &ViewBar::foldAllRequested, this, &MatrixPlace::toggleAllFolds);
    connect(m_view, &ViewBar::foldAllGroupsRequested, this, &MatrixPlace::toggleAllGroups);
    connect(m_table, &MatrixTable::foldGroupRequested, this, &MatrixPlace::toggleGroup);
    connect(m_table, &MatrixTable::foldRequested, this, &MatrixPlace::toggleFold);
    connect(m_table, &MatrixTable::sortRequested, this, &MatrixPlace::sortBy);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &MatrixPlace::cellChanged);
    connect(m_table, &QTableView::doubleClicked, this, &MatrixPlace::openFirstPassage);
    connect(&m_keep, &QTimer::timeout, this, &MatrixPlace::keepView);
    connect(m_panel, &FindingPanel::passageChosen, this, &MatrixPlace::passageChosen);
    connect(m_panel, &FindingPanel::hitChosen, this, &MatrixPlace::hitChosen);
    connect(m_panel, &FindingPanel::verdictLeft, this, &MatrixPlace::focusTable);
    connect(m_panel, &FindingPanel::problem, this, &MatrixPlace::problem);
    connect(m_panel, &FindingPanel::proposalTaken, this, [this] { conclude(model::session::Over::Everything); });
    connect(m_panel, &FindingPanel::decided, this,
            [this](const journal::Decision &decision) { m_session.decide(decision); });
    connect(m_panel, &FindingPanel::unlinkRequested, this, [this](const model::LinkId &link) {
        m_session.decide([link](const CaseFile &file) { return model::session::unlink(file, link); });
    });
}

void MatrixPlace::connectSession()
{
    connect(&m_session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        const bool suggested = m_filter->wantsSuggested() && !changes.suggestions.isEmpty();
        if (!changes.findings && !changes.subjects && !changes.notes && !suggested)
            return;
        m_stale = true;
        if (isVisible())
            reload();
    });
    connect(&m_session, &CaseSession::failed, this, [this] {
        m_panel->takeBack();
        if (m_chosen && m_loaded)
            showCell();
    });
}

void MatrixPlace::makeActions()
{
    const auto onFinding = [this](const char *name, const QString &text, const QKeySequence &key, auto act) {
        addAction(m_findingActions, this, QString::fromLatin1(name), text, key, act);
    };
    onFinding("setVerdict", tr("Set the &verdict"), Qt::Key_V, [this] { m_panel->focusVerdict(); });
    onFinding("setPeriod", tr("Set when it &began and ended"), Qt::Key_D, [this] { m_panel->focusPeriod(); });
    onFinding("setPeriodEnd", tr("Set when it e&nded"), QKeySequence(Qt::SHIFT | Qt::Key_D),
              [this] { m_panel->focusPeriodEnd(); });
    onFinding("concludeFinding", tr("&Conclude what its evidence says, and go on"), Qt::Key_A,
              [this] { conclude(model::session::Over::WhatIsOpen); });
    onFinding("concludeAnew", tr("Conclude what its evidence says in pl&ace of what is said"),
              QKeySequence(Qt::SHIFT | Qt::Key_A), [this] { conclude(model::session::Over::Everything); });
    onFinding("periodBefore", tr("&Give it the period of the finding before it in its row"), Qt::Key_Equal,
              [this] { takePeriodBefore(); });
    onFinding("nextFinding", tr("Ne&xt finding"), Qt::Key_N, [this] { stepFinding(1); });
    onFinding("previousFinding", tr("&Previous finding"), Qt::Key_P, [this] { stepFinding(-1); });
    onFinding("findingNote", tr("Write a n&ote on the finding"), QKeySequence(Qt::CTRL | Qt::Key_M),
              [this] { m_panel->focusNote(); });
    const auto onView = [this](const char *name, const QString &text, const QKeySequence &key, auto act) {
        addAction(m_viewActions, this, QString::fromLatin1(name), text, key, act);
    };
    const auto onFold = [this](const char *name, const QString &text, const QKeySequence &key, auto act) {
        addAction(m_foldActions, this, QString::fromLatin1(name), text, key, act);
    };
    addAction(m_viewActions, m_table, QStringLiteral("copyCells"), tr("&Copy the chosen cells"), QKeySequence::Copy,
              [this] { copyCells(); });
    onView("saveMatrix", tr("Save the matrix as a &picture or PDF"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
           [this] { makeSheet(); });
    onView("saveDecidedMatrix", tr("Save the matrix &without what is only suggested"),
           QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P), [this] { makeDecidedSheet(); });
    onView("filterMatrix", tr("&Filter the matrix"), QKeySequence(Qt::CTRL | Qt::Key_F),
           [this] { m_filter->focusText(); });
    onView("showSuggested", tr("S&how what is suggested, or not"), Qt::Key_H, [this] { m_filter->toggleSuggested(); });
    onView("sortMatrix", tr("&Sort the partners"), Qt::Key_S, [this] { m_view->openOrder(); });
    onView("sortByColumn", tr("Sort by the chosen col&umn"), QKeySequence(Qt::SHIFT | Qt::Key_S),
           [this] { setOrder(RowOrder::Column); });
    onFold("foldKind", tr("Fol&d or unfold the kind of data"), Qt::Key_G,
           [this] { toggleFold(m_table->currentIndex().column()); });
    onFold("foldAll", tr("Fold or unfold a&ll kinds of data"), QKeySequence(Qt::SHIFT | Qt::Key_G),
           [this] { toggleAllFolds(); });
    onFold("foldGroup", tr("Fold o&r unfold the group of partners"), Qt::Key_R,
           [this] { toggleGroup(m_table->currentIndex().row()); });
    onFold("foldAllGroups", tr("Fold or unfold all &groups of partners"), QKeySequence(Qt::SHIFT | Qt::Key_R),
           [this] { toggleAllGroups(); });
    onView("hideEmpty", tr("Hide &empty partners and permissions, or not"), Qt::Key_E,
           [this] { m_view->toggleHidesEmpty(); });
    onView("matrixPage", tr("The page beside t&he matrix, or not"), Qt::Key_F11, [this] { togglePage(); });
    m_showPage = m_viewActions.back();
    m_showPage->setCheckable(true);
    onView("showHeat", tr("Show hea&t, or not"), Qt::Key_T, [this] { m_view->toggleHeat(); });
}

void MatrixPlace::addAction(QList<QAction *> &to, QWidget *where, const QString &name, const QString &text,
                            const QKeySequence &key, std::function<void()> act)
{
    QAction *action = makeAction(this, name, text, {key}, std::move(act));
    where->addAction(action);
    to += action;
}

model::MatrixFilter MatrixPlace::filter() const
{
    return m_filter->filter();
}

void MatrixPlace::setFilterText(const QString &text)
{
    m_filter->setText(text);
}

bool MatrixPlace::wantsSuggested() const
{
    return m_filter->wantsSuggested();
}

void MatrixPlace::setWantsSuggested(bool wants)
{
    if (wants != m_filter->wantsSuggested())
        m_filter->toggleSuggested();
}

MatrixView MatrixPlace::view() const
{
    return {m_filter->filter(), m_layout, m_filter->wantsSuggested(), m_view->showsHeat()};
}

void MatrixPlace::keepView()
{
    m_keep.stop();
    const QString text = toText(view());
    // Before it was recalled it is not what the reporter left.
    if (!m_recalled || text == m_kept)
        return;
    m_kept = text;
    m_session.remember(viewName, text);
}

void MatrixPlace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

void MatrixPlace::recallView()
{
    m_viewInquiry.ask<QString>(
        m_session, [](const CaseFile &file) { return model::session::remembered(file, viewName); },
        [this](Result<QString> answer) {
            m_recalled = true;
            if (answer) {
                MatrixView left = matrixViewFrom(*answer);
                // What was typed into the timeline's filter is meant here too.
                if (const QString text = m_filter->filter().text; !text.isEmpty())
                    left.filter.text = text;
                m_kept = *answer;
                m_layout = left.layout;
                m_filter->setView(left.filter, left.showsSuggested);
                m_view->setView(left.layout.order, left.layout.hidesEmpty, left.showsHeat);
            }
            reload();
        });
}

void MatrixPlace::reload()
{
    if (!m_recalled) {
        if (!m_viewInquiry.isWaiting())
            recallView();
        return;
    }
    m_matrixInquiry.ask<SuggestedMatrix>(
        m_session,
        [suggested = m_filter->wantsSuggested()](const CaseFile &file) -> Result<SuggestedMatrix> {
            if (suggested)
                return suggestedMatrix(file);
            auto decided = file.matrix();
            return decided ? Result<SuggestedMatrix>({*std::move(decided), {}}) : decided.error();
        },
        [this](Result<SuggestedMatrix> answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_stale = false;
            m_loaded = true;
            m_suggested = std::move(answer->suggested);
            m_contents = {std::move(answer->matrix), countsOf(m_suggested), {}};
            m_foldable = foldableKinds(m_contents.matrix);
            m_groups = foldableGroups(m_contents.matrix);
            m_jointKnown = false;
            arrange();
            if (m_chosen)
                showCell();
            if (std::exchange(m_sheetWhenHere, false))
                makeSheet();
        });
}

void MatrixPlace::askJointSources()
{
    if (m_jointKnown || !(m_layout.folded.intersects(m_foldable) || m_layout.foldedGroups.intersects(m_groups)))
        return;
    m_jointKnown = true;
    m_jointInquiry.ask<model::JointSources>(
        m_session, [](const CaseFile &file) { return model::session::jointSources(file); },
        [this](Result<model::JointSources> answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_contents.joint = *std::move(answer);
            arrange();
        });
}

void MatrixPlace::viewChanged()
{
    m_keep.start();
    arrange();
}

void MatrixPlace::arrange()
{
    if (!m_loaded)
        return;
    m_table->setShowsHeat(m_view->showsHeat());
    m_legend->setItems(legendItems(m_view->showsHeat(), m_filter->wantsSuggested()));
    m_view->setFoldable(!m_foldable.isEmpty(), m_layout.folded.contains(m_foldable));
    m_view->setFoldableGroups(!m_groups.isEmpty(), m_layout.foldedGroups.contains(m_groups));
    m_model->setMatrix(arranged(m_contents, m_filter->filter(), m_layout));
    const int sortedBy = m_layout.column ? m_model->matrix().columnOf(*m_layout.column) : -1;
    m_table->setSortedColumn(m_layout.order == RowOrder::Column ? sortedBy : -1);
    m_view->setColumnName(
        m_layout.order == RowOrder::Column && sortedBy >= 0
            ? m_model->headerData(sortedBy, Qt::Horizontal, Qt::ToolTipRole).toString().section(u',', 0, 0)
            : QString());
    showEmptiness(m_model->matrix().isEmpty());
    if (restoreChoice() && m_wantsFocus)
        focusTable();
    askJointSources();
}

void MatrixPlace::showEmptiness(bool empty)
{
    m_table->setVisible(!empty);
    m_legend->setVisible(!empty);
    m_hint->setVisible(empty);
    if (!empty)
        return;
    const bool nothing = m_contents.matrix.partners.empty() || m_contents.matrix.permissions.empty();
    m_hint->setText(
        nothing
            ? withKeys(*this, tr("The matrix fills as you work: tag partners, permissions and evidence while reading, "
                                 "and link the evidence with {linkEvidence}. Each row is a partner, each column a "
                                 "permission. {showSuggested} shows what the annotation model suggests."))
        : m_filter->filter().isEmpty()
            ? withKeys(*this, tr("No partner has a finding yet, and empty ones are hidden: {hideEmpty} shows them. "
                                 "Link evidence while reading with {linkEvidence}."))
            : withKeys(*this, tr("No finding passes the filter: clear it, or change it with {filterMatrix}.")));
}

void MatrixPlace::setOrder(RowOrder order)
{
    const QModelIndex current = m_table->currentIndex();
    if (order == RowOrder::Column && current.isValid())
        m_layout.column = m_model->column(current.column()).permissions.front().id;
    m_layout.order = order;
    m_view->setView(order, m_view->hidesEmpty(), m_view->showsHeat());
    viewChanged();
}

void MatrixPlace::sortBy(int column)
{
    const model::SubjectId permission = m_model->column(column).permissions.front().id;
    const bool isSortedByIt =
        m_layout.order == RowOrder::Column && m_layout.column && m_model->matrix().columnOf(*m_layout.column) == column;
    if (!isSortedByIt)
        m_layout.column = permission;
    m_layout.order = isSortedByIt ? RowOrder::Name : RowOrder::Column;
    m_view->setView(m_layout.order, m_view->hidesEmpty(), m_view->showsHeat());
    viewChanged();
}

void MatrixPlace::toggleFold(int column)
{
    if (column < 0)
        return;
    const QString &kind = m_model->column(column).dataKey;
    if (!m_foldable.contains(kind))
        return;
    if (!m_layout.folded.remove(kind))
        m_layout.folded.insert(kind);
    viewChanged();
}

void MatrixPlace::toggleAllFolds()
{
    if (m_layout.folded.contains(m_foldable))
        m_layout.folded.clear();
    else
        m_layout.folded = m_foldable;
    viewChanged();
}

void MatrixPlace::toggleGroup(int row)
{
    const int heading = row < 0 ? -1 : m_model->matrix().headingOf(row);
    if (heading < 0)
        return;
    const QString &group = m_model->row(heading).groupKey;
    if (!m_layout.foldedGroups.remove(group))
        m_layout.foldedGroups.insert(group);
    viewChanged();
}

void MatrixPlace::toggleAllGroups()
{
    if (m_layout.foldedGroups.contains(m_groups))
        m_layout.foldedGroups.clear();
    else
        m_layout.foldedGroups = m_groups;
    viewChanged();
}

bool MatrixPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (tableKey(key->key(), key->modifiers() & ~Qt::KeypadModifier))
            return true;
    }
    if (watched == m_table->viewport() && event->type() == QEvent::MouseButtonPress &&
        !m_table->indexAt(static_cast<QMouseEvent *>(event)->pos()).isValid())
        clearChoice();
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::matrix
