// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/name_field.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int listedMatches = 6;

} // namespace

NameField::NameField(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_line = new QLineEdit(this);
    m_line->setObjectName(objectName + QStringLiteral("Line"));
    m_line->setAccessibleName(accessibleName);
    m_line->installEventFilter(this);
    column->addWidget(m_line);
    m_list = new QListWidget(this);
    m_list->setObjectName(objectName + QStringLiteral("Matches"));
    m_list->setAccessibleName(tr("Names this may mean"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_list);
    m_list->hide();
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &NameField::listMatches);
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem *item) {
        m_line->setText(item->data(Qt::UserRole).toString());
        accept();
    });
}

void NameField::setSubjects(std::vector<model::Subject> subjects)
{
    m_subjects = std::move(subjects);
}

void NameField::setPlaceholder(const QString &text)
{
    m_line->setPlaceholderText(text);
}

void NameField::setText(const QString &text)
{
    m_line->setText(text);
    m_line->selectAll();
    listMatches();
}

QString NameField::text() const
{
    return m_line->text().simplified();
}

bool NameField::hasMatches() const
{
    return !m_list->isHidden();
}

void NameField::setListVisible(bool visible)
{
    m_list->setVisible(visible && m_list->count() > 0);
    Q_EMIT resized();
}

void NameField::listMatches()
{
    m_list->clear();
    for (const NameMatch &match : nameMatches(m_subjects, m_line->text(), listedMatches)) {
        auto *item = new QListWidgetItem(
            match.found.isEmpty() ? match.name : tr("%1 (also called %2)").arg(match.name, match.found), m_list);
        item->setData(Qt::UserRole, match.name);
    }
    const int rows = m_list->count();
    const int rowHeight = rows > 0 ? m_list->sizeHintForRow(0) : 0;
    m_list->setFixedHeight(rows * rowHeight + 2 * m_list->frameWidth());
    m_list->setVisible(rows > 0);
    Q_EMIT resized();
}

void NameField::accept()
{
    const QListWidgetItem *chosen = m_list->isVisible() ? m_list->currentItem() : nullptr;
    const QString name = chosen ? chosen->data(Qt::UserRole).toString() : text();
    if (!name.isEmpty())
        Q_EMIT accepted(name);
}

bool NameField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        return true;
    case Qt::Key_Escape:
        Q_EMIT cancelled();
        return true;
    case Qt::Key_Down:
        if (m_list->count() == 0)
            listMatches();
        m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(m_list->currentRow() - 1, -1));
        return true;
    default:
        return false;
    }
}

} // namespace ui
