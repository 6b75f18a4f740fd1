// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/filter_bar.h"
#include "ui/matrix/matrix_place.h"
#include "ui/matrix/matrix_table.h"
#include "ui/matrix/view_bar.h"

#include "ui/common/key_words.h"

#include <algorithm>
#include <utility>

/// The chosen cell of the matrix, and what is shown of it.
namespace ui::matrix {

using model::FindingKey;
using model::Result;
using model::session::CaseFile;
using model::session::SuggestedCell;

namespace {

constexpr size_t mostNamed = 20; ///< partners of a folded group

Result<FindingDetails> detailsOf(const CaseFile &file, const FindingKey &finding)
{
    FindingDetails details{finding, {}, {}, {}, {}, {}};
    auto conclusion = file.conclusion(finding);
    if (!conclusion)
        return conclusion.error();
    details.conclusion = *std::move(conclusion);
    auto evidence = file.evidence(finding);
    if (!evidence)
        return evidence.error();
    details.evidence = *std::move(evidence);
    const auto proposed = model::session::concludedBy(file, details.evidence);
    if (!proposed)
        return proposed.error();
    details.proposed = *proposed;
    const auto notes = file.notesOn(finding);
    if (!notes)
        return notes.error();
    if (!notes->empty())
        details.note = notes->front();
    const auto partner = file.subject(finding.partner);
    const auto permission = file.subject(finding.permission);
    if (!partner || !permission)
        return partner ? permission.error() : partner.error();
    details.partner = partner->name;
    details.permission = permission->name;
    return details;
}

} // namespace

void MatrixPlace::cellChanged(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_heading.reset();
    if (m_model->isOpenGroup(index.row())) {
        clearFinding();
        m_heading = Heading{m_model->row(index.row()).groupKey, m_model->column(index.column()).permissions.front().id};
        showHeading(index.row());
        return;
    }
    // A finding stays the chosen one while its kind of data or its group is folded.
    if (!m_chosen || m_model->indexOf(*m_chosen) != index)
        m_chosen = m_model->finding(index);
    m_opensWhenHere = false;
    showCell();
}

/// The choice holds through every other arrangement in which it is to be seen. False when there is nothing to choose.
bool MatrixPlace::restoreChoice()
{
    const bool mustShow = std::exchange(m_mustShow, false);
    if (!m_chosen)
        return restoreHeading();
    QModelIndex index = m_model->indexOf(*m_chosen);
    if (mustShow && (!index.isValid() || m_model->isFolded(index))) {
        if (index.isValid()) {
            m_layout.folded.remove(m_model->column(index.column()).dataKey);
            m_layout.foldedGroups.remove(m_model->row(index.row()).groupKey);
        }
        m_layout.hidesEmpty = false;
        m_view->setView(m_layout.order, false, m_view->showsHeat());
        m_filter->setView({}, m_filter->wantsSuggested());
        viewChanged();
        return false; // that has done it
    }
    if (!index.isValid()) {
        clearChoice();
        return !m_model->matrix().isEmpty();
    }
    if (m_table->currentIndex() != index)
        m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    return true;
}

bool MatrixPlace::restoreHeading()
{
    if (m_heading) {
        const int row = m_model->matrix().headingNamed(m_heading->groupKey);
        const int column = m_model->matrix().columnOf(m_heading->permission);
        if (row < 0 || column < 0) {
            clearChoice();
        } else {
            const QModelIndex index = m_model->index(row, column);
            if (m_table->currentIndex() != index)
                m_table->setCurrentIndex(index);
            else
                cellChanged(index); // what its group has may be something else by now
            m_table->scrollTo(index);
        }
    }
    return !m_model->matrix().isEmpty();
}

const SuggestedCell *MatrixPlace::suggestedAt(const FindingKey &finding) const
{
    const auto &cells = m_contents.matrix.cells;
    for (size_t i = 0; i < m_suggested.size(); ++i) {
        if (m_contents.matrix.partners[static_cast<size_t>(cells[i].partner)].id == finding.partner &&
            m_contents.matrix.permissions[static_cast<size_t>(cells[i].permission)].id == finding.permission)
            return &m_suggested[i];
    }
    return nullptr;
}

void MatrixPlace::showCell()
{
    m_suggestedPassage.reset();
    m_blankInquiry.cancel();
    const QModelIndex index = m_model->indexOf(*m_chosen);
    if (index.isValid() && m_model->isFolded(index)) {
        showFoldedCell(index);
        return;
    }
    const model::ArrangedCell *cell = m_model->cell(index);
    if (cell && cell->isOnlySuggested()) {
        showSuggestedCell(index);
        return;
    }
    m_findingInquiry.ask<FindingDetails>(
        m_session, [finding = *m_chosen](const CaseFile &file) { return detailsOf(file, finding); },
        [this](Result<FindingDetails> answer) {
            // An empty cell of a partner or permission that is only suggested.
            if (!answer && answer.error().kind == model::ErrorKind::NotFound && m_filter->wantsSuggested()) {
                const QModelIndex here = m_model->indexOf(*m_chosen);
                m_panel->showNothing(tr("%1.").arg(m_model->sentence(here)));
                askBlank(here);
                return;
            }
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            const bool isBlank = answer->evidence.empty();
            m_panel->showFinding(*std::move(answer));
            if (isBlank)
                askBlank(m_model->indexOf(*m_chosen));
            if (m_opensWhenHere)
                openFirstPassage();
        });
}

void MatrixPlace::askBlank(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const model::Subject partner = m_model->row(index.row()).partners.front();
    const model::Subject permission = m_model->column(index.column()).permissions.front();
    m_blankInquiry.ask<model::session::KnownBlank>(
        m_session, [partner, permission](const CaseFile &file) { return knownBlank(file, partner, permission); },
        [this](Result<model::session::KnownBlank> answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_panel->showBlank(*std::move(answer));
            if (m_opensWhenHere)
                openFirstPassage();
        });
}

void MatrixPlace::showFoldedCell(const QModelIndex &index)
{
    m_findingInquiry.cancel();
    QStringList lines = {tr("%1.").arg(m_model->sentence(index)), {}};
    if (m_model->isFoldedGroup(index.row())) {
        const auto &partners = m_model->row(index.row()).partners;
        for (size_t i = 0; i < partners.size() && i < mostNamed; ++i)
            lines += partners[i].name;
        if (partners.size() > mostNamed)
            lines += tr("and %n more", nullptr, static_cast<int>(partners.size() - mostNamed));
        lines << QString() << withKeys(*this, tr("Enter or {foldGroup} shows the partners one by one.")) << QString();
    }
    if (m_model->column(index.column()).isFolded()) {
        for (const model::Subject &permission : m_model->column(index.column()).permissions)
            lines += permission.name;
        lines << QString()
              << (m_model->isFoldedGroup(index.row())
                      ? withKeys(*this, tr("{foldKind} shows the permissions one by one."))
                      : withKeys(*this, tr("Enter or {foldKind} shows the permissions one by one.")));
    }
    m_panel->showNothing(lines.join(u'\n').trimmed());
}

void MatrixPlace::showHeading(int row)
{
    m_panel->showNothing(tr("%1.").arg(m_model->headerData(row, Qt::Vertical, Qt::AccessibleTextRole).toString()) +
                         QStringLiteral("\n\n") +
                         withKeys(*this, tr("Enter or {foldGroup} folds the group into one row.")));
}

void MatrixPlace::showSuggestedCell(const QModelIndex &index)
{
    const SuggestedCell *suggested = suggestedAt(*m_chosen);
    if (!suggested || suggested->findings.empty())
        return;
    const auto [partner, permission] = suggested->findings.front();
    m_panel->showNothing(tr("%1.\n\nEnter opens the page at the likeliest passage; there you accept or reject it.")
                             .arg(m_model->sentence(index)));
    m_findingInquiry.ask<std::vector<model::LinkSuggestion>>(
        m_session,
        [partner = partner, permission = permission](const CaseFile &file) {
            return suggestionsOfFinding(file, partner, permission);
        },
        [this](Result<std::vector<model::LinkSuggestion>> answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            if (answer->empty())
                return;
            const auto best = std::max_element(answer->begin(), answer->end(),
                                               [](const auto &a, const auto &b) { return a.score < b.score; });
            m_suggestedPassage = best->passage;
            showOnPage(best->passage);
            if (m_opensWhenHere)
                openFirstPassage();
        });
}

void MatrixPlace::clearFinding()
{
    m_findingInquiry.cancel();
    m_blankInquiry.cancel();
    m_chosen.reset();
    m_suggestedPassage.reset();
    m_opensWhenHere = false;
}

void MatrixPlace::clearChoice()
{
    clearFinding();
    m_heading.reset();
    m_table->setCurrentIndex({});
    m_panel->showNothing(tr("Choose a cell to see the evidence it rests on."));
}

void MatrixPlace::openFirstPassage()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && m_model->row(current.row()).isGroup()) {
        toggleGroup(current.row());
        return;
    }
    if (current.isValid() && m_model->isFolded(current)) {
        toggleFold(current.column());
        return;
    }
    const auto &details = m_panel->details();
    m_opensWhenHere = m_chosen && (m_findingInquiry.isWaiting() || m_blankInquiry.isWaiting());
    if (!m_opensWhenHere && m_suggestedPassage) {
        Q_EMIT passageChosen(*m_suggestedPassage);
        return;
    }
    if (!m_opensWhenHere && m_chosen && details && details->finding == *m_chosen && !details->evidence.empty())
        Q_EMIT passageChosen(details->evidence.front().tag.passage);
    else if (!m_opensWhenHere && m_chosen && m_panel->firstNamingPage())
        Q_EMIT hitChosen(*m_panel->firstNamingPage());
}

void MatrixPlace::chooseFinding(const FindingKey &finding)
{
    m_chosen = finding;
    m_mustShow = true;
    if (m_loaded && !m_stale)
        arrange();
    else
        reload();
}

void MatrixPlace::focusTable()
{
    m_wantsFocus = !m_table->isVisibleTo(this);
    if (m_wantsFocus)
        return; // there is nothing in it yet
    if (!m_table->currentIndex().isValid()) {
        const auto &cells = m_model->matrix().cells;
        m_table->setCurrentIndex(cells.empty()
                                     ? m_model->index(0, 0)
                                     : m_model->index(cells.front().sum.partner, cells.front().sum.permission));
    }
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void MatrixPlace::stepFinding(int direction)
{
    const std::vector<model::ArrangedCell> &cells = m_model->matrix().cells;
    if (cells.empty())
        return;
    const QModelIndex now = m_table->currentIndex();
    const auto placeOf = [](const model::ArrangedCell &cell) {
        return std::pair(cell.sum.partner, cell.sum.permission);
    };
    const std::pair here(now.row(), now.column());
    const model::ArrangedCell *next = nullptr;
    if (direction > 0) {
        const auto found =
            std::find_if(cells.begin(), cells.end(), [&](const auto &cell) { return placeOf(cell) > here; });
        next = found == cells.end() ? &cells.front() : &*found;
    } else {
        const auto found =
            std::find_if(cells.rbegin(), cells.rend(), [&](const auto &cell) { return placeOf(cell) < here; });
        next = found == cells.rend() ? &cells.back() : &*found;
    }
    const QModelIndex index = m_model->index(next->sum.partner, next->sum.permission);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_table->setFocus(Qt::ShortcutFocusReason);
}

/// Up from the first row goes to the head of the column; there Enter sorts by it.
bool MatrixPlace::headKey(int key)
{
    const QModelIndex current = m_table->currentIndex();
    if (!m_table->isKeyboardOnHead()) {
        if (key != Qt::Key_Up || current.row() != 0)
            return false;
        m_table->setKeyboardOnHead(true);
        Q_EMIT advice(
            tr("Head of the column %1: Enter sorts the partners by it, Down goes back to the cells.", "name and totals")
                .arg(m_model->headerData(current.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString()));
        return true;
    }
    if (key == Qt::Key_Up)
        return true;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        sortBy(current.column());
        m_table->setCurrentIndex(m_model->index(0, current.column()));
        m_table->setKeyboardOnHead(true);
        return true;
    }
    if (key != Qt::Key_Down && key != Qt::Key_Escape)
        return false;
    m_table->setKeyboardOnHead(false);
    return true;
}

bool MatrixPlace::tableKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers != Qt::NoModifier)
        return false;
    if (headKey(key))
        return true;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        openFirstPassage();
        return true;
    }
    if (key >= Qt::Key_1 && key < Qt::Key_1 + static_cast<int>(model::allVerdicts.size())) {
        giveVerdict(model::allVerdicts[static_cast<size_t>(key - Qt::Key_1)]);
        return true;
    }
    const bool atEnd = m_table->currentIndex().column() == m_model->columnCount() - 1;
    return (key == Qt::Key_Tab || (key == Qt::Key_Right && atEnd)) && m_panel->focusEvidence();
}

} // namespace ui::matrix
