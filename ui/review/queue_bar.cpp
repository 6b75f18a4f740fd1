// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/queue_bar.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::review {

using model::QueueKind;
using model::QueueOrder;

namespace {

constexpr int likelyPercent = 40;
constexpr double likelyFindings = -1; ///< in the score box, below any score: likely findings, passages however sure

} // namespace

QueueBar::QueueBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("queueBar"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    column->addLayout(row);
    m_order = addCombo("queueOrder", tr("Order of the suggestions"));
    m_order->addItem(tr("By page"), static_cast<int>(QueueOrder::ByPage));
    m_order->addItem(tr("Surest first"), static_cast<int>(QueueOrder::ByCertainty));
    m_order->addItem(tr("Most instructive first"), static_cast<int>(QueueOrder::MostInstructive));
    m_order->addItem(tr("By partner"), static_cast<int>(QueueOrder::ByPartner));
    m_order->addItem(tr("By cell of the matrix"), static_cast<int>(QueueOrder::ByCell));
    row->addWidget(m_order, 1);
    m_fold = new QToolButton(this);
    m_fold->setObjectName(QStringLiteral("queueFilterFold"));
    m_fold->setCheckable(true);
    m_fold->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_fold);

    m_filter = new QWidget(this);
    auto *grid = new QGridLayout(m_filter);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    m_kind = addCombo("queueKind", tr("Which suggestions"));
    m_kind->addItem(tr("All kinds"), static_cast<int>(QueueKind::All));
    m_kind->addItem(tr("Findings"), static_cast<int>(QueueKind::Findings));
    m_kind->addItem(tr("Partners"), static_cast<int>(QueueKind::Partners));
    m_kind->addItem(tr("Permissions"), static_cast<int>(QueueKind::Permissions));
    m_kind->addItem(tr("Evidence"), static_cast<int>(QueueKind::Evidence));
    m_score = addCombo("queueScore", tr("How sure at least"));
    m_score->addItem(tr("However sure"), 0.0);
    for (const int percent : {40, 70, 90})
        m_score->addItem(tr("%1% or more").arg(percent), percent / 100.0);
    m_score->addItem(tr("Findings from %1%").arg(likelyPercent), likelyFindings);
    m_score->setCurrentIndex(m_score->count() - 1);
    m_scope = addCombo("queueScope", tr("Where"));
    m_scope->addItems({tr("Whole case"), tr("This document")});
    m_partner = new QLineEdit(m_filter);
    m_partner->setObjectName(QStringLiteral("queuePartner"));
    m_partner->setAccessibleName(tr("Only of partners whose name begins so"));
    m_partner->setPlaceholderText(tr("Partner"));
    m_partner->setClearButtonEnabled(true);
    m_partner->installEventFilter(this);
    grid->addWidget(m_kind, 0, 0);
    grid->addWidget(m_score, 0, 1);
    grid->addWidget(m_scope, 1, 0);
    grid->addWidget(m_partner, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    column->addWidget(m_filter);
    m_filter->hide();
    m_showAll = new QToolButton(this);
    m_showAll->setObjectName(QStringLiteral("queueShowAll"));
    m_showAll->setText(tr("Findings under %1% are hidden. Show all").arg(likelyPercent));
    m_showAll->setAutoRaise(true);
    m_showAll->setFocusPolicy(Qt::TabFocus);
    column->addWidget(m_showAll);
    connect(m_showAll, &QToolButton::clicked, this, [this] { m_score->setCurrentIndex(0); });
    connect(m_fold, &QToolButton::toggled, m_filter, &QWidget::setVisible);
    for (const QComboBox *combo : {m_order, m_kind, m_score, m_scope})
        connect(combo, &QComboBox::currentIndexChanged, this, &QueueBar::changed);
    connect(m_partner, &QLineEdit::textChanged, this, &QueueBar::changed);
    connect(this, &QueueBar::changed, this, &QueueBar::tellFiltered);
    tellFiltered();
}

QComboBox *QueueBar::addCombo(const char *name, const QString &accessibleName)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(QString::fromLatin1(name));
    combo->setAccessibleName(accessibleName);
    combo->setToolTip(accessibleName);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(6); // a narrow panel has room for no more
    combo->installEventFilter(this);
    return combo;
}

void QueueBar::tellFiltered()
{
    const bool narrowed = request({}).filter != model::QueueFilter() || wantsDocumentOnly();
    m_showAll->setVisible(hidesUnlikely());
    m_fold->setText(narrowed ? tr("Filter: on") : tr("Filter"));
    m_fold->setAccessibleName(narrowed ? tr("Filter of the suggestions; some are hidden")
                                       : tr("Filter of the suggestions"));
}

model::session::QueueRequest QueueBar::request(const std::optional<model::Sha256> &document) const
{
    model::session::QueueRequest request;
    request.order = static_cast<QueueOrder>(m_order->currentData().toInt());
    request.filter.kind = static_cast<QueueKind>(m_kind->currentData().toInt());
    if (hidesUnlikely())
        request.filter.leastFindingScore = likelyPercent / 100.0;
    else
        request.filter.leastScore = m_score->currentData().toDouble();
    request.filter.partner = m_partner->text().simplified();
    if (wantsDocumentOnly())
        request.filter.document = document;
    return request;
}

bool QueueBar::hidesUnlikely() const
{
    return m_score->currentData().toDouble() < 0;
}

bool QueueBar::wantsDocumentOnly() const
{
    return m_scope->currentIndex() == 1;
}

void QueueBar::setDocumentOnly(bool only)
{
    m_scope->setCurrentIndex(only ? 1 : 0);
}

void QueueBar::setOrder(QueueOrder order)
{
    m_order->setCurrentIndex(m_order->findData(static_cast<int>(order)));
}

void QueueBar::focusOrder()
{
    m_order->setFocus(Qt::ShortcutFocusReason);
}

void QueueBar::focusFilter()
{
    m_fold->setChecked(true);
    m_kind->setFocus(Qt::ShortcutFocusReason);
}

QString QueueBar::state() const
{
    return QStringLiteral("%1 %2 %3")
        .arg(m_order->currentIndex())
        .arg(m_kind->currentIndex())
        .arg(m_score->currentIndex());
}

void QueueBar::restore(const QString &state)
{
    const QStringList parts = state.split(u' ');
    if (parts.size() != 3)
        return;
    const QSignalBlocker quiet(this);
    const std::array combos = {m_order, m_kind, m_score};
    for (size_t i = 0; i < combos.size(); ++i) {
        const int index = parts[static_cast<qsizetype>(i)].toInt();
        if (index >= 0 && index < combos[i]->count())
            combos[i]->setCurrentIndex(index);
    }
    tellFiltered();
}

bool QueueBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::review
