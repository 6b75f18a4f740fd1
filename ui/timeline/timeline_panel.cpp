// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_panel.h"

#include "ui/common/key_words.h"
#include "ui/common/marks.h"
#include "ui/timeline/timeline_legend.h"
#include "ui/timeline/timeline_words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::timeline {

using model::session::Contradiction;
using model::session::Timeline;
using model::session::TimelineMark;

namespace {

/// So that a finding with thousands of passages is told as fast as others.
constexpr qsizetype mostPassages = 200;

/// Where the list begins so that the current mark is in it.
qsizetype firstShown(std::optional<int> currentMark)
{
    const qsizetype current = currentMark.value_or(0);
    return current < mostPassages ? 0 : current - mostPassages / 2;
}

} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("timelinePanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(4);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("timelineFinding"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("timelineWords"));
    m_list->setAccessibleName(tr("The chosen finding in time; Enter opens the passage"));
    m_list->setIconSize(QSize(20, 16));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &TimelinePanel::openCurrent);
    showNothing();
}

void TimelinePanel::showNothing()
{
    m_title->setText(tr("Choose a finding to see what dates it."));
    m_list->clear();
    m_passages.clear();
    m_list->hide();
}

void TimelinePanel::showFinding(const Timeline &timeline, size_t row, std::optional<int> currentMark)
{
    const auto &shown = timeline.rows[row];
    const auto passageOf = [&shown](int mark) { return shown.marks[mark].passage; };
    m_title->setText(findingName(timeline.matrix, row));
    m_list->clear();
    m_passages.clear();
    m_list->show();
    for (const auto &bar : shown.bars)
        add(bar.isSuggested ? suggestedBarIcon() : barIcon(bar.isConcluded), sentenceOf(bar), std::nullopt);
    for (const Contradiction &contradiction : shown.contradictions)
        add(contradictionIcon(), sentenceOf(contradiction, shown), passageOf(contradiction.mark));
    for (const auto &gap : shown.gaps)
        add(gapIcon(), sentenceOf(gap), std::nullopt);
    const qsizetype last = std::min(shown.marks.size(), firstShown(currentMark) + mostPassages);
    for (qsizetype i = firstShown(currentMark); i < last; ++i) {
        const TimelineMark &mark = shown.marks[i];
        add(mark.isSuggested() ? suggestedMarkIcon(mark.stance) : iconFor(mark.stance), sentenceOf(mark), mark.passage);
        if (currentMark == static_cast<int>(i))
            m_list->setCurrentRow(m_list->count() - 1);
    }
    if (const auto hidden = static_cast<int>(shown.marks.size() - (last - firstShown(currentMark))); hidden > 0)
        add({},
            withKeys(*this,
                     tr("%n more passages are beside the cell in the matrix ({timelineToMatrix}).", nullptr, hidden)),
            std::nullopt);
    if (m_list->count() == 0)
        add({}, tr("Nothing is linked to this finding yet, so no date is known."), std::nullopt);
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void TimelinePanel::add(const QIcon &icon, const QString &sentence, const std::optional<model::Passage> &passage)
{
    new QListWidgetItem(icon, sentence, m_list);
    m_passages.push_back(passage);
}

void TimelinePanel::openCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && m_passages[static_cast<size_t>(row)])
        Q_EMIT passageChosen(*m_passages[static_cast<size_t>(row)]);
}

bool TimelinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::timeline
