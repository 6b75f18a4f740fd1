// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/problem_bar.h"

#include "ui/common/marks.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <functional>

namespace ui {
namespace {

constexpr int forgetAfterMs = 20'000;

} // namespace

ProblemBar::ProblemBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("problemBar"));
    setAccessibleName(tr("Messages"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 8, 8);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("problemText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::NoFocus);
    row->addWidget(m_text, 1);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("problemAction"));
    row->addWidget(m_action);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeProblem"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    row->addWidget(close);
    m_forget.setSingleShot(true);
    m_forget.setInterval(forgetAfterMs);
    connect(&m_forget, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void ProblemBar::say(const QString &sentence, Tone tone)
{
    m_tone = tone;
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    m_action->disconnect();
    m_action->hide();
    if (tone == Tone::News)
        m_forget.start();
    else
        m_forget.stop();
    show();
    update();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void ProblemBar::showError(const model::Error &error)
{
    if (error.kind != model::ErrorKind::Cancelled)
        say(error.sentence, Tone::Problem);
}

void ProblemBar::showProblem(const QString &sentence)
{
    say(sentence, Tone::Problem);
}

void ProblemBar::showLasting(const QString &sentence)
{
    say(sentence, Tone::Lasting);
}

void ProblemBar::settle()
{
    if (m_tone != Tone::Lasting)
        hide();
}

void ProblemBar::showNews(const QString &sentence)
{
    const bool isUndecided = isVisibleTo(parentWidget()) && m_action->isVisibleTo(this) && !m_forget.isActive();
    if (isUndecided)
        m_text->setText(tr("%1 %2", "what is still to be decided, and what came after it").arg(m_undecided, sentence));
    else
        say(sentence, Tone::News);
}

void ProblemBar::showNews(const QString &sentence, const QString &action, QObject *context, std::function<void()> act,
                          Stays stays)
{
    say(sentence, Tone::News);
    if (stays == Stays::UntilDecided)
        m_forget.stop();
    m_undecided = sentence;
    m_action->setText(action);
    m_action->setAccessibleName(action);
    connect(m_action, &QPushButton::clicked, context, std::move(act));
    connect(m_action, &QPushButton::clicked, this, &QWidget::hide);
    m_action->show();
}

QString ProblemBar::sentence() const
{
    return isVisibleTo(parentWidget()) ? m_text->text() : QString();
}

void ProblemBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor wash = m_tone == Tone::News ? QColor(0x00, 0x72, 0xb2) : QColor(0xd5, 0x5e, 0x00);
    const QColor edge = wash;
    wash.setAlpha(isDark(palette()) ? 70 : 36);
    painter.fillRect(rect(), wash);
    painter.fillRect(0, 0, 6, height(), edge);
    painter.setPen(edge);
    painter.drawRect(rect().adjusted(0, 0, -1, -1)); // it lies over the page
}

} // namespace ui
