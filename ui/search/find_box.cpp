// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_box.h"

#include "ui/search/find_delegate.h"
#include "ui/search/find_list_model.h"
#include "ui/search/saved_search_model.h"

#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::search {

using model::Result;
using model::session::CaseFile;

namespace {

constexpr int ofEachKind = 4;
constexpr int listWidth = 720;

} // namespace

FindBox::FindBox(model::session::CaseSession &session, QWidget &over, QWidget *parent)
    : QLineEdit(parent)
    , m_session(session)
    , m_over(over)
    , m_model(new FindListModel(this))
{
    m_drop = new QFrame(&over);
    m_drop->setObjectName(QStringLiteral("findDrop"));
    m_drop->setFrameShape(QFrame::StyledPanel);
    m_drop->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(m_drop);
    column->setContentsMargins(1, 1, 1, 1);
    m_list = new QListView(m_drop);
    m_list->setObjectName(QStringLiteral("findList"));
    m_list->setAccessibleName(tr("What may be meant"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FindDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_list);
    m_drop->hide();
    over.installEventFilter(this);
    connect(this, &QLineEdit::textEdited, this, &FindBox::ask);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
}

void FindBox::setSaved(SavedSearchModel &saved)
{
    m_saved = &saved;
    // When the case has just been opened, they are not here yet.
    connect(&saved, &SavedSearchModel::counted, this, [this] {
        if (hasFocus() && text().trimmed().isEmpty() && !m_list->currentIndex().isValid())
            fill({});
    });
}

std::vector<SavedRow> FindBox::saved() const
{
    std::vector<SavedRow> rows;
    for (int row = 0; m_saved && row < m_saved->rowCount(); ++row)
        rows.push_back({m_saved->search(row).name, m_saved->countText(row), m_saved->search(row).query});
    return rows;
}

void FindBox::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    if (m_saved && text().trimmed().isEmpty()) {
        m_saved->count();
        fill({});
    }
}

void FindBox::ask()
{
    // What was chosen is no answer to what is typed now.
    m_list->setCurrentIndex({});
    m_stepsWaiting = 0;
    m_enterWaiting = false;
    const QString typed = text();
    if (typed.trimmed().isEmpty()) {
        m_inquiry.cancel();
        fill({});
        return;
    }
    m_inquiry.ask<Answer>(
        m_session,
        [typed, caret = qsizetype(cursorPosition())](const CaseFile &file) -> Result<Answer> {
            auto found = findInCase(file, typed, ofEachKind);
            if (!found)
                return found.error();
            auto completions = completionsOf(file, typed, caret, ofEachKind);
            if (!completions)
                return completions.error();
            return Answer{*std::move(found), *std::move(completions)};
        },
        [this](const Result<Answer> &answer) {
            if (answer && hasFocus())
                fill(*answer);
        });
}

void FindBox::fill(const Answer &answer)
{
    m_model->setRows(
        rowsOf(text(), answer.completions, answer.found, saved(), m_commands ? m_commands() : QList<QAction *>()));
    m_drop->setVisible(m_model->rowCount() > 0);
    arrange();
    m_drop->raise();
    for (int steps = std::exchange(m_stepsWaiting, 0); steps > 0; --steps)
        step(1);
    if (std::exchange(m_enterWaiting, false) && m_list->currentIndex().isValid())
        choose(m_list->currentIndex().row());
}

void FindBox::arrange()
{
    if (!m_drop->isVisible())
        return;
    const QRect box(mapTo(&m_over, QPoint(0, 0)), size());
    const int width = std::min(std::max(listWidth, box.width()), m_over.width() - 16);
    const int wanted = m_list->sizeHintForRow(0) * m_model->rowCount() + 6;
    const int height = std::min(wanted, m_over.height() - box.bottom() - 16);
    const int left = std::clamp(box.right() - width + 1, 8, std::max(8, m_over.width() - width - 8));
    m_drop->setGeometry(left, box.bottom() + 2, width, std::max(height, m_list->sizeHintForRow(0)));
}

void FindBox::close()
{
    m_inquiry.cancel();
    m_drop->hide();
    m_list->setCurrentIndex({});
}

void FindBox::step(int direction)
{
    if (m_inquiry.isWaiting()) {
        m_stepsWaiting = std::max(0, m_stepsWaiting + direction);
        return;
    }
    if (!m_drop->isVisible()) {
        ask();
        return;
    }
    const int row = m_model->step(m_list->currentIndex().row(), direction);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
    // The name of the first group is seen again on the way up.
    if (row <= 1)
        m_list->scrollToTop();
    setAccessibleDescription(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void FindBox::choose(int row)
{
    const FindChoice choice = m_model->row(row).choice;
    if (const auto *completion = std::get_if<model::session::QueryCompletion>(&choice)) {
        complete(*completion);
        return;
    }
    close();
    if (!std::holds_alternative<std::monostate>(choice))
        Q_EMIT chosen(choice);
}

void FindBox::complete(const model::session::QueryCompletion &completion)
{
    QString query = text();
    query.replace(completion.start, completion.end - completion.start, completion.text);
    setText(query);
    setCursorPosition(static_cast<int>(completion.start + completion.text.size()));
    ask();
}

void FindBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        step(1);
        return;
    case Qt::Key_Up:
        step(-1);
        return;
    case Qt::Key_Escape:
        close();
        Q_EMIT left();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_inquiry.isWaiting() && m_stepsWaiting > 0) {
            m_enterWaiting = true;
            return;
        }
        if (m_drop->isVisible() && m_list->currentIndex().isValid()) {
            choose(m_list->currentIndex().row());
            return;
        }
        close();
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void FindBox::focusOutEvent(QFocusEvent *event)
{
    close();
    QLineEdit::focusOutEvent(event);
}

bool FindBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_over && event->type() == QEvent::Resize)
        arrange();
    return QLineEdit::eventFilter(watched, event);
}

} // namespace ui::search
