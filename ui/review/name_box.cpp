// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/name_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::review {

NameBox::NameBox(QWidget *parent, const QString &name)
    : QFrame(parent)
{
    setObjectName(name + QStringLiteral("Box"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    m_title = new QLabel(this);
    column->addWidget(m_title);
    m_field = new NameField(name + QStringLiteral("Field"), tr("Name"), this);
    column->addWidget(m_field);
    m_hint = new QLabel(this);
    m_hint->setObjectName(name + QStringLiteral("BoxHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    auto *buttons = new QHBoxLayout;
    auto *ok = new QPushButton(tr("OK"), this);
    ok->setObjectName(name + QStringLiteral("BoxOk"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(name + QStringLiteral("BoxCancel"));
    buttons->addStretch(1);
    buttons->addWidget(ok);
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    hide();
    parent->installEventFilter(this);
    connect(ok, &QPushButton::clicked, m_field, &NameField::accept);
    connect(cancel, &QPushButton::clicked, this, &NameBox::close);
    connect(m_field, &NameField::accepted, this, [this](const QString &accepted) {
        const auto then = std::exchange(m_then, {});
        close();
        if (then)
            then(accepted);
    });
    connect(m_field, &NameField::cancelled, this, &NameBox::close);
    connect(m_field, &NameField::resized, this, &NameBox::settle);
}

void NameBox::ask(const QString &title, std::vector<model::Subject> subjects, const QString &name, const QPoint &place,
                  std::function<void(const QString &)> then)
{
    m_title->setText(title);
    m_field->lineEdit()->setAccessibleName(title);
    m_place = place;
    m_then = std::move(then);
    show();
    raise();
    m_field->setSubjects(std::move(subjects));
    m_field->setText(name);
    settle();
    m_field->setFocus(Qt::OtherFocusReason);
}

void NameBox::settle()
{
    m_hint->setText(m_field->hasMatches() ? tr("Enter takes it, Esc leaves it, Down chooses from the list.")
                                          : tr("Enter takes it, Esc leaves it."));
    if (!isVisible())
        return;
    const int width = std::clamp(parentWidget()->width() - 32, 200, 380);
    layout()->activate();
    resize(width, layout()->totalHeightForWidth(width));
    const int right = parentWidget()->width() - width - 8;
    const int bottom = parentWidget()->height() - height() - 8;
    move(std::clamp(m_place.x(), 8, std::max(8, right)), std::clamp(m_place.y(), 8, std::max(8, bottom)));
}

void NameBox::close()
{
    if (!isVisible())
        return;
    // First, so that the focus is given away by whoever hears it, not by Qt to whatever comes next.
    Q_EMIT closed();
    hide();
}

void NameBox::mousePressEvent(QMouseEvent *event)
{
    // Else the page would get it as a click beside the box.
    event->accept();
}

bool NameBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        close();
    return QFrame::eventFilter(watched, event);
}

} // namespace ui::review
