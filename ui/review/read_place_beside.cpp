// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_words.h"
#include "ui/documents/copy_panel.h"
#include "ui/documents/origin_drawer.h"
#include "ui/page/document_pane.h"
#include "ui/page/page_beside.h"
#include "ui/review/copy_comparison.h"
#include "ui/review/hit_marks.h"
#include "ui/review/read_place.h"

#include <QAction>
#include <QSplitter>

/// What stands beside the page: another page, or that of another document, and what is known of the document.
namespace ui::review {

void ReadPlace::makeMiddle()
{
    m_middle = new QSplitter(Qt::Horizontal, m_splitter);
    m_middle->setObjectName(QStringLiteral("pageSplitter"));
    m_middle->setChildrenCollapsible(false);
    m_pane = new page::DocumentPane(m_middle);
    m_beside = new page::PageBeside(m_session, QStringLiteral("beside"), m_middle);
    m_origin = new documents::OriginDrawer(m_session, m_middle);
    m_beside->hide();
    m_origin->hide();
    m_middle->setStretchFactor(0, 1);
    m_middle->setStretchFactor(1, 1);
    m_middle->setStretchFactor(2, 0);
    m_middle->setSizes({500, 500, 260});
    connect(m_pane, &page::DocumentPane::documentShown, m_origin, [this] { m_origin->setDocument(documentInView()); });
    connect(&m_pane->view(), &page::PageView::coloursChanged, m_beside,
            [this] { m_beside->view().setColours(m_pane->view().colours()); });
    connect(m_origin, &documents::OriginDrawer::left, this, [this] {
        m_showOrigin->setChecked(false);
        m_origin->hide();
        takeFocus();
    });
    connect(m_origin, &documents::OriginDrawer::earlierStatesWanted, this,
            [this](const model::Sha256 &document) { Q_EMIT earlierStatesWanted(document, m_passwords.value(0)); });
    connect(m_beside, &page::PageBeside::left, this, &ReadPlace::closeBeside);
    m_comparison = new CopyComparison(m_session, m_pane->view(), *m_beside, this);
    connect(m_beside, &page::PageBeside::shown, m_origin,
            [this] { m_origin->copies().setBeside(m_beside->document()); });
    connect(&m_origin->copies(), &documents::CopyPanel::compareWanted, this, &ReadPlace::compareWith);
    connect(m_comparison, &CopyComparison::told, this, &ReadPlace::advice);
    connect(m_pane, &page::DocumentPane::documentShown, m_comparison, &CopyComparison::end);
}

void ReadPlace::makeBesideActions()
{
    addAction(QStringLiteral("keepBeside"), tr("Keep this page beside, or close it again"), {QKeySequence(Qt::Key_F11)},
              [this] {
                  if (m_keepBeside->isChecked())
                      keepBeside();
                  else
                      closeBeside();
              });
    m_keepBeside = m_viewActions.back();
    m_keepBeside->setCheckable(true);
    addAction(QStringLiteral("swapBeside"), tr("Change places with the page beside"),
              {QKeySequence(Qt::SHIFT | Qt::Key_F11)}, [this] { swapBeside(); });
    addAction(QStringLiteral("showOrigin"), tr("About this document: &its origin"),
              {QKeySequence(Qt::ALT | Qt::Key_Return)}, [this] {
                  m_origin->setVisible(m_showOrigin->isChecked());
                  if (m_showOrigin->isChecked())
                      m_origin->takeFocus();
                  else
                      takeFocus();
              });
    m_showOrigin = m_viewActions.back();
    m_showOrigin->setCheckable(true);
}

void ReadPlace::keepBeside()
{
    if (!m_pane->document() || !m_pane->showsPages()) {
        m_keepBeside->setChecked(false);
        Q_EMIT advice(tr("Open a document first; then its page can be kept beside another."));
        return;
    }
    const model::Sha256 document = m_pane->document()->document.sha256;
    const page::PagePlace place = m_pane->view().place();
    m_beside->setVisible(true);
    m_beside->show(document, place, m_passwords);
}

void ReadPlace::closeBeside()
{
    m_keepBeside->setChecked(false);
    m_beside->hide();
    const bool wasCompared = m_comparison->isShown();
    m_beside->clear({}); // and the process that reads it ends
    if (wasCompared)
        m_hitMarks->documentChanged(); // what is searched for was not marked meanwhile
    takeFocus();
}

void ReadPlace::compareWith(const model::Sha256 &copy)
{
    const auto document = documentInView();
    if (!document || !m_pane->showsPages())
        return;
    m_keepBeside->setChecked(true);
    m_beside->setVisible(true);
    m_beside->show(copy, {}, m_passwords);
    m_comparison->begin(*document, copy);
}

void ReadPlace::swapBeside()
{
    if (m_beside->isHidden() || !m_beside->document() || !m_pane->document()) {
        Q_EMIT advice(withKeys(*this, tr("Keep a page beside first ({keepBeside}).")));
        return;
    }
    const model::Sha256 document = *m_beside->document();
    Target target;
    target.place = m_beside->view().place();
    keepBeside();
    load(document, target);
}

page::PageView &ReadPlace::viewInHand()
{
    return m_beside->view().hasFocus() ? m_beside->view() : m_pane->view();
}

} // namespace ui::review
