// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/origin_drawer.h"

#include "model/session/case_session.h"
#include "ui/documents/copy_panel.h"
#include "ui/documents/origin_page.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::documents {

using model::Result;
using model::session::CaseFile;
using model::session::DocumentOrigin;

OriginDrawer::OriginDrawer(model::session::CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("originDrawer"));
    setMinimumWidth(160);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 8);
    auto *top = new QHBoxLayout;
    auto *title = new QLabel(tr("About this document"), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    top->addWidget(title, 1);
    auto *leave = new QToolButton(this);
    leave->setObjectName(QStringLiteral("originLeave"));
    leave->setText(QStringLiteral("\u00d7"));
    leave->setToolTip(tr("Back to the page (Esc)"));
    leave->setAccessibleName(tr("Close what is said about the document"));
    top->addWidget(leave);
    column->addLayout(top);
    m_text = new QTextBrowser(this);
    m_text->setObjectName(QStringLiteral("originText"));
    m_text->setAccessibleName(tr("Where the document comes from and what it says of itself"));
    m_text->setOpenLinks(false);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    column->addWidget(m_text, 1);
    m_takeStates = new QPushButton(tr("Make documents of its earlier states"), this);
    m_takeStates->setObjectName(QStringLiteral("takeEarlierStates"));
    m_takeStates->setToolTip(tr("This PDF was added to after it was first saved. Each state it had before becomes a "
                                "document of its own, which can be searched, tagged and compared. They count as one "
                                "source."));
    m_takeStates->hide();
    column->addWidget(m_takeStates);
    m_copies = new CopyPanel(session, this);
    column->addWidget(m_copies);
    connect(m_takeStates, &QPushButton::clicked, this, [this] {
        if (m_document)
            Q_EMIT earlierStatesWanted(*m_document);
    });
    connect(leave, &QToolButton::clicked, this, &OriginDrawer::left);
    connect(&session, &model::session::CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (m_document && changes.documents.contains(*m_document))
            ask();
    });
}

void OriginDrawer::setDocument(const std::optional<model::Sha256> &document)
{
    m_document = document;
    ask();
}

void OriginDrawer::ask()
{
    if (isHidden())
        return;
    m_copies->setDocument(m_document);
    if (!m_document) {
        m_inquiry.cancel();
        m_takeStates->hide();
        m_text->setPlainText(tr("Open a document to see where it comes from."));
        return;
    }
    m_inquiry.ask<DocumentOrigin>(
        m_session, [document = *m_document](const CaseFile &file) { return documentOrigin(file, document); },
        [this](const Result<DocumentOrigin> &answer) {
            m_takeStates->setVisible(answer && !answer->facts.revisions.empty() && !m_session.isReadOnly());
            const int scrolled = m_text->verticalScrollBar()->value();
            if (answer)
                m_text->setHtml(originPage(*answer));
            else
                m_text->setPlainText(answer.error().sentence);
            m_text->verticalScrollBar()->setValue(scrolled);
        });
}

void OriginDrawer::takeFocus()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void OriginDrawer::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void OriginDrawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui::documents
