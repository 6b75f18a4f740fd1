// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_beside.h"

#include "model/session/case_session.h"
#include "model/session/ocr_pages.h"
#include "model/session/page_source.h"
#include "ui/common/elided_label.h"
#include "ui/common/key_words.h"
#include "ui/page/page_view.h"
#include "ui/page/thumbnail_model.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::page {

using model::Result;
using model::session::CaseFile;
using model::session::DocumentOnView;
using model::session::DocumentTags;
using model::session::PageSource;

PageBeside::PageBeside(model::session::CaseSession &session, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(name);
    setMinimumWidth(200);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 6, 8, 6);
    m_title = new ElidedLabel(this);
    m_title->setObjectName(name + QStringLiteral("Title"));
    top->addWidget(m_title, 1);
    auto *leave = new QToolButton(this);
    leave->setObjectName(name + QStringLiteral("Leave"));
    leave->setText(QStringLiteral("\u00d7"));
    setKeyedToolTip(leave, name == QLatin1String("beside") ? tr("Close the page beside ({keepBeside})")
                                                           : tr("Close the page beside ({matrixPage})"));
    leave->setAccessibleName(tr("Close the page beside"));
    top->addWidget(leave);
    column->addLayout(top);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(name + QStringLiteral("Sentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(16);
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_sentence, 1);
    m_view = new PageView(this);
    m_view->setObjectName(name + QStringLiteral("View"));
    m_view->setAccessibleName(tr("Pages of the document beside"));
    column->addWidget(m_view, 1);
    connect(leave, &QToolButton::clicked, this, &PageBeside::left);
    connect(m_view, &PageView::cancelled, this, &PageBeside::left);
    connect(m_view, &PageView::currentPageChanged, this, &PageBeside::tellPage);
    connect(&session, &model::session::CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (m_document && (changes.documents.contains(*m_document) || changes.documentList))
            askTags();
    });
    clear({});
}

PageBeside::~PageBeside() = default;

void PageBeside::show(const model::Sha256 &document, const PagePlace &place, const QByteArrayList &passwords)
{
    load(document, place, passwords);
}

void PageBeside::show(const model::Passage &passage)
{
    load(passage.document, passage, {});
}

void PageBeside::load(const model::Sha256 &document, const Goal &goal, const QByteArrayList &passwords)
{
    if (m_document == document) {
        m_loading.cancel();
        goTo(goal);
        return;
    }
    m_loading.ask<DocumentOnView>(
        m_session, [document](const CaseFile &file) { return documentOnView(file, document); },
        [this, goal, passwords](Result<DocumentOnView> answer) {
            if (answer)
                open(*std::move(answer), goal, passwords);
            else
                clear(answer.error().sentence);
        });
}

void PageBeside::open(DocumentOnView document, const Goal &goal, const QByteArrayList &passwords)
{
    if (document.frames.empty()) {
        clear(tr("This document has no pages that can be shown."));
        return;
    }
    m_document = document.document.sha256;
    m_documentTitle = document.document.title;
    m_frames = document.frames;
    auto source =
        std::make_unique<PageSource>(model::session::pageReaderOf(m_session, document.document.sha256, document.file));
    PageSource *opening = source.get();
    // Queued, for the source that says it goes then; and another document may be in view by that time.
    connect(
        opening, &PageSource::failed, this,
        [this, failed = *m_document](const model::Error &error) {
            if (m_document == failed)
                clear(error.sentence);
        },
        Qt::QueuedConnection);
    m_view->setTags({});
    m_view->showDocument(*m_document, m_frames, std::move(source));
    m_sentence->hide();
    m_view->show();
    opening->open(QByteArrayList{QByteArray()} + passwords);
    goTo(goal);
    tellPage();
    askTags();
    Q_EMIT shown();
}

void PageBeside::clear(const QString &sentence)
{
    m_loading.cancel();
    m_asking.cancel();
    m_document.reset();
    m_frames.clear();
    m_title->setText({});
    m_view->showDocument(model::Sha256::of({}), {}, nullptr);
    m_view->hide();
    m_sentence->setText(sentence);
    m_sentence->show();
    Q_EMIT shown();
}

void PageBeside::goTo(const Goal &goal)
{
    if (const auto *place = std::get_if<PagePlace>(&goal))
        m_view->goToPlace(*place);
    else
        m_view->goToPassage(std::get<model::Passage>(goal));
}

void PageBeside::askTags()
{
    m_asking.ask<DocumentTags>(
        m_session,
        [document = *m_document](const CaseFile &file) -> Result<DocumentTags> {
            if (const auto there = file.document(document); !there)
                return there.error();
            return documentTags(file, document);
        },
        [this](Result<DocumentTags> answer) {
            if (answer)
                m_view->setTags(std::move(answer->tags));
            else if (answer.error().kind == model::ErrorKind::NotFound)
                clear(answer.error().sentence); // withdrawn meanwhile
        });
}

void PageBeside::tellPage()
{
    const int pageIndex = m_view->currentPage();
    if (pageIndex >= static_cast<int>(m_frames.size()))
        return;
    m_title->setText(tr("%1, p. %2", "document, page")
                         .arg(m_documentTitle, pageName(m_frames[static_cast<size_t>(pageIndex)], pageIndex)));
}

} // namespace ui::page
