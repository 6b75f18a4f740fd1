// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace ui::page {

FindBar::FindBar(QWidget *parent)
    : FoldingRow(parent)
{
    setObjectName(QStringLiteral("findBar"));
    row()->setContentsMargins(8, 0, 8, 6);
    row()->setSpacing(6);
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setAccessibleName(tr("Find in this document"));
    m_text->setPlaceholderText(tr("Find in this document"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(80);
    m_text->installEventFilter(this);
    add(m_text, 0, 1);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setTextFormat(Qt::PlainText);
    add(m_count, 1);
    const auto button = [this](const QString &name, Qt::ArrowType arrow, const QString &tip, Rank rank) {
        auto *made = new QToolButton(this);
        made->setObjectName(name);
        made->setArrowType(arrow);
        made->setAccessibleName(tip);
        made->setToolTip(tip);
        add(made, rank);
        return made;
    };
    auto *previous = button(QStringLiteral("findPrevious"), Qt::UpArrow, tr("To the place before (Shift+Enter)"), 2);
    auto *next = button(QStringLiteral("findNext"), Qt::DownArrow, tr("To the next place (Enter)"), 2);
    auto *leave = button(QStringLiteral("findLeave"), Qt::NoArrow, tr("Stop finding (Esc)"), 3);
    leave->setText(QStringLiteral("\u00d7"));
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::typedChanged);
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(leave, &QToolButton::clicked, this, &FindBar::left);
    hide();
}

void FindBar::open(const QString &typed)
{
    show();
    if (!typed.isEmpty())
        m_text->setText(typed);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

QString FindBar::typed() const
{
    return m_text->text();
}

void FindBar::tell(const QString &sentence)
{
    m_count->setText(sentence);
    // The field has the keyboard all the time, so this is where a screen reader says it.
    m_text->setAccessibleDescription(sentence);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return FoldingRow::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT stepped(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    case Qt::Key_Down:
        Q_EMIT stepped(1);
        return true;
    case Qt::Key_Up:
        Q_EMIT stepped(-1);
        return true;
    case Qt::Key_Escape:
        Q_EMIT left();
        return true;
    default:
        return FoldingRow::eventFilter(watched, event);
    }
}

} // namespace ui::page
