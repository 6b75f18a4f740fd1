// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/period_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace ui::matrix {

PeriodLine::PeriodLine(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_from = new QLineEdit(this);
    m_from->setObjectName(QStringLiteral("periodFrom"));
    m_from->setAccessibleName(tr("From when"));
    m_to = new QLineEdit(this);
    m_to->setObjectName(QStringLiteral("periodTo"));
    m_to->setAccessibleName(tr("Until when"));
    for (QLineEdit *line : {m_from, m_to}) {
        line->setToolTip(
            tr("A year (2013), a month (2013-03, 3/13) or a day (2013-03-05, 5.3.13); in the first line also "
               "both ends (3/13-2015). Empty when it is not known."));
        connect(line, &QLineEdit::editingFinished, this, [this] { take(); });
    }
    connect(m_from, &QLineEdit::returnPressed, m_to, [this] {
        if (hasWholePeriod()) {
            if (take())
                Q_EMIT left();
            return;
        }
        m_to->setFocus(Qt::TabFocusReason);
        m_to->selectAll();
    });
    connect(m_to, &QLineEdit::returnPressed, this, [this] {
        if (take())
            Q_EMIT left();
    });
    m_from->setPlaceholderText(tr("e.g. 2013-05"));
    m_to->setPlaceholderText(tr("e.g. 2015"));
    row->addWidget(new QLabel(tr("from"), this));
    row->addWidget(m_from);
    row->addWidget(new QLabel(tr("to"), this));
    row->addWidget(m_to);
}

void PeriodLine::showPeriod(const model::Period &period)
{
    m_shown = period;
    // The same text again would undo the selection of what is about to be typed over.
    const auto showDate = [](QLineEdit *line, const QString &date) {
        if (!line->isModified() && line->text() != date)
            line->setText(date);
    };
    showDate(m_from, toText(period.from));
    showDate(m_to, toText(period.to));
}

void PeriodLine::forgetTyped()
{
    m_from->setModified(false);
    m_to->setModified(false);
}

void PeriodLine::focusBeginning()
{
    m_from->setFocus(Qt::ShortcutFocusReason);
    m_from->selectAll();
}

void PeriodLine::focusEnd()
{
    m_to->setFocus(Qt::ShortcutFocusReason);
    m_to->selectAll();
}

bool PeriodLine::take()
{
    if (!m_from->isModified() && !m_to->isModified())
        return true;
    const auto period = typed();
    if (!period) {
        Q_EMIT problem(tr("That is not a date. Write a year (2013), a month (2013-03, 3/13) or a day (2013-03-05)."));
        return false;
    }
    if (!period->isOrdered()) {
        Q_EMIT problem(tr("The period ends before it begins."));
        return false;
    }
    m_from->setText(toText(period->from));
    m_to->setText(toText(period->to));
    forgetTyped();
    if (*period != m_shown)
        Q_EMIT said(*period);
    return true;
}

bool PeriodLine::hasWholePeriod() const
{
    const QString text = m_from->text();
    return m_from->isModified() && !model::PartialDate::fromHand(text) && model::Period::fromHand(text);
}

std::optional<model::Period> PeriodLine::typed() const
{
    if (hasWholePeriod())
        return model::Period::fromHand(m_from->text());
    const auto from = model::PartialDate::fromHand(m_from->text());
    const auto to = model::PartialDate::fromHand(m_to->text());
    const auto isRead = [](const QLineEdit &line, const auto &date) { return date || line.text().trimmed().isEmpty(); };
    return isRead(*m_from, from) && isRead(*m_to, to) ? std::optional(model::Period{from, to}) : std::nullopt;
}

} // namespace ui::matrix
