// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_panel.h"

#include "ui/review/queue_bar.h"
#include "ui/review/queue_delegate.h"
#include "ui/review/queue_model.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace ui::review {

SuggestionPanel::SuggestionPanel(QWidget *parent)
    : QWidget(parent)
    , m_queue(new QueueModel(this))
{
    setObjectName(QStringLiteral("suggestions"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("suggestionTitle"));
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);
    m_bar = new QueueBar(this);
    column->addWidget(m_bar);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("suggestionHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("suggestionList"));
    m_list->setAccessibleName(tr("Suggestions in the case; Enter accepts, Backspace rejects"));
    m_list->setModel(m_queue);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that the rows are as wide when they are measured as when they are painted.
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(96);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    m_same = new SamePanel(this);
    column->addWidget(m_same, 1);
    m_batch = new BatchPanel(this);
    column->addWidget(m_batch, 1);
    m_reason = new QLabel(this);
    m_reason->setObjectName(QStringLiteral("suggestionReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    column->addStretch(0);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SuggestionPanel::tellChosen);
    connect(m_bar, &QueueBar::left, this, &SuggestionPanel::takeFocus);
    const auto giveBack = [this] {
        m_list->show();
        m_list->setFocus(Qt::OtherFocusReason);
    };
    connect(m_same, &SamePanel::closed, this, giveBack);
    connect(m_batch, &BatchPanel::closed, this, giveBack);
    showCount(0);
    showReason({});
    settle({}, -1);
}

int SuggestionPanel::count() const
{
    return m_queue->rowCount();
}

std::optional<model::SuggestionId> SuggestionPanel::chosen() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < count() ? std::optional(idOf(m_queue->item(row))) : std::nullopt;
}

void SuggestionPanel::choose(int row)
{
    if (row == m_list->currentIndex().row())
        tellChosen();
    else
        m_list->setCurrentIndex(m_queue->index(row));
}

void SuggestionPanel::takeFocus()
{
    if (count() == 0 && m_queue->isComplete()) {
        Q_EMIT left();
        return;
    }
    // Rows that are on their way choose themselves when the list has the focus.
    if (count() > 0)
        choose(std::max(0, m_list->currentIndex().row()));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void SuggestionPanel::rearrange(const std::function<void()> &change)
{
    const auto former = chosen();
    const int formerRow = m_list->currentIndex().row();
    {
        const QScopedValueRollback<bool> quiet(m_isQuiet, true);
        change();
    }
    settle(former, formerRow);
}

void SuggestionPanel::settle(const std::optional<model::SuggestionId> &former, int formerRow)
{
    const bool hadFocus = m_list->hasFocus();
    // What follows is on its way where the queue has not ended.
    const bool isEmpty = count() == 0 && m_queue->isComplete();
    m_hint->setText(m_bar->request({}).filter == model::QueueFilter() && !m_bar->wantsDocumentOnly()
                        ? tr("Nothing is suggested, or all of it is decided.")
                        : tr("Nothing that is suggested passes the filter."));
    m_hint->setVisible(isEmpty);
    // A list that is hidden while it has the focus hands it on to no good place.
    if (isEmpty && hadFocus)
        Q_EMIT left();
    m_list->setVisible(!isEmpty && m_same->isHidden() && m_batch->isHidden());
    const auto kept = former ? m_queue->rowOf(*former) : std::nullopt;
    const int row = kept ? *kept : hadFocus ? std::min(std::max(formerRow, 0), count() - 1) : -1;
    {
        const QScopedValueRollback<bool> quiet(m_isQuiet, true);
        m_list->setCurrentIndex(m_queue->index(row));
    }
    if (!chosen())
        showReason({});
    else if (chosen() != former)
        tellChosen();
    // The view only asks for more when it is scrolled.
    if (row >= 0 && row + 20 > count() && m_queue->canFetchMore({}))
        m_queue->fetchMore({});
}

void SuggestionPanel::showReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void SuggestionPanel::openSame(SamePanel::Act act, const model::session::SameSuggestions &same,
                               const QHash<model::Sha256, QString> &titles)
{
    m_same->open(act, same, titles);
    m_list->hide();
}

void SuggestionPanel::openBatch()
{
    // Round to the top: what was learned meanwhile may have put some there.
    const int first = std::max(0, m_list->currentIndex().row());
    std::vector<model::QueuedSuggestion> some;
    for (int i = 0; i < std::min(count(), BatchPanel::most); ++i)
        some.push_back(m_queue->item((first + i) % count()));
    if (some.empty())
        return;
    m_batch->open(std::move(some), m_queue->titles());
    m_list->hide();
}

void SuggestionPanel::returnFocus()
{
    if (m_batch->isOpen())
        m_batch->list()->setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void SuggestionPanel::showCount(qint64 count)
{
    m_title->setText(count == 0 ? tr("Suggested") : tr("Suggested: %1").arg(QLocale().toString(count)));
}

void SuggestionPanel::tellChosen()
{
    if (const auto id = chosen(); id && !m_isQuiet) {
        m_list->scrollTo(m_list->currentIndex());
        Q_EMIT suggestionChosen(*id);
    }
}

bool SuggestionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
        if (key->key() >= Qt::Key_1 && key->key() <= Qt::Key_5 &&
            !(key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))) {
            Q_EMIT numberPressed(key->key() - Qt::Key_0);
            return true;
        }
    }
    if (watched == m_list && event->type() == QEvent::FocusIn &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason && !m_list->currentIndex().isValid()) {
        // Quietly: Qt gives the focus of what is hidden or disabled to the next widget as if Tab had been pressed, and
        // nobody asked to be taken to another place of the page.
        const QScopedValueRollback<bool> quiet(m_isQuiet, true);
        m_list->setCurrentIndex(m_queue->index(0));
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::review
