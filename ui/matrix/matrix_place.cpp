// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"

#include "model/session/gestures.h"
#include "ui/common/actions.h"
#include "ui/common/elided_label.h"
#include "ui/common/folding_row.h"
#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/matrix/cell_delegate.h"
#include "ui/matrix/filter_bar.h"
#include "ui/matrix/subject_header.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::matrix {

using model::FindingKey;
using model::Matrix;
using model::Result;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::SuggestedMatrix;
namespace journal = model::journal;

namespace {

SuggestedCells suggestedCellsOf(const SuggestedMatrix &whole)
{
    SuggestedCells cells;
    for (size_t i = 0; i < whole.suggested.size(); ++i) {
        if (whole.suggested[i].passageCount() > 0)
            cells.emplace(
                FindingKey{whole.matrix.partners[static_cast<size_t>(whole.matrix.cells[i].partner)].id,
                           whole.matrix.permissions[static_cast<size_t>(whole.matrix.cells[i].permission)].id},
                whole.suggested[i]);
    }
    return cells;
}

Result<FindingDetails> detailsOf(const CaseFile &file, const FindingKey &finding)
{
    FindingDetails details{finding, {}, {}, {}, {}, {}};
    auto conclusion = file.conclusion(finding);
    if (!conclusion)
        return conclusion.error();
    details.conclusion = *std::move(conclusion);
    auto evidence = file.evidence(finding);
    if (!evidence)
        return evidence.error();
    details.evidence = *std::move(evidence);
    const auto notes = file.notesOn(finding);
    if (!notes)
        return notes.error();
    if (!notes->empty())
        details.note = notes->front();
    const auto partner = file.subject(finding.partner);
    const auto permission = file.subject(finding.permission);
    if (!partner || !permission)
        return partner ? permission.error() : partner.error();
    details.partner = partner->name;
    details.permission = permission->name;
    return details;
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

    auto *left = new QWidget(splitter);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_filter = new FilterBar(left);
    column->addWidget(m_filter);
    m_hint = new QLabel(left);
    m_hint->setObjectName(QStringLiteral("matrixHint"));
    m_hint->setWordWrap(true);
    m_hint->setMargin(24);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_hint, 1);
    m_table = makeTable(left);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    column->addWidget(m_table, 1);
    column->addWidget(makeLegend());

    auto *scroll = new QScrollArea(splitter);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_panel = new FindingPanel(scroll);
    scroll->setWidget(m_panel);
    scroll->setMinimumWidth(270);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({900, 360});

    connectParts();
    makeActions();
    m_table->hide();
    m_hint->setText(tr("Loading the matrix."));
}

QTableView *MatrixPlace::makeTable(QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(QStringLiteral("matrixTable"));
    table->setAccessibleName(tr("Partners down, permissions across"));
    table->setModel(m_model);
    table->setItemDelegate(new CellDelegate(table));
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setCornerButtonEnabled(false);
    table->setWordWrap(true);
    table->setTabKeyNavigation(false);
    table->setHorizontalHeader(new SubjectHeader(Qt::Horizontal, table));
    table->setVerticalHeader(new SubjectHeader(Qt::Vertical, table));
    for (QHeaderView *header : {table->horizontalHeader(), table->verticalHeader()}) {
        header->setSectionsClickable(true);
        header->setHighlightSections(true);
    }
    // Fixed sizes: measuring 1,000 x 100 cells would take longer than reading them.
    QStyleOptionViewItem option;
    option.font = table->font();
    const QSize cell = table->itemDelegate()->sizeHint(option, {});
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(cell.height());
    table->verticalHeader()->setMaximumWidth(220);
    table->horizontalHeader()->setDefaultSectionSize(std::max(cell.width(), 150));
    table->horizontalHeader()->setFixedHeight(3 * table->fontMetrics().lineSpacing() + 12);
    return table;
}

void MatrixPlace::connectParts()
{
    connect(m_filter, &FilterBar::filterChanged, this, &MatrixPlace::applyFilter);
    connect(m_filter, &FilterBar::wantsSuggestedChanged, this, &MatrixPlace::reload);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid()) {
            m_chosen = m_model->finding(index);
            m_opensWhenHere = false;
            showCell();
        }
    });
    connect(m_table, &QTableView::doubleClicked, this, &MatrixPlace::openFirstPassage);
    connect(m_panel, &FindingPanel::passageChosen, this, &MatrixPlace::passageChosen);
    connect(m_panel, &FindingPanel::verdictLeft, this, &MatrixPlace::focusTable);
    connect(m_panel, &FindingPanel::problem, this, &MatrixPlace::problem);
    connect(m_panel, &FindingPanel::decided, this,
            [this](const journal::Decision &decision) { m_session.decide(decision); });
    connect(m_panel, &FindingPanel::unlinkRequested, this, [this](const model::LinkId &link) {
        m_session.decide([link](const CaseFile &file) { return model::session::unlink(file, link); });
    });
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
    addAction(QStringLiteral("setVerdict"), tr("Set the &verdict"), Qt::Key_V, [this] { m_panel->focusVerdict(); });
    addAction(QStringLiteral("findingNote"), tr("Write a n&ote on the finding"), QKeySequence(Qt::CTRL | Qt::Key_M),
              [this] { m_panel->focusNote(); });
    addAction(QStringLiteral("filterMatrix"), tr("&Filter the matrix"), QKeySequence(Qt::CTRL | Qt::Key_F),
              [this] { m_filter->focusText(); });
    addAction(QStringLiteral("showSuggested"), tr("S&how what is suggested, or not"), Qt::Key_H,
              [this] { m_filter->toggleSuggested(); });
}

void MatrixPlace::addAction(const QString &name, const QString &text, const QKeySequence &key,
                            std::function<void()> act)
{
    QAction *action = makeAction(this, name, text, {key}, std::move(act));
    QWidget::addAction(action);
    m_actions += action;
}

QWidget *MatrixPlace::makeLegend()
{
    auto *legend = new FoldingRow(this);
    legend->setObjectName(QStringLiteral("matrixLegend"));
    legend->row()->setContentsMargins(8, 4, 8, 4);
    legend->row()->setSpacing(4);
    FoldingRow::Rank rank = 1;
    for (const model::Stance stance : model::allStances) {
        auto *pair = new QWidget(legend);
        auto *row = new QHBoxLayout(pair);
        row->setContentsMargins(0, 0, 4, 0);
        row->setSpacing(4);
        auto *mark = new QLabel(pair);
        row->addWidget(mark);
        m_legendMarks[static_cast<size_t>(stance)] = mark;
        row->addWidget(new QLabel(wordFor(stance), pair));
        legend->add(pair, rank++);
    }
    paintLegend();
    auto *numbers = new ElidedLabel(legend);
    numbers->setText(tr(
        "Numbers count passages; beside the sheet, documents. Corners: ended left, denied right. Dashed: suggested."));
    numbers->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // must not push the evidence aside
    legend->add(numbers, rank, 1);
    return legend;
}

void MatrixPlace::paintLegend()
{
    for (const model::Stance stance : model::allStances)
        m_legendMarks[static_cast<size_t>(stance)]->setPixmap(iconFor(stance).pixmap(16, 16));
}

void MatrixPlace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_legendMarks.front())
        paintLegend();
}

model::MatrixFilter MatrixPlace::filter() const
{
    return m_filter->filter();
}

void MatrixPlace::setFilterText(const QString &text)
{
    m_filter->setText(text);
}

void MatrixPlace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

void MatrixPlace::reload()
{
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
            m_suggested = suggestedCellsOf(*answer);
            m_all = std::move(answer->matrix);
            applyFilter();
            if (m_chosen)
                showCell();
        });
}

void MatrixPlace::applyFilter()
{
    if (!m_loaded)
        return;
    m_model->setMatrix(model::filtered(m_all, m_filter->filter()), m_suggested);
    const bool empty = m_model->rowCount() == 0 || m_model->columnCount() == 0;
    m_table->setVisible(!empty);
    m_hint->setVisible(empty);
    if (empty) {
        m_hint->setText(
            m_all.partners.empty() || m_all.permissions.empty()
                ? tr("The matrix fills as you work: tag partners, permissions and evidence while reading, and "
                     "link the evidence with L. Each row is a partner, each column a permission.")
                : tr("No finding passes the filter."));
    }
    if (m_chosen) {
        const QModelIndex index = m_model->indexOf(*m_chosen);
        if (index.isValid()) {
            if (m_table->currentIndex() != index)
                m_table->setCurrentIndex(index);
            m_table->scrollTo(index);
            if (m_wantsFocus)
                focusTable();
            return;
        }
        clearChoice();
    }
    if (m_wantsFocus && !empty)
        focusTable();
}

void MatrixPlace::showCell()
{
    m_suggestedPassage.reset();
    if (m_model->isOnlySuggested(m_model->indexOf(*m_chosen))) {
        showSuggestedCell();
        return;
    }
    m_findingInquiry.ask<FindingDetails>(
        m_session, [finding = *m_chosen](const CaseFile &file) { return detailsOf(file, finding); },
        [this](Result<FindingDetails> answer) {
            // An empty cell of a partner or permission that is only suggested.
            if (!answer && answer.error().kind == model::ErrorKind::NotFound && m_filter->wantsSuggested()) {
                m_panel->showNothing(tr("%1.").arg(m_model->sentence(m_model->indexOf(*m_chosen))));
                return;
            }
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_panel->showFinding(*std::move(answer));
            if (m_opensWhenHere)
                openFirstPassage();
        });
}

void MatrixPlace::showSuggestedCell()
{
    const QModelIndex index = m_model->indexOf(*m_chosen);
    const auto [partner, permission] = m_model->suggested(index)->findings.front();
    m_panel->showNothing(tr("%1.\n\nEnter opens the page at the likeliest passage; there you accept or reject it.")
                             .arg(m_model->sentence(index)));
    m_findingInquiry.ask<std::vector<model::LinkSuggestion>>(
        m_session,
        [partner = partner, permission = permission](const CaseFile &file) {
            return suggestionsOfFinding(file, partner, permission);
        },
        [this](Result<std::vector<model::LinkSuggestion>> answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            if (answer->empty())
                return;
            const auto best = std::max_element(answer->begin(), answer->end(),
                                               [](const auto &a, const auto &b) { return a.score < b.score; });
            m_suggestedPassage = best->passage;
            if (m_opensWhenHere)
                openFirstPassage();
        });
}

void MatrixPlace::clearChoice()
{
    m_findingInquiry.cancel();
    m_chosen.reset();
    m_suggestedPassage.reset();
    m_opensWhenHere = false;
    m_table->setCurrentIndex({});
    m_panel->showNothing(tr("Choose a cell to see the evidence it rests on."));
}

void MatrixPlace::openFirstPassage()
{
    const auto &details = m_panel->details();
    m_opensWhenHere = m_chosen && m_findingInquiry.isWaiting();
    if (!m_opensWhenHere && m_suggestedPassage) {
        Q_EMIT passageChosen(*m_suggestedPassage);
        return;
    }
    if (!m_opensWhenHere && m_chosen && details && details->finding == *m_chosen && !details->evidence.empty())
        Q_EMIT passageChosen(details->evidence.front().tag.passage);
}

void MatrixPlace::chooseFinding(const FindingKey &finding)
{
    m_chosen = finding;
    if (!m_filter->filter().isEmpty())
        m_filter->clear();
    if (m_loaded && !m_stale)
        applyFilter();
    else
        reload();
}

void MatrixPlace::focusTable()
{
    m_wantsFocus = !m_table->isVisibleTo(this);
    if (m_wantsFocus)
        return; // there is nothing in it yet
    if (!m_table->currentIndex().isValid()) {
        const auto &cells = m_model->matrix().cells;
        m_table->setCurrentIndex(cells.empty() ? m_model->index(0, 0)
                                               : m_model->index(cells.front().partner, cells.front().permission));
    }
    m_table->setFocus(Qt::ShortcutFocusReason);
}

bool MatrixPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openFirstPassage();
            return true;
        }
        const bool atEnd = m_table->currentIndex().column() == m_model->columnCount() - 1;
        if (key == Qt::Key_Tab || (key == Qt::Key_Right && atEnd))
            return m_panel->focusEvidence();
    }
    if (watched == m_table->viewport() && event->type() == QEvent::MouseButtonPress &&
        !m_table->indexAt(static_cast<QMouseEvent *>(event)->pos()).isValid())
        clearChoice();
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::matrix
