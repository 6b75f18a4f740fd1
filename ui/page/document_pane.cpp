// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/document_pane.h"

#include "ui/page/find_bar.h"
#include "ui/page/hidden_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::page {

using model::DocumentState;
using model::ErrorKind;
using model::RefusalReason;
using model::session::PageSource;

DocumentPane::DocumentPane(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("documentPane"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack);
    m_pages = new QWidget(this);
    auto *pages = new QVBoxLayout(m_pages);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->setSpacing(0);
    m_view = new PageView(m_pages);
    m_bar = new PageBar(*m_view, m_pages);
    m_find = new FindBar(m_pages);
    m_hidden = new HiddenBar(*m_view, m_pages);
    pages->addWidget(m_bar);
    pages->addWidget(m_hidden);
    pages->addWidget(m_view, 1);
    pages->addWidget(m_find); // below: the page stays where it is when it comes
    m_stack->addWidget(makeReasonPage());
    m_stack->addWidget(m_pages);
    connect(m_view, &PageView::currentPageChanged, this,
            [this](int pageIndex) { m_bar->setPageRead(isPageRead(pageIndex)); });
}

QWidget *DocumentPane::makeReasonPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(12);
    m_reasonTitle = new QLabel(page);
    m_reasonTitle->setTextFormat(Qt::PlainText);
    m_reasonTitle->setWordWrap(true);
    QFont large = m_reasonTitle->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_reasonTitle->setFont(large);
    m_reason = new QLabel(page);
    m_reason->setObjectName(QStringLiteral("reasonText"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_password = new QLineEdit(page);
    m_password->setObjectName(QStringLiteral("documentPassword"));
    m_password->setAccessibleName(tr("Password of the document"));
    m_password->setPlaceholderText(tr("Password of the document"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaximumWidth(320);
    m_retry = new QPushButton(tr("Try again"), page);
    m_retry->setObjectName(QStringLiteral("retryDocument"));
    m_retry->setAccessibleName(tr("Try to read this document again"));
    m_retry->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_action = new QPushButton(page);
    m_action->setObjectName(QStringLiteral("emptyAction"));
    m_action->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &DocumentPane::actionRequested);
    connect(m_retry, &QPushButton::clicked, this, &DocumentPane::retry);
    connect(m_password, &QLineEdit::returnPressed, this, &DocumentPane::retry);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_reasonTitle), static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_password),
          static_cast<QWidget *>(m_retry), static_cast<QWidget *>(m_action)})
        column->addWidget(widget);
    column->addStretch(1);
    return page;
}

void DocumentPane::showReason(const QString &title, const QString &sentence, bool canRetry, bool needsPassword)
{
    m_reasonTitle->setText(title);
    m_reasonTitle->setVisible(!title.isEmpty());
    m_reason->setText(sentence);
    m_password->clear();
    m_password->setVisible(needsPassword);
    m_retry->setVisible(canRetry || needsPassword);
    m_action->hide();
    m_retry->setText(needsPassword ? tr("Open with this password") : tr("Try again"));
    m_stack->setCurrentIndex(0);
}

void DocumentPane::showNothing(const QString &sentence, const QString &action)
{
    m_document.reset();
    m_view->showDocument(model::Sha256::of({}), {}, nullptr);
    showReason({}, sentence, false, false);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    Q_EMIT documentShown();
}

void DocumentPane::showDocument(model::session::DocumentOnView document, std::unique_ptr<PageSource> source,
                                const QByteArrayList &passwords)
{
    m_document = std::move(document);
    const model::Document &shown = m_document->document;
    if (shown.state != DocumentState::Read || m_document->frames.empty()) {
        m_view->showDocument(shown.sha256, {}, nullptr);
        const bool refused = shown.state == DocumentState::Refused;
        showReason(shown.title,
                   !shown.reasonText.isEmpty() ? shown.reasonText
                   : shown.state == DocumentState::Waiting
                       ? tr("This document has not been read yet. Import it again to go on, or try it now.")
                       : tr("This document has no pages."),
                   shown.state != DocumentState::Read,
                   refused && shown.reason == RefusalReason::Encrypted && shown.kind != model::FileKind::Office);
        Q_EMIT documentShown();
        return;
    }
    m_stack->setCurrentWidget(m_pages);
    m_bar->setDocument(shown.title, m_document->frames);
    connect(source.get(), &PageSource::failed, this, &DocumentPane::sourceFailed);
    connect(source.get(), &PageSource::opened, this, [this](const model::DocumentFacts &facts) {
        m_stack->setCurrentWidget(m_pages);
        Q_EMIT factsRead(facts);
    });
    PageSource *opening = source.get();
    m_hidden->follow(*opening);
    m_view->showDocument(shown.sha256, m_document->frames, std::move(source));
    m_bar->setPageRead(isPageRead(0));
    Q_EMIT documentShown();
    opening->open(QByteArrayList{QByteArray()} + passwords);
}

void DocumentPane::sourceFailed(const model::Error &error)
{
    showReason(m_document ? m_document->document.title : QString(), error.sentence, true,
               error.kind == ErrorKind::NeedsPassword);
}

void DocumentPane::retry()
{
    if (!m_document)
        return;
    const QByteArray password = m_password->text().toUtf8();
    m_password->clear();
    if (!password.isEmpty())
        Q_EMIT passwordTyped(password);
    // A document whose pages are known already only has to be opened for the view.
    if (m_document->document.state == DocumentState::Read && m_view->source())
        m_view->source()->open({password});
    else
        Q_EMIT retryRequested(m_document->document.sha256, password);
}

void DocumentPane::setPagesRead(std::vector<bool> read)
{
    if (!m_document)
        return;
    m_document->pagesRead = std::move(read);
    m_bar->setPageRead(isPageRead(m_view->currentPage()));
    Q_EMIT pagesReadChanged();
}

bool DocumentPane::isPageRead(int pageIndex) const
{
    return m_document && pageIndex >= 0 && pageIndex < static_cast<int>(m_document->pagesRead.size()) &&
           m_document->pagesRead[static_cast<size_t>(pageIndex)];
}

bool DocumentPane::showsPages() const
{
    return m_stack->currentWidget() == m_pages;
}

} // namespace ui::page
