// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/view_bar.h"

#include "ui/common/key_words.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

#include <utility>

namespace ui::matrix {

using model::RowOrder;

ViewBar::ViewBar(QWidget *parent)
    : FoldingRow(parent)
{
    setObjectName(QStringLiteral("matrixViewBar"));
    row()->setContentsMargins(8, 0, 8, 8);
    row()->setSpacing(8);
    m_order = new QComboBox(this);
    m_order->setObjectName(QStringLiteral("matrixOrder"));
    m_order->setAccessibleName(tr("Sort the partners"));
    setKeyedToolTip(m_order, tr("What the partners go by ({sortMatrix})"));
    m_order->addItem(tr("By name"));
    m_order->addItem(tr("Most findings first"));
    m_order->addItem(tr("Most evidence first"));
    m_order->addItem(QString());
    m_order->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_order->setMinimumContentsLength(16);
    m_order->setMaximumWidth(320);
    setColumnName({});
    add(m_order, 0, 1);
    m_hidesEmpty = new QCheckBox(tr("Hide empty"), this);
    m_hidesEmpty->setObjectName(QStringLiteral("matrixHideEmpty"));
    m_hidesEmpty->setAccessibleName(tr("Hide partners and permissions without a finding"));
    setKeyedToolTip(m_hidesEmpty, tr("Hides partners and permissions without a finding ({hideEmpty})."));
    add(m_hidesEmpty, 1);
    m_heat = new QCheckBox(tr("Heat"), this);
    m_heat->setObjectName(QStringLiteral("matrixHeat"));
    m_heat->setAccessibleName(tr("Show by heat how much evidence there is"));
    setKeyedToolTip(m_heat, tr("Tints each cell, the more the more evidence it has ({showHeat})."));
    add(m_heat, 2);
    m_fold = new QToolButton(this);
    m_fold->setObjectName(QStringLiteral("matrixFoldAll"));
    setKeyedToolTip(m_fold,
                    tr("One column for each kind of data, or one for each permission ({foldAll}). {foldKind} does "
                       "it for the chosen column."));
    setFoldable(false, false);
    add(m_fold, 3);
    m_foldGroups = new QToolButton(this);
    m_foldGroups->setObjectName(QStringLiteral("matrixFoldGroups"));
    setKeyedToolTip(m_foldGroups, tr("One row for each group of partners, or one for each partner ({foldAllGroups}). "
                                     "{foldGroup} does it for the chosen row."));
    add(m_foldGroups, 4);
    setFoldableGroups(false, false);
    row()->addStretch(1);

    m_order->view()->window()->installEventFilter(this);
    connect(m_order, &QComboBox::activated, this, [this] { Q_EMIT orderChosen(order()); });
    connect(m_hidesEmpty, &QCheckBox::toggled, this, &ViewBar::hidesEmptyChanged);
    connect(m_heat, &QCheckBox::toggled, this, &ViewBar::heatChanged);
    connect(m_fold, &QToolButton::clicked, this, &ViewBar::foldAllRequested);
    connect(m_foldGroups, &QToolButton::clicked, this, &ViewBar::foldAllGroupsRequested);
}

RowOrder ViewBar::order() const
{
    return static_cast<RowOrder>(m_order->currentIndex());
}

bool ViewBar::hidesEmpty() const
{
    return m_hidesEmpty->isChecked();
}

bool ViewBar::showsHeat() const
{
    return m_heat->isChecked();
}

void ViewBar::setView(RowOrder order, bool hidesEmpty, bool showsHeat)
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_hidesEmpty), QSignalBlocker(m_heat)};
    m_order->setCurrentIndex(static_cast<int>(order));
    m_hidesEmpty->setChecked(hidesEmpty);
    m_heat->setChecked(showsHeat);
}

void ViewBar::setColumnName(const QString &name)
{
    m_order->setItemText(static_cast<int>(RowOrder::Column),
                         name.isEmpty() ? tr("Most in the chosen column first") : tr("Most in %1 first").arg(name));
}

void ViewBar::setFoldable(bool anything, bool everythingIsFolded)
{
    m_fold->setEnabled(anything);
    m_fold->setText(everythingIsFolded ? tr("Unfold kinds of data") : tr("Fold kinds of data"));
    m_fold->setAccessibleName(m_fold->text());
}

void ViewBar::setFoldableGroups(bool anything, bool everythingIsFolded)
{
    setWanted(m_foldGroups, anything);
    m_foldGroups->setText(everythingIsFolded ? tr("Unfold groups") : tr("Fold groups"));
    m_foldGroups->setAccessibleName(m_foldGroups->text());
}

void ViewBar::toggleHidesEmpty()
{
    m_hidesEmpty->toggle();
}

void ViewBar::toggleHeat()
{
    m_heat->toggle();
}

void ViewBar::openOrder()
{
    m_order->setFocus(Qt::ShortcutFocusReason);
    m_order->showPopup();
    m_leavesOrder = true;
}

bool ViewBar::eventFilter(QObject *watched, QEvent *event)
{
    // With the focus left on the closed box, the next arrow key would sort again.
    if (event->type() == QEvent::Hide && watched == m_order->view()->window() && std::exchange(m_leavesOrder, false))
        Q_EMIT orderLeft();
    return FoldingRow::eventFilter(watched, event);
}

} // namespace ui::matrix
