// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/saved_search_list.h"

#include "ui/search/saved_search_model.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::search {
namespace {

constexpr int rowsInSight = 6;

} // namespace

SavedSearchList::SavedSearchList(SavedSearchModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_save = new QPushButton(tr("Save this search"), this);
    m_save->setObjectName(QStringLiteral("saveSearchButton"));
    m_save->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addWidget(m_save);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("savedSearchName"));
    m_name->setAccessibleName(tr("Name of the saved search, Enter saves it"));
    m_name->setPlaceholderText(tr("A name for it, Enter saves"));
    m_name->installEventFilter(this);
    m_name->hide();
    column->addWidget(m_name);
    m_title = new QLabel(tr("Saved searches"), this);
    column->addWidget(m_title);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("savedSearches"));
    m_list->setAccessibleName(tr("Saved searches"));
    m_list->setModel(&model);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    m_buttons = makeButtons();
    column->addWidget(m_buttons);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT chosen(m_model.search(index.row()).query); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_save, &QPushButton::clicked, this, [this] { askName(m_query, m_pages); });
    connect(m_name, &QLineEdit::returnPressed, this, &SavedSearchList::save);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &SavedSearchList::arrange);
    connect(&model, &QAbstractItemModel::modelReset, this, &SavedSearchList::arrange);
    arrange();
}

QWidget *SavedSearchList::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto *rename = new QPushButton(tr("Rename"), buttons);
    rename->setObjectName(QStringLiteral("renameSaved"));
    rename->setToolTip(tr("Renames the chosen search (F2)"));
    auto *drop = new QPushButton(tr("Remove"), buttons);
    drop->setObjectName(QStringLiteral("removeSaved"));
    drop->setToolTip(tr("Removes the chosen search (Delete)"));
    row->addWidget(rename);
    row->addWidget(drop);
    row->addStretch(1);
    connect(rename, &QPushButton::clicked, this, [this] {
        if (m_list->currentIndex().isValid())
            m_list->edit(m_list->currentIndex());
    });
    connect(drop, &QPushButton::clicked, this, &SavedSearchList::remove);
    return buttons;
}

void SavedSearchList::arrange()
{
    const int rows = m_model.rowCount();
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_list), m_buttons})
        widget->setVisible(rows > 0);
    m_save->setVisible(!m_query.isEmpty() && m_name->isHidden());
    if (rows > 0)
        m_list->setFixedHeight(std::min(rows, rowsInSight) * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
}

void SavedSearchList::setSearch(const QString &query, qint64 pages)
{
    m_query = query;
    m_pages = pages;
    m_name->hide();
    arrange();
}

void SavedSearchList::askName(const QString &query, qint64 pages)
{
    m_query = query;
    m_pages = pages;
    m_name->setText(query);
    m_name->show();
    arrange();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void SavedSearchList::save()
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty())
        return;
    const int row = m_model.save(name, m_query, m_pages);
    m_list->setCurrentIndex(m_model.index(row));
    m_list->setFocus(Qt::OtherFocusReason);
    m_name->hide();
    arrange();
}

void SavedSearchList::remove()
{
    if (m_list->currentIndex().isValid())
        m_model.remove(m_list->currentIndex().row());
}

bool SavedSearchList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_name && key == Qt::Key_Escape) {
        m_save->setFocus();
        m_name->hide();
        arrange();
        return true;
    }
    if (watched != m_list || !m_list->currentIndex().isValid())
        return false;
    if (key == Qt::Key_Delete)
        remove();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT chosen(m_model.search(m_list->currentIndex().row()).query);
    else
        return false;
    return true;
}

} // namespace ui::search
