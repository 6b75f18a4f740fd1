// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/key_window.h"

#include "ui/search/find_rows.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::settings {
namespace {

/// Without what undo would take back just now.
QString titleOf(const QAction &command)
{
    return search::nameOf(command).section(QStringLiteral(": "), 0, 0);
}

} // namespace

KeyWindow::KeyWindow(KeyChoice &keys, std::function<QList<QAction *>()> commands, QWidget *parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_commands(std::move(commands))
{
    setObjectName(QStringLiteral("keyWindow"));
    setWindowTitle(tr("Keys"));
    auto *column = new QVBoxLayout(this);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("keyFilter"));
    m_filter->setAccessibleName(tr("Filter the commands"));
    m_filter->setPlaceholderText(tr("Filter the commands"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("keyList"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    column->addWidget(m_list, 1);
    column->addWidget(makeEditor());
    connect(m_filter, &QLineEdit::textChanged, this, &KeyWindow::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeyWindow::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, m_edit, [this] { m_edit->setFocus(); });
    connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this, &KeyWindow::tellRival);
    resize(QSize(620, 640).boundedTo(screen()->availableSize()));
}

QWidget *KeyWindow::makeEditor()
{
    auto *editor = new QWidget(this);
    auto *column = new QVBoxLayout(editor);
    column->setContentsMargins(0, 0, 0, 0);
    m_edit = new QKeySequenceEdit(editor);
    m_edit->setObjectName(QStringLiteral("keyEdit"));
    m_edit->setAccessibleName(tr("Press the keys for the chosen command"));
    column->addWidget(m_edit);
    m_text = new QLabel(editor);
    m_text->setObjectName(QStringLiteral("keyText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(2 * fontMetrics().lineSpacing());
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    const auto add = [&](const char *name, const QString &text, std::function<void()> act) {
        auto *button = new QPushButton(text, editor);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, std::move(act));
        row->addWidget(button);
        return button;
    };
    m_ofCurrent = {add("useKeys", tr("Use these keys"), [this] { use(m_edit->keySequence()); }),
                   add("noKeys", tr("No keys"), [this] { use({}); }),
                   add("resetKeys", tr("As it was"), [this] { resetCurrent(); })};
    row->addStretch(1);
    add("resetAllKeys", tr("All as they were"), [this] { resetAll(); });
    add("closeKeys", tr("Close"), [this] { close(); });
    column->addLayout(row);
    return editor;
}

void KeyWindow::open()
{
    fill();
    show();
    raise();
    activateWindow();
    m_filter->setFocus();
}

void KeyWindow::fill()
{
    const QString chosen = m_list->currentItem() ? m_list->currentItem()->data(0, Qt::UserRole).toString() : QString();
    m_list->clear();
    for (const QAction *command : m_commands()) {
        if (command->objectName().isEmpty())
            continue;
        auto *item = new QTreeWidgetItem(
            m_list, {titleOf(*command), QKeySequence::listToString(command->shortcuts(), QKeySequence::NativeText)});
        item->setData(0, Qt::UserRole, command->objectName());
        // What was chosen stands out, also without its colour.
        QFont font = m_list->font();
        font.setBold(m_keys.isChosen(*command));
        item->setFont(1, font);
        if (command->objectName() == chosen)
            m_list->setCurrentItem(item);
    }
    filter();
    showCurrent();
}

void KeyWindow::filter()
{
    const QString typed = m_filter->text().simplified();
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setHidden(!item->text(0).contains(typed, Qt::CaseInsensitive) &&
                        !item->text(1).contains(typed, Qt::CaseInsensitive));
    }
}

QAction *KeyWindow::current() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QList<QAction *> commands = m_commands();
    const auto found = std::find_if(commands.begin(), commands.end(), [item](const QAction *command) {
        return item && command->objectName() == item->data(0, Qt::UserRole).toString();
    });
    return found == commands.end() ? nullptr : *found;
}

void KeyWindow::showCurrent()
{
    const QAction *command = current();
    m_edit->setEnabled(command);
    for (QPushButton *button : m_ofCurrent)
        button->setEnabled(command);
    m_edit->setKeySequence(command ? command->shortcut() : QKeySequence());
    tellRival();
}

void KeyWindow::tellRival()
{
    const QAction *command = current();
    if (!command) {
        m_text->setText(tr("Choose a command to give it other keys."));
        return;
    }
    const QKeySequence keys = m_edit->keySequence();
    const QAction *rival = KeyChoice::rival(*command, keys, m_commands());
    m_text->setText(rival ? tr("%1 belongs to “%2”. If you use it here, that has no keys any more.")
                                .arg(keys.toString(QKeySequence::NativeText), titleOf(*rival))
                          : tr("Click into the line, or press Enter in the list, and press the keys for “%1”.")
                                .arg(titleOf(*command)));
}

void KeyWindow::use(const QKeySequence &keys)
{
    QAction *command = current();
    if (!command)
        return;
    if (QAction *rival = KeyChoice::rival(*command, keys, m_commands()))
        m_keys.choose(*rival, {});
    m_keys.choose(*command, keys);
    fill();
    m_list->setFocus();
    Q_EMIT keysChanged();
}

void KeyWindow::resetCurrent()
{
    if (QAction *command = current())
        m_keys.reset(*command);
    fill();
    Q_EMIT keysChanged();
}

void KeyWindow::resetAll()
{
    for (QAction *command : m_commands()) {
        if (!command->objectName().isEmpty())
            m_keys.reset(*command);
    }
    fill();
    Q_EMIT keysChanged();
}

} // namespace ui::settings
