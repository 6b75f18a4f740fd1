// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/suggestion_panel.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/common/wrapping_delegate.h"
#include "ui/review/suggestion_words.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::review {
namespace {

constexpr int idRole = Qt::UserRole;

std::optional<model::SuggestionId> idOf(const QTreeWidgetItem *item)
{
    return item ? model::SuggestionId::fromString(item->data(0, idRole).toString()) : std::nullopt;
}

} // namespace

SuggestionPanel::SuggestionPanel(QWidget *parent)
    : QWidget(parent)
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
    m_hint = new QLabel(tr("Nothing suggested on this page."), this);
    m_hint->setObjectName(QStringLiteral("suggestionHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("suggestionList"));
    m_list->setAccessibleName(tr("Suggestions on this page; Enter accepts, Backspace rejects"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(1);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new WrappingDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    m_reason = new QLabel(this);
    m_reason->setObjectName(QStringLiteral("suggestionReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    column->addStretch(0);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &SuggestionPanel::tellChosen);
    clear();
}

void SuggestionPanel::addRow(const model::SuggestionId &id, const QString &text, const QString &spoken,
                             const QIcon &icon)
{
    auto *item = new QTreeWidgetItem(m_list);
    item->setText(0, text);
    item->setData(0, Qt::AccessibleTextRole, spoken);
    item->setIcon(0, icon);
    item->setData(0, idRole, id.toString());
    item->setToolTip(0, m_reasons.value(id));
}

void SuggestionPanel::show(const model::Suggestions &ofPage)
{
    const auto former = chosen();
    const int formerRow = m_list->indexOfTopLevelItem(m_list->currentItem());
    const bool hadFocus = m_list->hasFocus();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const model::LinkSuggestion &link : ofPage.links)
            addRow(link.id, suggestionText(link), tr("Suggested finding: %1").arg(suggestionText(link)),
                   iconFor(link.stance));
        for (const model::TagSuggestion &tag : ofPage.tags)
            addRow(tag.id, suggestionText(tag), tr("Suggested %1: %2").arg(wordFor(tag.kind), suggestionText(tag)),
                   suggestedIconFor(tag.kind));
        m_title->setText(count() == 0 ? tr("Suggested") : tr("Suggested: %1").arg(count()));
        m_hint->setVisible(count() == 0);
        // A list that is hidden while it has the focus hands it on to no good place.
        if (count() == 0 && hadFocus)
            Q_EMIT left();
        m_list->setVisible(count() > 0);
        int row = -1;
        for (int i = 0; former && i < count(); ++i) {
            if (idOf(m_list->topLevelItem(i)) == former)
                row = i;
        }
        if (row < 0 && hadFocus)
            row = std::min(std::max(formerRow, 0), count() - 1);
        m_list->setCurrentItem(m_list->topLevelItem(row));
    }
    showReason();
    if (hadFocus && chosen() && chosen() != former)
        tellChosen();
}

void SuggestionPanel::clear()
{
    m_reasons.clear();
    show({});
    m_hint->hide();
}

void SuggestionPanel::setReasons(QHash<model::SuggestionId, QString> reasons)
{
    m_reasons = std::move(reasons);
    for (int row = 0; row < count(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setToolTip(0, m_reasons.value(*idOf(item)));
    }
    showReason();
}

std::optional<model::SuggestionId> SuggestionPanel::chosen() const
{
    return idOf(m_list->currentItem());
}

void SuggestionPanel::choose(const model::SuggestionId &suggestion)
{
    for (int row = 0; row < count(); ++row) {
        if (idOf(m_list->topLevelItem(row)) == suggestion)
            m_list->setCurrentItem(m_list->topLevelItem(row));
    }
}

void SuggestionPanel::takeFocus()
{
    if (m_list->currentItem())
        tellChosen();
    else
        m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

int SuggestionPanel::count() const
{
    return m_list->topLevelItemCount();
}

void SuggestionPanel::tellChosen()
{
    showReason();
    if (const auto id = chosen())
        Q_EMIT suggestionChosen(*id);
}

void SuggestionPanel::showReason()
{
    const auto id = chosen();
    const QString reason = id ? m_reasons.value(*id) : QString();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    if (QTreeWidgetItem *item = m_list->currentItem())
        item->setData(0, Qt::AccessibleDescriptionRole, reason);
}

bool SuggestionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    if (watched == m_list && event->type() == QEvent::FocusIn &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason && !m_list->currentItem()) {
        // Quietly: Qt gives the focus of what is hidden or disabled to the next widget as if Tab had been pressed, and
        // nobody asked to be taken to another place of the page.
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentItem(m_list->topLevelItem(0));
        showReason();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::review
