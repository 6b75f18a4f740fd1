// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/same_panel.h"

#include "ui/common/words.h"
#include "ui/review/suggestion_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::review {

using model::QueuedSuggestion;
using model::SuggestionId;

SamePanel::SamePanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("samePanel"));
    setAccessibleName(tr("Decide all suggestions that say the same"));
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("sameTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("sameList"));
    m_list->setAccessibleName(tr("What would be decided; Space leaves one out"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(120);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    auto *buttons = new QHBoxLayout;
    m_decide = new QPushButton(this);
    m_decide->setObjectName(QStringLiteral("sameDecide"));
    buttons->addWidget(m_decide, 1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("sameCancel"));
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    auto *hint = new QLabel(tr("Enter decides them, Space leaves one out, Esc leaves it."), this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    hide();
    connect(m_decide, &QPushButton::clicked, this, &SamePanel::decide);
    connect(cancel, &QPushButton::clicked, this, &SamePanel::close);
    connect(m_list, &QListWidget::itemChanged, this, &SamePanel::updateButton);
}

void SamePanel::open(Act act, const model::session::SameSuggestions &same, const QHash<model::Sha256, QString> &titles)
{
    m_act = act;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QueuedSuggestion &one : same.some) {
        const model::Passage &passage = passageOf(one);
        const QString what = std::visit([](const auto &some) { return suggestionText(some); }, one);
        auto *item = new QListWidgetItem(tr("%1, p. %2: “%3”", "document, page, quote")
                                             .arg(titles.value(passage.document))
                                             .arg(passage.firstPage + 1)
                                             .arg(shortened(passage.quote, 90)),
                                         m_list);
        item->setToolTip(what);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
        item->setData(Qt::UserRole, idOf(one).toString());
        if (const auto *link = std::get_if<model::LinkSuggestion>(&one))
            item->setText(tr("%1: %2", "stance, place and quote").arg(wordFor(link->stance), item->text()));
    }
    const auto shown = static_cast<qint64>(same.some.size());
    const QString subject =
        same.some.empty() ? QString() : std::visit([](const auto &one) { return subjectText(one); }, same.some.front());
    m_title->setText(shown < same.count
                         ? tr("%1: %2 suggestions in the case say the same; these are the first %3.")
                               .arg(subject, QLocale().toString(same.count), QLocale().toString(shown))
                         : tr("%1: in the whole case the same is suggested %n times.", nullptr, static_cast<int>(shown))
                               .arg(subject));
    m_list->setCurrentRow(0);
    updateButton();
    show();
    m_list->setFocus(Qt::OtherFocusReason);
}

void SamePanel::close()
{
    if (isHidden())
        return;
    Q_EMIT closed();
    hide();
}

std::vector<SuggestionId> SamePanel::checked() const
{
    std::vector<SuggestionId> ids;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const auto id = SuggestionId::fromString(item->data(Qt::UserRole).toString());
        if (id && item->checkState() == Qt::Checked)
            ids.push_back(*id);
    }
    return ids;
}

void SamePanel::updateButton()
{
    const auto count = static_cast<int>(checked().size());
    m_decide->setEnabled(count > 0);
    const bool accepts = m_act == Act::Accept;
    m_decide->setText(count == 1 ? (accepts ? tr("Accept 1 suggestion") : tr("Reject 1 suggestion"))
                      : accepts  ? tr("Accept %n suggestions", nullptr, count)
                                 : tr("Reject %n suggestions", nullptr, count));
}

void SamePanel::decide()
{
    const auto ids = checked();
    if (ids.empty())
        return;
    close();
    Q_EMIT decided(m_act, ids);
}

bool SamePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            decide();
            return true;
        }
        if (key == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui::review
