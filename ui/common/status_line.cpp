// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/status_line.h"

#include "ui/common/elided_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QToolButton>

namespace ui {
namespace {

constexpr int forgetAfterMs = 12'000;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("statusLine"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 1);
    row->setSpacing(8);
    m_text = new ElidedLabel(this);
    m_text->setObjectName(QStringLiteral("statusText"));
    m_action = new QToolButton(this);
    m_action->setObjectName(QStringLiteral("statusAction"));
    m_action->setAutoRaise(true);
    row->addWidget(m_text);
    row->addWidget(m_action);
    row->addStretch(1);
    m_standing = new ElidedLabel(this);
    m_standing->setObjectName(QStringLiteral("statusStanding"));
    m_standing->hide();
    row->addWidget(m_standing);
    setFixedHeight(m_action->sizeHint().height() + 2);
    m_forget.setSingleShot(true);
    m_forget.setInterval(forgetAfterMs);
    connect(&m_forget, &QTimer::timeout, this, &StatusLine::clear);
    clear();
}

void StatusLine::say(const QString &sentence)
{
    clear();
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    m_forget.start();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void StatusLine::say(const QString &sentence, const QString &action, QObject *context, std::function<void()> act)
{
    say(sentence);
    m_action->setText(action);
    m_action->setAccessibleName(action);
    connect(m_action, &QToolButton::clicked, context, std::move(act));
    connect(m_action, &QToolButton::clicked, this, &StatusLine::clear);
    m_action->show();
}

void StatusLine::setStanding(const QString &sentence)
{
    m_standing->setText(sentence);
    m_standing->setAccessibleName(sentence);
    m_standing->setVisible(!sentence.isEmpty());
}

void StatusLine::clear()
{
    m_forget.stop();
    m_text->setText({});
    m_text->setAccessibleName({});
    m_action->disconnect();
    m_action->hide();
}

QString StatusLine::sentence() const
{
    return m_text->text();
}

} // namespace ui
