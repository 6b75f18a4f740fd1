// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_panel.h"

#include "ui/common/key_words.h"
#include "ui/common/type_ahead.h"
#include "ui/review/queue_bar.h"
#include "ui/review/queue_delegate.h"
#include "ui/review/queue_model.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::review {
namespace {

constexpr int reasonLines = 4;

} // namespace

/// How the list was before its rows changed.
struct SuggestionPanel::Former {
    std::optional<model::SuggestionId> chosen;
    int row = -1;
    std::vector<model::SuggestionId> following; ///< may be chosen in its place, the first that is still there
    std::vector<std::pair<model::SuggestionId, int>> inView; ///< and how far down each begins
};

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
    new KeyedText(m_list, [this](const KeyWords &keys) {
        m_list->setAccessibleName(
            keys.in(tr("Suggestions in the case; {acceptSuggestion} accepts, {rejectSuggestion} rejects")));
    });
    m_list->setModel(m_queue);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that the rows are as wide when they are measured as when they are painted.
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(96);
    stopTypeAhead(*m_list);
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
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    // Its room is there before it is: what stands above does not move from one suggestion to the next.
    m_reasonRoom = new QScrollArea(this);
    m_reasonRoom->setFrameShape(QFrame::NoFrame);
    m_reasonRoom->setWidgetResizable(true);
    m_reasonRoom->setFocusPolicy(Qt::NoFocus);
    m_reasonRoom->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reasonRoom->setFixedHeight(reasonLines * fontMetrics().lineSpacing());
    m_reasonRoom->setWidget(m_reason);
    m_reasonRoom->viewport()->setAutoFillBackground(false);
    m_reason->setAutoFillBackground(false);
    column->addWidget(m_reasonRoom);
    column->addStretch(0);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SuggestionPanel::tellChosen);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 && !m_isQuiet && count() > 0)
            Q_EMIT earlierWanted();
    });
    connect(m_bar, &QueueBar::left, this, &SuggestionPanel::takeFocus);
    connect(m_same, &SamePanel::closed, this, [this] {
        if (isEmpty()) {
            Q_EMIT left();
            return;
        }
        m_list->show();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_batch, &BatchPanel::closed, this, &SuggestionPanel::giveBack);
    showCount(0);
    showReason({});
    settle({}, {});
}

int SuggestionPanel::count() const
{
    return m_queue->rowCount();
}

bool SuggestionPanel::isEmpty() const
{
    return count() == 0 && m_queue->isComplete();
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
    if (isEmpty()) {
        Q_EMIT left();
        return;
    }
    // Rows that are on their way choose themselves when the list has the focus.
    if (count() > 0)
        choose(std::max(0, m_list->currentIndex().row()));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

std::optional<std::pair<int, int>> SuggestionPanel::rowsInUse() const
{
    const QRect view = m_list->viewport()->rect();
    const int chosen = m_list->currentIndex().row();
    int first = m_list->indexAt(view.topLeft() + QPoint(1, 1)).row();
    if (first < 0)
        first = chosen;
    if (first < 0)
        return std::nullopt;
    int last = m_list->indexAt(view.bottomLeft() + QPoint(1, -1)).row();
    if (last < 0)
        last = m_list->isVisible() ? count() - 1 : first;
    return chosen < 0 ? std::pair(first, last) : std::pair(std::min(first, chosen), std::max(last, chosen));
}

bool SuggestionPanel::isAtTop() const
{
    return m_list->verticalScrollBar()->value() == 0;
}

SuggestionPanel::Former SuggestionPanel::former() const
{
    constexpr int mostFollowing = 100;
    Former former;
    former.chosen = chosen();
    former.row = m_list->currentIndex().row();
    for (int row = former.row; row >= 0 && row < std::min(count(), former.row + mostFollowing); ++row)
        former.following.push_back(idOf(m_queue->item(row)));
    const QRect view = m_list->viewport()->rect();
    for (QModelIndex index = m_list->indexAt(view.topLeft() + QPoint(1, 1)); index.isValid();
         index = index.siblingAtRow(index.row() + 1)) {
        const int top = m_list->visualRect(index).top();
        if (top > view.bottom())
            break;
        former.inView.emplace_back(idOf(m_queue->item(index.row())), top);
    }
    return former;
}

void SuggestionPanel::rearrange(const std::function<void()> &change, const std::function<std::optional<int>()> &wanted)
{
    const Former before = former();
    {
        const QScopedValueRollback<bool> quiet(m_isQuiet, true);
        change();
        keepInView(before);
    }
    settle(before, wanted ? wanted() : std::nullopt);
}

void SuggestionPanel::keepInView(const Former &former)
{
    for (const auto &[id, top] : former.inView) {
        if (const auto row = m_queue->rowOf(id)) {
            QScrollBar *bar = m_list->verticalScrollBar();
            const int now = m_list->visualRect(m_queue->index(*row)).top(); // lays the list out
            bar->setValue(bar->value() + now - top);
            return;
        }
    }
}

void SuggestionPanel::settle(const Former &former, const std::optional<int> &wanted)
{
    const bool hasBatch = m_batch->isOpen();
    const bool hadFocus = m_list->hasFocus() || hasBatch;
    m_hint->setVisible(isEmpty() && !hasBatch);
    // A list that is hidden while it has the focus hands it on to no good place.
    if (isEmpty() && m_list->hasFocus())
        Q_EMIT left();
    m_list->setVisible(!isEmpty() && m_same->isHidden() && !hasBatch);
    const auto rowOf = [this](const model::SuggestionId &id) { return m_queue->rowOf(id); };
    std::optional<int> row = wanted;
    if (!row && former.chosen)
        row = rowOf(*former.chosen);
    for (auto next = former.following.begin(); hadFocus && !row && next != former.following.end(); ++next)
        row = rowOf(*next);
    if (!row && hadFocus)
        row = std::min(std::max(former.row, 0), count() - 1);
    {
        const QScopedValueRollback<bool> quiet(m_isQuiet, true);
        m_list->setCurrentIndex(m_queue->index(row.value_or(-1)));
    }
    if (!chosen())
        showReason({});
    else if (wanted || (chosen() != former.chosen && !hasBatch))
        tellChosen();
    // The view only asks for more when it is scrolled.
    if (row && *row >= 0 && *row + 20 > count() && m_queue->canFetchMore({}))
        m_queue->fetchMore({});
}

void SuggestionPanel::setEmptyText(const QString &text)
{
    m_hint->setText(text);
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
    // At the end of the queue come those before it: what was learned meanwhile may have put some there. Where more
    // follows, those were left behind on purpose.
    const int chosenRow = std::max(0, m_list->currentIndex().row());
    const int last = m_queue->isComplete() ? count() - BatchPanel::most : chosenRow;
    const int first = std::max(0, std::min(chosenRow, last));
    std::vector<model::QueuedSuggestion> some;
    for (int row = first; row < std::min(count(), first + BatchPanel::most); ++row)
        some.push_back(m_queue->item(row));
    if (some.empty())
        return;
    m_batch->open(std::move(some), m_queue->titles(), chosenRow - first);
    m_list->hide();
    // Its rows need the room, and another order would end it.
    m_title->hide();
    m_bar->hide();
    m_reasonRoom->hide();
    Q_EMIT batchToggled(true);
}

void SuggestionPanel::returnFocus()
{
    if (m_batch->isOpen())
        m_batch->takeFocus();
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void SuggestionPanel::giveBack()
{
    const bool hadFocus = m_batch->hasFocusInside();
    m_title->show();
    m_bar->show();
    m_reasonRoom->show();
    m_hint->setVisible(isEmpty());
    m_list->setVisible(!isEmpty());
    Q_EMIT batchToggled(false);
    if (!hadFocus)
        return;
    if (isEmpty())
        Q_EMIT left();
    else
        m_list->setFocus(Qt::OtherFocusReason);
    // What follows on a batch is chosen quietly while it is decided.
    tellChosen();
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
    // What takes room from the list, as another panel or a smaller window, must not hide the chosen one.
    if (watched == m_list && event->type() == QEvent::Resize && m_list->hasFocus())
        QMetaObject::invokeMethod(
            m_list, [list = m_list] { list->scrollTo(list->currentIndex()); }, Qt::QueuedConnection);
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
