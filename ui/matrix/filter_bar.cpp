// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/filter_bar.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui::matrix {

FilterBar::FilterBar(QWidget *parent)
    : FoldingRow(parent)
{
    setObjectName(QStringLiteral("matrixFilter"));
    row()->setContentsMargins(8, 8, 8, 8);
    row()->setSpacing(8);
    m_text = new QLineEdit(this);
    m_text->setObjectName(QStringLiteral("matrixFilterText"));
    m_text->setAccessibleName(tr("Filter partners and permissions by name"));
    m_text->setPlaceholderText(tr("Filter by partner, group or permission"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(60);
    m_text->setMaximumWidth(480);
    add(m_text, 0, 1);
    m_verdict = new QComboBox(this);
    m_verdict->setObjectName(QStringLiteral("matrixFilterVerdict"));
    m_verdict->setAccessibleName(tr("Filter by verdict"));
    m_verdict->addItem(tr("Any verdict"));
    for (const model::Verdict verdict : model::allVerdicts)
        m_verdict->addItem(iconFor(verdict), wordFor(verdict), static_cast<int>(verdict));
    m_verdict->setMinimumContentsLength(9);
    add(m_verdict, 0);
    m_stance = new QComboBox(this);
    m_stance->setObjectName(QStringLiteral("matrixFilterStance"));
    m_stance->setAccessibleName(tr("Filter by what the evidence says"));
    m_stance->addItem(tr("Any evidence"));
    for (const model::Stance stance : model::allStances)
        m_stance->addItem(iconFor(stance), wordFor(stance), static_cast<int>(stance));
    m_stance->setMinimumContentsLength(9);
    add(m_stance, 0);
    m_suggested = new QCheckBox(tr("Suggested"), this);
    m_suggested->setObjectName(QStringLiteral("matrixSuggested"));
    m_suggested->setAccessibleName(tr("Show findings that are only suggested"));
    m_suggested->setToolTip(tr("Shows what the annotation model suggests beside what you decided."));
    add(m_suggested, 1);
    m_clear = new QPushButton(tr("Show all"), this);
    m_clear->setObjectName(QStringLiteral("matrixFilterClear"));
    m_clear->setAccessibleName(tr("Take the filter away"));
    m_clear->setEnabled(false);
    add(m_clear, 2);
    row()->addStretch(0);
    const auto changed = [this] {
        m_clear->setEnabled(!filter().isEmpty());
        Q_EMIT filterChanged();
    };
    connect(m_text, &QLineEdit::textChanged, this, changed);
    connect(m_verdict, &QComboBox::currentIndexChanged, this, changed);
    connect(m_stance, &QComboBox::currentIndexChanged, this, changed);
    connect(m_suggested, &QCheckBox::toggled, this, &FilterBar::wantsSuggestedChanged);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
}

model::MatrixFilter FilterBar::filter() const
{
    model::MatrixFilter filter;
    filter.text = m_text->text().simplified();
    if (m_verdict->currentIndex() > 0)
        filter.verdicts = {static_cast<model::Verdict>(m_verdict->currentData().toInt())};
    if (m_stance->currentIndex() > 0)
        filter.stances = {static_cast<model::Stance>(m_stance->currentData().toInt())};
    return filter;
}

QString FilterBar::sentence() const
{
    QStringList parts;
    if (const QString text = m_text->text().simplified(); !text.isEmpty())
        parts += tr("“%1”").arg(text);
    for (const QComboBox *box : {m_verdict, m_stance}) {
        if (box->currentIndex() > 0)
            parts += box->currentText();
    }
    return parts.join(QStringLiteral(", "));
}

void FilterBar::setView(const model::MatrixFilter &filter, bool wantsSuggested)
{
    const QSignalBlocker blocker(this);
    m_text->setText(filter.text);
    m_verdict->setCurrentIndex(
        filter.verdicts.empty() ? 0 : m_verdict->findData(static_cast<int>(filter.verdicts.front())));
    m_stance->setCurrentIndex(filter.stances.empty() ? 0
                                                     : m_stance->findData(static_cast<int>(filter.stances.front())));
    m_suggested->setChecked(wantsSuggested);
}

bool FilterBar::wantsSuggested() const
{
    return m_suggested->isChecked();
}

void FilterBar::toggleSuggested()
{
    m_suggested->toggle();
}

void FilterBar::clear()
{
    m_text->clear();
    m_verdict->setCurrentIndex(0);
    m_stance->setCurrentIndex(0);
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::setText(const QString &text)
{
    if (text != filter().text)
        m_text->setText(text);
}

} // namespace ui::matrix
