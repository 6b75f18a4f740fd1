// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"
#include "ui/matrix/matrix_table.h"

#include <utility>

/// What is concluded on the chosen cells.
namespace ui::matrix {

using model::FindingKey;
using model::Result;
using model::session::CaseFile;
namespace journal = model::journal;

std::vector<FindingKey> MatrixPlace::findingsToConclude()
{
    QModelIndexList indexes = m_table->selectionModel()->selectedIndexes();
    if (!indexes.contains(m_table->currentIndex()))
        indexes = {m_table->currentIndex()};
    std::vector<FindingKey> findings;
    for (const QModelIndex &index : std::as_const(indexes)) {
        const model::ArrangedCell *cell = m_model->cell(index);
        const auto finding = m_model->finding(index);
        if (cell && finding && !cell->isOnlySuggested() && !m_model->isFolded(index))
            findings.push_back(*finding);
    }
    if (findings.empty())
        Q_EMIT advice(tr("A verdict is given on findings: choose a cell with evidence that you linked, or several."));
    return findings;
}

void MatrixPlace::giveVerdict(model::Verdict verdict)
{
    const auto findings = findingsToConclude();
    if (findings.empty())
        return;
    m_session.decide([findings, verdict](const CaseFile &file) -> Result<journal::Decision> {
        journal::Decision decision;
        for (const FindingKey &finding : findings) {
            const auto conclusion = file.conclusion(finding);
            if (!conclusion)
                return conclusion.error();
            if (conclusion->verdict != verdict)
                decision.changes.emplace_back(journal::SetVerdict{finding, verdict});
        }
        return decision;
    });
}

void MatrixPlace::conclude(model::session::Over over)
{
    const auto findings = findingsToConclude();
    if (findings.empty())
        return;
    const QString asBefore = findings.size() == 1
                                 ? tr("%1. What its evidence says changes nothing.", "finding and what it rests on")
                                       .arg(m_model->sentence(m_model->indexOf(findings.front())))
                                 : tr("What the evidence of these findings says changes nothing.");
    m_session.decide([findings, over](const CaseFile &file) { return concludeFromEvidence(file, findings, over); },
                     this,
                     [this, asBefore](const journal::Decision &decision) {
                         if (decision.changes.empty())
                             Q_EMIT advice(asBefore);
                     });
    if (findings.size() == 1 && over == model::session::Over::WhatIsOpen)
        stepFinding(1);
}

/// What one partner was given often began and ended together.
void MatrixPlace::takePeriodBefore()
{
    const auto findings = findingsToConclude();
    if (findings.empty())
        return;
    std::vector<FindingKey> before; // the nearest first
    const QModelIndex now = m_table->currentIndex();
    for (int column = now.column() - 1; column >= 0; --column) {
        const QModelIndex index = now.siblingAtColumn(column);
        const model::ArrangedCell *cell = m_model->cell(index);
        if (cell && !cell->isOnlySuggested() && !m_model->isFolded(index))
            before.push_back(*m_model->finding(index));
    }
    const QString none = tr("No finding before this one in its row has a period.");
    m_session.decide([findings, before, none](const CaseFile &file) -> Result<journal::Decision> {
        model::Period period;
        for (auto one = before.begin(); one != before.end() && period.isEmpty(); ++one) {
            const auto conclusion = file.conclusion(*one);
            if (!conclusion)
                return conclusion.error();
            period = conclusion->period;
        }
        if (period.isEmpty())
            return model::Error{model::ErrorKind::NotFound, none};
        journal::Decision decision;
        for (const FindingKey &finding : findings) {
            const auto conclusion = file.conclusion(finding);
            if (!conclusion)
                return conclusion.error();
            if (conclusion->period != period)
                decision.changes.emplace_back(journal::SetPeriod{finding, period});
        }
        return decision;
    });
}

} // namespace ui::matrix
