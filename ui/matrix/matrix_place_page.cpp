// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/matrix_place.h"
#include "ui/page/page_beside.h"
#include "ui/page/page_view.h"

#include <QAction>
#include <QSplitter>

/// The page beside the matrix: where the evidence of the chosen cell stands.
namespace ui::matrix {

void MatrixPlace::makePage(QSplitter *splitter)
{
    m_page = new page::PageBeside(m_session, QStringLiteral("matrixPage"), splitter);
    m_page->hide();
    connect(m_page, &page::PageBeside::left, this, [this] {
        m_showPage->setChecked(false);
        togglePage();
    });
    connect(&m_page->view(), &page::PageView::entered, this, [this] {
        if (m_passage)
            Q_EMIT passageChosen(*m_passage);
    });
    connect(m_panel, &FindingPanel::passageShown, this, &MatrixPlace::showOnPage);
}

void MatrixPlace::togglePage()
{
    m_page->setVisible(m_showPage->isChecked());
    if (m_showPage->isChecked()) {
        showOnPage(m_passage);
    } else {
        m_page->clear({}); // and the process that reads it ends
        focusTable();
    }
}

void MatrixPlace::showOnPage(const std::optional<model::Passage> &passage)
{
    m_passage = passage;
    if (m_page->isHidden())
        return;
    if (passage)
        m_page->show(*passage);
    else
        m_page->clear(tr("Choose a cell with evidence: the page it stands on is shown here."));
}

} // namespace ui::matrix
