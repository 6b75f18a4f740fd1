// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/decisions/decisions_page.h"

#include "ui/common/type_ahead.h"
#include "ui/common/words.h"
#include "ui/decisions/decision_table_model.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace ui::decisions {

using model::Result;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::DecisionHistory;
using model::session::HistoryLine;

namespace {

constexpr qint64 listedAtOnce = 300;
constexpr qsizetype longestQuote = 200;

} // namespace

DecisionsPage::DecisionsPage(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_count(listedAtOnce)
    , m_model(new DecisionTableModel(this))
{
    setObjectName(QStringLiteral("decisionsPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto *title = new QLabel(tr("What was done in this case, latest first. Enter goes to where it can be seen, U takes "
                                "it back with all that came after it."),
                             this);
    title->setWordWrap(true);
    column->addWidget(title);
    m_table = makeTable();
    column->addWidget(m_table, 1);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("decisionHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    m_question = makeQuestion();
    column->addWidget(m_question);
    column->addWidget(makeButtons());
    connectParts();
    leaveQuestion();
}

QTableView *DecisionsPage::makeTable()
{
    auto *table = new QTableView(this);
    table->setObjectName(QStringLiteral("decisionTable"));
    table->setAccessibleName(tr("What was done, latest first"));
    table->setModel(m_model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(DecisionTableModel::What, QHeaderView::Stretch);
    table->horizontalHeader()->resizeSection(DecisionTableModel::Where, 220);
    table->horizontalHeader()->resizeSection(DecisionTableModel::Who, 130);
    table->horizontalHeader()->resizeSection(DecisionTableModel::When, 150);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    stopTypeAhead(*table);
    table->installEventFilter(this);
    return table;
}

QWidget *DecisionsPage::makeQuestion()
{
    auto *question = new QWidget(this);
    question->setObjectName(QStringLiteral("takeBackQuestion"));
    auto *row = new QHBoxLayout(question);
    row->setContentsMargins(0, 0, 0, 0);
    m_questionText = new QLabel(question);
    m_questionText->setObjectName(QStringLiteral("takeBackText"));
    m_questionText->setTextFormat(Qt::PlainText);
    m_questionText->setWordWrap(true);
    row->addWidget(m_questionText, 1);
    m_yes = new QPushButton(tr("Take back"), question);
    m_yes->setObjectName(QStringLiteral("takeBackYes"));
    m_yes->setAutoDefault(true);
    m_yes->installEventFilter(this);
    row->addWidget(m_yes);
    auto *no = new QPushButton(tr("Leave it"), question);
    no->setObjectName(QStringLiteral("takeBackNo"));
    no->setAutoDefault(true);
    no->installEventFilter(this);
    row->addWidget(no);
    connect(m_yes, &QPushButton::clicked, this, &DecisionsPage::takeBack);
    connect(no, &QPushButton::clicked, this, [this] {
        leaveQuestion();
        m_table->setFocus();
    });
    return question;
}

QWidget *DecisionsPage::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    m_takeBack = new QPushButton(tr("Take back to here"), buttons);
    m_takeBack->setObjectName(QStringLiteral("takeBackToHere"));
    m_takeBack->setToolTip(tr("Takes the chosen decision back, with all that came after it (U)"));
    m_earlier = new QPushButton(tr("Show earlier ones"), buttons);
    m_earlier->setObjectName(QStringLiteral("showEarlier"));
    auto *leave = new QPushButton(tr("Done"), buttons);
    leave->setObjectName(QStringLiteral("decisionsDone"));
    row->addWidget(m_takeBack);
    row->addWidget(m_earlier);
    row->addStretch(1);
    row->addWidget(leave);
    connect(m_takeBack, &QPushButton::clicked, this, &DecisionsPage::ask);
    connect(leave, &QPushButton::clicked, this, &DecisionsPage::done);
    connect(m_earlier, &QPushButton::clicked, this, [this] {
        m_count += listedAtOnce;
        reload();
    });
    return buttons;
}

void DecisionsPage::connectParts()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DecisionsPage::choose);
    connect(m_table, &QTableView::doubleClicked, this, &DecisionsPage::go);
    // Queued, so that it is said last.
    connect(&m_session, &CaseSession::undone, this, &DecisionsPage::tellTakenBack, Qt::QueuedConnection);
    connect(&m_session, &CaseSession::failed, this, [this] { m_stepsLeft = 0; });
    connect(&m_session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (!changes.journal && !changes.documentList)
            return;
        m_stale = true;
        if (isVisible())
            reload();
    });
}

void DecisionsPage::reload()
{
    m_stale = false;
    m_inquiry.ask<DecisionHistory>(
        m_session, [count = m_count](const CaseFile &file) { return decisionHistory(file, count); },
        [this](Result<DecisionHistory> answer) {
            if (answer)
                show(*std::move(answer));
            else
                m_hint->setText(answer.error().sentence);
        });
}

void DecisionsPage::show(DecisionHistory history)
{
    const std::optional<qint64> chosen = current() ? std::optional(current()->seq) : std::nullopt;
    m_earlier->setVisible(!history.isWhole);
    m_model->setLines(std::move(history.lines));
    const int row = chosen ? m_model->rowOf(*chosen) : 0;
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(std::max(0, row), 0));
    choose();
}

void DecisionsPage::choose()
{
    leaveQuestion();
    const HistoryLine *line = current();
    m_takeBack->setEnabled(line && line->steps > 0 && !m_session.isReadOnly());
    if (!line)
        m_hint->setText(tr("Nothing was done yet. What you tag, link, accept or reject is listed here."));
    else
        m_hint->setText(line->passage ? tr("“%1”\n%2", "words, what undo does")
                                            .arg(shortened(line->passage->quote, longestQuote), undoText(*line))
                                      : undoText(*line));
}

QString DecisionsPage::undoText(const HistoryLine &line)
{
    if (line.steps > 0)
        return line.steps == 1 ? tr("This is what undo takes back next.")
                               : tr("Undo would come to this as step %1.").arg(line.steps);
    if (line.kind == model::journal::EntryKind::Receipt || line.kind == model::journal::EntryKind::Withdrawal)
        return tr("What came into the case, or was withdrawn from it, is not undone.");
    return tr("This was taken back, or took something back that was done again.");
}

void DecisionsPage::go()
{
    const HistoryLine *line = current();
    if (line && line->passage)
        Q_EMIT passageChosen(*line->passage);
    else if (line && line->place)
        Q_EMIT placeChosen(*line->place);
    else if (line && line->finding)
        Q_EMIT findingChosen(*line->finding);
}

void DecisionsPage::ask()
{
    const HistoryLine *line = current();
    if (!line || line->steps == 0 || m_session.isReadOnly())
        return;
    m_asked = line->seq;
    m_questionText->setText(
        line->steps == 1
            ? tr("This takes back “%1”. Redo does it again.").arg(line->description)
            : tr("This takes back %Ln decisions, the last of them “%1”. Redo does them again one by one, as long as "
                 "nothing else is decided.",
                 nullptr, static_cast<int>(line->steps))
                  .arg(line->description));
    m_yes->setAccessibleName(m_questionText->text());
    m_question->show();
    m_yes->setFocus(Qt::OtherFocusReason);
}

void DecisionsPage::leaveQuestion()
{
    m_asked.reset();
    m_question->hide();
}

void DecisionsPage::takeBack()
{
    const HistoryLine *line = current();
    if (!line || m_asked != line->seq)
        return;
    // The list may be behind what was decided meanwhile; then it is asked anew about what is there now.
    const HistoryLine &next = m_model->line(m_model->rowOfStep(1));
    if (m_inquiry.isWaiting() || next.description != m_session.undoName()) {
        reload();
        return;
    }
    m_steps = m_stepsLeft = line->steps;
    for (int step = 0; step < m_steps; ++step)
        m_session.undo();
    m_table->setFocus(Qt::OtherFocusReason);
    leaveQuestion();
}

void DecisionsPage::tellTakenBack()
{
    if (m_stepsLeft == 0 || --m_stepsLeft > 0)
        return;
    Q_EMIT tookBack(m_steps == 1 ? tr("1 decision was taken back.")
                                 : tr("%Ln decisions were taken back.", nullptr, static_cast<int>(m_steps)));
}

const HistoryLine *DecisionsPage::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model->line(index.row()) : nullptr;
}

void DecisionsPage::takeFocus()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void DecisionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        reload();
}

bool DecisionsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool onTable = watched == m_table;
    if (key == Qt::Key_Escape) {
        if (std::exchange(m_asked, std::nullopt)) {
            m_table->setFocus(Qt::OtherFocusReason);
            leaveQuestion();
        } else {
            Q_EMIT done();
        }
    } else if (onTable && key == Qt::Key_U) {
        ask();
    } else if (onTable && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        go();
    } else {
        return false;
    }
    return true;
}

} // namespace ui::decisions
