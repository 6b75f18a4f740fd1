// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/activity_corner.h"

#include "ui/common/elided_label.h"
#include "ui/common/problem_bar.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

ActivityCorner::ActivityCorner(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("activityCorner"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_text = new ElidedLabel(this);
    m_text->setObjectName(QStringLiteral("activityText"));
    row->addWidget(m_text);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("activityBar"));
    m_bar->setAccessibleName(tr("How far it is"));
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(40);
    m_bar->setMaximumWidth(120);
    row->addWidget(m_bar);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(QStringLiteral("cancelActivity"));
    m_cancel->setAccessibleName(tr("Cancel what is going on"));
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_text->setText(tr("Stopping."));
        if (m_front)
            Q_EMIT cancelRequested();
        else
            Q_EMIT cancelBehindRequested();
    });
    hide();
}

void ActivityCorner::show(const QString &text, qint64 done, qint64 total)
{
    if (!m_front)
        m_cancel->setEnabled(true);
    m_front = State{text, done, total};
    display(*m_front);
}

void ActivityCorner::showBehind(const QString &text, qint64 done, qint64 total)
{
    if (!m_front && !m_behind)
        m_cancel->setEnabled(true);
    m_behind = State{text, done, total};
    if (!m_front)
        display(*m_behind);
}

void ActivityCorner::display(const State &state)
{
    QWidget::show();
    if (m_cancel->isEnabled())
        m_text->setText(state.text);
    // A bar counts in int; a thousand steps are more than it has pixels.
    m_bar->setRange(0, state.total > 0 ? 1000 : 0);
    m_bar->setValue(state.total > 0 ? static_cast<int>(1000 * state.done / state.total) : 0);
}

void ActivityCorner::finish()
{
    m_front.reset();
    if (!m_behind)
        return hide();
    m_cancel->setEnabled(true);
    display(*m_behind);
}

void ActivityCorner::finishBehind()
{
    m_behind.reset();
    if (!m_front)
        hide();
}

bool ActivityCorner::isTaken(ProblemBar &bar) const
{
    if (!m_front)
        return false;
    bar.showProblem(tr("Something else is under way. Try again when it is done."));
    return true;
}

QString ActivityCorner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace ui
